"""schema.org ClaimReview in JSON-LD -> the claim that was reviewed, by whom, and with what words.

A rating is kept verbatim: every publisher has a scale of its own, and none is translated.
"""

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

from xref.articles import webpages
from xref.articles.characters import one_line
from xref.articles.found import Found
from xref.articles.metadata import understood
from xref.errors import SourceUnreadable
from xref.records import FactCheck
from xref.settings import READING, ReadingLimits

_TYPE = "claimreview"
_INSIDE = ("@graph", "dataFeedElement", "item", "mainEntity", "subjectOf", "review")
"""Where lists, feeds and pages keep their objects."""
Json = dict[str, Any]
Numbered = tuple[str, Found | SourceUnreadable]


def reviews(value: object, limits: ReadingLimits = READING) -> Iterator[Numbered]:
    """Give each review in a JSON-LD value, or why it cannot be used, and which it is."""
    at_address: Counter[str] = Counter()
    for number, one in enumerate(_objects(value, limits.reviews), start=1):
        address = one_line(one.get("url"), limits.address_characters)
        at_address[address] += 1
        yield f"fact-check {number}", _found(one, at_address[address], limits)


def in_page(html: str, limits: ReadingLimits = READING) -> list[Numbered]:
    """Give the reviews that a page carries; a page with any is a fact-check, and no article.

    Raises:
        SourceUnreadable: the page has markup beyond reason.
    """
    if _TYPE not in html.lower():
        return []
    return list(reviews(webpages.stated(html, limits), limits))


def _objects(value: object, most: int) -> Iterator[Json]:
    waiting, seen = deque([value]), 0
    while waiting and seen < most:
        one = waiting.popleft()
        if isinstance(one, list):
            waiting.extendleft(reversed(one))
        elif isinstance(one, dict):
            if _is_review(one):
                seen += 1
                yield one
            else:
                inside = [one[key] for key in _INSIDE if isinstance(one.get(key), list | dict)]
                waiting.extendleft(reversed(inside))


def _is_review(one: Json) -> bool:
    """Whether it is a review; `https://schema.org/ClaimReview` and `schema:ClaimReview` are."""
    kinds = one.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].rpartition(":")[2].lower() == _TYPE
        for kind in named
    )


def _found(one: Json, place: int, limits: ReadingLimits) -> Found | SourceUnreadable:
    claimed = one_line(one.get("claimReviewed"), limits.title_characters)
    rating = _rating(_object(one.get("reviewRating")), limits.name_characters)
    if not claimed or not rating:
        return SourceUnreadable("a ClaimReview without claimReviewed or without a rating")
    publisher = _object(one.get("author")) or _object(one.get("publisher"))
    reviewed = _object(one.get("itemReviewed"))
    said_by = _object(reviewed.get("author"))
    return Found(
        text=claimed,
        id=place,
        url=one.get("url"),
        outlet=publisher.get("name"),
        title=one.get("headline") or one.get("name"),
        published=one.get("datePublished"),
        language=one.get("inLanguage"),
        fact_check=FactCheck(
            rating,
            one_line(said_by.get("name"), limits.name_characters) or None,
            understood(reviewed.get("datePublished")),
        ),
    )


def _object(value: object) -> Json:
    """The value, or the first of a list, where that is an object."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _rating(rating: Json, longest: int) -> str:
    """The words of a rating; where it has none, its number with the ends of its scale."""
    words = one_line(rating.get("alternateName") or rating.get("name"), longest)
    value = one_line(_text(rating.get("ratingValue")), longest)
    if words or not value:
        return words
    worst, best = (
        one_line(_text(rating.get(f"{end}Rating")), longest) for end in ("worst", "best")
    )
    return f"{value} (from {worst}, the worst, to {best}, the best)" if worst and best else value


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) else ""
