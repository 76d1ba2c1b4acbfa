"""The words that attribute (`said`, `according to`, `сообщил`), and the agencies that all credit.

Counted in the training part of PolNeAR, the English verbs here are the cue of about two thirds of
all attributions; what is left is spread over more than a thousand words. The agencies are those
that papers credit without a word of explanation: they are told even where no registry is at hand.
"""

import re


def listed(words: str) -> frozenset[str]:
    """The set of the words, which white space parts."""
    return frozenset(words.split())


SPEECH = listed(
    # English, the past, present and -ing forms that newsrooms use.
    "said say says saying told tell tells telling added add adds adding wrote write writes writing"
    " reported report reports reporting announced announces announcing stated states stating"
    " claimed claims claim claiming warned warns warn warning noted notes note noting argued argues"
    " argue arguing explained explains explaining insisted insists insist insisting tweeted tweets"
    " tweeting posted declared declares declaring suggested suggests suggest suggesting confirmed"
    " confirms confirming denied denies deny denying acknowledged acknowledges acknowledging"
    " admitted admits admitting alleged alleges alleging asserted asserts asserting revealed"
    " reveals"
    " disclosed replied replies responded responds asked asks testified testifies estimated"
    " estimates estimating predicted predicts concluded concludes continued recalled recalls"
    " remarked commented stressed stresses stressing emphasised emphasized reiterated repeated"
    " agrees agree vowed vows pledged promised promises agreed complained"
    " conceded contended contends cautioned"
    " urged urges believed believes believe thinks thought hopes hoped fears suspects suspected"
    " expects expected described describes describing called calls calling accused accuses quoted"
    " informed informs assured reminded quipped joked lamented observed maintained maintains"
    " mentioned proposed indicated indicates pointed clarified underlined underscored highlighted"
    " demanded demands ordered exclaimed shouted tells questioned speculated"
    # German
    " sagte sagt sagten sagen erklärte erklärt erklärten teilte mitteilte betonte betont meldete"
    " meldet meldeten berichtete berichtet berichteten berichten schrieb schreibt warnte warnt"
    " behauptete behauptet kündigte fügte bestätigte bestätigt äußerte zitierte nannte"
    # French
    " dit déclaré déclare affirmé affirme annoncé annonce ajouté ajoute indiqué indique expliqué"
    " explique rapporté rapporte précisé précise souligné souligne assuré assure estimé estime"
    # Spanish and Portuguese
    " dijo dice dijeron afirmó afirma declaró declara anunció anuncia añadió agregó señaló aseguró"
    " informó informa explicó advirtió reportó indicó disse afirmou declarou anunciou acrescentou"
    " informou explicou"
    # Italian
    " detto dichiarato affermato annunciato"
    # Russian
    " сказал сказала сказали заявил заявила заявили заявляет сообщил сообщила сообщили сообщает"
    " сообщают сообщило передает передаёт передают отметил отметила отметили добавил добавила"
    " подчеркнул подчеркнула пишет написал написала рассказал рассказала рассказали объявил"
    " объявила подтвердил подтвердила утверждает утверждал говорится уточнил уточнила"
    # Turkish
    " dedi diyor söyledi belirtti açıkladı bildirdi kaydetti aktardı duyurdu ifade yazdı vurguladı"
    # Arabic
    " قال قالت أعلن أعلنت أكد أكدت ذكر ذكرت أفاد أفادت أضاف أضافت صرح"
)
"""Verbs of speech and belief whose subject is the source."""

EVIDENCE = listed(
    "showed show shows found finds find suggests suggest suggested revealed reveals indicates"
    " indicate indicated reads read"
)
"""Verbs that attribute only when their subject is a document: `the report found`."""

SAYS = listed(
    "said says saying say told tells telling stated states wrote writes announced"
    " announces confirmed confirms explained noted insisted"
)
"""Cues by which somebody speaks to an outlet; that one warned or believes may be its news."""

BARE = listed(
    "called calls calling described describes describing accused accuses expected asked asks"
    " quoted claim claims report reports states state note notes estimates estimate fears hopes"
    " demands promises believed alleged expects suspects suspected thought ordered continued"
    " proposed pointed urged urges posted repeated read agreed observed maintained promised pledged"
    " reported announced revealed confirmed mentioned described denied questioned"
)
"""Forms that are also nouns, participles or plain verbs: they need a source right before them."""

BY_PREPOSITION = re.compile(
    r"\b(?:according to|in the words of|in the view of|in the opinion of"
    r"|laut|nach angaben (?:von|der|des)|zufolge"
    r"|selon|d[’']après|según|de acuerdo con|segundo|de acordo com|secondo"
    r"|по словам|по данным|по сообщению|как сообщил[аио]?|как заявил[аио]?|со ссылкой на"
    r"|menurut|według|podle|enligt|ifølge|حسب|وفق)(?=\s)[ \t]*",
    re.IGNORECASE,
)
"""Prepositions whose noun phrase is the source."""

AUXILIARIES = listed(
    "has have had was were is are be been being will would could should may might must did does do"
    " can also later earlier then first reportedly repeatedly recently previously publicly again"
    " now often once even further only simply already just still not never always separately"
    " initially finally quickly flatly bluntly formally officially both all hat haben hatte habe a"
    " ont avait ha han había também также ранее rather therefore reportedly jokingly who which"
    " later, and"
)
"""Words that may stand between a subject and its verb of speech."""

_NAME = r"[^\W\d_a-zа-яё][\w.’'-]*"
_VERBS = (
    "said|says|added|adds|wrote|told|asked|replied|stated|warned|insisted|noted|continued|tweeted"
    "|declared|explained|announced|claimed|concluded|responded|exclaimed|recalled|shouted|argued"
    "|joked|quipped|confirmed|admitted|сказал|сказала|заявил|заявила|dijo|dice|afirmó|sagte"
    "|erklärte|dedi"
)
REPORTING_CLAUSE = re.compile(
    rf"(?:(?:The|Mr|Mrs|Ms|Dr)\.? )?(?:{_NAME} ){{1,5}}(?:has |had |also |later )?(?:{_VERBS})"
    r"(?: (?:to )?(?:reporters|journalists|AFP|AP|Reuters|CNN|on|in|at|of|the|a|\w+day|yesterday"
    r"|today|earlier|late|later|him|her|them|me|us)){0,6}[.,;:]|"
    rf"(?:{_VERBS})(?: {_NAME}){{1,4}}[.,;:]"
)
"""What follows a quotation that ends in `.`, `!` or `?` and still belongs to it."""

_LATIN = (
    "Reuters|AP|Associated Press|AFP|Agence France-Presse|Agence France Presse|UPI|TASS|ITAR-TASS"
    "|Xinhua|dpa|Sputnik|RIA|RIA Novosti|Interfax|Anadolu|Anadolu Agency|AA|ANSA|EFE|IANS|PTI|ANI"
    "|Kyodo|Kyodo News|Yonhap|Yonhap News|Bloomberg|APA|Europa Press|Europapress|NTB|Ritzau|ANP"
    "|PAP|ČTK|CTK|Tanjug|SANA|IRNA|MNA|Fars|FNA|Tasnim|ISNA|KUNA|WAM|SPA|QNA|Petra|NNA|Antara"
    "|Bernama|AAP|PA Media|Press Association|CNA|BelTA|Ukrinform|UNIAN|Belga|KNA|epd|AGI|Adnkronos"
    "|Lusa|BTA|BNS|MTI|Hina|SRNA|FENA|AZERTAC|Armenpress|DHA|İHA|IHA|KCNA|The Canadian Press"
    "|Canadian Press|The Associated Press|Agencia EFE|Sputniknews"
)
_OTHERS = (
    "ТАСС|Интерфакс|ИНТЕРФАКС|РИА Новости|РИА|Рейтер|Рейтерс|УНИАН|БелТА|Укринформ|АПА|ΑΠΕ|ΑΠΕ-ΜΠΕ"
    "|رويترز|الأناضول|سبوتنيك|新华社|共同社"
)
AGENCIES = frozenset(f"{_LATIN}|{_OTHERS}".split("|"))
_FOLDED = {name.casefold() for name in AGENCIES if len(name) > 3}


def agency(words: str) -> bool:
    """Whether the words name an agency; short names must be in their own letter case."""
    return words in AGENCIES or words.casefold() in _FOLDED
