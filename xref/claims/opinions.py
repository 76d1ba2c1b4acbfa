"""Sentences in which the author judges, appeals or speaks in figures.

Only a sentence that nobody in the story says can be the author's opinion: `X called it a
catastrophe` states that X did. A sentence with a figure in it (a number, a date) states something
beside its judgement and stays a claim.
"""

import re

from xref.attributions.quotes import quotations
from xref.claims.tone import tone
from xref.settings import CLAIMS

_JUDGED = (
    "absurd|abysmal|ambitious|amazing|appalling|atrocious|awful|barbaric|beautiful|bizarre"
    "|bogus|brave|brilliant|clever|cowardly|crazy|cynical|dangerous|deplorable|despicable"
    "|devastating|disappointing|disastrous|disgraceful|disgusting|dishonest|disturbing"
    "|dreadful|embarrassing|encouraging|evil|exciting|fantastic|foolish|frightening|good"
    "|bad|great|heartbreaking|heartless|hideous|horrible|horrific|hypocritical|idiotic"
    "|immoral|impressive|incompetent|incredible|inexcusable|insane|interesting|ironic"
    "|irresponsible|laughable|ludicrous|lovely|magnificent|mediocre|misguided|monstrous"
    "|naive|outrageous|pathetic|perfect|perverse|pitiful|poor|preposterous|reckless"
    "|remarkable|repugnant|ridiculous|sad|scary|selfish|shameful|shameless|shocking"
    "|sickening|silly|smart|stunning|stupid|sweet|terrible|terrifying|tragic|ugly"
    "|unacceptable|unbelievable|unfair|unforgivable|vile|wicked|wise|wonderful|worrying"
    "|wrong"
)
_DEGREE = (
    "very|so|too|truly|really|quite|utterly|absolutely|simply|incredibly|extremely|deeply"
    "|totally|completely|profoundly|downright|nothing short of|near|nearly|almost|beyond"
    "|pretty|rather|frankly|particularly|equally|hardly|just"
)
_BE = "is|are|was|were|isn['’]t|wasn['’]t|be|been|being|seems?|sounds?|looks?|feels?|remains?"

GROUPS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # A form of `to be`, a degree and a judging adjective: the author weighs.
        "judging": rf"\b(?:{_BE}) (?:not )?(?:an? )?(?:{_DEGREE}) (?:an? )?(?:{_JUDGED}"
        rf"|apocalyptic|catastrophic)\b|\b(?:it|this|that|which|what)(?:['’]s| is"
        rf"| was) (?:an? )?(?:{_JUDGED})\b",
        # Words that hold a judgement in themselves, whatever stands around them.
        "loaded": r"\b(?:disgraceful|shameful(?:ly)?|despicable|laughable|pathetic(?:ally)?"
        r"|preposterous|ludicrous|idiotic|idiots?|moronic?|lunacy|insanity|hypocri(?:sy"
        r"|tical(?:ly)?|tes?)|demagogue\w*|tyrants?|tyrannical|thugs?|leftists|libtards?"
        r"|warmongers?|virtue[- ]signal\w*|witch[- ]hunt|brainwash\w*|indoctrinat\w+|cesspool"
        r"|lapdogs?|bigot(?:s|ed|ry)?|fear-?mongering|race-?baiting|travesty"
        r"|abomination|utter(?:ly)? (?:nonsense|failure|ridiculous)|bullshit|crap|damn(?:ed)?"
        r"|god-?damn|what the hell)\b",
        # It is a shame that; a disgrace; nothing short of a miracle.
        "verdict": r"\b(?:it['’]?s|it is|it was|what|this is|that is|that['’]s|has been"
        r"|have been|is) (?:such |nothing (?:but|short of) )?an? (?:\w+ )?(?:shame|pity|disgrace"
        r"|scandal|farce|joke|nightmare|disaster|outrage|tragedy|travesty|mess|sham|hoax"
        r"|blessing|miracle|triumph|masterpiece|no-brainer|lie)\b(?! (?:area|zone|relief|site"
        r"|response))",
        # The author as `I` and `we`.
        "first-person": r"\bi (?:think|believe|suppose|guess|hope|fear|doubt|wonder|suspect|feel"
        r"|wish|love|hate|agree|submit|mean)\b|\bi['’](?:m|d) (?:sure|afraid|say|argue|guess"
        r"|bet)\b|\bin my (?:view|opinion|humble)\b|\bif you ask me\b|\b(?:we"
        r"|you) (?:all )?(?:must|should|need to|ought|have to|cannot|can['’]t|shouldn['’]t"
        r"|don['’]t need|deserve)\b|\b(?:let['’]s|let us) (?:not|be|hope|face|\w+)\b"
        r"|\bmost of us\b|\bour (?:own )?(?:country|nation|society|children|kids|freedoms?"
        r"|values|way of life|culture|democracy|economy|leaders|politics|lives|time|world)\b",
        # Appeals: what should be done, said by nobody.
        "appeal": r"\b(?:it['’]?s|it is) (?:high |about |past )?time (?:to|for|that|we)\b"
        r"|\b(?:should|must|ought to) (?:never |not |all |always |at least |immediately "
        r"|also )?(?:be ashamed|stop|act now|resign|wake up|stand up|learn|apologi[sz]e|rethink"
        r"|reject|remember|recogni[sz]e|understand|realize|demand|embrace|ask (?:himself|herself"
        r"|themselves|ourselves)|take heed|take responsibility|be held accountable"
        r"|be a wake-up call|come as no surprise|know better|worry|concern)\b",
        # Stance before the sentence.
        "stance": r"\A\W{0,2}(?:(?:and|but|so|yet|or),? )?(?:unfortunately|sadly|thankfully"
        r"|fortunately|regrettably|frankly|honestly|surely|admittedly|make no mistake"
        r"|needless to say|to be fair|the truth is|the (?:plain |simple |sad )?fact is"
        r"|the reality is|the irony is|no wonder|no doubt|ironically|incredibly|amazingly|alas"
        r"|indeed, (?:it|what)|heaven forbid|god forbid|shame on|enough is enough|think about"
        r"|imagine|remember that|consider (?:this|that|the)|good luck|thank (?:god|goodness"
        r"|heaven))\b",
        # Figures of speech: nothing in them can be looked up.
        "figure": r"\b(?:world|life|lives|dreams?|universe) (?:fell apart|came crashing"
        r"|fell to pieces|turned upside down|was shattered|were shattered|collapsed around"
        r"|will never be the same)\b|\b(?:broke|breaks|breaking) (?:my|our|your|his|her|their"
        r"|everyone['’]s) hearts?\b|\bopened a can of worms\b|\b(?:elephant in the room"
        r"|house of cards|wake-up call for|slippery slope|perfect storm|ticking time bomb"
        r"|tip of the iceberg|drink(?:ing)? the kool-aid|pot calling the kettle"
        r"|dustbin of history|wrong side of history|writing is on the wall"
        r"|adding insult to injury|sick and tired|over a cliff|race to the bottom"
        r"|stuff of nightmares|beggars belief|speaks volumes|says it all|hell on earth"
        r"|apocalyptic|armageddon)\b",
        # Questions of taste and of what anybody can know.
        "argument": r"\b(?:it['’]?s|it is|it['’]?s also|it was) (?:also |not |no |really "
        r"|simply )?(?:hard|difficult|impossible|easy|tempting|safe|fair|worth|no surprise"
        r"|no wonder|no accident|no coincidence|ironic|telling|striking|ludicrous"
        r"|high time) (?:to (?:say|see|imagine|believe|argue|think|know|understand|overstate"
        r"|remember|ask|note|blame|assume|escape|avoid|deny|take|read)|that|enough|why|how"
        r"|not to)\b|\b(?:the very idea|so much for|so-called progressives?"
        r"|what could possibly|who knows|nothing could be further|the only thing"
        r"|the real (?:problem|question|issue|reason|story)|the problem (?:is|with)"
        r"|the point is)\b",
    }.items()
}
_ABROAD = re.compile(
    r"\b(?:leider|zum glück|es ist eine schande|eine schande|unerträglich"
    r"|skandalös|malheureusement|heureusement|c['’]est (?:une honte|honteux|inadmissible)"
    r"|il faut que|nous devons|desgraciadamente|por desgracia|es una vergüenza|vergonzos[oa]"
    r"|debemos|к сожалению|к счастью|позор(?:ный|но)?|мы должны|ne yazık ki|maalesef"
    r"|utanç verici|wir müssen|wir sollten)\b"
)
"""The commonest of these in other languages, of which the tone knows nothing."""
_FIGURES = re.compile(r"\d|\b(?:million|billion|percent|per cent|dozens?|hundreds|thousands)\b")
_QUOTED = " … "


def is_opinion(words: str) -> bool:
    """Whether an unattributed sentence is a judgement, an appeal or a figure of speech.

    Either it reads like a comment as a whole, or a pattern shows it and it reads no more like a
    report than like a comment.
    """
    told = own_words(words)
    own = told.lower()
    length = len(own.split())
    if length > CLAIMS.opinion_words or _FIGURES.search(own) is not None:
        return False
    if _ABROAD.search(own) is not None:
        return True
    heard = tone(told)
    if length >= CLAIMS.tone_words and heard > CLAIMS.opinion_tone:
        return True
    return heard > 0 and any(group.search(own) for group in GROUPS.values())


def own_words(words: str) -> str:
    """The sentence without what stands between quotation marks."""
    parts: list[str] = []
    place = 0
    for start, end in quotations(words, 0, len(words)):
        parts += [words[place:start], _QUOTED]
        place = end
    return "".join([*parts, words[place:]])
