"""What the tagger sees of each word: the word, its neighbours, the lists, and what the rules say.

The same in training and at run time; a change here asks for new weights (`training/tagger.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xref.attributions.cues import HOLDING, JUDGING, NOUNS, SAYING, SHOWING
from xref.attributions.marks import Marked, around, marked
from xref.attributions.phrases import DOCUMENTS, LINKS, SUBJECTS, TIMES, Token, mark, pieces
from xref.attributions.quotes import Span
from xref.attributions.sources import ROLES

_LISTS = (
    ("saying", SAYING), ("holding", HOLDING), ("judging", JUDGING), ("showing", SHOWING),
    ("noun", NOUNS), ("role", ROLES), ("document", DOCUMENTS), ("subject", SUBJECTS),
    ("link", LINKS),
)  # fmt: skip
_SIDES = (-2, -1, 1, 2)
_FAR = 9
"""Words from a border beyond which one place is like another."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph as the tagger reads it: its words, and the features of each."""

    tokens: tuple[Token, ...]
    features: tuple[list[str], ...]
    sentences: tuple[int, ...]
    """Of each word, the number of its sentence."""


def seen(text: str, parts: Sequence[Span]) -> Seen:
    """Read a paragraph, given as its sentences."""
    tokens: list[Token] = []
    features: list[list[str]] = []
    places: list[int] = []
    before = "start"
    for number, (start, end) in enumerate(parts):
        own = pieces(text, start, end, around(text, start, end))
        rules = marked(text, start, end)
        features += _features(own, rules, before)
        tokens += own
        places += [number] * len(own)
        before = _told(rules, own)
    for first, second in pairwise(features):
        second.append(f"-1:{first[2]}")
        first.append(f"+1:{second[2]}")
    return Seen(tuple(tokens), tuple(features), tuple(places))


def _told(rules: Sequence[Marked], tokens: Sequence[Token]) -> str:
    """What the next sentence should know of this one."""
    said = any(one.source for one in rules)
    return f"{'said' if said else 'own'}{'’' if tokens and tokens[-1].quoted else ''}"


def _features(tokens: list[Token], rules: Sequence[Marked], before: str) -> list[list[str]]:
    guesses = _guesses(tokens, rules)
    words = [token.low for token in tokens]
    kinds = [_kind(token) for token in tokens]
    quoting = any(token.quoted for token in tokens)
    told = f"before={before}{'+' if quoting else ''}{'!' if rules else ''}"
    earlier = 0
    later = sum(word in SAYING for word in words)
    found: list[list[str]] = []
    for at, token in enumerate(tokens):
        own = token.low in SAYING
        later -= own
        found.append(
            [
                "w=" + token.low,
                "k=" + kinds[at],
                f"g={guesses[at]}{'q' if token.quoted else ''}",
                "e=" + token.low[-3:],
                f"{told}{guesses[at]}{'q' if token.quoted else ''}",
                f"p={min(at, _FAR)}{before}",
                f"r={min(len(tokens) - at, _FAR)}",
                f"s={min(earlier, 2)}{min(later, 2)}{'q' if token.quoted else ''}",
                *_beside(words, kinds, guesses, at),
            ]
        )
        earlier += own
    return found


def _beside(words: list[str], kinds: list[str], guesses: list[str], at: int) -> list[str]:
    """The neighbours' words and kinds."""
    found: list[str] = []
    for side in _SIDES:
        place = at + side
        if 0 <= place < len(words):
            found += [f"w{side}={words[place]}", f"k{side}={kinds[place]}"]
        else:
            found.append(f"w{side}=")
    left = words[at - 1] if at else ""
    right = words[at + 1] if at + 1 < len(words) else ""
    left_kind = kinds[at - 1] if at else ""
    right_kind = kinds[at + 1] if at + 1 < len(kinds) else ""
    found.append(f"b-={left}|{words[at]}")
    found.append(f"b+={words[at]}|{right}")
    found.append(f"kk={left_kind}|{kinds[at]}|{right_kind}")
    found.append(f"wg={words[at]}|{guesses[at]}")
    return found


def _kind(token: Token) -> str:
    """The shape of a word, and the lists that it is in."""
    if mark(token):
        return token.word
    shape = "A" if token.word.isupper() else "Aa" if token.raised else "a"
    if token.word[0].isdigit():
        shape = "0"
    listed = "".join(f",{name}" for name, words in _LISTS if token.low in words)
    return f"{shape}{listed}{',time' if TIMES.fullmatch(token.low) else ''}"


def _guesses(tokens: list[Token], rules: Sequence[Marked]) -> list[str]:
    """What the rules say of each word."""
    found = [""] * len(tokens)
    parts: tuple[tuple[str, Callable[[Marked], Sequence[Span]]], ...] = (
        ("s", lambda one: (one.source,) if one.source else ()),
        ("c", lambda one: (one.cue,) if one.cue else ()),
        ("t", lambda one: one.contents),
    )
    for name, spans in parts:
        covered = sorted(span for one in rules for span in spans(one))
        for at, token in enumerate(tokens):
            if any(a <= token.start < b for a, b in covered):
                found[at] += name
    return found
