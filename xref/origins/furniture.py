"""Sentences that an outlet or its sister sites print under everything: they show no copying."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from xref.origins.reuse import Reuse
from xref.records import Article

_HOSTS = 3
"""Articles of one house that are otherwise unlike, from which a common sentence is furniture."""
_OTHERWISE_UNLIKE = 0.5
"""Share of common sentences from which two articles are versions of one."""


def furniture(
    articles: Sequence[Article], reuse: Reuse, house: Callable[[Article], str]
) -> frozenset[str]:
    """Return the sentences, as folded words, that recur in unlike articles of one house."""
    by_house: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_house[house(article)].append(article)
    return frozenset(
        sentence
        for pages in by_house.values()
        if len(pages) >= _HOSTS
        for sentence in _recurring(
            [frozenset(s.words for s in reuse.sentences(page)) for page in pages]
        )
    )


def _recurring(texts: Sequence[frozenset[str]]) -> list[str]:
    hosts: dict[str, list[frozenset[str]]] = defaultdict(list)
    for text in texts:
        for sentence in text:
            # Versions of one article are one host; more hosts than needed are not looked at.
            if len(hosts[sentence]) < _HOSTS and not any(
                len(text & other) >= _OTHERWISE_UNLIKE * min(len(text), len(other))
                for other in hosts[sentence]
            ):
                hosts[sentence].append(text)
    return [sentence for sentence, found in hosts.items() if len(found) >= _HOSTS]
