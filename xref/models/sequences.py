"""Features of words -> labels: the shipped sequence model (a linear chain, crfsuite)."""

import gzip
import zlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from xref.errors import ModelError


def weights_file() -> Path:
    """Return the shipped weights, packed."""
    return Path(str(resources.files("xref") / "models" / "attributions.crf.gz"))


class SequenceModel:
    """The labels of a run of words, the likeliest run of them."""

    def __init__(self, weights: Path | None = None) -> None:
        self._weights = weights or weights_file()

    def labels(self, features: Sequence[list[str]]) -> list[str]:
        """Return a label for each word. Raises ModelError where the weights cannot be read."""
        return list(self._tagger.tag(features)) if features else []

    @cached_property
    def _tagger(self) -> Any:
        import pycrfsuite

        tagger = pycrfsuite.Tagger()
        # crfsuite reads this memory as long as it tags, without holding it, and trusts every
        # byte; gzip's checksum is what keeps damaged weights from it.
        try:
            self._unpacked = gzip.decompress(self._weights.read_bytes())
            tagger.open_inmemory(self._unpacked)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise ModelError(
                f"The weights {self._weights} cannot be read ({error}); install xref again."
            ) from error
        return tagger
