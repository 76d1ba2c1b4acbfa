"""Posts that a page shows in full: whose they are, by the signature behind them.

`We landed. — Anna Example (@anna) January 7, 2016`: what stands before it in its paragraph is the
post; where the signature is a line of its own, the line before it is. All else of a longer post
stands as the article's own words, for where it begins cannot be told.
"""

import re
from collections.abc import Iterator, Sequence

from xref.attributions import Names
from xref.attributions.quotes import Span
from xref.records import Attribution, SourceKind
from xref.settings import CLAIMS

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))[—–]\s?(?P<name>[^()\n—–]{1,60}) \(@\w{1,15}\)"
    r" (?:[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,9}\.? \d{4})"
)
_LONGEST = 120
"""Characters of a signature."""
_CUE = "—"


def signature(text: str, start: int, end: int) -> int | None:
    """Return where the signature begins that ends the paragraph `text[start:end]`."""
    found = _found(text, start, end)
    return found.start() if found else None


def posted(writer: str, span: Span, names: Names | None) -> Attribution:
    """Return the attribution of a sentence of a post: its cue is the dash of the signature."""
    outlet = names is not None and names(writer) is not None
    kind = SourceKind.OUTLET if outlet else SourceKind.NAMED
    return Attribution(writer, kind, _CUE, span, direct=True)


def writers(text: str, paragraphs: Sequence[Span]) -> dict[Span, str]:
    """Name the writer of each paragraph that is a post."""
    return dict(_written(text, paragraphs))


def _written(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    before: Span | None = None
    for span in paragraphs:
        found = _found(text, *span)
        alone = found is not None and found.start() == span[0]
        post = before if alone else span
        if found is not None and post is not None and _is_post(text, post, found.start()):
            yield post, " ".join(found["name"].split())
        before = span if found is None else None


def _is_post(text: str, span: Span, end: int) -> bool:
    """Whether a paragraph is short enough for a post, and not several of them."""
    several = _SIGNATURE.search(text, span[0], min(end, span[1]))
    return min(end, span[1]) - span[0] <= CLAIMS.post_length and several is None


def _found(text: str, start: int, end: int) -> re.Match[str] | None:
    # Not anchored at its end: a search from a near place is quick in a paragraph of any length.
    found = _SIGNATURE.search(text, max(start, end - _LONGEST), end)
    return found if found and found.end() == end else None
