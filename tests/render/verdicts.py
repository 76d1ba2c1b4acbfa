"""Verdicts on the checked article, one for every case that a report can hold.

The standings were set by hand, and judge nobody.
"""

from dataclasses import replace

from xref.records import (
    Article,
    Attribution,
    Candidate,
    Claim,
    ClaimKind,
    Folding,
    Independence,
    Judgement,
    Member,
    Origin,
    Part,
    Quotation,
    Reference,
    Refutation,
    Relation,
    Requoting,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)

from .pages import (
    BRASIL,
    CHECKED,
    CHINADAILY,
    CNN,
    ENSONHABER,
    FOREIGN,
    HURRIYET,
    HURRIYET_2019,
    MIGNEWS,
    MINUTE,
    NEWSFRONT,
    RBC,
    REUTERS,
    REVIEW,
    SATRAPIA,
    SENTENCES,
    SPUTNIK,
    TASNIM,
    TEXT,
    THENEWS,
    YENISAFAK,
)


def _claim(
    key: str,
    kind: ClaimKind = ClaimKind.STATEMENT,
    source: str | None = None,
) -> Claim:
    text = SENTENCES[key]
    start = TEXT.index(text)
    end = start + len(text)
    said = None
    if source:
        sort = SourceKind.NAMED if source[0].isupper() else SourceKind.ROLE
        said = Attribution(source, sort, "said", (start, end))
    return Claim(f"claim-{key}", CHECKED.id, start, end, text, kind, text, said)


def _relation(
    claim: Claim,
    article: Article,
    passage: str,
    stance: Stance = Stance.SUPPORTS,
    refutes_by: Refutation | None = None,
    confidence: float = 0.91,
    note: str | None = None,
    credited: str | None = None,
    differs: tuple[str, str] | None = None,
) -> Relation:
    start = article.text.index(passage)
    end = start + len(passage)
    said = None
    if credited:
        source = "Mevlüt Çavuşoğlu"
        said = Attribution(source, SourceKind.NAMED, "said", (start, end), credited=credited)
    kind = ClaimKind.STATEMENT
    found = Claim(f"{article.id}@{start}", article.id, start, end, passage, kind, passage, said)
    if said:
        found = replace(found, chain=(credited, said.source))
    support = confidence if stance is Stance.SUPPORTS else (1 - confidence) / 2
    refute = confidence if stance is Stance.REFUTES else (1 - confidence) / 2
    parts = (
        Part("entailment", 0.87, 2.4),
        Part("numbers agree", 1.0 if refutes_by is None else 0.0, 0.9 if not refutes_by else -1.6),
        Part("bias", 1.0, -0.75),
    )
    judgement = Judgement(support, refute, parts, refutes_by)
    candidate = Candidate(claim, found, article, 0.8123456, 7.25)
    return Relation(candidate, stance, confidence, judgement, refutes_by, note, differs)


def _origin(
    name: str,
    members: list[tuple[Relation, Folding | None, str]],
    independent: bool = True,
) -> Origin:
    held = tuple(
        Member(relation.candidate.article, relation, folded, because)
        for relation, folded, because in members
    )
    return Origin(name, members[0][0].stance, held, independent)


def _first() -> Verdict:
    claim = _claim("first", source="İbrahim Kalın")
    sputnik = _relation(
        claim,
        SPUTNIK,
        "Ankara expects the first batch of Russian S-400 air defense systems by the end of 2019, "
        "with joint production starting then, presidential spokesman Ibrahim Kalin said on "
        "Thursday at a forum on Russian-Turkish relations in Ankara.",
        confidence=0.9687654,
    )
    front = _relation(
        claim,
        NEWSFRONT,
        "Im nächsten Jahr werde die Auslieferung der ersten Batterie abgeschlossen sein",
        confidence=0.81,
    )
    tass = _relation(
        claim,
        SATRAPIA,
        "“The first battery of S-400s will be provided next year.",
        confidence=0.88,
    )
    safak = _relation(
        claim,
        YENISAFAK,
        "He said the first delivery is expected in October or November 2019",
        confidence=0.9,
    )
    origins = (
        _origin(
            "Sputnik",
            [
                (sputnik, None, ""),
                (front, Folding.NEAR_COPY, "Im nächsten Jahr … gemeinsamen Produktion"),
            ],
        ),
        _origin("TASS", [(tass, Folding.AGENCY_CREDIT, "ANKARA (TASS) —")]),
        _origin("Yeni Safak", [(safak, None, "")]),
    )
    return Verdict(
        claim,
        Standing.CORROBORATED,
        "F1",
        origins,
        (sputnik, safak, tass, front),
        ("İbrahim Kalın",),
        ("All three origins rest on one speaker at one event.",),
        Independence.SHOWN,
    )


def _joint() -> Verdict:
    claim = _claim("joint", source="İbrahim Kalın")
    safak = _relation(
        claim,
        YENISAFAK,
        "joint production of the S-400 with Russia would come in the second phase.",
    )
    front = _relation(
        claim,
        NEWSFRONT,
        "«und dann beginnen wir mit der gemeinsamen Produktion»",
        confidence=0.77,
    )
    origins = (
        _origin("Yeni Safak", [(safak, None, "")], independent=False),
        _origin("News Front", [(front, None, "")], independent=False),
    )
    return Verdict(
        claim,
        Standing.CORROBORATED,
        "F2",
        origins,
        (safak, front),
        ("İbrahim Kalın",),
        independence=Independence.UNDETERMINED,
    )


def _patriot() -> Verdict:
    claim = _claim("patriot")
    china = _relation(
        claim,
        CHINADAILY,
        "Turkey could buy US Patriot missiles besides the Russian S-400 given a good offer",
        confidence=0.95,
    )
    safak = _relation(
        claim,
        YENISAFAK,
        "Turkey could also buy US Patriot missiles given a good offer",
        confidence=0.97,
    )
    origins = (
        _origin("Xinhua", [(china, Folding.AGENCY_CREDIT, "By Xinhua.")]),
        _origin("Yeni Safak", [(safak, None, "")]),
    )
    return Verdict(claim, Standing.CORROBORATED, "F1", origins, (safak, china))


def _deal() -> Verdict:
    claim = _claim("deal", ClaimKind.QUOTATION, "Mevlüt Çavuşoğlu")
    claim = replace(
        claim,
        attribution=claim.attribution and replace(claim.attribution, mixed=True),
        references=(_refers(claim, "Tuesday", "2018-11-20"),),
    )
    minute = _relation(
        claim,
        MINUTE,
        "Turkey's purchase of Russian S-400 air defense systems is a done deal "
        "that cannot be canceled, Foreign Minister Mevlüt Çavuşoğlu said on Tuesday",
        confidence=0.98,
        credited="Reuters",
    )
    mig = _relation(
        claim,
        MIGNEWS,
        "назвал покупку С-400 у России «завершенной сделкой», которую «невозможно отменить»",
        confidence=0.72,
        note="The page bears no date.",
    )
    origin = _origin(
        "Reuters",
        [
            (minute, Folding.CITES, "Reuters reported"),
            (mig, Folding.NEAR_COPY, "«невозможно отменить»"),
        ],
    )
    return Verdict(
        claim,
        Standing.SINGLE_SOURCE,
        "F3",
        (origin,),
        (minute, mig),
        ("Mevlüt Çavuşoğlu",),
        quotations=(_requoted(MIGNEWS, "“a done deal”", "«завершенной сделкой»"),),
        fact_checks=(_relation(claim, REVIEW, REVIEW.text, confidence=0.71),),
    )


def _refers(claim: Claim, words: str, meaning: str) -> Reference:
    start = TEXT.index(words, claim.start)
    return Reference(start, start + len(words), words, meaning)


def _requoted(article: Article, ours: str, theirs: str) -> Quotation:
    here, there = TEXT.index(ours), article.text.index(theirs)
    return Quotation(
        Requoting.ALTERED,
        article,
        (here, here + len(ours)),
        (there, there + len(theirs)),
        ours[1:-1],
        theirs[1:-1],
    )


def _talks() -> Verdict:
    claim = _claim("talks")
    claim = replace(
        claim,
        reading=claim.text.replace("He", "Mevlüt Çavuşoğlu"),
        references=(_refers(claim, "He", "Mevlüt Çavuşoğlu"),),
    )
    cnn = _relation(claim, CNN, "استمر اللقاء حوالي 45 دقيقة.", confidence=0.83)
    near = _relation(claim, HURRIYET, HURRIYET.text, Stance.NEUTRAL, confidence=0.55)
    return Verdict(
        claim,
        Standing.SINGLE_SOURCE,
        "F3",
        (_origin("CNN", [(cnn, None, "")], independent=False),),
        (cnn, near),
        notes=("The nearest other passage was judged neutral, but only just.",),
    )


def _signed() -> Verdict:
    claim = _claim("signed")
    sputnik = _relation(
        claim, SPUTNIK, "The loan agreement was signed in December 2017.", confidence=0.79
    )
    news = _relation(claim, THENEWS, THENEWS.text, confidence=0.86)
    foreign = _relation(
        claim,
        FOREIGN,
        FOREIGN.text,
        Stance.REFUTES,
        Refutation.DATE,
        0.9,
        "The two may speak of different steps: a deposit in September, a loan in December.",
    )
    hurriyet = _relation(
        claim,
        HURRIYET_2019,
        "Turkey signed the contract in April 2017",
        Stance.REFUTES,
        Refutation.DATE,
        0.74,
        "Published a year after the article.",
    )
    origins = (
        _origin("The News International", [(news, None, "")]),
        _origin("Sputnik", [(sputnik, None, "")]),
        _origin("Foreign Affairs", [(foreign, None, "")]),
        _origin("Hurriyet Daily News", [(hurriyet, None, "")], independent=False),
    )
    return Verdict(claim, Standing.DISPUTED, None, origins, (foreign, news, sputnik, hurriyet))


def _batteries() -> Verdict:
    claim = _claim("batteries")
    rbc = _relation(
        claim,
        RBC,
        RBC.text,
        Stance.REFUTES,
        Refutation.NUMBER,
        0.7,
        "later update: published ten months after the article",
    )
    return Verdict(claim, Standing.CONTRADICTED, "F5", (_origin("RBC", [(rbc, None, "")]),), (rbc,))


def _install() -> Verdict:
    claim = _claim("install", source="the defence minister")
    reuters = _relation(
        claim,
        REUTERS,
        "Installation of Russian S-400 surface-to-air missile systems in Turkey "
        "will begin in October 2019",
        Stance.REFUTES,
        Refutation.DATE,
        0.97,
        differs=("October 2020", "October 2019"),
    )
    tasnim = _relation(
        claim,
        TASNIM,
        "Installation of Russian S-400 missile systems in Turkey will begin in October 2019",
        Stance.REFUTES,
        Refutation.DATE,
        0.96,
    )
    brasil = _relation(
        claim,
        BRASIL,
        "A instalação dos sistemas S-400 na Turquia começará em outubro de 2019",
        Stance.REFUTES,
        Refutation.DATE,
        0.84,
    )
    enson = _relation(claim, ENSONHABER, ENSONHABER.text, Stance.REFUTES, Refutation.DATE, 0.95)
    origins = (
        _origin(
            "Hurriyet",
            [
                (reuters, Folding.CITES, "was quoted as saying by the Hurriyet newspaper"),
                (tasnim, Folding.CITES, "was quoted as saying by Hurriyet"),
                (brasil, Folding.CIRCULAR, "citado pela mídia turca"),
            ],
        ),
        _origin("Anadolu", [(enson, Folding.CITES, "told Anadolu Agency")]),
    )
    return Verdict(
        claim,
        Standing.CONTRADICTED,
        "F5",
        origins,
        (reuters, tasnim, enson, brasil),
        ("the defence minister", "Hulusi Akar"),
    )


def _guests() -> Verdict:
    claim = _claim("guests")
    near = _relation(
        claim,
        SATRAPIA,
        "presidential spokesman Ibrahim Kalin told a conference on "
        "Russian-Turkish relations on Thursday.",
        Stance.NEUTRAL,
        confidence=0.93,
    )
    return Verdict(claim, Standing.UNMATCHED, "F4", (), (near,))


def _plain(key: str, kind: ClaimKind, standing: Standing, grade: str | None) -> Verdict:
    return Verdict(_claim(key, kind), standing, grade)


def all_verdicts() -> tuple[Verdict, ...]:
    """The verdicts in the order of the text."""
    nothing = Standing.NOT_A_CLAIM
    return (
        _first(),
        _joint(),
        _patriot(),
        _deal(),
        _talks(),
        _plain("opinion", ClaimKind.OPINION, nothing, None),
        _signed(),
        _batteries(),
        _install(),
        _plain("question", ClaimKind.QUESTION, nothing, None),
        _guests(),
        _plain("heating", ClaimKind.STATEMENT, Standing.NOT_COVERED, "F6"),
        _plain("boilerplate", ClaimKind.BOILERPLATE, nothing, None),
    )
