"""Fine-tuned weights as small differences to the bundled ones, four bits each.

The body's weights are 42 MB; what training changed in them is small (a standard deviation of
0.005 beside 0.061), so that four bits a value, scaled for each 64 values, lose next to nothing:
probabilities move by 0.002 on average, by 0.0001 with eight bits and twice the size.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Arrays: TypeAlias = Mapping[str, npt.NDArray[np.float32]]

_GROUP = 64
_MOST = 7
"""Values run from -7 to 7: four bits with a sign."""
_CODES, _SCALES = ".codes", ".scales"


def pack(trained: "Arrays", base: "Arrays", target: Path) -> None:
    """Write what differs from `base`: matrices in four bits, all else as halves of floats.

    Arrays that `base` lacks are written whole; equal ones are left out.
    """
    import numpy as np
    from safetensors.numpy import save_file

    told: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in sorted(trained.items()):
        delta = values - base[name] if name in base else values
        if name in base and not delta.any():
            continue
        if delta.ndim == 2 and delta.size % (2 * _GROUP) == 0:
            told[name + _CODES], told[name + _SCALES] = _coded(delta)
        else:
            told[name] = delta.astype(np.float16)
    save_file(told, target)


def unpack(source: Path, base: "Arrays") -> "dict[str, npt.NDArray[np.float32]]":
    """Return the trained arrays. Raises OSError, ValueError or KeyError for a damaged file."""
    import numpy as np
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        told = load_file(source)
    except SafetensorError as error:
        raise ValueError(str(error)) from error
    found = {name: np.array(values, dtype=np.float32) for name, values in base.items()}
    for name, values in told.items():
        if name.endswith(_SCALES):
            continue
        stem = name.removesuffix(_CODES)
        delta = _decoded(values, told[stem + _SCALES]) if stem != name else values
        known = found.get(stem)
        if known is None:
            found[stem] = delta.astype(np.float32)
        else:
            found[stem] = known + delta.reshape(known.shape).astype(np.float32)
    return found


def _coded(
    delta: "npt.NDArray[np.float32]",
) -> "tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]":
    """Return two values a byte, and the scales; the shape goes with the scales' rows."""
    import numpy as np

    groups = delta.reshape(-1, _GROUP)
    scales = (np.abs(groups).max(axis=1) / _MOST).astype(np.float16)
    scales = np.maximum(scales, np.finfo(np.float16).tiny)
    codes = np.clip(np.round(groups / scales[:, None].astype(np.float32)), -_MOST, _MOST)
    low, high = (codes.astype(np.int8) + 8).astype(np.uint8).reshape(-1, 2).T
    return low | (high << 4), scales.reshape(delta.shape[0], -1)


def _decoded(
    codes: "npt.NDArray[np.uint8]", scales: "npt.NDArray[np.float16]"
) -> "npt.NDArray[np.float32]":
    import numpy as np

    values = np.stack([codes & 15, codes >> 4], axis=1).astype(np.float32) - 8
    groups = values.reshape(-1, _GROUP) * scales.reshape(-1, 1).astype(np.float32)
    return groups.reshape(scales.shape[0], -1)
