"""A whole corpus -> which of its articles copy which, without comparing all with all.

Trigrams of words that only a few articles have point to the pairs that are worth an alignment: so
the time grows with the articles and not with their pairs. All counts are exact; no sketch is drawn.
"""

from collections.abc import Iterator, Sequence

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
    for size in range(2, _MOST_HOSTS + 1):
        firsts = starts[lengths == size]
        for i in range(size):
            for j in range(i + 1, size):
                for block in range(0, len(firsts), _BLOCK):
                    at = firsts[block : block + _BLOCK]
                    found, seen = np.unique(
                        places[at + i] * most + places[at + j], return_counts=True
                    )
                    keys, counts = _added(keys, counts, found, seen)
    return keys[counts >= _LEAST_SHARED]


def _added(keys: Ints, counts: Ints, found: Ints, seen: Ints) -> tuple[Ints, Ints]:
    together, where = np.unique(np.r_[keys, found], return_inverse=True)
    total = np.zeros(len(together), np.int64)
    np.add.at(total, where, np.r_[counts, seen])
    return together, total


def _trigrams(article: Article, reuse: Reuse) -> npt.NDArray[np.uint64]:
    """Return an article's different trigrams, hashed; none runs over the end of a sentence."""
    sentences = [s.words for s in reuse.sentences(article) if len(s.words) > 2]
    if not sentences:
        return np.zeros(0, np.uint64)
    words = np.frombuffer("\0\0".join(sentences).encode("utf-32-le"), np.uint32).astype(np.uint64)
    whole = (words[:-2] != 0) & (words[1:-1] != 0) & (words[2:] != 0)
    mixed = words[:-2] * _FACTORS[0] ^ words[1:-1] * _FACTORS[1] ^ words[2:] * _FACTORS[2]
    return np.unique(mixed[whole])
