"""A sentence -> the same in other words, or less of it: what a report may say and still support."""

import random
import re

from training import wordlists as lists
from training.alterations import passive

_SYNONYMS: dict[str, list[str]] = {}
for _word, _other in lists.SYNONYMS:
    _SYNONYMS.setdefault(_word, []).append(_other)
_SYNONYM = re.compile(
    r"(?<![\w$.'’-])("
    + "|".join(re.escape(w) for w in sorted(_SYNONYMS, key=len, reverse=True))
    + r")(?![\w'’-])"
)
_RELATIVE = re.compile(r", (?:which|who|whose|where|when) [^,.;]{8,90}(?:,|(?=\.$|\.[”\"]?$))")
_APPOSITIVE = re.compile(r"(?<=[a-z]), (?:a|an|who|now|currently|one of) [^,.;]{6,70},(?= )")
_BRACKETS = re.compile(r" \([^()]{2,60}\)")
_DAY = re.compile(
    rf"(?: on|,)? (?:{'|'.join(lists.WEEKDAYS)})(?: (?:morning|night|evening|afternoon))?\b"
    r"(?!['’-])"
)
_CLAUSE = re.compile(
    r",? (?:while|although|though|whereas|as well as|after|because|amid|despite|following"
    r"|in an effort to|according to|in order to|when|as|including"
    r"|and (?=(?:that|he|she|it|they|the)\b)|but) "
)
_ADVERB = re.compile(
    r" (?:also|very|really|already|now|still|just|even|quickly|recently|reportedly|officially"
    r"|formally|immediately|clearly|currently|actually|largely|further|finally|eventually"
    r"|only recently)(?= [a-z])"
)
_SAID_LAST = re.compile(
    r"^(?P<said>[“\"]?[A-Z][^“”\"]{25,}), (?P<who>[A-Z][^,“”\"]{2,50}) (?:said|says)"
    r"(?: \w+day)?\.$"
)
_SAID_FIRST = re.compile(
    r"^(?P<who>[A-Z][^,“”\"]{2,50}) (?:said|says)(?: (?:on )?\w+day)? (?:that )?"
    r"(?P<said>[a-z][^“”\"]{25,})\.$"
)
_ACCORDING = re.compile(r"^(?P<said>[A-Z][^“”\"]{25,}), according to (?P<who>[^,“”\"]{2,60})\.$")
_BIG = re.compile(r"(\$?)(\d+(?:\.\d+)?) (million|billion)\b")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) (?:percent|per cent)\b")
_SHARES = {
    "50": "half",
    "25": "a quarter",
    "75": "three quarters",
    "33": "a third",
    "20": "a fifth",
    "49": "almost half",
    "51": "just over half",
    "66": "two thirds",
    "67": "two thirds",
    "10": "one in ten",
    "24": "nearly a quarter",
    "34": "about a third",
}
_COUNT = re.compile(
    r"(?<![\w.,$-])(\d{1,3}(?:,\d{3})+|\d{2,})(?= [a-z]{3,})"
    r"(?! (?:percent|per cent|million|billion))"
)
_IN_WORDS = dict(zip(range(1, 13), lists.SMALL, strict=True)) | {
    24: "two dozen",
    36: "three dozen",
    48: "four dozen",
}
_SMALL = re.compile(r"(?<![\w.,$-])(\d{1,2})(?= [a-z]{3,})")
_LEAST = re.compile(r"\b(more than|over) (?=\$?\d)")

Chance = random.Random


def reworded(text: str, chance: Chance) -> str:
    """Return the text with some of its words exchanged for like ones, and its parts moved."""
    ways = [_moved, _passive, _equal, _equal, _rounded]
    for way in chance.sample(ways, 2):
        text = way(text, chance) or text
    return _exchanged(text, chance, 0.5)


def lightly(text: str, chance: Chance) -> str:
    """Return the text with a few words exchanged, figures and order left alone."""
    return _exchanged(text, chance, 0.3)


def _exchanged(text: str, chance: Chance, share: float) -> str:
    def other(match: re.Match[str]) -> str:
        return chance.choice(_SYNONYMS[match[1]]) if chance.random() < share else match[1]

    return _SYNONYM.sub(other, text)


def _passive(text: str, chance: Chance) -> str | None:
    return passive(text)


def _moved(text: str, chance: Chance) -> str | None:
    """Put the one who says it elsewhere."""
    for pattern in (_SAID_LAST, _SAID_FIRST, _ACCORDING):
        if match := pattern.match(text):
            said, who = match["said"].strip(), match["who"]
            lower = (
                said
                if re.match(r"[A-Z][a-z]*[A-Z.]|I\b|Mr|[A-Z][a-z]+ [A-Z]", said)
                else said[0].lower() + said[1:]
            )
            upper = said[0].upper() + said[1:]
            return chance.choice((
                f"{who} said that {lower}.",
                f"{upper}, {who} said.",
                f"According to {who}, {lower}.",
                f"{upper}, according to {who}.",
                f"{who}: {upper}",
            ))  # fmt: skip
    return None


def _equal(text: str, chance: Chance) -> str | None:
    """The same amount in another notation."""
    ways = [_million, _share, _small, _least]
    chance.shuffle(ways)
    return next((told for way in ways if (told := way(text, chance))), None)


def _million(text: str, chance: Chance) -> str | None:
    match = _BIG.search(text)
    if not match:
        return None
    value = float(match[2]) * (1e6 if match[3] == "million" else 1e9)
    told = f"{match[1]}{value:,.0f}"
    if match[3] == "billion" and chance.random() < 0.5:
        told = f"{match[1]}{value / 1e6:,.0f} million"
    return f"{text[: match.start()]}{told}{text[match.end() :]}"


def _share(text: str, chance: Chance) -> str | None:
    match = _PERCENT.search(text)
    if not match:
        return None
    told = f"{match[1]}%"
    if match[1] in _SHARES and chance.random() < 0.7:
        told = _SHARES[match[1]]
    return f"{text[: match.start()]}{told}{text[match.end() :]}"


def _small(text: str, chance: Chance) -> str | None:
    match = _SMALL.search(text)
    if not match or int(match[1]) not in _IN_WORDS:
        return None
    return f"{text[: match.start()]}{_IN_WORDS[int(match[1])]}{text[match.end() :]}"


def _least(text: str, chance: Chance) -> str | None:
    match = _LEAST.search(text)
    return f"{text[: match.start()]}at least {text[match.end() :]}" if match else None


def _rounded(text: str, chance: Chance) -> str | None:
    """A rounder figure, or a bound that the figure keeps."""
    match = _COUNT.search(text)
    if not match:
        return None
    value = int(match[1].replace(",", ""))
    if 1500 < value < 2100 and "," not in match[1]:
        return None
    size = 10 ** (len(str(value)) - 1)
    down = value // size * size
    near = round(value, 2 - len(str(value)))
    ways = []
    if down != value and down:
        ways += [f"more than {down:,}", f"over {down:,}", f"at least {down:,}"]
    if near != value:
        ways += [f"about {near:,}", f"around {near:,}", f"some {near:,}"]
        if near > value:
            ways += [f"nearly {near:,}", f"almost {near:,}"]
    ways.append(f"at least {max(1, value - chance.randint(0, max(1, value // 3))):,}")
    return f"{text[: match.start()]}{chance.choice(ways)}{text[match.end() :]}"


def shortened(text: str, chance: Chance, least: int = 6) -> str | None:
    """Return the text with a part left out that the rest does not need, or None."""
    ways = [
        lambda t: _RELATIVE.sub("", t, 1),
        lambda t: _APPOSITIVE.sub("", t, 1),
        lambda t: _BRACKETS.sub("", t),
        lambda t: _DAY.sub("", t, 1),
        lambda t: _ADVERB.sub("", t, 1),
        _main_clause,
        _main_clause,
        _without_opening,
    ]
    chance.shuffle(ways)
    told = text
    for way in ways[: chance.choice((2, 3, 5))]:
        told = way(told)
    if told == text or len(told.split()) < least:
        return None
    return told


def _main_clause(text: str) -> str:
    cut = [m.start() for m in _CLAUSE.finditer(text) if len(text[: m.start()].split()) >= 7]
    if not cut or "“" in text or '"' in text:
        return text
    return text[: cut[0]].rstrip(",") + "."


def _without_opening(text: str) -> str:
    match = re.match(
        r"(?:On \w+day|Earlier|In \d{4}|Last \w+|This \w+|However|Meanwhile|But|And|Still),? ", text
    )
    rest = text[match.end() :] if match else text
    return rest[0].upper() + rest[1:] if match and rest else text


def coarser(text: str, chance: Chance) -> str | None:
    """Return the text with a city told as its country, or a day as its month."""
    found = [
        city
        for city, country in lists.COUNTRY_OF.items()
        if f" in {city}" in text and country not in text
    ]
    if found:
        city = chance.choice(found)
        return text.replace(f" in {city}", f" in {lists.COUNTRY_OF[city]}", 1)
    match = re.search(rf"\bon ({'|'.join(lists.MONTHS)}) (\d\d?)\b(?!,? \d)", text)
    if match:
        part = "early " if int(match[2]) <= 10 else "late " if int(match[2]) >= 21 else ""
        told = f"in {part if chance.random() < 0.6 else ''}{match[1]}"
        return f"{text[: match.start()]}{told}{text[match.end() :]}"
    return None
