"""A statement of a JSON report -> a draft of a schema.org ClaimReview that a named person signs.

How many origins report a statement is no rating. So the rating is a person's, in that person's
words and under that person's name; what the report knows is put beside it as citations.
"""

import json
from typing import Any

from xref.errors import OptionError
from xref.records import Standing
from xref.render.json import escaped
from xref.render.safety import one_line, visible, web_address

Json = dict[str, Any]
_LONGEST = 200
"""Characters of a name or a rating: publishers' ratings are a few words."""


def draft(report: Json, number: int, rating: str | None, by: str | None, url: str | None) -> str:
    """Return the draft as JSON-LD.

    Args:
        report: format number 1, as `changes.read` gives it.
        number: of the statement.
        rating: the person's verdict, in words.
        by: the person's name.
        url: where the review will be published.

    Raises:
        OptionError: nobody signs, there is no rating, a standing is given for one, or there is no
            such statement.
    """
    name, words = _named(by), _rated(rating)
    claim = _statement(report, number)
    told: Json = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": visible(claim["text"]),
        "author": {"@type": "Person", "name": name},
        "reviewRating": {"@type": "Rating", "alternateName": words},
        "itemReviewed": _claim(claim, report["article"]),
        "citation": _citations(claim),
    }
    if address := web_address(url):
        told["url"] = address
    return escaped(json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _named(by: str | None) -> str:
    name = one_line(by or "")[:_LONGEST]
    if not any(map(str.isalpha, name)) or name.casefold() == "xref":
        raise OptionError(
            "A review needs the name of the person whose rating it is: give it with --by; xref "
            "itself rates nothing."
        )
    return name


def _rated(rating: str | None) -> str:
    words = one_line(rating or "")[:_LONGEST]
    if not any(map(str.isalpha, words)):
        raise OptionError("A review needs that person's rating in words: give it with --rating.")
    if words.casefold() in list(Standing):
        raise OptionError(
            f"{words!r} says who else reports a statement, which is no rating: give the person's "
            "own verdict with --rating."
        )
    return words


def _statement(report: Json, number: int) -> Json:
    numbered: list[Json] = [c for c in report["claims"] if isinstance(c.get("number"), int)]
    for claim in numbered:
        if claim["number"] == number:
            return claim
    held = f"has the numbers 1 to {len(numbered)}" if numbered else "has no statements"
    raise OptionError(f"There is no statement {number}. This report {held}.")


def _claim(claim: Json, article: Json) -> Json:
    appearance: Json = {"@type": "NewsArticle", **_work(article)}
    told: Json = {"@type": "Claim", "appearance": appearance}
    said = claim.get("attribution")
    if isinstance(said, dict) and (source := _line(said, "source")):
        told["author"] = {"@type": "Thing", "name": source}
    return told


def _citations(claim: Json) -> list[Json]:
    """The passages that support or refute the statement, each once, in the report's order."""
    evidence = claim.get("evidence")
    told = [
        {
            "@type": "NewsArticle",
            **_work(one),
            "abstract": f"{one['relation']}: {_line(one, 'text')}",
        }
        for one in (evidence if isinstance(evidence, list) else ())
        if isinstance(one, dict) and one.get("relation") in ("supports", "refutes")
    ]
    return list({json.dumps(one): one for one in told}.values())


def _work(one: Json) -> Json:
    told: Json = {}
    if address := web_address(_line(one, "url")):
        told["url"] = address
    if title := _line(one, "title"):
        told["headline"] = title
    if published := _line(one, "published"):
        told["datePublished"] = published
    if outlet := _line(one, "outlet"):
        told["publisher"] = {"@type": "Organization", "name": outlet}
    return told


def _line(one: Json, key: str) -> str:
    """The words under a key; a report may come from anywhere."""
    value = one.get(key)
    return one_line(value) if isinstance(value, str) else ""
