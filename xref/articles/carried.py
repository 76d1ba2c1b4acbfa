"""What a feed carries of an article -> the article, where its page could not be read."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from xref.articles import bodies, characters, webpages
from xref.articles.fetched import Listed
from xref.articles.found import Found, Place, settle
from xref.articles.metadata import Given
from xref.errors import SourceUnreadable
from xref.records import Article, Completeness
from xref.settings import READING, ReadingLimits

_BLOCKS = re.compile(
    r"address|article|blockquote|br|d[dlt]|div|fig(?:caption|ure)|h[1-6]|header|hr|li|main|[ou]l|p"
    r"|pre|section|t(?:able|d|h|r)"
)
_SILENT = frozenset(("script", "style", "template", "iframe", "object"))


def as_json(markup: str | None, *, whole: bool) -> str | None:
    """Write down what a feed carries; None where it is too little to stand for a page."""
    if markup is None or not READING.page_characters <= len(markup) <= READING.text_characters:
        return None
    return json.dumps({"markup": markup, "whole": whole}, ensure_ascii=False)


def article(
    written: str, url: str, listed: Listed, reason: str, limits: ReadingLimits = READING
) -> Article | None:
    """Give the article that a feed carries; None where that is no text of an article.

    Args:
        written: what `as_json` wrote down.
        url: the address of its page.
        listed: what else the feed says of it.
        reason: why the page was not read.
        limits: how long things may be.
    """
    said = json.loads(written)
    try:
        text = plain(said["markup"], limits)
        found = Found(text=text, title=listed.title, published=listed.published)
        found = replace(found, outlet=listed.outlet)
        made = next(iter(settle(found, Given(), Place(url, url, url), limits, unnamed=False)))
    except SourceUnreadable:
        return None
    judged, cut = bodies.judge(text, None)
    if len(text) < limits.page_characters or not judged.readable or not isinstance(made, Article):
        return None
    if said["whole"] and judged is Completeness.FULL:
        return made
    what = f"this is what its feed has, and {cut}" if cut else "this is its feed's summary"
    return replace(made, partial=f"its page was not read ({reason}); {what}")


def plain(markup: str, limits: ReadingLimits) -> str:
    """Give the text of markup, a line for each block.

    Raises:
        SourceUnreadable: it is made to harm.
    """
    from lxml import html

    webpages.refuse_monsters(markup, limits)
    try:
        tree = html.fragment_fromstring(characters.clean(markup), create_parent="div")
        pieces = "".join(_pieces(tree))
    except Exception as error:  # what lxml raises on hostile markup has no common kind
        raise SourceUnreadable(f"no readable text ({type(error).__name__})") from error
    lines = (" ".join(line.split()) for line in pieces.splitlines())
    return "\n\n".join(line for line in lines if line)


def _pieces(tree: Any) -> Iterator[str]:
    """Walk markup without recursion; it may be nested as deep as it likes."""
    from lxml import etree

    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield _flat(node.tail, silent)
            continue
        if node.tag in _SILENT:
            silent += 1 if event == "start" else -1
        if _BLOCKS.fullmatch(node.tag):
            yield "\n"
        yield _flat(node.text if event == "start" else node.tail, silent)


def _flat(text: str | None, silent: int) -> str:
    return "" if silent else (text or "").replace("\n", " ")
