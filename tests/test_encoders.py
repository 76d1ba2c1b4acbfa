"""The bundled encoder: like its source, whatever happens to its cache; others by name."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from xref import encoders
from xref.encoders import BundledEncoder, TransformersEncoder, encoder
from xref.errors import ModelError
from xref.models import bundled

TEXTS = [
    "The minister signed the contract on Tuesday.",
    "",
    "Турция купила ракеты.",
    "A much longer sentence, " * 60,
    "Two (2) words – and some « marks »… 😀",
    "The minister did not sign the contract on Tuesday.",
]
ENCODE = (
    "from xref.encoders import encoder; import sys; "
    "v = encoder().encode(['The bridge was closed.']); "
    "sys.stdout.write(f'{v.shape} {float(v[0, 0]):.6f} {\"torch\" in sys.modules}')"
)


def in_a_process(cache: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "XREF_CACHE": str(cache)}
    return subprocess.Popen(
        [sys.executable, "-c", ENCODE],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="session")
def model(cache: Path) -> Path:
    """The exported model, made if no test has needed it so far."""
    encoder().encode(["x"])
    (path,) = cache.glob("minilm-*/model.onnx")
    return path


def test_unit_vectors() -> None:
    vectors = encoder().encode(TEXTS)
    assert vectors.shape == (6, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder().encode([]).shape == (0, 384)
    assert encoder().tokens([]) == []


def test_a_vector_does_not_depend_on_its_company() -> None:
    bundled = encoder()
    together = bundled.encode(TEXTS)
    backwards = bundled.encode(TEXTS[::-1])[::-1]
    alone = np.concatenate([bundled.encode([text]) for text in TEXTS])
    assert np.abs(together - backwards).max() < 1e-6
    assert np.abs(together - alone).max() < 1e-6


def test_word_pieces_stand_where_they_say() -> None:
    for text, tokens in zip(TEXTS, encoder().tokens(TEXTS), strict=True):
        assert len(tokens.spans) == len(tokens.vectors)
        ends = [0, *(end for _, end in tokens.spans)]
        assert all(a <= start <= end for a, (start, end) in zip(ends, tokens.spans, strict=False))
        assert ends[-1] <= len(text)
    first = encoder().tokens(TEXTS[:1])[0]
    assert [TEXTS[0][start:end] for start, end in first.spans][:3] == ["The", "minister", "signed"]


@pytest.mark.slow
def test_fidelity(model: Path) -> None:
    exported, source = encoder(), TransformersEncoder(str(bundled.folder()))
    assert exported._fallback is None  # type: ignore[attr-defined]
    assert np.abs(exported.encode(TEXTS) - source.encode(TEXTS)).max() < 1e-4
    assert source.encode([]).shape == (0, 384)
    for ours, theirs in zip(exported.tokens(TEXTS), source.tokens(TEXTS), strict=True):
        assert ours.spans == theirs.spans
        if ours.spans:
            assert np.abs(ours.vectors - theirs.vectors).max() < 1e-4


@pytest.mark.slow
def test_without_a_cache_the_source_itself_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: Path
) -> None:
    expected = encoder().encode(TEXTS)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XREF_CACHE", str(tmp_path / "file"))
    without = BundledEncoder()
    assert np.abs(without.encode(TEXTS) - expected).max() < 1e-4
    assert without._fallback is not None
    assert without.name == "all-MiniLM-L6-v2"


@pytest.mark.slow
def test_two_processes_start_with_an_empty_cache(tmp_path: Path) -> None:
    both = [in_a_process(tmp_path / "cache") for _ in range(2)]
    answers = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert len({out.rsplit(" ", 1)[0] for out, _ in answers}) == 1
    assert [err for _, err in answers] == ["", ""]
    (folder,) = (tmp_path / "cache").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["model.onnx", "seal.json"]
    third = in_a_process(tmp_path / "cache")
    out, _ = third.communicate(timeout=60)
    assert out == answers[0][0].rsplit(" ", 1)[0] + " False"


@pytest.mark.slow
@pytest.mark.parametrize("part", ["model.onnx", "seal.json"])
def test_a_damaged_cache_is_repaired(
    model: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def export(target: Path) -> None:
        # The export itself is tested above; here counts that it is asked for, and put in place.
        made.append(target)
        target.write_bytes(whole["model.onnx"])

    whole = {name: (model.parent / name).read_bytes() for name in ("model.onnx", "seal.json")}
    monkeypatch.setattr(encoders, "_export", export)
    (model.parent / part).write_bytes(whole[part][: len(whole[part]) // 2])
    assert encoder().encode(["x"]).shape == (1, 384)
    assert len(made) == 1
    assert (model.parent / "model.onnx").read_bytes() == whole["model.onnx"]
    encoder().encode(["x"])
    assert len(made) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["no/such-model", "no such model", "../nowhere", "."])
def test_a_model_that_is_not_to_be_had(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # An address on this machine where nobody answers: no network is asked.
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    unknown = encoder(name)
    with pytest.raises(ModelError, match="check the name and the network, or leave out --encoder"):
        unknown.encode(["x"])


def test_loading_waits_for_use() -> None:
    assert encoder("no/such-model").name == "no/such-model"
