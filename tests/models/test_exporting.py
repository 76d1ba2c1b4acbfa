"""What the cache holds: made once, sealed, and never half a file."""

import json
import logging
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from xref.errors import ModelError
from xref.models import bundled, exporting, hub
from xref.models.quiet import silence


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the model `some-1` in a cache of its own."""
    monkeypatch.setenv("XREF_CACHE", str(tmp_path / "deep" / "cache"))
    return tmp_path / "deep" / "cache" / "some-1"


class Maker:
    """Writes a model and counts how often it is asked to."""

    def __init__(self, content: bytes = b"a model") -> None:
        self.content = content
        self.times = 0

    def __call__(self, target: Path) -> None:
        self.times += 1
        (target.parent / "before-quantising").write_bytes(b"a bigger model")
        target.write_bytes(self.content)


def test_made_once(folder: Path) -> None:
    make = Maker()
    model = exporting.exported("some-1", make)
    assert model == folder / "model.onnx"
    assert exporting.exported("some-1", make) == model
    assert (model.read_bytes(), make.times) == (b"a model", 1)
    assert sorted(path.name for path in folder.iterdir()) == ["model.onnx", "seal.json"]


def test_a_model_that_was_begun_is_loaded_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    monkeypatch.setattr(exporting, "_loaded", lambda model: loaded.append(model) or "a session")
    model = exporting.exported("some-1", Maker())
    exporting.ahead("some-1")
    exporting.ahead("some-1")
    assert exporting.session(model) == "a session"
    assert loaded == [model]
    exporting.session(model)
    assert loaded == [model, model], "a later one has a session of its own"


def test_nothing_is_begun_that_is_not_as_it_was_sealed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    monkeypatch.setattr(exporting, "_loaded", loaded.append)
    exporting.ahead("some-1")
    model = exporting.exported("some-1", Maker())
    model.write_bytes(b"another")
    exporting.ahead("some-1")
    assert (loaded, exporting._AHEAD) == ([], {})


def test_another_name_is_another_model(folder: Path) -> None:
    make = Maker()
    assert exporting.exported("some-1", make) != exporting.exported("some-2", make)
    assert make.times == 2


@pytest.mark.parametrize("part", ["model.onnx", "seal.json"])
@pytest.mark.parametrize("content", [None, b"", b"a mod", b"{}", b"[]", b"\xff", b"null"])
def test_what_is_damaged_is_made_anew(folder: Path, part: str, content: bytes | None) -> None:
    make = Maker()
    exporting.exported("some-1", make)
    if content is None:
        (folder / part).unlink()
    else:
        (folder / part).write_bytes(content)
    assert exporting.exported("some-1", make).read_bytes() == b"a model"
    assert make.times == 2
    exporting.exported("some-1", make)
    assert make.times == 2


def test_a_failure_leaves_nothing_that_could_be_taken_for_a_model(folder: Path) -> None:
    def fail(target: Path) -> None:
        target.write_bytes(b"half a mod")
        raise RuntimeError("no more room")

    with pytest.raises(RuntimeError, match="no more room"):
        exporting.exported("some-1", fail)
    assert list(folder.iterdir()) == []
    assert exporting.exported("some-1", Maker()).read_bytes() == b"a model"


def test_a_failure_leaves_what_was_there(folder: Path) -> None:
    exporting.exported("some-1", Maker())
    (folder / "seal.json").unlink()

    def fail(target: Path) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        exporting.exported("some-1", fail)
    assert [path.name for path in folder.iterdir()] == ["model.onnx"]


def test_the_seal_is_the_models_digest(folder: Path) -> None:
    model = exporting.exported("some-1", Maker())
    sealed = json.loads((folder / "seal.json").read_text())["sha256"]
    assert sealed == exporting.digest(model)
    assert len(sealed) == 64


def test_an_unchanged_model_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exporting.exported("some-1", Maker())
    exporting.exported("some-1", Maker())
    monkeypatch.setattr(exporting, "digest", lambda _: pytest.fail("read again"))
    exporting.exported("some-1", Maker())


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    make = Maker()
    model = exporting.exported("some-1", make)
    exporting.exported("some-1", make)
    before = model.stat()
    model.write_bytes(b"a medal")
    os.utime(model, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert exporting.exported("some-1", make).read_bytes() == b"a model"
    assert make.times == 2


def test_a_cache_that_cannot_be_written(folder: Path) -> None:
    folder.parent.parent.mkdir()
    folder.parent.write_text("a file in the way")
    with pytest.raises(OSError, match="cache"):
        exporting.exported("some-1", Maker())


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert exporting.cache_folder() == tmp_path / "deep" / "cache"
    monkeypatch.delenv("XREF_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert exporting.cache_folder().name == "xref"
    assert tmp_path in exporting.cache_folder().parents


@pytest.mark.slow
def test_an_export_answers_like_its_source(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    import torch

    class Sides(torch.nn.Module):
        def forward(self, input_ids, attention_mask):
            kept = input_ids.float() * attention_mask
            return kept.sum(dim=1), kept * 2

    ids = torch.tensor([[1, 2, 3], [4, 5, 0]])
    examples = {"input_ids": ids, "attention_mask": (ids > 0).long()}
    with silence():
        exporting.write(Sides(), examples, ["sums", "doubled"], tmp_path / "model.onnx")
    assert capfd.readouterr() == ("", "")
    other = np.array([[7, 8, 9, 10]])
    feeds = {"input_ids": other, "attention_mask": np.array([[1, 1, 1, 0]])}
    sums, doubled = exporting.session(tmp_path / "model.onnx").run(None, feeds)
    assert sums.tolist() == [24.0]
    assert doubled.tolist() == [[14.0, 16.0, 18.0, 0.0]]
    feeds["attention_mask"] = np.array([[1, 1, 1, 1]])
    with pytest.raises(RuntimeError, match="differs from its source"):
        exporting._check(tmp_path / "model.onnx", feeds, [sums, doubled])


def test_only_the_published_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bundled.published() == bundled.folder()
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(bundled, "folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="is not the published all-MiniLM-L6-v2"):
        bundled.published()


def test_the_tokenizer_neither_cuts_nor_pads() -> None:
    short, long = bundled.tokenizer().encode_batch(["a bridge", "a bridge " * 400])
    assert (len(short), len(long)) == (4, 802)


def test_the_network_is_asked_only_for_what_is_not_here(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def load(*, local_files_only: bool) -> str:
        asked.append(local_files_only)
        if local_files_only and not here:
            raise OSError("not here")
        return "a model"

    for here, answers, expected in (
        (True, True, [True]),
        (False, True, [True, False]),
        (False, False, [True]),
    ):
        asked.clear()
        monkeypatch.setattr(hub, "_answers", lambda answers=answers: answers)
        if here or answers:
            assert hub.loaded("judge", "no/such", "another", load) == "a model"
        else:
            with pytest.raises(ModelError, match=r"'no/such'.*--judge to use another\."):
                hub.loaded("judge", "no/such", "another", load)
        assert asked == expected


def test_silence_ends(capfd: pytest.CaptureFixture) -> None:
    with silence(), silence():
        sys.stderr.write("progress\n")
    assert logging.root.manager.disable == logging.NOTSET
    sys.stderr.write("heard\n")
    assert capfd.readouterr().err == "heard\n"
