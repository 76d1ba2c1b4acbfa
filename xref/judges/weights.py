"""The weights of sums that ship with xref."""

import json
from collections.abc import Callable
from importlib import resources
from typing import Any, TypeVar

from xref.errors import ModelError

T = TypeVar("T")


def weights(file: str, build: Callable[[Any], T]) -> T:
    """Return what `build` makes of a shipped JSON file. Raises ModelError where it cannot."""
    try:
        text = (resources.files("xref") / "models" / file).read_text("utf-8")
        return build(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The judge's weights are missing or damaged ({error}); install xref again."
        ) from error
