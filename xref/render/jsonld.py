"""The statements as schema.org `Claim`s in JSON-LD: where each appears, and what backs it.

No rating: how many independent origins report a statement is no review of its truth, so there is
no `ClaimReview` here. `firstAppearance` is given only where every date is known to the day.
"""

import json
from typing import Any

from xref.quantities import date_range
from xref.records import Article, Report, Stance, Verdict
from xref.render.json import escaped
from xref.render.safety import one_line, visible, web_address
from xref.render.wording import numbered

_CONTEXT = "https://schema.org"
Json = dict[str, Any]


class JsonLdRenderer:
    """One graph: a `Claim` for each statement."""

    def render(self, report: Report) -> str:
        """The graph as JSON, one space deep a level, with a last line break."""
        graph = [_claim(v, report) for number, v in numbered(report) if number is not None]
        whole = {"@context": _CONTEXT, "@graph": graph}
        return escaped(json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _claim(verdict: Verdict, report: Report) -> Json:
    claim = verdict.claim
    said = _articles(verdict, Stance.SUPPORTS)
    told: Json = {
        "@type": "Claim",
        "@id": f"urn:xref:claim:{visible(claim.id)}",
        "text": visible(claim.text),
        "appearance": [_work(article) for article in (report.article, *said)],
    }
    first = _first((report.article, *said))
    if first:
        told["firstAppearance"] = _work(first)
    if said:
        told["isBasedOn"] = [_work(article) for article in said]
    if claim.attribution:
        told["author"] = {"@type": "Thing", "name": one_line(claim.attribution.source)}
    return told


def _articles(verdict: Verdict, stance: Stance) -> list[Article]:
    """The articles behind the origins of one stance, each once, the house's own left out."""
    found = [
        member.article
        for origin in verdict.origins
        if origin.stance is stance and not origin.own
        for member in origin.members
    ]
    return list({article.id: article for article in found}.values())


def _first(articles: tuple[Article, ...]) -> Article | None:
    """The one article that appeared before all others; None where dates do not tell."""
    days = [date_range(article.published) for article in articles]
    dated = [(span, at) for at, span in enumerate(days) if span]
    if len(dated) < len(articles):
        return None
    (first, at), *others = sorted(dated, key=lambda pair: (pair[0][1], pair[1]))
    return articles[at] if all(first[1] < span[0] for span, _ in others) else None


def _work(article: Article) -> Json:
    told: Json = {"@type": "NewsArticle"}
    address = web_address(article.url)
    if address:
        told |= {"@id": address, "url": address}
    if article.title:
        told["headline"] = one_line(article.title)
    if date_range(article.published):
        told["datePublished"] = one_line(article.published or "")
    told["publisher"] = {"@type": "Organization", "name": one_line(article.outlet)}
    return told
