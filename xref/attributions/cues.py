"""Cues by what they take: the verbs, nouns and phrases with which English news attributes.

The lists are written by hand, but for `UNSURE`: forms that are a cue in fewer than six to seven of
ten places in the training part of PolNeAR (no licence stated; forms were counted, no text is kept),
where verbs make nine tenths of all cues and 7,400 different phrases are a cue at least once. What
is marked as an attitude says what somebody thinks or wants, not that they said it.
"""

from collections.abc import Iterator

from xref.attributions.words import listed

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling",
    "write": "writes wrote writing written", "think": "thinks thought thinking",
    "know": "knows knew knowing known", "feel": "feels felt feeling",
    "see": "sees saw seeing seen", "read": "reads read reading", "find": "finds found finding",
    "show": "shows showed showing shown", "seek": "seeks sought seeking",
    "swear": "swears swore swearing sworn", "speak": "speaks spoke speaking spoken",
    "understand": "understands understood understanding",
    "forecast": "forecasts forecast forecasting", "rebut": "rebuts rebutted rebutting",
    "refer": "refers referred referring", "admit": "admits admitted admitting",
    "forget": "forgets forgot forgetting forgotten", "quip": "quips quipped quipping",
    "slam": "slams slammed slamming", "prefer": "prefers preferred preferring",
    "plan": "plans planned planning", "dub": "dubs dubbed dubbing",
    "knock": "knocks knocked knocking", "hear": "hears heard hearing",
    "bet": "bets bet betting", "chide": "chides chided chiding",
    "shrug": "shrugs shrugged shrugging",
    "signal": "signals signaled signalled signaling signalling",
    "label": "labels labeled labelled labeling labelling",
    "counsel": "counsels counseled counselled counseling counselling",
    "brag": "brags bragged bragging", "blog": "blogs blogged blogging",
    "rip": "rips ripped ripping", "hint": "hints hinted hinting",
    "choose": "chooses chose choosing", "opt": "opts opted opting",
}  # fmt: skip


def forms(lemmas: str) -> frozenset[str]:
    """Every form of the verbs, which white space parts."""
    return frozenset(form for lemma in lemmas.split() for form in _inflected(lemma))


def _inflected(lemma: str) -> Iterator[str]:
    yield lemma
    if lemma in _IRREGULAR:
        yield from _IRREGULAR[lemma].split()
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    else:
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        yield from (lemma + "ed", lemma + "ing")


SAYING = forms(
    "say tell add write note report announce state claim warn argue explain insist tweet retweet"
    " declare suggest confirm deny acknowledge admit allege assert reveal disclose reply respond"
    " testify estimate predict conclude continue recall remark comment stress emphasise emphasize"
    " reiterate repeat agree vow pledge promise complain concede contend caution quip joke lament"
    " observe maintain mention propose indicate clarify underscore underline exclaim shout yell"
    " speculate imply hint signal boast brag muse interject opine retort counter inform remind"
    " assure reassure notify confide recount proclaim profess swear attest affirm reaffirm refute"
    " rebut marvel bemoan theorize theorise surmise posit elaborate email blog ask answer urge"
    " demand pronounce crow gush chant scream cry plead implore beg snap shrug intone deadpan"
    " post forecast project advise recommend threaten concur apologize apologise hear relay rule"
    " allow volunteer"
)
"""Verbs whose object is a clause or a quotation: what somebody said."""

HOLDING = forms(
    "think believe want hope expect know feel doubt suspect worry wish prefer intend plan seek"
    " decide wonder fear realize realise understand learn remember assume refuse decline"
    " consider see view regard support oppose favor favour imagine anticipate deem reckon bet"
    " dislike choose opt"
)
"""Verbs of what somebody thinks, knows or wants: nobody need have said a word."""

JUDGING = forms(
    "call describe accuse criticize criticise praise endorse defend blast slam blame denounce"
    " condemn mock attack reject dismiss question cite discuss thank challenge tout decry champion"
    " applaud assail rip ridicule deride lambaste rebuke disavow dub label portray characterize"
    " characterise liken compare hail credit congratulate commend salute embrace echo invoke"
    " reference identify name quote paraphrase outline detail highlight document voice express"
    " advocate address trash bash knock belittle disparage excoriate chastise chide scold admonish"
    " renounce repudiate disown encourage request order nominate approve propose offer"
    " push back issue unveil release air list promote predict welcome deplore oppose"
    " eulogize vilify demonize brand trumpet extol laud concede rattle"
)
"""Verbs whose object is a person or a thing that somebody speaks well, badly or merely of."""

SHOWING = forms(
    "show find suggest indicate reveal reaffirm conclude confirm read say warn estimate"
)
"""Verbs that attribute when their subject is a document or a poll."""

PHRASAL = {
    "call": "for on upon", "point": "out to", "speak": "of about out against",
    "talk": "about of up", "refer": "to", "allude": "to", "complain": "about of",
    "rail": "against", "lash": "out", "object": "to", "go": "on",
    "lobby": "for", "weigh": "in", "agree": "with", "disagree": "with", "boast": "of about",
    "warn": "of about against", "joke": "about", "ask": "about for", "push": "for back",
    "argue": "for against", "campaign": "against", "inquire": "about", "dwell": "on", "opine": "on",
    "insist": "on", "hint": "at", "chime": "in",
    "shoot": "back", "fire": "back", "sound": "off",
    "gripe": "about", "grumble": "about", "testify": "to about",
    "comment": "on", "lie": "about", "press": "for", "pivot": "to", "rant": "about against",
}  # fmt: skip
"""Verbs that attribute with one of these words behind them, and not (or otherwise) alone."""
_PHRASAL_IRREGULAR = {
    "speak": "speaks spoke speaking spoken", "go": "goes went going gone",
    "lie": "lies lied lying", "shoot": "shoots shot shooting",
}  # fmt: skip


def _phrasal() -> Iterator[tuple[str, frozenset[str]]]:
    for lemma, particles in PHRASAL.items():
        if particles:
            told = _PHRASAL_IRREGULAR.get(lemma, "").split()
            for form in [*told, lemma] if told else _inflected(lemma):
                yield form, listed(particles)


PARTICLES = dict(_phrasal())
"""By form: the words that make it a phrasal cue."""

VERBS = SAYING | HOLDING | JUDGING | SHOWING | frozenset(PARTICLES)
"""Every form that may attribute."""

ALSO_NOUNS = listed(
    "report reports claim claims state states note notes post posts demand demands hope hopes fear"
    " fears doubt doubts view views plan plans support supports request requests question questions"
    " answer answers attack attacks challenge challenges defend call calls offer offers order"
    " orders name names list lists document documents signal signals cry cries project projects"
    " estimate estimates forecast forecasts promise promises pledge pledges vow vows comment"
    " comments reply remark remarks joke jokes worry worries bet bets air issue issues release"
    " releases quote quotes label labels back express address addresses detail details voice"
    " voices champion champions brand brands credit credits rule rules email emails tweet tweets"
    " praise blame reference references outline outlines criticism wonder wish wishes push find"
    " finds counter counters stress hint hints threat mention crow boast nominate feeling meaning"
    " understanding thinking finding findings saying learning writing reading posting planning"
    " meaning warning warnings showing shows show read reads see seeing saw thought thoughts"
)
"""Forms that are nouns as well: they need a subject that is beyond doubt."""

UNSURE = listed(
    "add address addressed admitting advised advising advocate advocated advocates agree"
    " aired airing alleged alleging allow allowed allowing allows answered answers apologized"
    " approve approved attack attacked attacking attacks back backed backing backs believed"
    " believes believing boasts call campaign challenge challenged challenging championed"
    " choose choosing chose claiming comment comments compared comparing consider considered"
    " considering continue continues continuing decide decided decline deemed defend demand"
    " demanded demanding demands denied describe detailed discussing documents dubbed echoed"
    " echoing email emailed emails embrace embraced encourage encouraging endorse endorsing"
    " estimated estimates expects explain favor favored favors feel feeling feels felt goes"
    " hear heard hearing highlighted highlighting hinted identified identify intended invoked"
    " issue issued issues knew know knowing known learn learned listed maintain maintained"
    " maintains mentions name named nominated nominating offer offering offers opposes plan"
    " planned planning plans pledge pledged post posted prefer projected promoted promoting"
    " push pushed pushing question questions quoted rattled recommended refuse rejecting"
    " release released releasing remarking remarks remember repeated repeating report"
    " reporting reports requests respond responding responds reveal rule ruled rules saw"
    " seeing seek seeking seeks seen showing slamming state states support supported"
    " supporting supports talk testified thanks think thought threaten threatening threatens"
    " trash tweet underscored underscores understand understands understood urging view viewed"
    " views volunteer volunteered volunteers want wanted wants weighed welcome welcomed went"
    " worries write writing written"
)
"""Forms that attribute only with a quotation or a that-clause behind them."""

NOUNS = listed(
    "belief beliefs promise promises assertion assertions allegation allegations contention"
    " insistence warning warnings prediction predictions conclusion criticism statement hope hopes"
    " fear fears claim claims admission complaint complaints accusation denial"
)
"""Nouns of speech or thought that attribute with a possessor or a clause: `his claim that`."""
