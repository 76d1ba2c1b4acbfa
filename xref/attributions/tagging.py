"""paragraph -> which words are a source, a cue, a content: learnt from labelled articles.

A linear chain over what `features` sees, the rules' own guesses (`marks`) among it. It marks each
word once, as the annotators of PolNeAR do, and does not say which source goes with which content.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from xref.attributions.features import seen
from xref.attributions.marks import LONGEST
from xref.attributions.quotes import Span
from xref.models.sequences import SequenceModel

SOURCE, CUE, CONTENT, NONE = "s", "c", "t", "o"
"""The model's labels."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The spans of a paragraph, in order; none overlaps another."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]


def tagged(text: str, parts: Sequence[Span], model: SequenceModel | None = None) -> Tagged:
    """Mark a paragraph, given as its sentences.

    A span ends with its sentence. Raises ModelError where the shipped weights are damaged.
    """
    paragraph = seen(text, parts)
    labels = (model or _shipped()).labels(paragraph.features)
    found: dict[str, list[Span]] = {SOURCE: [], CUE: [], CONTENT: [], NONE: []}
    told = zip(paragraph.tokens, labels, paragraph.sentences, strict=True)
    for (label, _), run in groupby(told, key=lambda word: (word[1], word[2])):
        tokens = [word[0] for word in run]
        found[label].append((tokens[0].start, tokens[-1].end))
    return Tagged(tuple(found[SOURCE]), tuple(found[CUE]), tuple(found[CONTENT]))


def is_cue(text: str, start: int, end: int, place: int) -> bool:
    """Whether the word at `place` in the sentence `text[start:end]` is marked as a cue.

    Of an endless sentence only the first part is read.
    """
    return any(a <= place < b for a, b in _cues(text, start, min(end, start + LONGEST)))


@lru_cache(maxsize=1)
def _cues(text: str, start: int, end: int) -> tuple[Span, ...]:
    return tagged(text, [(start, end)]).cues


@cache
def _shipped() -> SequenceModel:
    return SequenceModel()
