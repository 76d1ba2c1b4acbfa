"""HTML -> what is said of the article: the readable body, and what the page says of itself."""

import json
import logging
import re
from contextlib import suppress
from functools import cache
from typing import Any

from xref.articles.characters import clean
from xref.articles.found import Found
from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_BEGINNING = re.compile(
    r"\s{0,200}(?:<!--.{0,500}?-->\s{0,200})?"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|meta|title|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"\s{0,200}<(?:\?xml|rss|feed|rdf|opml|urlset|sitemapindex)\b", re.IGNORECASE)
# A start tag as HTML 5 cuts it; possessive throughout, so that the search stays linear.
_VALUE = r"""=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+)"""
_TAG = re.compile(rf"<[a-zA-Z](?:{_VALUE}|[^>=]++)*+")
_VALUES = re.compile(_VALUE)
_NAME = re.compile(r"[^\s/]+")
_LOOKED_AT = 1_000
"""Characters: a page says what it is in its first tags, after a comment at most."""
# Only dates that the markup states: one guessed from the text would move the window of evidence.
# A fixed last day, since `today` would make the same page read differently tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def looks_like_page(text: str) -> bool:
    """Whether a text begins as a web page does."""
    start = text[:_LOOKED_AT].removeprefix("\ufeff")
    return _BEGINNING.match(start) is not None or (_is_xml(start) and "<html" in start.lower())


def looks_like_feed(text: str) -> bool:
    """Whether a text begins as a feed or another XML file does, and not as a page."""
    start = text[:_LOOKED_AT].removeprefix("\ufeff")
    return _is_xml(start) and not looks_like_page(start)


def found_in(html: str, limits: ReadingLimits, *, address: str | None = None) -> Found:
    """Give the body of a page and what the page says of itself.

    Raises:
        SourceUnreadable: no body could be told from the page around it.
    """
    refuse_monsters(html, limits)
    reader = _reader()
    try:
        tree = reader.load_html(clean(html), limits.file_bytes)
        document = tree is not None and reader.bare_extraction(
            tree,
            url=address,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # what lxml and its users raise on hostile markup has no end
        raise SourceUnreadable(
            f"no readable body ({type(error).__name__} in the page's markup); give its text instead"
        ) from error
    if not document or len((document.text or "").strip()) < limits.page_characters:
        raise SourceUnreadable(
            "no readable body (a page made by scripts, a login or a consent wall?); "
            "give its text instead"
        )
    return Found(
        text=document.text,
        url=document.url,
        outlet=document.sitename,
        title=document.title,
        published=document.date,
        authors=document.author,
        language=tree.get("lang") or tree.get("xml:lang"),
    )


def stated(html: str, limits: ReadingLimits) -> list[object]:
    """Give what a page states in JSON-LD, script by script; what is no JSON is left out.

    Raises:
        SourceUnreadable: the page has markup beyond reason.
    """
    refuse_monsters(html, limits)
    root, found = tree(html), list[object]()
    for node in root.iter("script") if root is not None else ():
        if "ld+json" in (node.get("type") or "").lower():
            with suppress(ValueError, RecursionError):
                found.append(json.loads(node.text or "", strict=False))
    return found


def tree(html: str) -> Any:
    """Parse a page that `found_in` could read; None where it cannot be parsed after all."""
    from lxml import html as pages

    try:
        return pages.fromstring(clean(html).encode(), parser=pages.HTMLParser(encoding="utf-8"))
    except Exception:  # as in `found_in`
        return None


def refuse_monsters(html: str, limits: ReadingLimits) -> None:
    """Refuse pages with so many elements or attributes that the parser would not come back.

    Raises:
        SourceUnreadable: this is one.
    """
    monster = SourceUnreadable("no page but markup beyond reason; give its text instead")
    for count, tag in enumerate(_TAG.finditer(html)):
        if count > limits.elements:
            raise monster
        if tag.end() - tag.start() > limits.attributes:
            names = _NAME.findall(_VALUES.sub(" ", tag[0]))
            if len(names) > limits.attributes:
                raise monster


def _is_xml(start: str) -> bool:
    return _FEED.match(start) is not None


@cache
def _reader() -> Any:
    """Load trafilatura on first use, since that takes long, and keep its log off the screen."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura
