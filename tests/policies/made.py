"""A report on one statement, its claims and attributions read by the real stages."""

from xref import claims, relations
from xref.corpus.outlets import registry
from xref.records import (
    Article,
    Candidate,
    Claim,
    Folding,
    Judgement,
    MadeWith,
    Member,
    Origin,
    Relation,
    Report,
    Stance,
    Standing,
    Verdict,
)


def article(text: str, outlet: str = "Gazette", published: str | None = "2020-08-05") -> Article:
    key = f"{outlet}:{text[:20]}"
    return Article(key, f"https://example.org/{outlet}", outlet, None, "", published, text)


def stated(page: Article, begins: str = "") -> Claim:
    found = claims.split(page, registry().name_of)
    return next(c for c in found if c.kind.checkable and c.text.startswith(begins))


def relation(claim: Claim, page: Article, stance: Stance) -> Relation:
    candidate = Candidate(claim, stated(page), page, 0.9, 1.0)
    return Relation(candidate, stance, 0.9, Judgement(0.9, 0.0))


def report(case: dict) -> Report:
    """The report of a case of `cases.toml`."""
    page = article(case["text"])
    claim = stated(page, case.get("statement", ""))
    members: dict[tuple[str, Stance, bool], list[Member]] = {}
    evidence = []
    for one in case.get("from", ()):
        stance = Stance(one.get("stance", "supports"))
        other = article(
            one["passage"], one.get("outlet", one["name"]), one.get("published", "2020-08-05")
        )
        found = relation(claim, other, stance)
        evidence.append(found)
        if stance is not Stance.NEUTRAL:
            folded = Folding(one["folded"]) if "folded" in one else None
            key = (one["name"], stance, one.get("own", False))
            members.setdefault(key, []).append(Member(other, found, folded, ""))
    origins = tuple(
        Origin(name, stance, tuple(held), independent=False, own=own)
        for (name, stance, own), held in members.items()
    )
    requoted = relations.requoted([one.candidate for one in evidence], page)
    verdict = Verdict(
        claim,
        Standing(case["standing"]),
        None,
        origins,
        tuple(evidence),
        quotations=requoted,
    )
    return Report(page, (verdict,), (), MadeWith("0", "none", "none", "0" * 64, "0" * 64))
