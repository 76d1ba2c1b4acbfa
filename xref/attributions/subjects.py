"""Who is the subject of a cue: before the verb, behind it, or shared with the verb before."""

from xref.attributions.cues import ALSO_NOUNS, JUDGING, VERBS
from xref.attributions.phrases import (
    BORDERS,
    DETERMINERS,
    LINKS,
    RELATIVE,
    SUBJECTS,
    TIMES,
    Pair,
    Token,
    after,
    before,
    mark,
)
from xref.attributions.sources import ROLES
from xref.attributions.words import listed

_AUXILIARIES = listed(
    "has have had is are was were be been being will would could should may might must did"
    " does do can cannot not also later earlier then first repeatedly recently previously"
    " publicly again now often once even further only simply already just still never always"
    " 's 've 'd 'll 're don't doesn't didn't won't wouldn't hasn't haven't hadn't isn't aren't"
    " wasn't weren't can't couldn't reportedly ever long both all"
)
_BE = listed("is are was were be been being 's 're isn't wasn't aren't weren't am get got gets")
_CATENATIVE = listed(
    "went continued began refused declined wants want wanted refuses declines continues likes used"
    " likely able willing failed fails hesitated proceeded managed tried"
)


def auxiliaries(tokens: list[Token], at: int) -> tuple[int, bool]:
    """The last token before `has also`, and whether a form of `to be` is among them."""
    place = at - 1
    be = False
    while place >= 0:
        token = tokens[place]
        adverb = token.low.endswith("ly") and not token.raised and len(token.low) > 4
        if (token.low not in _AUXILIARIES and not adverb) or token.quoted != tokens[at].quoted:
            break
        be = be or token.low in _BE
        place -= 1
    place = _over_time(tokens, place)
    if place >= 0 and "'" in tokens[place].low and not be:
        head, _, tail = tokens[place].low.partition("'")
        be = head in SUBJECTS and tail in ("s", "re", "m")
    return place, be


def verbal(tokens: list[Token], left: int, at: int) -> int:
    """Where the cue begins: behind the subject, and behind `on Thursday`."""
    days = [n for n in range(left + 1, at) if _day(tokens[n])]
    place = days[-1] + 1 if days else left + 1
    return place + (tokens[place].low == "in" and tokens[place + 1].low == "particular") * 2


def _day(token: Token) -> bool:
    """Whether the word is a time that is no adverb of the verb (`has recently said`), or a mark."""
    return mark(token) or (token.low not in _AUXILIARIES and bool(TIMES.fullmatch(token.low)))


def _over_time(tokens: list[Token], place: int) -> int:
    """Step back over `on Thursday`, `last month`, `in particular`."""
    if place < 1 or not (TIMES.fullmatch(tokens[place].low) or tokens[place].low == "particular"):
        return place
    while place > 1 and TIMES.fullmatch(tokens[place - 1].low):
        place -= 1
    if tokens[place - 1].low in ("on", "in", "last", "this", "late", "early", "earlier"):
        place -= 1
        if place > 1 and tokens[place - 1].low in ("on", "late", "earlier"):
            place -= 1
    return place - 1 if tokens[place - 1].word != "," else place


def subject(
    tokens: list[Token], left: int, at: int, earlier: Pair | None
) -> tuple[Pair | None, int]:
    """Who does what the verb says: before it, or shared with the verb before."""
    if left < 0:
        return None, left
    token = tokens[left]
    low = token.low.partition("'")[0]
    if token.quoted != tokens[at].quoted:
        return None, left
    if low in RELATIVE | {"i", "you", "we"}:
        return None, left
    if low in SUBJECTS:
        return (left, left), left
    if token.low == "to":
        return _infinitive(tokens, left, earlier)
    if token.low in ("and", "but", "or") or (
        tokens[at].low.endswith("ing")
        and (
            token.word in (",", "—", "--") or token.low in ("by", "while", "after", "before", "in")
        )
    ):
        return earlier or _first(tokens, at), left
    if mark(token) and token.word not in (",", ")", "—", "--", "–", "'", "’"):
        return None, left
    if tokens[at].low.endswith("ing") and left == at - 1 and tokens[at].low not in _AFTER_NOUNS:
        return None, left
    return before(tokens, left), left


_AFTER_NOUNS = listed("saying arguing claiming asserting stating alleging urging warning insisting")


def _infinitive(tokens: list[Token], left: int, earlier: Pair | None) -> tuple[Pair | None, int]:
    """`declined to say`: the subject of what stands before `to`."""
    if left < 1 or tokens[left - 1].low not in _CATENATIVE:
        return None, left
    place, _ = auxiliaries(tokens, left - 1)
    if place < 0:
        return None, left
    if tokens[place].low in SUBJECTS or tokens[place].low in RELATIVE:
        return (place, place), place
    if tokens[place].low in ("and", "but"):
        return earlier, place
    return before(tokens, place), place


def _first(tokens: list[Token], at: int) -> Pair | None:
    """The subject with which the sentence begins."""
    place = next((n for n, token in enumerate(tokens) if not mark(token)), at)
    if place >= at or (tokens[place].low in BORDERS and tokens[place].low not in SUBJECTS):
        return None
    found = after(tokens, place)
    if found is None or found[1] >= at:
        return None
    for last in range(found[0] + 2, found[1]):
        if tokens[last].low in DETERMINERS and tokens[last - 1].low not in LINKS:
            return found[0], last - 2
    return found


def inverted(tokens: list[Token], left: int, at: int, close: int) -> Pair | None:
    """`..., said X`: the source behind the cue."""
    opens = left < 0 or tokens[left].word in (",", '"', "”", "''", "—", "--", "’", "'", "?", "!")
    if not opens or close + 1 >= len(tokens) or tokens[at].low.endswith("ing"):
        return None
    if tokens[at].low in ("told", "asked", "asks", "tells", "ask", "tell"):
        return None
    found = after(tokens, close + 1)
    if found is None or tokens[found[0]].low in LINKS | {"that", "it", "there", "this"}:
        return None
    pronoun = found[0] == found[1] and tokens[found[0]].low in SUBJECTS
    if pronoun and left >= 0 and tokens[left].word == ",":
        return None
    if not any(
        t.raised or t.low in ROLES or t.low in SUBJECTS for t in tokens[found[0] : found[1] + 1]
    ):
        return None
    place = found[1] + 1
    ended = place >= len(tokens) or mark(tokens[place]) or tokens[place].low in (
        "who", "in", "on", "at", "during", "after", "of", "as", "when", "about", "earlier"
    )  # fmt: skip
    return found if ended else None


def plausible(tokens: list[Token], source: Pair, at: int, close: int) -> bool:
    """Whether the phrase can be the subject of this verb."""
    words = tokens[source[0] : source[1] + 1]
    head = words[-1]
    low = tokens[at].low
    behind = tokens[close + 1].low if close + 1 < len(tokens) else ""
    if low in ("declined", "declines", "refused", "refuses") and behind != "to":
        return False
    if low in JUDGING and low.endswith(("ed", "called")) and source[1] == at - 1:
        person = head.raised or head.low in ROLES or head.low in SUBJECTS or mark(head)
        if behind == "by" or not (person or head.low.endswith("s")):
            return False
    if any(token.low in VERBS and not token.raised and token.low not in ALSO_NOUNS
           for token in words[-1:]):  # fmt: skip
        return False
    if low in ALSO_NOUNS:
        clear = len(words) == 1 and head.low in SUBJECTS | RELATIVE
        return clear or (
            (head.raised or head.low in ROLES or head.word == ",")
            and (close + 1 < len(tokens) and not (mark(tokens[close + 1]) and close == at))
        )
    return True
