"""Sentences in which the author judges, appeals or speaks in figures.

Only a sentence that nobody in the story says can be the author's opinion: `X called it a
catastrophe` states that X did. A sentence with a figure in it (a number, a date) states something
beside its judgement and stays a claim.
"""

import re

from xref.attributions.quotes import quotations

_JUDGED = (
    "absurd|abysmal|ambitious|amazing|appalling|atrocious|awful|barbaric|beautiful|bizarre|bogus"
    "|brave|brilliant|clever|cowardly|crazy|cynical|dangerous|deplorable|despicable|devastating"
    "|disappointing|disastrous|disgraceful|disgusting|dishonest|disturbing|dreadful|embarrassing"
    "|encouraging|evil|exciting|fantastic|foolish|frightening|good|bad|great|heartbreaking"
    "|heartless|hideous|horrible|horrific|hypocritical|idiotic|immoral|impressive|incompetent"
    "|incredible|inexcusable|insane|interesting|ironic|irresponsible|laughable|ludicrous|lovely"
    "|magnificent|mediocre|misguided|monstrous|naive|outrageous|pathetic|perfect|perverse|pitiful"
    "|poor|preposterous|reckless|remarkable|repugnant|ridiculous|sad|scary|selfish|shameful"
    "|shameless|shocking|sickening|silly|smart|stunning|stupid|sweet|terrible|terrifying|tragic"
    "|ugly|unacceptable|unbelievable|unfair|unforgivable|vile|wicked|wise|wonderful|worrying|wrong"
)
_DEGREE = (
    "very|so|too|truly|really|quite|utterly|absolutely|simply|incredibly|extremely|deeply|totally"
    "|completely|profoundly|downright|nothing short of|near|nearly|almost|beyond|pretty|rather"
    "|frankly|particularly|equally|hardly|just"
)
_BE = "is|are|was|were|isn['’]t|wasn['’]t|be|been|being|seems?|sounds?|looks?|feels?|remains?"

GROUPS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # A form of `to be`, a degree and a judging adjective: the author weighs.
        "judging": rf"\b(?:{_BE}) (?:not )?(?:an? )?(?:{_DEGREE}) (?:an? )?(?:{_JUDGED}"
        rf"|apocalyptic|catastrophic)\b"
        rf"|\b(?:it|this|that|which|what)(?:['’]s| is| was) (?:an? )?(?:{_JUDGED})\b",
        # Words that hold a judgement in themselves, whatever stands around them.
        "loaded": r"\b(?:disgraceful|shameful(?:ly)?|despicable|laughable|pathetic(?:ally)?"
        r"|preposterous|ludicrous"
        r"|idiotic|idiots?|moronic?|lunacy|insanity|hypocri(?:sy|tical(?:ly)?|tes?)|demagogue\w*"
        r"|tyrants?|tyrannical"
        r"|thugs?|leftists|libtards?|warmongers?|virtue[- ]signal\w*|witch[- ]hunt|brainwash\w*"
        r"|indoctrinat\w+"
        r"|cesspool|lapdogs?|bigot(?:s|ed|ry)?|fear-?mongering|race-?baiting|snowflakes?"
        r"|travesty|abomination"
        r"|utter(?:ly)? (?:nonsense|failure|ridiculous)|bullshit|crap|damn(?:ed)?|god-?damn"
        r"|what the hell)\b",
        # It is a shame that; a disgrace; nothing short of a miracle.
        "verdict": r"\b(?:it['’]?s|it is|it was|what|this is|that is|that['’]s|has been"
        r"|have been|is) (?:such |nothing (?:but|short of) )?an?"
        r" (?:\w+ )?(?:shame|pity|disgrace|scandal|farce|joke|nightmare|disaster|outrage|tragedy"
        r"|travesty|mess|sham|hoax"
        r"|blessing|miracle|triumph|masterpiece|no-brainer|lie)\b(?! (?:area|zone|relief|site"
        r"|response))",
        # The author as `I` and `we`.
        "first-person": r"\bi (?:think|believe|suppose|guess|hope|fear|doubt|wonder|suspect|feel"
        r"|wish|love|hate|agree|submit|mean)\b"
        r"|\bi['’](?:m|d) (?:sure|afraid|say|argue|guess|bet)\b|\bin my (?:view|opinion"
        r"|humble)\b|\bif you ask me\b"
        r"|\b(?:we|you) (?:all )?(?:must|should|need to|ought|have to|cannot|can['’]t"
        r"|shouldn['’]t|don['’]t need|deserve)\b"
        r"|\b(?:let['’]s|let us) (?:not|be|hope|face|\w+)\b|\bmost of us\b"
        r"|\bour (?:own )?(?:country|nation|society|children|kids"
        r"|freedoms?|values|way of life|culture|democracy|economy|leaders|politics|lives|time"
        r"|world)\b",
        # Appeals: what should be done, said by nobody.
        "appeal": r"\b(?:it['’]?s|it is) (?:high |about |past )?time (?:to|for|that|we)\b"
        r"|\b(?:should|must|ought to) (?:never |not |all |always |at least |immediately "
        r"|also )?(?:be ashamed|stop|act now|resign|wake up|stand up|learn"
        r"|apologi[sz]e|rethink|reject|remember|recogni[sz]e|understand|realize|demand|embrace"
        r"|ask (?:himself|herself|themselves|ourselves)|take heed"
        r"|take responsibility|be held accountable|be a wake-up call|come as no surprise"
        r"|know better|worry|concern)\b",
        # Stance before the sentence.
        "stance": r"\A\W{0,2}(?:(?:and|but|so|yet|or),? )?(?:unfortunately|sadly|thankfully"
        r"|fortunately|regrettably|frankly|honestly|surely"
        r"|admittedly|make no mistake|needless to say|to be fair|the truth is|the (?:plain "
        r"|simple |sad )?fact is|the reality is|the irony is"
        r"|no wonder|no doubt|ironically|incredibly|amazingly|alas|indeed, (?:it|what)"
        r"|heaven forbid|god forbid|shame on|enough is enough|think about"
        r"|imagine|remember that|consider (?:this|that|the)|good luck|thank (?:god|goodness"
        r"|heaven))\b",
        # Figures of speech: nothing in them can be looked up.
        "figure": r"\b(?:world|life|lives|dreams?|universe) (?:fell apart|came crashing"
        r"|fell to pieces|turned upside down|was shattered|were shattered|collapsed around"
        r"|will never be the same)\b|\b(?:broke|breaks|breaking) (?:my|our|your|his|her|their"
        r"|everyone['’]s) hearts?\b|\bopened a can of worms\b"
        r"|\b(?:elephant in the room|house of cards|wake-up call for|slippery slope"
        r"|perfect storm|ticking time bomb|tip of the iceberg"
        r"|drink(?:ing)? the kool-aid|pot calling the kettle|dustbin of history"
        r"|wrong side of history|writing is on the wall|adding insult to injury"
        r"|sick and tired|over a cliff|race to the bottom|stuff of nightmares|beggars belief"
        r"|speaks volumes|says it all|hell on earth"
        r"|apocalyptic|armageddon)\b",
        # Questions of taste and of what anybody can know.
        "argument": r"\b(?:it['’]?s|it is|it['’]?s also|it was) (?:also |not |no |really "
        r"|simply )?(?:hard|difficult|impossible|easy|tempting|safe|fair|worth|no surprise"
        r"|no wonder|no accident|no coincidence|ironic|telling|striking|ludicrous|high time"
        r"|possible|understandable)"
        r" (?:to (?:say|see|imagine|believe|argue|think|know|understand|overstate|remember|ask"
        r"|note|blame|assume|escape|avoid|deny|take|read)|that|enough|why|how|not to)\b"
        r"|\b(?:the very idea|in other words|so much for|so-called progressives?"
        r"|what could possibly|who knows|as if|at the end of the day"
        r"|nothing could be further|the only thing|the real (?:problem|question|issue|reason"
        r"|story)|the problem (?:is|with)|the point is|that['’]?s (?:why|what|how|because|not)"
        r"|this is (?:why|what|exactly|precisely|how|not how|nothing))\b",
        # The commonest of these abroad.
        "abroad": r"\b(?:leider|zum glück|es ist eine schande|eine schande|unerträglich"
        r"|skandalös|malheureusement|heureusement|c['’]est (?:une honte|honteux|inadmissible)"
        r"|il faut que|nous devons|desgraciadamente|por desgracia|es una vergüenza|vergonzos[oa]"
        r"|debemos|к сожалению|к счастью|позор(?:ный|но)?|мы должны"
        r"|ne yazık ki|maalesef|utanç verici|wir müssen|wir sollten)\b",
    }.items()
}
_FIGURES = re.compile(r"\d|\b(?:million|billion|percent|per cent|dozens?|hundreds|thousands)\b")
_QUOTED = " … "


def is_opinion(words: str) -> bool:
    """Whether an unattributed sentence is a judgement, an appeal or a figure of speech."""
    own = own_words(words).lower()
    return _FIGURES.search(own) is None and any(group.search(own) for group in GROUPS.values())


def own_words(words: str) -> str:
    """The sentence without what stands between quotation marks."""
    parts: list[str] = []
    place = 0
    for start, end in quotations(words, 0, len(words)):
        parts += [words[place:start], _QUOTED]
        place = end
    return "".join([*parts, words[place:]])
