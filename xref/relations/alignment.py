"""How much of a claim a passage says again: each word of the claim with its nearest in the passage.

Greedy matching of contextual word vectors, as in BERTScore (Zhang et al. 2020). A word counts by
its rarity among the texts at hand: in the reports on one event the event's own words are in every
sentence, and say nothing of whether two sentences state the same. Numbers are left out: they are
compared as values.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz import fuzz

from xref.encoders import Tokens

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt

    from xref.encoders import Floats

    Numbers: TypeAlias = npt.NDArray[np.float64]
    Places: TypeAlias = npt.NDArray[np.int64]
    Marks: TypeAlias = npt.NDArray[np.bool_]

Rarity = Callable[[str], float]
"""How much a word tells, 0 to 1."""

_LEAST_RARITY = 0.15
_LEAST_TEXTS = 200
"""The four stories have 111 to 176 at hand; their macro-F1 is the same without it."""
_LEAST_NAME = 5
_SAME_NAME = 88.0
"""Similarity (indel, 0 to 100) from which two names are one in two spellings: Abboud / Abbud 91,
Cavusoglu / Chavushoglu 90, Hasan / Hassan 91 are; Austria / Australia 87.5 and Niger / Nigeria 83
are not. (Kettani / Kettaneh, 80, is the price.)"""
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{3,60})[\"”“»]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION_WEIGHT = 0.1
_STRESS = 1.5
"""Weights of function words, and of names and quoted words, beside 1.0 for other words."""
_ASIDE_WEIGHT = 0.25
"""Weight of the words that say who says it: what is said decides whether it is said again."""
_IN_CONTEXT = 0.9
"""Likeness of a name that stands not in the passage but in its headline or next to it."""

FUNCTION_WORDS = frozenset(
    (  # noqa: SIM905 - a list of literals would be 130 lines long
        "a about after again all also although am an and any are as at be because been before "
        "being both but by can could did do does doing done during each either even ever few for "
        "from further had has have having he her here hers him himself his how however i if in "
        "into is it its itself just let like may me might more most much must my no nor not now "
        "of off on once only or other our out over own per s same shall she should since so some "
        "still such t than that the their them themselves then there these they this those though "
        "through to too under until up upon us very was we were what when where whether which "
        "while who whom whose why will with within without would yet you your said says say "
        "saying told tells added according reported reports mr mrs ms"
    ).split(" ")
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and, where it was encoded, one unit vector each."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]
    """The same as `fold` writes them; a passage is read once and compared with many claims."""
    starts: tuple[int, ...]
    """Where each begins in its text."""
    names: tuple[bool, ...]
    quoted: tuple[bool, ...]
    """Inside a short quotation, whose very words are the point."""
    vectors: "Floats | None" = field(default=None, compare=False)
    """(words, dimensions)."""

    def weights(self, rarity: Rarity, focus: tuple[int, int] | None) -> list[float]:
        """Return what each word counts; words outside the focus (`he said`) count little."""
        return [
            self._kind(place, focus) * (rarity(text) if self.tells(place, focus) else 1.0)
            for place, text in enumerate(self.texts)
        ]

    def tells(self, place: int, focus: tuple[int, int] | None) -> bool:
        """Whether the word at `place` is a content word of what is said."""
        return self._kind(place, focus) > _ASIDE_WEIGHT

    def _kind(self, place: int, focus: tuple[int, int] | None) -> float:
        if self.texts[place].casefold() in FUNCTION_WORDS:
            return _FUNCTION_WEIGHT
        if focus and not focus[0] <= self.starts[place] < focus[1]:
            return _ASIDE_WEIGHT
        return _STRESS if self.names[place] or self.quoted[place] else 1.0


@dataclass(frozen=True, slots=True)
class _Stress:
    """What the words of a claim count."""

    weights: "Numbers"
    telling: "Places"
    """Places of its content words."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a claim's words find themselves in a passage."""

    said_again: float
    """Weighted mean of the likeness of each word to its nearest."""
    weakest: float
    """One less the mean of the three greatest losses, a word's loss being its weight times what
    its likeness lacks to 1."""


def words(text: str, tokens: Tokens | None = None) -> Words:
    """Return the words of a text, with vectors where it was encoded."""
    read = _words(text)
    return read if tokens is None else _encoded(read, tokens)


@lru_cache(maxsize=8_192)
def _words(text: str) -> Words:
    found = list(_WORD.finditer(text))
    quotations = [match.span(1) for match in _QUOTED.finditer(text)]
    starts = tuple(match.start() for match in found)
    return Words(
        texts=tuple(match.group() for match in found),
        folded=tuple(fold(match.group()) for match in found),
        starts=starts,
        names=tuple(_is_name(text, match) for match in found),
        quoted=tuple(any(a <= start < b for a, b in quotations) for start in starts),
    )


def _encoded(read: Words, tokens: Tokens) -> Words:
    """Join word pieces to words; a word's vector is the mean of its pieces.

    Words beyond the last piece are left out.
    """
    import numpy as np

    kept, held = [], []
    spans, piece = tokens.spans, 0
    for place, (start, word) in enumerate(zip(read.starts, read.texts, strict=True)):
        while piece < len(spans) and spans[piece][1] <= start:
            piece += 1
        first = piece
        while piece < len(spans) and spans[piece][0] < start + len(word):
            piece += 1
        if piece > first:
            kept.append(place)
            held.append((first, piece))
    matrix = _means(tokens.vectors, held)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return Words(
        texts=tuple(read.texts[place] for place in kept),
        folded=tuple(read.folded[place] for place in kept),
        starts=tuple(read.starts[place] for place in kept),
        names=tuple(read.names[place] for place in kept),
        quoted=tuple(read.quoted[place] for place in kept),
        vectors=matrix / np.maximum(norms, 1e-9),
    )


@lru_cache(maxsize=256)
def _stress(claim: Words, focus: tuple[int, int] | None, rare: Rarity) -> _Stress:
    """Weigh a claim's words once, however many passages it is compared with."""
    import numpy as np

    telling = [place for place in range(len(claim.texts)) if claim.tells(place, focus)]
    return _Stress(np.array(claim.weights(rare, focus)), np.array(telling, np.int64))


def _means(vectors: "Floats", runs: Sequence[tuple[int, int]]) -> "Floats":
    """Return the mean of each run of rows."""
    import numpy as np

    if not runs:
        return np.zeros((0, vectors.shape[1]), dtype=np.float32)
    places = np.array(runs)
    # A run may end at the last row, which `reduceat` takes for no place.
    padded = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])
    sums = np.add.reduceat(padded, places.ravel())[::2]
    return np.asarray(sums / (places[:, 1:] - places[:, :1]).astype(np.float32), dtype=np.float32)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is written as a name where a common word would not be."""
    word = match.group()
    if not word[0].isupper() or word.casefold() in FUNCTION_WORDS:
        return False
    before = text[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:\"“”„»«'‘’(-–—"


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word in lower-case Latin letters without accents, whatever its script."""
    return anyascii(word).casefold()


def _written(words_: Words) -> list[str]:
    """The words that may be names, as `fold` writes them."""
    return [
        word
        for word, text in zip(words_.folded, words_.texts, strict=True)
        if text[0].isupper() and len(word) >= _LEAST_NAME
    ]


def _like_any(name: str, others: list[str]) -> bool:
    """Whether a name stands there in another spelling (`Hasan`, `Hassan`)."""
    return len(name) >= _LEAST_NAME and any(
        fuzz.ratio(name, other) >= _SAME_NAME for other in others
    )


def rarity(texts: Iterable[str]) -> Rarity:
    """Return how rare words are among distinct texts, from their document frequency.

    Of very few texts nothing can be told: they are taken for a part of `_LEAST_TEXTS`.
    """
    told = {
        text: {m.group().casefold() for m in _WORD.finditer(text)} for text in dict.fromkeys(texts)
    }
    counts = Counter(word for found in told.values() for word in found)
    many = max(_LEAST_TEXTS, len(told)) + 2
    whole = math.log(many)

    @cache
    def rare(word: str) -> float:
        share = math.log(many / (counts[word.casefold()] + 0.5)) / whole
        return max(_LEAST_RARITY, min(1.0, share))

    return rare


def align(
    claim: Words,
    passage: Words,
    context: frozenset[str],
    focus: tuple[int, int] | None,
    rare: Rarity,
) -> Alignment:
    """Align a claim with a passage, both encoded.

    `context` holds the words around the passage, as `fold` writes them; `focus` bounds the part of
    the claim that is said, as against who says it.
    """
    import numpy as np

    if not claim.texts or not passage.texts or claim.vectors is None or passage.vectors is None:
        return Alignment(0.0, 0.0)
    table = claim.vectors @ passage.vectors.T
    same, near = _met(claim, passage, context)
    best = np.where(same, 1.0, np.maximum(table.max(axis=1), near * _IN_CONTEXT))
    stress = _stress(claim, focus, rare)
    weights = stress.weights
    losses = np.sort((weights * (1.0 - best))[stress.telling])[-3:]
    return Alignment(
        said_again=float((best * weights).sum() / weights.sum()),
        weakest=1.0 - float(losses.mean()) if losses.size else 1.0,
    )


def said_in_its_words(
    claim: Words,
    passage: Words,
    context: frozenset[str],
    focus: tuple[int, int] | None,
    rare: Rarity,
) -> float:
    """Return how much of a claim a passage says again in the very same words and names."""
    import numpy as np

    if not claim.texts or not passage.texts:
        return 0.0
    same, near = _met(claim, passage, context)
    weights = _stress(claim, focus, rare).weights
    return float((np.where(same, 1.0, near * _IN_CONTEXT) * weights).sum() / weights.sum())


def _met(claim: Words, passage: Words, context: frozenset[str]) -> "tuple[Marks, Marks]":
    """Return which words of a claim stand in a passage, and which names near it."""
    import numpy as np

    there, names = set(passage.folded), _written(passage)
    told = list(zip(claim.folded, claim.names, strict=True))
    same = np.array([word in there or (name and _like_any(word, names)) for word, name in told])
    near = np.array([name and word in context for word, name in told])
    return same, near
