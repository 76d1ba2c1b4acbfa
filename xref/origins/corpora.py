"""A whole corpus -> which of its articles copy which, without comparing all with all.

Trigrams of words that only a few articles have point to the pairs that are worth an alignment: so
the time grows with the articles and not with their pairs. All counts are exact; no sketch is drawn.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from xref.origins.reuse import Copy, Reuse
from xref.records import Article

_MOST_HOSTS = 12
"""Articles from which a trigram is common language, or furniture, and points to nobody."""
_LEAST_SHARED = 6
"""Rare trigrams that a pair must share: fewer are a name or a phrase."""
_BLOCK = 2_000_000
"""Pairs that are counted at once, which bounds the memory."""
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
Ints = npt.NDArray[np.int64]


def copies(articles: Sequence[Article], reuse: Reuse) -> Iterator[tuple[int, int, Copy]]:
    """Yield the pairs of places in `articles` of which one copies the other, in order."""
    for one, other in pairs(articles, reuse):
        copy = reuse.copy(articles[one], articles[other])
        if copy:
            yield one, other, copy


def pairs(articles: Sequence[Article], reuse: Reuse) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that share rare trigrams enough to be laid side by side."""
    hosts = [_trigrams(article, reuse) for article in articles]
    grams = np.concatenate([np.zeros(0, np.uint64), *hosts])
    places = np.repeat(np.arange(len(articles)), [len(host) for host in hosts])
    del hosts
    order = np.argsort(grams, kind="stable")
    grams, places = grams[order], places[order]
    starts = (
        np.flatnonzero(np.r_[True, grams[1:] != grams[:-1]]) if len(grams) else np.zeros(0, int)
    )
    lengths = np.diff(np.r_[starts, len(grams)])
    for key in _counted(places, starts, lengths, len(articles)):
        yield divmod(int(key), len(articles))


def _counted(places: Ints, starts: Ints, lengths: Ints, most: int) -> Ints:
    """Return the pairs, as one number each, that share trigrams enough; sorted."""
    keys, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    waiting: list[Ints] = []
    for found in _pointed(places, starts, lengths, most):
        waiting.append(found)
        # As much again as is there: each is then sorted a few times only, however many there are.
        if sum(map(len, waiting)) >= max(_BLOCK, len(keys)):
            keys, counts = _added(keys, counts, waiting)
            waiting = []
    keys, counts = _added(keys, counts, waiting)
    return keys[counts >= _LEAST_SHARED]


def _pointed(places: Ints, starts: Ints, lengths: Ints, most: int) -> Iterator[Ints]:
    """Yield the pairs of the articles that have a rare trigram in common, once for each trigram."""
    for size in range(2, _MOST_HOSTS + 1):
        firsts = starts[lengths == size]
        for block in range(0, len(firsts), _BLOCK):
            at = firsts[block : block + _BLOCK]
            for i, j in combinations(range(size), 2):
                yield places[at + i] * most + places[at + j]


def _added(keys: Ints, counts: Ints, waiting: Sequence[Ints]) -> tuple[Ints, Ints]:
    """Count further pairs in."""
    if not waiting:
        return keys, counts
    new, seen = np.unique(np.concatenate(waiting), return_counts=True)
    together = np.concatenate([keys, new])
    order = np.argsort(together, kind="stable")
    together, told = together[order], np.concatenate([counts, seen])[order]
    starts = np.flatnonzero(np.diff(together, prepend=-1))
    return together[starts], np.add.reduceat(told, starts)


def _trigrams(article: Article, reuse: Reuse) -> npt.NDArray[np.uint64]:
    """Return an article's different trigrams, hashed; none runs over the end of a sentence."""
    sentences = [s.words for s in reuse.sentences(article) if len(s.words) > 2]
    if not sentences:
        return np.zeros(0, np.uint64)
    words = np.frombuffer("\0\0".join(sentences).encode("utf-32-le"), np.uint32).astype(np.uint64)
    whole = (words[:-2] != 0) & (words[1:-1] != 0) & (words[2:] != 0)
    mixed = words[:-2] * _FACTORS[0] ^ words[1:-1] * _FACTORS[1] ^ words[2:] * _FACTORS[2]
    return np.unique(mixed[whole])
