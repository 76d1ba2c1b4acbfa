"""A sentence -> the same with one thing changed: in what a report may contradict another.

Each alteration takes a sentence and a source of chance and returns the changed sentence, or None
where the sentence does not lend itself to it.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from training import wordlists as lists

_NUMBER = re.compile(r"(?<![\w.,$/-])(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w,/:-]|\.\d|%?-)")
_YEAR = re.compile(r"(?<![\w$,.-])(1[6-9]\d\d|20[0-3]\d)(?![\w,-]|\.\d)")
_WORD_NUMBER = re.compile(rf"\b({'|'.join([*lists.SMALL[1:], *lists.TENS])})\b")
_UNITS = ("hundred", "thousand", "million", "billion", "trillion")
_UNIT = re.compile(rf"\b({'|'.join(_UNITS)})\b")
_MONTH = re.compile(
    r"(?:(?<=in )|(?<=of )|(?<=since )|(?<=[,.] )|(?<=last )|(?<=until ))"
    rf"\b({'|'.join(lists.MONTHS)})\b"
)
_DAY = re.compile(
    rf"\b({'|'.join(lists.MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (\d\d?)\b"
)
_WEEKDAY = re.compile(rf"\b({'|'.join(lists.WEEKDAYS)})\b")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|has|have|had|can|could|should|did|does|do|must)\b"
    r"(?! (?:not|no)\b)(?!n[’'])"
)
_NOT = re.compile(r" (?:not|never)\b(?! (?:only|just))|(?<=(?:is|do|as|ad|re))n['’]t\b")
_PAST = re.compile(
    rf"(?<= )({'|'.join(lists.PASTS)})(?= (?:the|a|an|its|his|her|their|to|in|on|[A-Z]))"
)
_LOWER_BOUND = re.compile(
    r"\b([Mm]ore than|[Aa]t least|[Oo]ver) (?=\$?\d|" + "|".join(lists.SMALL + lists.TENS) + ")"
)
_UPPER_BOUND = re.compile(
    r"\b([Ff]ewer than|[Ll]ess than|[Aa]t most|[Uu]p to|[Uu]nder) (?=\$?\d|"
    + "|".join(lists.SMALL + lists.TENS)
    + ")"
)
_MODAL = re.compile(r"(?<=[a-z] )(may|might|could)(?= [a-z])(?! (?:have|be able|not))")
_INTENT = re.compile(
    r"\b(?:plans?|hopes?|wants?|intends?|threatened|threatens?|proposed|offered|vowed|pledged|promised"
    r"|seeks?|tried|aims?|considered|expects?|is expected|are expected|is likely|was supposed) to\b"
)

Chance = random.Random


@dataclass(frozen=True, slots=True)
class Names:
    """Names that may stand for one another."""

    near: Sequence[str]
    """Persons of the same article."""
    far: Sequence[str]
    """Persons of other articles."""


def number(text: str, chance: Chance, names: Names) -> str | None:
    """Another figure: by digits, in words, by its unit, or with its bound flipped."""
    ways = [_digits, _digits, _misrounded, _words, _unit, _bound]
    chance.shuffle(ways)
    return next((told for way in ways if (told := way(text, chance))), None)


def _digits(text: str, chance: Chance) -> str | None:
    found = [m for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m[2]) and not _dated(text, m)]
    if not found:
        return None
    match = chance.choice(found)
    value = int(match[2].replace(",", ""))
    other = _other_value(value, chance)
    told = f"{other:,}" if other >= 1000 else str(other)
    fraction = match[3] or ""
    if fraction and chance.random() < 0.5:
        told, fraction = match[2], f".{(int(fraction[1]) + chance.randint(2, 7)) % 10}"
    return f"{text[: match.start()]}{match[1]}{told}{fraction}{text[match.end() :]}"


def _misrounded(text: str, chance: Chance) -> str | None:
    """A rounder figure or a bound that the figure does not keep."""
    found = [m for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m[2]) and not _dated(text, m)]
    found = [m for m in found if not m[3] and int(m[2].replace(",", "")) >= 10]
    if not found:
        return None
    match = chance.choice(found)
    value = int(match[2].replace(",", ""))
    size = 10 ** (len(str(value)) - 1)
    less = max(size // 2, round(value * chance.choice((0.4, 0.6, 0.75)) / size) * size)
    more = round(value * chance.choice((1.4, 1.8, 2.5)) / size) * size + size
    told = chance.choice(
        (
            f"fewer than {{}}{less:,}",
            f"up to {{}}{less:,}",
            f"at least {{}}{more:,}",
            f"more than {{}}{more:,}",
            f"about {{}}{more:,}",
            f"some {{}}{less:,}",
            f"nearly {{}}{more:,}",
        )
    )
    if less >= value or re.search(
        r"(?:than|about|around|some|nearly|almost|least|most|to|over) $", text[: match.start()]
    ):
        return None
    return _put(text, match, told.format(match[1]))


def _dated(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
    return before.rstrip(".") in {*lists.MONTHS, "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"}


def _other_value(value: int, chance: Chance) -> int:
    ways = [
        value * 10,
        value * 2,
        value + max(1, value // chance.randint(2, 6)),
        max(0, value - max(1, value // chance.randint(2, 5))),
        value // 10 if value >= 100 else value + 7,
        value + chance.randint(1, 9) if value < 60 else value * 3,
    ]
    digits = str(value)
    if len(digits) > 1 and digits[0] != digits[1] and digits[1] != "0":
        ways.append(int(digits[1] + digits[0] + digits[2:]))
    return chance.choice([way for way in ways if way != value])


def _words(text: str, chance: Chance) -> str | None:
    found = list(_WORD_NUMBER.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    among = lists.SMALL[1:] if match[1] in lists.SMALL else lists.TENS
    return _put(text, match, chance.choice([w for w in among if w != match[1]]))


def _unit(text: str, chance: Chance) -> str | None:
    found = list(_UNIT.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    return _put(text, match, chance.choice([u for u in _UNITS[1:] if u != match[1]]))


def _bound(text: str, chance: Chance) -> str | None:
    for pattern, others in (
        (_LOWER_BOUND, ("fewer than", "less than", "at most")),
        (_UPPER_BOUND, ("more than", "at least", "over")),
    ):
        if match := pattern.search(text):
            other = chance.choice(others)
            told = other.capitalize() if match[1][0].isupper() else other
            return f"{text[: match.start()]}{told} {text[match.end() :]}"
    return None


def date(text: str, chance: Chance, names: Names) -> str | None:
    """Another day, month, weekday, year or ordinal."""
    ways = [_year, _day, _named(_MONTH, lists.MONTHS), _named(_WEEKDAY, lists.WEEKDAYS)]
    chance.shuffle(ways)
    return next((told for way in ways if (told := way(text, chance))), None)


def _year(text: str, chance: Chance) -> str | None:
    found = list(_YEAR.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    by = chance.choice([-20, -10, -5, -3, -2, -1, 1, 2, 3, 4, 6, 10])
    return _put(text, match, str(int(match[1]) + by))


def _day(text: str, chance: Chance) -> str | None:
    match = _DAY.search(text)
    if not match:
        return None
    day = chance.choice([d for d in range(1, 29) if d != int(match[2])])
    return f"{text[: match.start(2)]}{day}{text[match.end(2) :]}"


def _named(pattern: re.Pattern[str], among: Sequence[str]) -> Callable[[str, Chance], str | None]:
    def change(text: str, chance: Chance) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return _put(text, match, chance.choice([w for w in among if w != match[1]]))

    return change


_PLACES = (lists.CITIES, lists.STATES, lists.COUNTRIES)
_IN_PLACE = r"(?<![A-Z][a-z] )\b({})\b(?! [A-Z])(?!['’]s? [A-Z])"
_PLACE_PATTERNS = [re.compile(_IN_PLACE.format("|".join(group))) for group in _PLACES]
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|of|outside|into|across|for|with|against|visited) $"
)
_DEMONYM = re.compile(_IN_PLACE.format("|".join(lists.DEMONYMS)).replace("(?! [A-Z])", ""))


def place(text: str, chance: Chance, names: Names) -> str | None:
    """Another city, state or country where the sentence says where."""
    found = [
        (match, group)
        for pattern, group in zip(_PLACE_PATTERNS, _PLACES, strict=True)
        for match in pattern.finditer(text)
        if _BEFORE_PLACE.search(text[: match.start()])
    ]
    if not found:
        return None
    match, group = chance.choice(found)
    told = _put(text, match, chance.choice([p for p in group if p not in text]))
    return told if told.count(match[1]) == 0 else told.replace(match[1], "the area")


def actor(text: str, chance: Chance, names: Names) -> str | None:
    """Another person or nation, or two that change sides."""
    ways = [_swapped, _nation, _person, _person]
    chance.shuffle(ways)
    return next((told for way in ways if (told := way(text, chance, names))), None)


def _nation(text: str, chance: Chance, names: Names) -> str | None:
    found = [(m, lists.DEMONYMS) for m in _DEMONYM.finditer(text)]
    found += [
        (m, lists.COUNTRIES)
        for m in _PLACE_PATTERNS[2].finditer(text)
        if not _BEFORE_PLACE.search(text[: m.start()])
    ]
    if not found:
        return None
    match, group = chance.choice(found)
    other = chance.choice([p for p in group if p not in text])
    return re.sub(rf"\b{match[1]}\b", other, text)


def _person(text: str, chance: Chance, names: Names) -> str | None:
    here = [name for name in names.near if re.search(rf"\b{re.escape(name)}\b", text)]
    if not here:
        return None
    name = chance.choice(here)
    others = [n for n in names.near if _apart(n, text)] if chance.random() < 0.5 else []
    others = others or [n for n in names.far if _apart(n, text)]
    if not others:
        return None
    other = chance.choice(others)
    last = name.split()[-1]
    told = re.sub(rf"\b{re.escape(name)}\b", other, text)
    return re.sub(rf"\b{re.escape(last)}\b", other.split()[-1], told)


def _apart(name: str, text: str) -> bool:
    return not any(word in text for word in name.split())


_SIDES = re.compile(
    r"\b((?:[A-Z][\w.'’-]+ )*[A-Z][\w'’-]+) (?:(has|have|had|also) )?"
    rf"({'|'.join(lists.SIDED)}) ((?:[A-Z][\w.'’-]+ )*[A-Z][\w'’-]+)\b"
)


def sides(text: str) -> tuple[str, str, str, re.Match[str]] | None:
    """Return (subject, verb, object, match) of the first verb between two names."""
    match = _SIDES.search(text)
    if not match or match[1] == match[4] or match[1] in {"The", "He", "She", "They", "It", "I"}:
        return None
    return match[1], match[3], match[4], match


def _swapped(text: str, chance: Chance, names: Names) -> str | None:
    found = sides(text)
    if found:
        one, verb, other, match = found
        if chance.random() < 0.3:
            participle = lists.PARTICIPLES.get(verb, verb)
            return _put(text, match, f"{one} was {participle} by {other}")
        return _put(
            text, match, match[0].replace(one, "\0").replace(other, one).replace("\0", other)
        )
    here = [n for n in names.near if f" {n} " in f" {text} "]
    if len(here) < 2:
        return None
    one, other = chance.sample(here, 2)
    begin, end = sorted((text.find(one), text.find(other)))
    between = text[begin:end]
    if (
        re.search(r"\b(?:and|or|with|met|meet|versus|vs)\b|,", between)
        or one in other
        or other in one
    ):
        return None
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def passive(text: str) -> str | None:
    """Return the same said with the sides' verb in the passive."""
    found = sides(text)
    if not found or found[3][2]:
        return None
    one, verb, other, match = found
    return _put(text, match, f"{other} was {lists.PARTICIPLES.get(verb, verb)} by {one}")


_OPPOSITES: dict[str, list[str]] = {}
for _one, _other in lists.OPPOSITES:
    _OPPOSITES.setdefault(_one, []).append(_other)
    _OPPOSITES.setdefault(_other, []).append(_one)
_OPPOSITE = re.compile(rf"\b({'|'.join(_OPPOSITES)})\b(?!['’])")


def negation(text: str, chance: Chance, names: Names) -> str | None:
    """The opposite: by a negation put in or taken out, or by an opposite word."""
    ways = [_negated, _opposite, _opposite]
    chance.shuffle(ways)
    return next((told for way in ways if (told := way(text, chance))), None)


def _opposite(text: str, chance: Chance) -> str | None:
    found = list(_OPPOSITE.finditer(text))
    telling = [m for m in found if m[1] not in lists.WEAK] or (
        found if chance.random() < 0.25 else []
    )
    if not telling:
        return None
    match = chance.choice(telling)
    return _put(text, match, chance.choice(_OPPOSITES[match[1]]))


def _negated(text: str, chance: Chance) -> str | None:
    if match := _NOT.search(text):
        return f"{text[: match.start()]}{text[match.end() :]}"
    found = list(_AUXILIARY.finditer(text))
    if found and chance.random() < 0.75:
        match = found[0]
        word = "never" if match[1] in ("has", "have", "had") and chance.random() < 0.3 else "not"
        return f"{text[: match.end()]} {word}{text[match.end() :]}"
    pasts = list(_PAST.finditer(text))
    if not pasts:
        return None
    match = chance.choice(pasts)
    base = lists.PASTS[match[1]]
    told = chance.choice(
        (f"did not {base}", f"failed to {base}", f"refused to {base}", f"never {match[1]}")
    )
    return _put(text, match, told)


def modality(text: str, chance: Chance, names: Names) -> str | None:
    """What may or is meant to happen, flatly ruled out."""
    if match := _MODAL.search(text):
        return _put(text, match, chance.choice(("will not", "cannot", "will never")))
    if match := _INTENT.search(text):
        told = ("has ruled out a plan to", "has no plans to", "refused to", "has decided not to")
        return _put(text, match, chance.choice(told))
    return None


def hardened(text: str, chance: Chance) -> str | None:
    """What may happen told as certain: not said by the other, but not against it either."""
    if match := _MODAL.search(text):
        return _put(text, match, chance.choice(("will", "is certain to", "will definitely")))
    if match := _INTENT.search(text):
        return _put(
            text, match, chance.choice(("has managed to", "went on to", "succeeded in its bid to"))
        )
    return None


def softened(text: str, chance: Chance) -> str | None:
    """What will happen told as possible: said by the other, and more."""
    match = re.search(r"(?<=[a-z] )will(?= [a-z])(?! not)", text)
    return _put(text, match, chance.choice(("may", "could", "is expected to"))) if match else None


_SPEAKING = (
    r"\b{0}\b,?(?: [a-z]+)? (?:said|says|told|added|wrote|tweeted|argued|insisted)\b"
    r"|(?:said|says|according to|wrote) (?:\w+\.? )?{0}\b"
)


def attribution(text: str, chance: Chance, names: Names) -> str | None:
    """The same saying, by somebody else."""
    speakers = [name for name in names.near if re.search(_SPEAKING.format(re.escape(name)), text)]
    if not speakers:
        return None
    return _person(text, chance, Names([chance.choice(speakers)], [*names.far, *names.near]))


ALTERATIONS: Mapping[str, Callable[[str, Chance, Names], str | None]] = {
    "number": number,
    "date": date,
    "place": place,
    "actor": actor,
    "negation": negation,
    "modality": modality,
    "attribution": attribution,
}


def _put(text: str, match: re.Match[str], told: str) -> str:
    return f"{text[: match.start()]}{told}{text[match.end() :]}"
