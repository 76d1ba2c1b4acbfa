"""ONNX forms of models, made once into the user's cache, sealed, and run without torch."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

_TOLERANCE = 1e-3
"""Between the answers of torch and of its export; on MiniLM they differ by less than 1e-5."""


def cache_folder() -> Path:
    """Return the folder for derived files: XREF_CACHE, or the user's cache folder."""
    import platformdirs

    return Path(os.environ.get("XREF_CACHE") or platformdirs.user_cache_dir("xref"))


def exported(folder_name: str, make: Callable[[Path], None]) -> Path:
    """Return a model in the cache, made first where it is missing or not what was sealed.

    `make` writes the model to the path that it is given, in a temporary folder where it may leave
    other files. The folder's name says of which weights and by which recipe it is made. Raises
    OSError where the cache cannot be written, and whatever `make` raises.
    """
    folder = cache_folder() / folder_name
    model, seal = folder / "model.onnx", folder / "seal.json"
    if not _sealed(model, seal):
        folder.mkdir(parents=True, exist_ok=True)
        _make(model, seal, make)
    return model


def _sealed(model: Path, seal: Path) -> bool:
    """Whether the model is the sealed one; read again only where size or time are not as noted."""
    try:
        told = json.loads(seal.read_text())
        if told.get("seen") == _seen(model):
            return True
        if digest(model) != told["sha256"]:
            return False
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    with suppress(OSError):
        _write_seal(model, seal, told["sha256"])
    return True


def _seen(model: Path) -> list[int]:
    """Size, and times of the last change of content and of place, in nanoseconds."""
    found = model.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _write_seal(model: Path, seal: Path, sha256: str) -> None:
    with tempfile.TemporaryDirectory(dir=seal.parent) as scratch:
        fresh = Path(scratch) / seal.name
        fresh.write_text(json.dumps({"sha256": sha256, "seen": _seen(model)}))
        fresh.replace(seal)


def _make(model: Path, seal: Path, make: Callable[[Path], None]) -> None:
    """Write the ONNX form beside its place and move it there, so that no reader sees half a file.

    Two processes may do this at once: each writes its own temporary files, the moves are atomic,
    and both write the same bytes' seal last.
    """
    with tempfile.TemporaryDirectory(dir=model.parent) as scratch:
        fresh, sealed = Path(scratch) / model.name, Path(scratch) / seal.name
        make(fresh)
        sealed.write_text(json.dumps({"sha256": digest(fresh)}))
        fresh.replace(model)
        sealed.replace(seal)


def digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(module: Any, inputs: Mapping[str, Any], outputs: Sequence[str], target: Path) -> None:
    """Export a torch module to ONNX, for any number of texts and of word pieces.

    `inputs` are examples of its arguments by name, each (batch, pieces), with some padding: a
    mask of ones would be optimised out of the graph. Raises RuntimeError where the export answers
    otherwise than torch does.
    """
    import torch

    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("pieces")}
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        str(target),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_shapes=dict.fromkeys(inputs, axes),
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    with torch.no_grad():
        expected = module(*inputs.values())
    if len(outputs) == 1:
        expected = (expected,)
    feeds = {name: example.numpy() for name, example in inputs.items()}
    _check(target, feeds, [answer.numpy() for answer in expected])


def _check(model: Path, feeds: Mapping[str, Any], expected: Sequence[Any]) -> None:
    """Refuse an export that answers otherwise than torch does, padding included."""
    import numpy as np

    answers = session(model).run(None, dict(feeds))
    for answer, wanted in zip(answers, expected, strict=True):
        if not np.allclose(answer, wanted, atol=_TOLERANCE):
            raise RuntimeError("the exported model differs from its source")


_AHEAD: dict[Path, Future[Any]] = {}
"""Models that are being loaded, each until it is asked for."""


def ahead(folder_name: str) -> None:
    """Begin to load a model beside what else is to be done, where the cache has it."""
    folder = cache_folder() / folder_name
    model = folder / "model.onnx"
    if model not in _AHEAD and _sealed(model, folder / "seal.json"):
        loader = ThreadPoolExecutor(1)
        _AHEAD[model] = loader.submit(_loaded, model)
        loader.shutdown(wait=False)


def session(model: Path) -> Any:
    """Return an onnxruntime session that works on one core; `batching.answered` uses the others."""
    begun = _AHEAD.pop(model, None)
    return begun.result() if begun else _loaded(model)


def _loaded(model: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
