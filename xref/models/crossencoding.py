"""Pairs of texts -> logits: the shipped cross-encoder through onnxruntime.

What ships are the differences to the bundled body; body and differences are put together and
exported once into the user's cache, and then run without torch. In fp32: with int8, whose scales
depend on all that is in a batch and on the processor, the probability of one pair in twenty moved
by 0.03 and more (1,237 news pairs, at most 0.4), for 1.5 times the speed on a processor with AVX2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xref.models import bundled, exporting
from xref.models.batching import answered, by_length

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float32]

LABELS = ("supports", "refutes", "neutral")
TYPES = ("number", "date", "place", "actor", "negation", "modality", "attribution")
"""What the model answers: labels first, then in what a refuting passage differs.

One more answer follows: whether a reader would say that the passage, found beside the claim, states
what the claim mainly asserts. The labels are learnt of sentences that stand alone and are strict
about what follows from what; this one is learnt of found passages.
"""
ANSWERS = len(LABELS) + len(TYPES) + 1
CLAIM_PIECES = 64
PASSAGE_PIECES = 128
"""Word pieces that are read of each side; 1 in 400 claims of news is longer."""
_RECIPE = 3
"""Raised when the export below changes, so that older exports in caches are made anew."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A pair as the model reads it: the passage first, the claim second."""

    ids: tuple[int, ...]
    sides: tuple[int, ...]
    """0 for the passage's word pieces, 1 for the claim's."""


class PairCoder:
    """Turns pairs into ids; the same form in training and at run time."""

    def __init__(self) -> None:
        self._tokenizer = bundled.tokenizer()
        self._start = self._tokenizer.token_to_id("[CLS]")
        self._end = self._tokenizer.token_to_id("[SEP]")

    def code(self, claims: Sequence[str], passages: Sequence[str]) -> list[Coded]:
        """Return the coded pairs, in their order."""
        return [
            self._joined(claim, passage)
            for claim, passage in zip(
                self._pieces(claims, CLAIM_PIECES),
                self._pieces(passages, PASSAGE_PIECES),
                strict=True,
            )
        ]

    def _pieces(self, texts: Sequence[str], most: int) -> list[list[int]]:
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [encoding.ids[:most] for encoding in found]

    def _joined(self, claim: list[int], passage: list[int]) -> Coded:
        first = [self._start, *passage, self._end]
        second = [*claim, self._end]
        return Coded((*first, *second), (0,) * len(first) + (1,) * len(second))


def stacked(pairs: Sequence[Coded]) -> "dict[str, npt.NDArray[np.int64]]":
    """Return the model's inputs for pairs, padded to the longest: three (pairs, pieces)."""
    import numpy as np

    longest = max(len(pair.ids) for pair in pairs)
    inputs = {
        name: np.zeros((len(pairs), longest), dtype=np.int64)
        for name in ("input_ids", "attention_mask", "token_type_ids")
    }
    for row, pair in enumerate(pairs):
        inputs["input_ids"][row, : len(pair.ids)] = pair.ids
        inputs["attention_mask"][row, : len(pair.ids)] = 1
        inputs["token_type_ids"][row, : len(pair.ids)] = pair.sides
    return inputs


class PairModel:
    """The shipped cross-encoder."""

    def logits(self, claims: Sequence[str], passages: Sequence[str]) -> "Floats":
        """Return the logits of each pair, (pairs, ANSWERS); equal pairs are read once.

        Raises ModelError where the bundled body is missing or not the published one; OSError,
        RuntimeError, ValueError or ImportError where the export cannot be made.
        """
        import numpy as np

        told = self._coder.code(claims, passages)
        rows = {pair: row for row, pair in enumerate(dict.fromkeys(told))}
        coded, session = list(rows), self._session
        out = np.zeros((len(coded), ANSWERS), dtype=np.float32)

        def read(places: list[int]) -> "Floats":
            (logits,) = session.run(None, stacked([coded[place] for place in places]))
            return np.asarray(logits, dtype=np.float32)

        for places, logits in answered(by_length([len(c.ids) for c in coded]), read):
            out[places] = logits
        return out[[rows[pair] for pair in told]]

    @cached_property
    def _coder(self) -> PairCoder:
        return PairCoder()

    @cached_property
    def _session(self) -> Any:
        return exporting.session(exporting.exported(_folder_name(), _export))


def ahead() -> None:
    """Begin to load the shipped cross-encoder, where it was made ready before."""
    exporting.ahead(_folder_name())


def weights_file() -> Path:
    """Return the shipped differences."""
    return Path(str(resources.files("xref") / "models" / "crossencoder.safetensors"))


def _folder_name() -> str:
    shipped = exporting.digest(weights_file())
    return f"judge-{bundled.WEIGHTS_SHA256[:8]}-{shipped[:12]}-{_RECIPE}"


def _export(target: Path) -> None:
    """Put body and differences together, and write them."""
    import torch

    from xref.models.network import trained
    from xref.models.quiet import silence

    bundled.published()
    with silence():
        model = trained(weights_file())
        pairs = PairCoder().code(
            ["Ships left.", "The talks failed."], ["Two ships left port.", "The talks did fail."]
        )
        inputs = {name: torch.from_numpy(value) for name, value in stacked(pairs).items()}
        exporting.write(model, inputs, ["logits"], target)
