"""Models by name or folder: what is on this machine first, the network only for what is not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from xref.errors import ModelError
from xref.models.quiet import silence

_SECONDS = 5.0
"""To the first answer of the hub that has the models; it takes a fraction of one."""


def loaded(kind: str, name: str, instead: str, load: Callable[..., Any]) -> Any:
    """Return what `load` makes of a model; `local_files_only=True` keeps it off the network.

    `kind` is what the model is here and the option that names it, `instead` what xref uses
    without that option. Raises ModelError where the model is neither here nor to be had.
    """
    try:
        return _local_first(name, load)
    except Exception as error:  # whatever the hub, the disk or the format raises
        raise ModelError(
            f"The {kind} {name!r} is neither on this machine nor could it be downloaded "
            f"({type(error).__name__}); check the name and the network, or leave out "
            f"--{kind} to use {instead}."
        ) from error


def _local_first(name: str, load: Callable[..., Any]) -> Any:
    try:
        with silence():
            return load(local_files_only=True)
    except Exception:
        if Path(name).exists() or not _answers():
            raise
    return load(local_files_only=False)


def _answers() -> bool:
    """Whether there is a network: without one the hub's own client tries for over a minute."""
    import httpx
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        return False
    try:
        httpx.head(constants.ENDPOINT, timeout=_SECONDS)
    except httpx.HTTPError:
        return False
    return True
