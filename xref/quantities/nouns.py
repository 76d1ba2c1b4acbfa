"""What a number counts or measures, and what became of those it counts.

There is no parser here: the noun is the first plural in the words after the number, which end at
the first preposition, verb of being, sign or further number.
"""

# ruff: noqa: SIM905 - tables read best as plain text

from xref.quantities.lexicon import (
    ASPECTS,
    CLAUSE_ENDS,
    LEFT_SKIPS,
    PEOPLE,
    PLURALS,
    ROLE_VERBS,
    ROLES,
    STOPS,
    singular,
)
from xref.quantities.tokens import Line

_RUN = 5
"""Words of a noun phrase that are looked at."""
_ROLE_REACH = 9
"""Tokens after a number in which its fate is told: `189 people on board the plane were killed`."""
_TOLL_REACH = 14
"""Tokens before a number in which a word for a toll stands: `the death toll from ... rose to`."""
_DETERMINERS = frozenset("the its their his her those these all our your my them us which".split())
_JOINTS = frozenset("-‐‑–'’\"“”")
_TIME_SIDES = {
    "ago": "ago",
    "earlier": "ago",
    "before": "ago",
    "later": "later",
    "after": "later",
    "old": "old",
}
_SUBSTANCES = {"tnt": "explosive", "dynamite": "explosive"}
_PRISON = frozenset("prison jail imprisonment sentence gefängnis prisión cárcel".split())
_TOLLS = frozenset({"toll", "opferzahl", "bilan"})
NOT_COUNTED = frozenset("came come time was is ever place went".split())
"""Words after an ordinal that make it an adverb or a phrase: `first came`, `first time`."""
_MEASURE_REACH = 3
"""Tokens after a number in which stands whether it tells a distance or a need."""
_APART = frozenset("behind ahead apart".split())
_NEEDED = frozenset("need needs needed require requires required".split())
_EACH = frozenset(
    "person head vote barrel share gallon ton tonne ounce unit piece ticket hour day week month "
    "year".split()
)
"""Nouns before which `a` means `for each`."""
_NOT_NOUNS = frozenset("such so total overall more fewer further additional other".split())


def counted(line: Line, stop: int, many: bool) -> str | None:
    """The noun after a number that ends before token `stop`, in the singular."""
    run = _run(line, _past_of(line, stop))
    if not run:
        return None
    if many:
        for k, word in enumerate(run):
            if _is_plural(word):
                last = run[k + 1] if k + 1 < len(run) and _is_plural(run[k + 1]) else word
                return singular(last if last not in ROLES else word)
    if run[-1] not in ROLES and len(run) > 1 and run[-1].endswith(("ed", "ing", "ly")):
        run = run[:-1]
    return singular(run[-1]) if len(run) <= 3 else singular(run[1])


def _past_of(line: Line, i: int) -> int:
    """Past the `of the four` in `two of the four leaks`, and past hyphens and numbers."""
    if line.at(i).low in ("of", "de", "der", "des", "von"):
        i += 1
        while line.at(i).low in _DETERMINERS:
            i += 1
        if line.at(i).kind == "figure":
            i += 1
    while line.at(i).low in ("other", "more", "additional", "further", "-", "new", "weitere"):
        i += 1
    return i


def _run(line: Line, i: int) -> list[str]:
    """Lower-case words of the noun phrase that begins at token i."""
    run: list[str] = []
    for j in range(i, min(i + _RUN + 2, len(line))):
        token = line[j]
        if token.low in _JOINTS and (line.glued(j) or line.glued(j + 1)):
            if token.low in "'’" and run:
                break
            continue
        if token.kind == "figure" and line.glued(j):
            continue
        if token.kind != "word" or token.low in STOPS:
            break
        if token.low not in _NOT_NOUNS and not _is_model(line, j):
            run.append(token.low)
    return run[:_RUN]


def _is_model(line: Line, j: int) -> bool:
    """The letters of `S-400` or `F35`."""
    k = j + 1 + (line.at(j + 1).low in _JOINTS and line.glued(j + 1))
    return line.at(k).kind == "figure" and line.glued(k)


def _is_plural(word: str) -> bool:
    return (
        word in PLURALS
        or word in PEOPLE
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))
    )


def role(line: Line, first: int, stop: int) -> str | None:
    """What became of those counted: told after the number, else right before it."""
    return _role_after(line, stop) or _role_before(line, first)


def _role_after(line: Line, stop: int) -> str | None:
    for j in range(stop, min(stop + _ROLE_REACH, len(line))):
        token = line[j]
        if token.low in CLAUSE_ENDS or token.kind == "figure":
            return None
        if token.low in ROLES:
            return ROLES[token.low]
        if token.low in ("home", "homes", "wohnung") and not {
            line[k].low for k in range(max(j - 3, 0), j)
        }.isdisjoint(("lost", "without", "lose", "ohne")):
            return "homeless"
    return None


def _role_before(line: Line, first: int) -> str | None:
    j = first - 1
    while j >= 0 and line[j].low in LEFT_SKIPS and j > first - 5:
        j -= 1
    if j >= 0 and line[j].low in ROLE_VERBS and line.at(first - 1).low not in ("to", "is"):
        return ROLES.get(line[j].low)
    for j in range(first - 1, max(first - _TOLL_REACH, -1), -1):
        token = line[j]
        if token.kind == "figure" or token.low in (".", ";"):
            return None
        if token.low in _TOLLS:
            return "dead"
    return None


def aspect(line: Line, first: int, stop: int) -> str | None:
    """Which side of a thing a length measures: told right after it, else right before it."""
    for j in range(stop, stop + 4):
        low = line.at(j).low
        if low in ASPECTS:
            return ASPECTS[low]
        if low not in ("in", "the", "of", "a", "-", "to", "(", "under"):
            break
    for j in range(first - 1, first - 5, -1):
        low = line.at(j).low
        if low in ASPECTS and low not in ("from", "off", "below", "surface"):
            return ASPECTS[low]
        if low not in ("of", "a", "an", "about", "around", "in", "to", "at", "deep", "estimated"):
            break
    return None


def time_side(line: Line, first: int, stop: int) -> str | None:
    """Whether a stretch of time points back, forward, or is a sentence; None for a duration."""
    after = line.at(stop).low
    if after in _TIME_SIDES:
        return _TIME_SIDES[after]
    if line.at(first - 1).low in ("after", "within", "next", "last", "past"):
        return {"after": "later", "past": "last"}.get(line[first - 1].low, line[first - 1].low)
    if _PRISON & {line.at(stop + k).low for k in range(3)}:
        return "prison"
    return None


def measure(line: Line, first: int, stop: int) -> str | None:
    """Whether a count tells a distance (`100 delegates behind`) or what is needed, not what is."""
    after = {line.at(stop + k).low for k in range(_MEASURE_REACH)}
    if after & _APART:
        return "apart"
    return "needed" if (after | {line.at(first - 1).low}) & _NEEDED else None


def each(line: Line, stop: int) -> str | None:
    """For each of what an amount is told: `a vote` in `$2,800 for every vote`; None for a sum."""
    low, after = line.at(stop).low, line.at(stop + 1).low
    if low == "for" and after in ("every", "each"):
        return f"per {singular(line.at(stop + 2).low)}"
    if low in ("per", "pro", "par", "por") or (low in ("a", "an") and after in _EACH):
        return f"per {singular(after)}"
    return "per one" if low in ("each", "apiece") else None


def share_of(line: Line, stop: int) -> str | None:
    """Of what a percentage is a share, where `of` says so."""
    if line.at(stop).low not in ("of", "der", "des", "de", "from"):
        return None
    i = stop + 1
    while line.at(i).low in _DETERMINERS | {"a", "an"}:
        i += 1
    run = [word for word in _run(line, i) if not word.endswith("ed")]
    if not run:
        return None
    plural = next((word for word in run if _is_plural(word)), None)
    return singular(plural or run[-1])


def substance(line: Line, stop: int) -> str | None:
    """Of what so many tons are, by the first word after `of`."""
    if line.at(stop).low not in ("of", "de", "von"):
        return None
    i = stop + 1 + (line.at(stop + 1).low in _DETERMINERS)
    run = _run(line, i)
    return _SUBSTANCES.get(run[0], singular(run[0])) if run else None
