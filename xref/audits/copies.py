"""Articles -> those whose text another house had before."""

import re
from collections.abc import Iterable, Mapping

from xref.accounts import Echo
from xref.audits.checked import Checked
from xref.corpus.outlets import Registry
from xref.origins.reuse import Reuse
from xref.quantities import date_range
from xref.records import Article
from xref.settings import Settings


def echoes(
    checked: Iterable[Checked], nearby: Mapping[str, Article], outlets: Registry, settings: Settings
) -> tuple[Echo, ...]:
    """Return the articles whose text another house had on an earlier day, with the nearest text."""
    reuse, found = Reuse(settings), list[Echo]()
    for one in checked:
        article = one.now.article
        copies = [
            echo
            for other in sorted(one.nearby)
            if (echo := _echo(article, nearby[other], reuse, outlets))
        ]
        if copies:
            found.append(max(copies, key=lambda echo: (echo.share, echo.days, echo.url or "")))
    return tuple(found)


def _echo(article: Article, other: Article, reuse: Reuse, outlets: Registry) -> Echo | None:
    ours, theirs = date_range(article.published), date_range(other.published)
    if not ours or not theirs or theirs[1] >= ours[0]:
        return None
    copy = reuse.copy(article, other)
    if copy is None:
        return None
    outlet = outlets.of(other.outlet, other.domain)
    names = (outlet.name, *outlet.aliases)
    credited = any(re.search(rf"\b{re.escape(name)}\b", article.text) for name in names)
    days = (ours[0] - theirs[1]).days
    return Echo(article, outlet.name, other.url, credited, days, copy.share)
