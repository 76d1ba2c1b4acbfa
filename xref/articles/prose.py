"""Plain text and Markdown -> what is said of the article, by front matter or the first line."""

import re

from xref.articles.characters import clean, readable
from xref.articles.found import Found
from xref.settings import ReadingLimits

_FENCE = "---\n"
# Three stops trail off and `U.S.` is short for something: headlines end so, too.
_FULL_STOP = re.compile(r"(?:(?<!\.\.)(?<!\.[A-Z])\.|[。۔।])[\"'”’»)\]]{0,3}\Z")
_HEADING = re.compile(r"#{1,2} +(\S.*)")
_KEYS = ("url", "outlet", "domain", "title", "published", "authors", "language", "id")
# What other tools call the same things.
_ALSO = {"date": "published", "author": "authors", "lang": "language", "source": "outlet"}


def found_in(text: str, limits: ReadingLimits) -> Found:
    """Give what a text says of itself.

    Front matter is taken off. A title on the first line stays in the text.
    """
    text = clean(text)
    said, body = _front_matter(text, limits)
    return Found(text=body, **{"title": _title(body, limits), **said})


def _front_matter(text: str, limits: ReadingLimits) -> tuple[dict[str, object], str]:
    """Part front matter from the text; what is not a YAML mapping is text."""
    if not text.startswith(_FENCE):
        return {}, text
    start = text[len(_FENCE) : limits.front_matter_characters]
    block, fence, _ = start.partition("\n---\n")
    if not fence:
        return {}, text
    values = _mapping(block)
    if values is None:
        return {}, text
    kept = len(_FENCE) + len(block) + len(fence)
    return _known(values), text[kept:].lstrip("\n")


def _mapping(block: str) -> dict[object, object] | None:
    import yaml

    try:
        # BaseLoader makes strings only: as safe as can be, and `2018-11` stays as written.
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - see the line above
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def _known(values: dict[object, object]) -> dict[str, object]:
    """Keep the keys we know, in any case, under our names; the first of two wins."""
    known: dict[str, object] = {}
    for key, value in values.items():
        name = str(key).strip().lower() if isinstance(key, str) else ""
        name = _ALSO.get(name, name)
        if name in _KEYS and value:
            known.setdefault(name, value)
    return known


def _title(text: str, limits: ReadingLimits) -> str | None:
    """Give the first line if it stands alone, is short and ends in no full stop."""
    first, _, rest = text.lstrip("\n").partition("\n")
    if len(first) > limits.first_line_characters or not readable(first):
        return None
    if heading := _HEADING.fullmatch(first):
        return heading[1]
    alone = rest.startswith("\n") and readable(rest)
    return first if alone and not _FULL_STOP.search(first.rstrip()[-8:]) else None
