"""Words whose full stop does not end a sentence, by what may follow them.

All are lower-case and without their last full stop.
"""

from xref.attributions.words import listed

NEVER = listed(
    # Titles and ranks: a name follows.
    "mr mrs ms mx dr prof gen sen rep reps sens gov lt col maj capt cpt sgt cpl pvt adm cmdr rev"
    " hon pres supt insp det amb atty secy dir comm dep asst messrs fr br pte hrh mlle mme mm sr"
    " sra srta dra d lic ing"
    " doç sn av yrd проф акад ген полк подп лейт кап им тов гос"
    # Words that point at what follows.
    " vs v cf viz e.g i.e p pp vol fig figs art arts sec ch al bzw ca z.b d.h u.a o.ä sog abs"
    " usw.d vgl inkl т.е т.к т.н ул просп пр пл наб корп стр см напр ср ed eds approx mt ft"
    " p.ej c.-à-d st ste"
)
"""Never the last word of a sentence (or so seldom that joining is the smaller error)."""

PERHAPS = listed(
    "u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c a.m p.m a.d b.c inc co corp ltd llc plc bros jr sr"
    " etc ph.d m.d b.a m.a j.d dept est ave blvd rd n° usw u.ä s.a s.p.a gmbh s.r.l"
    " ee.uu г гг в вв руб тыс млн млрд коп т.д т.п др пр н.э мин сек кв км м кг a.ş t.c vb vs.d"
    " ltda cia cía q.e.p.d mass calif fla va pa n.y n.j n.c s.c ga ala ariz ark colo conn del ill"
    " ind kan ky la md mich minn miss mo mont neb nev okla ore tenn tex vt wash wis wyo"
)
"""May end a sentence: they do when the next word is one that opens sentences."""

MONTHS = listed(
    "jan feb mar apr jun jul aug sep sept oct nov dec mär okt dez janv févr avr juil déc ene abr"
    " ago dic янв фев февр апр авг сен сент окт ноя нояб дек oca şub nis haz tem ağu eyl eki kas"
    " ara no nos nr núm art abs sec fig p pp vol ch"
)
"""Before a number they are abbreviations; before anything else they may end a sentence."""

OPENERS = listed(
    "the a an in on at he she it they we i you but and or so this that these those there here his"
    " her its their our my as for from after before when while since with without although though"
    " however if some many most both all another other others one two three four what who where why"
    " how now then also yet still not no by during under until despite earlier later meanwhile"
    " last according asked instead among only such more to once even because nor mr mrs ms"
    " nobody nothing none neither either nor someone somebody something everyone everybody"
    " everything anyone each every several few many much any perhaps maybe today yesterday"
    " tomorrow thus hence therefore moreover furthermore afterwards always often sometimes never"
    " here through across among between against about around because unless whether"
    " der die das ein eine er sie es wir in im am auf aber und auch nach vor bei mit für so dies"
    " le la les un une il elle ils elles on nous mais et dans en à au aux selon pour après cette"
    " el los las una él ella ellos pero y según para por tras este esta"
    " в на по он она они это но и как также а мы для при после до если кроме ранее однако так"
    " bu bir ve ama o onlar ayrıca"
)
"""Words that open sentences: after an abbreviation they say that a new one begins."""

DOMAINS = listed("com net org gov edu info biz de fr uk ru js py php html htm aspx pdf jpg")
"""Ends of addresses and file names; capitals stand there too (`Amazon.Com`)."""

MONTH_NAMES = listed(
    "januar februar märz april mai juni juli august september oktober november dezember jänner"
    " jahrhundert january february march may june july october december ocak şubat mart nisan"
    " mayıs haziran temmuz ağustos eylül ekim kasım aralık yüzyıl leden tammikuuta"
)
"""After `3.` they make the number an ordinal, as German writes dates."""
