"""Text that was copied: sentences of one text found again in another, in other words too.

A cheap pass compares word trigrams; only pairs that share some are aligned, sentence by sentence,
by the words that both have in the same order. So copies are found that were cut, put in another
order, pasted among other news or reworded, also by machine. What is not found is not shown to be
independent.
"""

from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from xref.origins.wording import Sentence, wording
from xref.records import Article
from xref.settings import Settings

_SHOWN = 200
"""Characters of a copied sentence that are shown."""
_GRAM = 3
_LEAST_WORDS = 6
"""Shorter sentences are alike by chance."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts of which one holds much of the other."""

    share: float
    """The greater of the two shares of words that lie in sentences both have, 0 to 1."""
    words: str
    """The longest of these sentences that are most alike, as the first text has it."""
    passages: tuple[tuple[Span, Span], ...]
    """Which sentence of the first text is which of the second, by their offsets."""

    @property
    def turned(self) -> "Copy":
        """The same, seen from the second text."""
        return Copy(self.share, self.words, tuple((b, a) for a, b in self.passages))

    def covers(self, start: int, end: int) -> bool:
        """Whether a passage of the first text lies in what was copied."""
        return any(first < end and start < last for (first, last), _ in self.passages)


class Reuse:
    """Compares texts pair by pair; each text is cut once, each pair compared once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._wording = wording()
        self._cut: dict[str, tuple[Sentence, ...]] = {}
        self._grams: dict[str, frozenset[str]] = {}
        self._copies: dict[tuple[str, str], Copy | None] = {}
        self.furniture: frozenset[str] = frozenset()
        """Sentences, as their folded words, that never count as copied."""

    def copy(self, one: Article, other: Article) -> Copy | None:
        """Return what the two share where one is a copy of the other; else None."""
        if one.id > other.id:
            turned = self.copy(other, one)
            return turned.turned if turned else None
        key = (one.id, other.id)
        if key not in self._copies:
            self._copies[key] = self._compare(one, other)
        return self._copies[key]

    def sentences(self, article: Article) -> tuple[Sentence, ...]:
        """Return an article's sentences in folded words, without quotations and furniture."""
        if article.id not in self._cut:
            self._cut[article.id] = self._wording.sentences(article.text)
        return tuple(s for s in self._cut[article.id] if s.words not in self.furniture)

    def _compare(self, one: Article, other: Article) -> Copy | None:
        a, b = self._trigrams(one), self._trigrams(other)
        least = self._settings.copy_trigrams * min(len(a), len(b))
        if not a or not b or len(a & b) < least:
            return None
        return self._aligned(one, other)

    def _aligned(self, one: Article, other: Article) -> Copy | None:
        a, b = self.sentences(one), self.sentences(other)
        ours, theirs = (np.array([len(s.words) for s in side]) for side in (a, b))
        common = process.cdist(
            [s.words for s in a], [s.words for s in b], scorer=LCSseq.similarity, dtype=np.int32
        )
        likeness = 2.0 * common / (ours[:, None] + theirs[None])
        likeness[np.minimum(ours[:, None], theirs[None]) < _LEAST_WORDS] = 0.0
        short = bool(min(ours.sum(), theirs.sum()) < self._settings.copy_short)
        limits = self._settings
        alike = likeness >= (limits.copy_short_likeness if short else limits.copy_likeness)
        counts = ours[alike.any(axis=1)].sum(), theirs[alike.any(axis=0)].sum()
        share = max(float(counts[0] / ours.sum()), float(counts[1] / theirs.sum()))
        if not self._enough(share, int(max(counts)), short=short):
            return None
        best = [(int(i), int(likeness[i].argmax())) for i in np.flatnonzero(alike.any(axis=1))]
        best += [(int(likeness[:, j].argmax()), int(j)) for j in np.flatnonzero(alike.any(axis=0))]
        shown = max(best, key=lambda p: (common[p], -p[0]))[0]
        words = one.text[a[shown].start : a[shown].end].strip()
        return Copy(round(share, 4), words[:_SHOWN], _spans(a, b, best))

    def _enough(self, share: float, words: int, *, short: bool) -> bool:
        limits = self._settings
        if short:
            return share >= limits.copy_whole and words >= limits.copy_short_words
        return share >= limits.copy_share and words >= limits.copy_words

    def _trigrams(self, article: Article) -> frozenset[str]:
        if article.id not in self._grams:
            self._grams[article.id] = frozenset(
                s.words[i : i + _GRAM]
                for s in self.sentences(article)
                for i in range(len(s.words) - _GRAM + 1)
            )
        return self._grams[article.id]


def _spans(
    a: tuple[Sentence, ...], b: tuple[Sentence, ...], pairs: list[tuple[int, int]]
) -> tuple[tuple[Span, Span], ...]:
    return tuple(((a[i].start, a[i].end), (b[j].start, b[j].end)) for i, j in sorted(set(pairs)))
