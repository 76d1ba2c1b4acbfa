"""Pages of a folder or an archive -> those that are no wall which many pages have in common.

A consent wall shows only beside its sisters. What might be one, a short text that does not speak of
its title, is held back until there are enough of them or none can follow.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator

from xref.articles import bodies
from xref.records import Article, Completeness, NotJudged
from xref.settings import BODIES

_REASON = f"{Completeness.BLOCKED}: other pages have this very text, so it is no body"


class Walls:
    """What is held back, and which texts proved to be walls."""

    def __init__(self) -> None:
        self._held: OrderedDict[bytes, list[Article]] = OrderedDict()
        self._known: set[bytes] = set()

    def screen(self, article: Article) -> Iterator[Article | NotJudged]:
        """Hand an article on, or hold it back, or say that it is a wall, as are its sisters."""
        shape = bodies.shape(article.text, article.title)
        if shape is None or bodies.about_title(article.text, article.title):
            yield article
            return
        key = hashlib.sha256(shape.encode()).digest()
        held = self._held.setdefault(key, [])
        held.append(article)
        if key in self._known or len(held) >= BODIES.wall_pages:
            self._known.add(key)
            yield from map(_wall, self._held.pop(key))
        elif sum(map(len, self._held.values())) > BODIES.held_back:
            yield from self._held.popitem(last=False)[1]

    def rest(self) -> Iterator[Article]:
        """Hand on all that is held back still."""
        while self._held:
            yield from self._held.popitem(last=False)[1]


def _wall(article: Article) -> NotJudged:
    return NotJudged(article.url or article.title, _REASON, article.url)
