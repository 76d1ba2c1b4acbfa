"""What is said: where the content of a cue begins, and where the writer speaks again."""

from xref.attributions.cues import SAYING
from xref.attributions.phrases import DETERMINERS, TIMES, Pair, Token, after, mark
from xref.attributions.quotes import Span
from xref.attributions.words import listed


def span(tokens: list[Token], pair: Pair) -> Span:
    """From the first token to the last, without the marks at either end."""
    first, last = pair
    while last > first and tokens[last].word in (",", "--", "—", "–"):
        last -= 1
    return tokens[first].start, tokens[last].end


_TOLD = listed("told tell tells telling informed informs assured assures reminded reminds notified")


_TOLD_TO = listed("him her them me us you reporters journalists")


def contents(
    tokens: list[Token], source: Pair, cue: Pair, low: str, *, behind: bool
) -> tuple[Span, ...]:
    """What is said: after the cue, before the source, or both."""
    first = min(source[0], cue[0] + 1)
    last = max(source[1], cue[1])
    parts: list[Span] = []
    ahead = tokens[first - 1] if first else None
    spoken = any(token.quoted for token in tokens[:first])
    fronted = ahead is not None and (ahead.word in (",", '"', "”", "''", "—", "--", "’", "?", "!"))
    tail = forward(tokens, last + 1, low)
    saying = low in SAYING and (behind or source[1] >= cue[0] - 1)
    if fronted and saying and (spoken or tail is None or behind) and not tokens[first].quoted:
        parts.append(span(tokens, (0, first - 1)))
    if tail is not None and not (behind and not any(t.quoted for t in tokens[tail[0] :])):
        if behind:
            place = next(n for n in range(tail[0], len(tokens)) if tokens[n].quoted)
            tail = (place, tail[1])
        parts.append(span(tokens, tail))
    return tuple(parts)


def forward(tokens: list[Token], place: int, low: str) -> Pair | None:
    """From behind the cue (and whom it addresses) to the end of the sentence."""
    if low in _TOLD:
        place = _addressee(tokens, place)
    place = _past_time(tokens, place)
    while place < len(tokens) and mark(tokens[place]) and not tokens[place].quoted:
        place += 1
    last = _stop(tokens, place, said=low in SAYING or low == "")
    while last > place and mark(tokens[last]):
        last -= 1
    return (place, last) if place <= last and not mark(tokens[last]) else None


_AFTER_SAYING = listed("while although who he she where when said says but")
_AFTER_OTHERS = _AFTER_SAYING | listed("and the a it because which along")


def _stop(tokens: list[Token], place: int, *, said: bool) -> int:
    """The last token of a content: a comma may end it, if what follows is the writer's again."""
    stops = _AFTER_SAYING if said else _AFTER_OTHERS
    for at in range(place + 3, len(tokens) - 1):
        if tokens[at].quoted or tokens[at].word not in (",", ";", "—", "--"):
            continue
        behind = tokens[at + 1]
        if behind.quoted:
            continue
        again = behind.low.endswith("ing") or (
            not said and (behind.raised or behind.low.endswith("ed"))
        )
        if again or behind.low in stops:
            return at - 1
    return len(tokens) - 1


def _past_time(tokens: list[Token], place: int) -> int:
    """Step over `on Thursday`, `Thursday night`."""
    start = place
    while place < len(tokens) and (
        TIMES.fullmatch(tokens[place].low)
        or (place == start and tokens[place].low in ("on", "late", "early", "last", "this"))
    ):
        place += 1
    return place if place > start and TIMES.fullmatch(tokens[place - 1].low) else start


_MEDIA = listed("statement statements memo")


def medium(tokens: list[Token], close: int) -> int:
    """`said in a statement`: the last word of where it was said, which is part of the cue."""
    place = close + 1
    if place + 2 >= len(tokens) or tokens[place].low not in ("in", "during", "on", "via"):
        return close
    if tokens[place + 1].low not in DETERMINERS:
        return close
    for at in range(place + 2, min(place + 5, len(tokens))):
        if mark(tokens[at]):
            return close
        if tokens[at].low in _MEDIA:
            return at
    return close


def _addressee(tokens: list[Token], place: int) -> int:
    if place < len(tokens) and tokens[place].low in _TOLD_TO:
        return place + 1
    found = after(tokens, place) if place < len(tokens) else None
    return found[1] + 1 if found is not None else place
