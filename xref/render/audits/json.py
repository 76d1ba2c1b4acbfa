"""An audit as JSON, format number 1; keys may be added, never renamed."""

import json
from typing import Any

from xref.accounts import (
    Audit,
    Change,
    Compared,
    Contradiction,
    Echo,
    Own,
    Period,
    Prior,
    Rate,
    Record,
    Reliance,
    Rested,
    Share,
    Told,
)
from xref.records import Article, Claim, Quotation
from xref.render.audits import wording
from xref.render.json import escaped
from xref.render.wording import requoted

FORMAT = "xref-audit"
VERSION = 1

Json = dict[str, Any]


def render(audit: Audit) -> str:
    """Return one JSON object with a last line break."""
    return escaped(json.dumps(_audit(audit), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _audit(audit: Audit) -> Json:
    made = audit.made_with
    return {
        "format": FORMAT,
        "version": VERSION,
        "outlet": audit.outlet,
        "domains": list(audit.domains),
        "since": audit.since,
        "until": audit.until,
        "by": audit.by,
        "held": audit.held,
        "grace_days": audit.grace_days,
        "corpus": {"articles": audit.corpus_articles, "outlets": audit.corpus_outlets},
        "fairness": wording.FAIRNESS,
        "method": wording.method(audit),
        "whole": _period(audit.whole),
        "periods": [_period(one) for one in audit.periods],
        "trend": {
            "tau": _number(audit.trend.tau),
            "p": _number(audit.trend.p),
            "articles": audit.trend.articles,
            "borne": audit.trend.borne,
        },
        "compared": [_compared(one) for one in audit.compared],
        "priors": [_prior(one) for one in audit.priors],
        "echoes": [_echo(one) for one in audit.echoes],
        "reliances": [_reliance(one) for one in audit.reliances],
        "rested": [_rested(one) for one in audit.rested],
        "contradictions": (
            None
            if audit.contradictions is None
            else [_contradiction(one) for one in audit.contradictions]
        ),
        "changes": [_change(one) for one in audit.changes],
        "claims": [_told(one) for one in audit.told],
        "notes": list(audit.notes),
        "made_with": {
            "xref": made.xref,
            "encoder": made.encoder,
            "judge": made.judge,
            "settings_sha256": made.settings_sha256,
            "corpus_sha256": made.corpus_sha256,
        },
    }


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _share(share: Share) -> Json:
    return {
        "count": share.count,
        "of": share.of,
        "value": _number(share.value),
        "low": _number(share.low),
        "high": _number(share.high),
    }


def _record(record: Record) -> Json:
    return {"letter": record.letter, "articles": record.articles, "stood": _share(record.stood)}


def _rate(rate: Rate) -> Json:
    return {"name": rate.name, **_share(rate.share), "of_what": rate.of_what}


def _period(period: Period) -> Json:
    return {
        "name": period.name,
        "articles": period.articles,
        "claims": period.claims,
        "standings": {str(standing): count for standing, count in period.standings.items()},
        "record": _record(period.record),
        "rates": [_rate(rate) for rate in period.rates],
    }


def _compared(one: Compared) -> Json:
    return {
        "outlet": one.outlet,
        "articles": one.articles,
        "record": _record(one.record),
        "now": _rate(one.now),
    }


def _prior(one: Prior) -> Json:
    return {"domain": one.domain, "rating": one.rating, "source": one.source, "date": one.date}


def _article(article: Article) -> Json:
    return {"url": article.url, "title": article.title, "published": article.published}


def _echo(one: Echo) -> Json:
    return {
        "article": _article(one.article),
        "outlet": one.outlet,
        "url": one.url,
        "credited": one.credited,
        "days": one.days,
        "share": _number(one.share),
    }


def _change(one: Change) -> Json:
    return {
        "article": _article(one.article),
        "number": one.number,
        "seen_at": one.seen_at,
        "days": one.days,
        "announced": one.announced,
    }


def _told(one: Told) -> Json:
    said = one.claim.attribution
    return {
        "id": one.claim.id,
        "article": _article(one.article),
        "start": one.claim.start,
        "end": one.claim.end,
        "text": one.claim.text,
        "then": str(one.then),
        "now": str(one.now),
        "supporting": list(one.supporting),
        "refuting": list(one.refuting),
        "first": one.first,
        "held": _number(one.held),
        "speaker": said.source if said else None,
        "speaker_kind": str(said.kind) if said else None,
        "credits": list(one.credits),
        "against_credited": one.against_credited,
        "reprinted": one.reprinted,
        "quotations": [_quotation(one, quotation) for quotation in one.quotations],
        "own": _own(one.own) if one.own else None,
        "passages": [
            {
                "stance": str(said.stance),
                "outlet": said.article.outlet,
                "article": _article(said.article),
                "text": said.text,
            }
            for said in one.passages
        ],
    }


def _quotation(one: Told, found: Quotation) -> Json:
    ours, theirs = requoted(one.article, found)
    return {
        "kind": str(found.kind),
        "outlet": found.article.outlet,
        "article": _article(found.article),
        "ours": {"start": found.ours[0], "end": found.ours[1], "text": ours},
        "theirs": {"start": found.theirs[0], "end": found.theirs[1], "text": theirs},
        "our_words": found.our_words,
        "their_words": found.their_words,
    }


def _own(own: Own) -> Json:
    return {"compared": own.compared, "against": [pair.passage.id for pair in own.against]}


def _contradiction(one: Contradiction) -> Json:
    return {
        "article": _article(one.article),
        "claim": _span(one.claim),
        "other": _article(one.other),
        "passage": _span(one.passage),
        "by": str(one.by),
        "differs": list(one.differs) if one.differs else None,
        "sureness": _number(one.sureness),
    }


def _span(claim: Claim) -> Json:
    return {"id": claim.id, "start": claim.start, "end": claim.end, "text": claim.text}


def _reliance(one: Reliance) -> Json:
    return {
        "article": _article(one.article),
        "outlet": one.outlet,
        "forms": list(one.forms),
        "whole": one.whole,
        "because": one.because,
        "statements": list(one.statements),
        "url": one.url,
        "days": one.days,
    }


def _rested(one: Rested) -> Json:
    return {
        "outlet": one.outlet,
        "articles": one.articles,
        "credited": one.credited,
        "whole": one.whole,
        "statements": one.statements,
        "copied_with_credit": one.copied_with_credit,
        "copied_without": one.copied_without,
        "found": one.found,
        "days": one.days,
    }
