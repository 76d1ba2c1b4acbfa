"""sentence -> every attribution in it, as spans: who, by which words, what.

`attribute` answers for a claim with the one attribution that governs it; this module marks all
that stand in a sentence, nested and weak ones too, as PolNeAR does: for display, for measuring,
and for what is said inside what is said. An attitude (`X wants P`) is told from a saying.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from xref.attributions.contents import contents, forward, medium, span
from xref.attributions.cues import (
    ALSO_NOUNS,
    HOLDING,
    JUDGING,
    NOUNS,
    PARTICLES,
    SAYING,
    SHOWING,
    UNSURE,
    VERBS,
)
from xref.attributions.phrases import (
    DOCUMENTS,
    POSSESSIVE,
    RELATIVE,
    Pair,
    Token,
    after,
    before,
    mark,
    pieces,
)
from xref.attributions.quotes import Span, quotations
from xref.attributions.subjects import auxiliaries, inverted, plausible, subject, verbal
from xref.attributions.words import listed

_REACH = 1_500
"""Characters around a sentence in which its quotation may begin or end."""
LONGEST = 4_000
"""Characters of a sentence that are read; the longest of 210 PolNeAR articles has 499."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as it stands in the text."""

    source: Span | None
    """With titles and appositions; None where nobody is named."""
    cue: Span | None
    """None where a quotation stands alone, its speaker named before or after it."""
    contents: tuple[Span, ...]
    attitude: bool = False
    """The source thinks, knows or wants this; that it said so is not written."""
    passive: bool = False


def marked(text: str, start: int, end: int) -> tuple[Marked, ...]:
    """Mark every attribution in the sentence `text[start:end]`, in the order of the cues.

    Of an endless sentence only the first part is read.
    """
    end = min(end, start + LONGEST)
    tokens = pieces(text, start, end, around(text, start, end))
    found: list[Marked] = [*_prepositions(text, tokens), *_colon(tokens)]
    source: Pair | None = None
    reach = start
    for at in range(len(tokens)):
        if tokens[at].quoted:
            continue
        told = _verb(tokens, at, source) or _noun(tokens, at)
        if told is not None and tokens[at].start < reach and not _firm(tokens, at):
            told = None
        if told is not None:
            if tokens[at].low in SAYING and not told[0].passive:
                reach = max([reach, *(b for a, b in told[0].contents if a > tokens[at].start)])
            found.append(told[0])
            source = told[1] if told[1] and tokens[told[1][0]].low not in RELATIVE else source
    if not found and tokens and _all_quoted(tokens):
        return (Marked(None, None, (span(tokens, (0, len(tokens) - 1)),)),)
    return tuple(sorted(found, key=lambda one: (one.cue or (0, 0), one.source or (0, 0))))


def _all_quoted(tokens: list[Token]) -> bool:
    words = [token for token in tokens if not mark(token)]
    return len(words) > 2 and all(token.quoted for token in words)


def _firm(tokens: list[Token], at: int) -> bool:
    """Whether a cue inside what another says is beyond doubt."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].low in SAYING
        and behind is not None
        and (behind.quoted or behind.low in ("that", ","))
    )


def around(text: str, start: int, end: int) -> list[Span]:
    """The quotations in a sentence, those too that began before it or end after it."""
    begin = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    stop = text.find("\n", end, end + _REACH)
    stop = min(len(text), end + _REACH) if stop < 0 else stop
    return [(a, b) for a, b in quotations(text, begin, stop, running=True) if a < end and b > start]


def _verb(tokens: list[Token], at: int, earlier: Pair | None) -> tuple[Marked, Pair | None] | None:
    """The attribution of which the verb at `at` is the cue, and its source."""
    low = tokens[at].low
    if low not in VERBS or not _written_as_verb(tokens, at):
        return None
    close = _particle(tokens, at)
    if close is None:
        return None
    if low in SHOWING and low not in SAYING - ALSO_NOUNS:
        told = _shown(tokens, at, close)
        if told is not None:
            return told
    left, be = auxiliaries(tokens, at)
    if be and not low.endswith("ing"):
        return _passive(tokens, left, at, close)
    return _active(tokens, (left, at, close), earlier)


def _active(
    tokens: list[Token], cue: tuple[int, int, int], earlier: Pair | None
) -> tuple[Marked, Pair | None] | None:
    """`X said P`, `P, said X`; the cue is what stands before it, its verb and its last word."""
    left, at, close = cue
    low = tokens[at].low
    source = inverted(tokens, left, at, close) if low in SAYING else None
    behind = source is not None
    quoting = behind and left >= 0 and tokens[left].word != ","
    if low in UNSURE and close == at and not quoting and not _states(tokens, at):
        return None
    if source is None and (close > at or low in SAYING | HOLDING | JUDGING):
        source, left = subject(tokens, left, at, earlier)
        if source is not None and not plausible(tokens, source, at, close):
            return None
    if source is None:
        return None
    if low in SAYING and not behind:
        close = medium(tokens, close)
    parts = contents(tokens, source, (left, close), low, behind=behind)
    if not parts:
        return None
    words = tokens[verbal(tokens, left, at)].start, tokens[close].end
    attitude = low in HOLDING and low not in SAYING
    return Marked(span(tokens, source), words, parts, attitude), source


_OPENING = frozenset([",", ":", '"', "“", "''"])


def _states(tokens: list[Token], at: int) -> bool:
    """Whether a quotation or a that-clause follows."""
    behind = tokens[at + 1 : at + 4]
    if behind and behind[0].low == "that":
        return True
    return any(token.quoted for token in behind[:2]) and behind[0].word in _OPENING


def _shown(tokens: list[Token], at: int, close: int) -> tuple[Marked, Pair] | None:
    """`The poll showed P`."""
    left, be = auxiliaries(tokens, at)
    source = before(tokens, left) if left >= 0 and not be else None
    tail = forward(tokens, close + 1, "") if source is not None else None
    if source is None or tail is None:
        return None
    if not any(t.low in DOCUMENTS for t in tokens[source[0] : source[1] + 1]):
        return None
    cue = tokens[left + 1].start, tokens[close].end
    return Marked(span(tokens, source), cue, (span(tokens, tail),)), source


def _written_as_verb(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.raised:
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or (behind.word != "-" and behind.low not in ("off", "up", "upon"))


def _particle(tokens: list[Token], at: int) -> int | None:
    """The last token of the cue; None where the verb needs a particle and has none."""
    low = tokens[at].low
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if behind in PARTICLES.get(low, ()):
        return at + 1
    return at if low in SAYING or low in HOLDING or low in JUDGING or low in SHOWING else None


def _passive(
    tokens: list[Token], left: int, at: int, close: int
) -> tuple[Marked, Pair | None] | None:
    """`X was accused of P by Y`."""
    by = next(
        (n for n in range(close + 1, min(len(tokens), close + 4)) if tokens[n].low == "by"), 0
    )
    source = after(tokens, by + 1) if by and by + 1 < len(tokens) else None
    tail = forward(tokens, (source[1] if source else close) + 1, "")
    subject = before(tokens, left) if left >= 0 else None
    parts = [pair for pair in (subject, tail) if pair is not None]
    if not parts or (source is None and tokens[at].low not in _PASSIVES):
        return None
    one = Marked(
        span(tokens, source) if source else None,
        (tokens[left + 1].start, tokens[close].end),
        tuple(span(tokens, pair) for pair in parts),
        passive=True,
    )
    return one, None


_PASSIVES = listed("expected asked accused criticized criticised reported")


def _noun(tokens: list[Token], at: int) -> tuple[Marked, Pair | None] | None:
    """`his claim that P`, `Trump's promise to P`, `criticism of P`."""
    token = tokens[at]
    if token.low not in NOUNS or token.raised or at == 0 or at + 2 >= len(tokens):
        return None
    link = tokens[at + 1].low
    owner = _owner(tokens, at)
    if link not in ("that", "of", "about", "to", "for", "on", "against") or (
        owner is None and link not in ("that",)
    ):
        return None
    tail = forward(tokens, at + (1 if link in ("that", "to") else 2), "")
    if tail is None:
        return None
    last = at if link in ("that", "to") else at + 1
    one = Marked(
        span(tokens, owner) if owner else None,
        (token.start, tokens[last].end),
        (span(tokens, tail),),
    )
    return one, None


def _owner(tokens: list[Token], at: int) -> Pair | None:
    """Whose word it is: `his`, `Trump's`."""
    place = at - 1
    if place >= 1 and tokens[place].low not in POSSESSIVE and not tokens[place].low.endswith("'s"):
        place -= 1
    token = tokens[place]
    if token.low in POSSESSIVE:
        return place, place
    if token.low.endswith(("'s", "s'")) or (token.word in ("'", "’") and place):
        return before(tokens, place) if token.word not in ("'", "’") else before(tokens, place - 1)
    return None


def _prepositions(text: str, tokens: list[Token]) -> Iterator[Marked]:
    """`according to X`."""
    for at in range(len(tokens) - 2):
        if tokens[at].low == "according" and tokens[at + 1].low == "to":
            source = after(tokens, at + 2, apart=at == 0)
            if source is None:
                continue
            parts = []
            if at > 0:
                parts.append((0, at - 1))
            tail = forward(tokens, source[1] + 1, "")
            if tail and (at == 0 or tail[1] - tail[0] > 8):
                parts.append(tail)
            yield Marked(
                span(tokens, source),
                (tokens[at].start, tokens[at + 1].end),
                tuple(span(tokens, pair) for pair in parts),
            )


def _colon(tokens: list[Token]) -> Iterator[Marked]:
    """`Trump: Taxes must fall`, `The governor: "It is done"`."""
    at = next((n for n, token in enumerate(tokens[:9]) if token.word == ":"), 0)
    if not at or len(tokens) - at < 5 or any(mark(t) or t.quoted for t in tokens[:at]):
        return
    named = all(token.raised or token.low in ("of", "the", "and") for token in tokens[:at])
    if not named or at > 5 or len(tokens[at - 1].word) < 2:
        return
    shouted = all(token.word.isupper() for token in tokens[:at])
    if not (
        tokens[at + 1].quoted or (tokens[at + 1].raised and (shouted or tokens[0].start < _HEAD))
    ):
        return
    tail = forward(tokens, at + 1, "")
    if tail is not None and not any(t.low in _NO_SPEAKERS for t in tokens[:at]):
        cue = tokens[at].start, tokens[at].end
        yield Marked(span(tokens, (0, at - 1)), cue, (span(tokens, tail),))


_HEAD = 120
"""Characters from the start of a text within which a sentence may be its headline."""
_NO_SPEAKERS = listed(
    "latest revealed remember name note correction update updated related more read watch photos"
    " contributing video live source sources here now first second third finally bottom result"
    " question answer also analysis opinion exclusive breaking today what why how who"
)
"""Words before a colon that is no cue."""
