"""Records made by hand, for tests of single stages; the outlets are placeholders."""

from collections.abc import Sequence

from xref.records import (
    Article,
    Attribution,
    Candidate,
    Claim,
    ClaimKind,
    Judgement,
    Member,
    Origin,
    Relation,
    SourceKind,
    Stance,
)

FILLER = (
    "Work at the harbour goes on and nobody knows for how long it will last",
    "Rain is forecast in the hills while the coast should stay dry until the weekend",
    "The council meets again after the holidays to talk over next year's spending",
    "Trains on the northern line run every hour because a bridge is being repaired",
)
"""Sentences of which no two share a run of five words."""


def article(
    outlet: str,
    text: str = "Something happened.",
    *,
    published: str | None = "2020-08-05",
    domain: str | None = None,
    name: str | None = None,
) -> Article:
    key = name or outlet
    return Article(key, f"https://example.org/{key}", outlet, domain, key, published, text)


def claim(
    text: str = "Something happened.",
    *,
    of: Article | None = None,
    kind: ClaimKind = ClaimKind.STATEMENT,
    said_by: str | None = None,
) -> Claim:
    of = of or article("Outlet X", text)
    start = of.text.index(text)
    said = None
    if said_by:
        said = Attribution(said_by, SourceKind.NAMED, "said", (start, start + len(text)), True)
    end = start + len(text)
    return Claim(f"{of.id}:{start}", of.id, start, end, text, kind, text, said)


def relation(
    page: Article,
    stance: Stance = Stance.SUPPORTS,
    *,
    passage: str | None = None,
    about: Claim | None = None,
    confidence: float = 0.9,
    said_by: str | None = None,
    note: str | None = None,
) -> Relation:
    told = claim(passage or page.text, of=page, said_by=said_by)
    refutes = confidence if stance is Stance.REFUTES else 0.0
    supports = confidence if stance is Stance.SUPPORTS else 0.0
    return Relation(
        Candidate(about or claim(), told, page, 0.9, 0.0),
        stance,
        confidence,
        Judgement(supports, refutes),
        note=note,
    )


def origin(
    name: str,
    stance: Stance = Stance.SUPPORTS,
    *,
    outlets: Sequence[str] = (),
    independent: bool = True,
    own: bool = False,
    undirected: bool = False,
    sureness: float = 0.9,
) -> Origin:
    pages = [article(outlet) for outlet in (outlets or (name,))]
    members = tuple(
        Member(page, relation(page, stance, confidence=sureness), None, "") for page in pages
    )
    return Origin(name, stance, members, independent, own, undirected)
