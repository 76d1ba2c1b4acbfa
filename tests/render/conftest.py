"""Two reports for the renderers: a realistic one with every standing, and a hostile one."""

from dataclasses import replace

import pytest

from xref.records import (
    Article,
    Attribution,
    Candidate,
    Claim,
    ClaimKind,
    FactCheck,
    Finding,
    Folding,
    Judgement,
    MadeWith,
    Member,
    NotJudged,
    Origin,
    Part,
    Quotation,
    Reference,
    Relation,
    Report,
    Requoting,
    Severity,
    SignOff,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)

from .pages import CHECKED
from .payloads import HOSTILE_URLS, PAYLOADS
from .verdicts import all_verdicts


@pytest.fixture(autouse=True)
def neutral_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rich reads from the environment must not decide what these tests see."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def _findings(verdicts: tuple[Verdict, ...]) -> tuple[Finding, ...]:
    """One finding to act on, one signed off, one that only notes."""
    claims = {verdict.claim.id: verdict.claim for verdict in verdicts}
    signed = SignOff("SRC001", "Night desk", "2018-11-22", "heard it at the forum ourselves")
    return (
        Finding(
            "SRC001",
            "single origin",
            Severity.WARNING,
            claims["claim-deal"],
            "Only Reuters is found behind it.",
            "Our style book, p. 3",
            accepted=signed,
        ),
        Finding(
            "SRC009",
            "agency only",
            Severity.NOTE,
            claims["claim-deal"],
            "Only agency copy is found behind it (Reuters), and none is credited.",
            "Our style book, p. 9",
        ),
        Finding(
            "SRC011",
            "contradicted",
            Severity.ERROR,
            claims["claim-install"],
            "Hurriyet and Anadolu report otherwise.",
            "Our style book, p. 1",
            needs_sign_off=True,
        ),
    )


@pytest.fixture
def report() -> Report:
    """A report with every standing, in the order of the text."""
    verdicts = all_verdicts()
    return Report(
        article=CHECKED,
        verdicts=verdicts,
        policy="Our desk",
        findings=_findings(verdicts),
        not_judged=(
            NotJudged("Süddeutsche Zeitung", "no readable body", "https://sz.example/s-400"),
            NotJudged("one pair of statement 4", "the passage is longer than the judge reads"),
        ),
        made_with=MadeWith("0.1.0", "static-64", "pairs-3", "5e" * 32, "c0" * 32),
        window=("2018-10-23", "2019-12-22"),
        compared=(209, 142),
        notes=("Pages without a date were compared too.",),
        ties={"Sputnik": ("owned by the Russian government",)},
    )


@pytest.fixture
def hostile() -> Report:
    """The same kind of report, with a payload in every field that strangers can write."""
    text = "\n".join(f"{payload} end." for payload in PAYLOADS)
    title = " ".join(PAYLOADS)
    article = replace(
        CHECKED,
        title=title,
        outlet=title,
        url=HOSTILE_URLS[0],
        text=text,
        authors=(title,),
        language='en" onload="pwned',
        published="2018-11-22<script>",
    )
    verdicts = tuple(_poisoned(text, i) for i in range(len(PAYLOADS)))
    return Report(
        article=article,
        verdicts=verdicts,
        policy=title,
        findings=tuple(_accused(verdict.claim) for verdict in verdicts),
        not_judged=tuple(
            NotJudged(payload, payload, url)
            for payload, url in zip(PAYLOADS, HOSTILE_URLS, strict=True)
        ),
        made_with=MadeWith(title, title, title, title, title),
        window=("<b>", "\x1b[31m"),
        compared=(1, 1),
        notes=PAYLOADS,
        ties=dict.fromkeys(PAYLOADS, PAYLOADS),
    )


def _accused(claim: Claim) -> Finding:
    payload = claim.text
    signed = SignOff("SRC001", payload, payload, payload)
    severity = Severity.ERROR
    return Finding("SRC001", "single origin", severity, claim, payload, payload, True, signed)


def _poisoned(text: str, at: int) -> Verdict:
    payload, url = PAYLOADS[at], HOSTILE_URLS[at]
    start = text.index(payload)
    span = (start, start + len(payload))
    said = Attribution(payload, SourceKind.NAMED, payload, span, credited=payload)
    told = (payload, payload), (Reference(*span, payload, payload),)
    claim = Claim(payload, "hostile", *span, payload, ClaimKind.STATEMENT, payload, said, *told)
    article = Article(url, url, payload, None, payload, payload, payload)
    passage = Claim(payload, url, 0, len(payload), payload, ClaimKind.STATEMENT, payload, said)
    judgement = Judgement(0.9, float("nan"), (Part(payload, float("inf"), 1.0),))
    candidate = Candidate(claim, passage, article, float("nan"), float("inf"))
    words = (payload, payload)
    relation = Relation(candidate, Stance.SUPPORTS, 0.9, judgement, None, payload, words)
    member = Member(article, relation, Folding.CITES, payload)
    origin = Origin(payload, Stance.SUPPORTS, (member,), False)
    review = replace(article, fact_check=FactCheck(payload, payload, payload))
    requoted = Quotation(Requoting.ALTERED, article, span, (0, len(payload)), payload, payload)
    return Verdict(
        claim,
        Standing.SINGLE_SOURCE,
        "F3",
        (origin,),
        (relation,),
        (payload,),
        (payload,),
        quotations=(requoted, replace(requoted, kind=Requoting.OTHER_SPEAKER)),
        fact_checks=(replace(relation, candidate=replace(candidate, article=review)),),
    )
