"""Words that make, bound, scale or take a number: the tables of the grammar."""

# ruff: noqa: SIM905 - tables read best as plain text

from xref.quantities.values import Bound


def _table(lines: str) -> dict[str, str]:
    """`name: word, word` lines turned round into word -> name."""
    pairs = (line.split(":", 1) for line in lines.strip().splitlines())
    return {word.strip(): name.strip() for name, words in pairs for word in words.split(",")}


SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "tausend": 1e3,
    "millionen": 1e6,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mio": 1e6,
    "mrd": 1e9,
    "mille": 1e3,
    "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "billions": 1e9,
    "mila": 1e3,
    "milioni": 1e6,
    "miliardi": 1e9,
    "milhões": 1e6,
    "bilhões": 1e9,
    "mil": 1e3,
    "millón": 1e6,
    "millones": 1e6,
    "тысяч": 1e3,
    "тысячи": 1e3,
    "тыс": 1e3,
    "миллион": 1e6,
    "миллиона": 1e6,
    "миллионов": 1e6,
    "млн": 1e6,
    "миллиард": 1e9,
    "миллиарда": 1e9,
    "миллиардов": 1e9,
    "млрд": 1e9,
    "bin": 1e3,
    "milyon": 1e6,
    "milyar": 1e9,
}
"""Word after a number -> by how much it multiplies."""

WORD_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
"""Scales that can follow a number in words, or `a`."""

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "er", "ère", "ème", "e", "ª", "º", "го", "й"})

FRACTIONS: dict[str, float] = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fifths": 20.0,
    "tenths": 10.0,
}
"""Fractions as percent."""

VAGUE: dict[str, float] = {
    "dozens": 12.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
}
VAGUE_LOW, VAGUE_HIGH = 2.0, 20.0
"""`Hundreds` is read as 200 to 2,000: beyond, the next word up would have been used."""

FEW: dict[str, tuple[float, float]] = {"several": (2.0, 9.0), "few": (2.0, 6.0)}

BOUNDS: dict[str, Bound] = {
    words.strip(): bound
    for bound, phrases in (
        (
            Bound.AT_LEAST,
            "at least, no fewer than, no less than, not less than, a minimum of, minimum of, "
            "mindestens, wenigstens, au moins, al menos, por lo menos, не менее, как минимум, "
            "en az, almeno, minstens, sedikitnya, at the very least",
        ),
        (
            Bound.AT_MOST,
            "up to, at most, no more than, not more than, a maximum of, maximum of, as many as, "
            "as much as, bis zu, höchstens, jusqu ' à, jusqu ’ à, hasta, fino a, не более, "
            "max, not over",
        ),
        (
            Bound.MORE_THAN,
            "more than, over, above, exceeding, in excess of, upwards of, greater than, beyond, "
            "well over, exceeded, exceeds, topped, surpassed, just over, > , mehr als, über, "
            "plus de, más de, более, более чем, больше, свыше, più di, oltre, meer dan, slightly "
            "more than, lebih dari, higher than, larger than, longer than, older than",
        ),
        (
            Bound.LESS_THAN,
            "less than, fewer than, under, below, <, weniger als, unter, moins de, menos de, "
            "менее, меньше, meno di, lower than, younger than, smaller than, shorter than",
        ),
        (
            Bound.ALMOST,
            "nearly, almost, close to, just under, not quite, just short of, fast, knapp, beinahe, "
            "près de, presque, casi, почти, quasi, neredeyse, bijna, nearing, hampir",
        ),
        (
            Bound.ABOUT,
            "about, around, some, roughly, approximately, approx, circa, ca, an estimated, "
            "estimated, ~, ≈, somewhere around, in the region of, rund, etwa, ungefähr, environ, "
            "quelque, unos, unas, alrededor de, cerca de, aproximadamente, около, примерно, "
            "порядка, yaklaşık, circa il, ongeveer, sekitar, perhaps, maybe, an average of",
        ),
    )
    for words in phrases.split(",")
}
"""Words before a number -> what they make of it."""

AFTER: dict[str, Bound] = {
    "or more": Bound.AT_LEAST,
    "and more": Bound.AT_LEAST,
    "or fewer": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
    "or so": Bound.ABOUT,
    "at least": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "+": Bound.AT_LEAST,
    "plus": Bound.AT_LEAST,
}
"""Words after a number and its unit -> what they make of it."""

PEOPLE = frozenset(
    "people person persons passenger human individual other victim occupant soul civilian "
    "man woman menschen personen person passagiere insassen personnes passagers personas "
    "pasajeros человек люди людей пассажиров kişi yolcu insan mensen orang penumpang".split()
)
"""Nouns that count people as such, in the form `singular` gives them."""
GENERIC = PEOPLE - {"civilian", "man", "woman"}

MEMBERS = frozenset("crew adult child baby infant man woman pilot member attendant steward".split())
"""People who add up to those on board or in a group."""

_ROLES = """
dead: dead, death, deaths, died, dies, die, killed, kill, kills, killing, fatality, fatalities
dead: slain
dead: perished, perish, lives, life, tote, toten, toter, tot, todesopfer, starben, getötet
dead: gestorben, umgekommen
dead: tuant, tuent, morts, mort, péri, tués, tué, décédés, muertos, muerto, murieron, fallecidos
dead: fallecieron, víctimas
dead: погибли, погибших, погиб, погибло, убиты, убитых, жертв, умерли, öldü, ölü, hayatını
dead: öldürüldü
dead: tewas, doden, corpses, corpse, murdered, shot dead, martyred
injured: injured, injure, injures, injuring, injuries, wounded, wound, wounding, hurt, hurting
injured: verletzt, verletzte, verletzten, verwundet, blessés, blessé, heridos, herido, lesionados
injured: ранены, раненых, ранено, пострадали, пострадавших, пострадавшими, ранения, yaralandı
injured: yaralı
injured: wonden, luka, casualty, casualties
missing: missing, disappeared, unaccounted, vanished, vermisst, vermisste, disparus, desaparecidos
missing: пропали, пропавших, kayıp
homeless: homeless, obdachlos, sans-abri, домов, evsiz, displaced
arrested: arrested, arrest, arrests, arresting, detained, detain, detaining, detentions
arrested: festgenommen
arrested: arrêtés, detenidos, арестованы, задержаны, задержано, tutuklandı, gözaltına
rescued: rescued, saved, survived, survivor, survivors, survive
evacuated: evacuated, evacuate, evacuating, evacuees
infected: infected, infections, infection, infiziert
"""
ROLES: dict[str, str] = {}
for _line in _ROLES.strip().splitlines():
    ROLES.update(_table(_line))
ROLES.update(dict.fromkeys(("toll", "opferzahl", "bilan", "saldo"), "dead"))

MOVING_ROLES = frozenset(
    "dead injured missing homeless arrested rescued evacuated infected".split()
)
MOVING_NOUNS = frozenset(
    "body bag case bodies corpse victim survivor arrest infection hospitalization aftershock "
    "evacuee delegate superdelegate signature medal vaccination".split()
)
"""Counts that rise from day to day while an event goes on."""

ROLE_VERBS = frozenset(
    "killed kill kills killing injured injure injures injuring wounded wounding hurt hurting "
    "claimed claiming claims arrested arresting detained detaining rescued rescuing evacuated "
    "evacuating starben tote verletzte murieron погибли toll deaths death dead starb "
    "fatalities died murdered tuant tué tués погибло погиб kostete  missing infected displaced "
    "displacing".split()
)
"""Words that say what became of those counted right after them."""

LEFT_SKIPS = frozenset("all the another a an its other : was is of reached at to".split())

CLAUSE_ENDS = frozenset(
    '. ; : , ! ? ( ) — – " “ ” when after as while before since because but and or that '
    "und et y e и ve whereas with including plus where including by".split()
)
"""Beyond these, words no longer speak of the number."""

STOPS = frozenset(
    "of in on at to from by with for into onto off near under over between among against during "
    "through as than and or but nor so if when while after before since until because that which "
    "who whom whose where there here is are was were be been being has have had do does did will "
    "would can could may might must shall should not no the a an this that these those its his her "
    "their our my your it he she they we you i said says told per each every about around up down "
    "out away ago later earlier old including also just only still now then both came went "
    "according along across within without via amid aboard upon towards toward how what why "
    "am pm und der die das den dem ein eine von mit auf ist sind war waren wurden et les la le des "
    "dans sur à au de du que qui el los las en del con por para se y in и на по из за не что "
    "ve ile "
    "became become made make making seen il della di degli o do da dos das found using playing "
    "standing sitting walking "
    "respectively".split()
)
"""Words that end the noun phrase after a number."""

PLURALS = frozenset(
    "people men women children police dead injured wounded missing homeless troops crew personnel "
    "aircraft media data staff feet teeth mice geese lives wives cattle sheep fish policemen "
    "firemen servicemen businessmen gunmen firefighters others".split()
)

ASPECTS: dict[str, str] = _table(
    """
depth: deep, depth, below, beneath, underwater, tiefe, tief, profondeur, profundidad, глубине
depth: surface
height: high, tall, height, altitude, elevation, höhe, hoch, altura, hauteur, высоте
length: long, length, länge, lang, longueur
width: wide, across, diameter, width, breit, durchmesser, diamètre, diámetro, radius
distance: away, from, off, north, south, east, west, offshore, entfernt, distance, apart, outside
""".strip()
)
"""Word after (or before) a length -> which side of a thing it measures."""

NAMED_AFTER = frozenset(
    "article section chapter flight boeing airbus resolution stream room route highway channel "
    "formula version windows page line phase level category gate runway apollo soyuz falcon number "
    "no season episode group class type model interstate platform unit title part amendment act "
    "proposition rule covid sputnik vol volume chapter paragraph figure table bus terminal pier "
    "warehouse hangar area zone district precinct max mi su mig agenda iphone galaxy playstation "
    "psalm verse marker jersey # § §§ step option stage team world".split()
)
"""Words after which a number is a name: `Article 5`, `Flight 17`."""

NAMED_BEFORE = frozenset(
    "brigade division regiment army fleet battalion corps airborne infantry street avenue squadron "
    "congress amendment wing circuit armoured armored guards brigada brigadu brygada panzer "
    "бригада бригаді бригады бригаде бригадой бригади".split()
)
"""Words before which an ordinal is a name: `53rd Brigade`."""

UNIT_FILLERS = frozenset(
    "metric us american canadian turkish british short long full whole more additional further "
    "consecutive straight extra calendar business working entire solid".split()
)
"""Words that may stand between a number and its unit."""

CHANGES = frozenset(
    "rose risen rise rises rising grew grown increased increase jumped fell fallen fall dropped "
    "drop declined decreased cut raised lowered slashed went up down climbed moved changed "
    "upgraded revised widened soared swelled doubled shrank".split()
)
"""Before `from X to Y`: a change from one value to another, not a range."""


def singular(word: str) -> str:
    """The word without its plural ending, lightly."""
    if word in _SINGULARS:
        return _SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ses", "xes", "ches", "shes")) else word[:-1]


_SINGULARS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "wives": "wife",
    "persons": "people",
    "person": "people",
    "humans": "people",
    "troops": "soldier",
    "soldiers": "soldier",
    "servicemen": "soldier",
    "kids": "child",
    "policemen": "police",
    "officers": "officer",
    "planes": "aircraft",
    "plane": "aircraft",
    "jets": "aircraft",
    "airplanes": "aircraft",
    "blasts": "explosion",
    "blast": "explosion",
    "explosions": "explosion",
    "detonations": "explosion",
    "rockets": "rocket",
    "buses": "bus",
    "houses": "house",
    "cases": "case",
    "causes": "cause",
    "horses": "horse",
    "nurses": "nurse",
    "movies": "movie",
    "series": "series",
    "species": "species",
    "news": "news",
}
"""Irregular plurals, and plain synonyms that count the same things."""
