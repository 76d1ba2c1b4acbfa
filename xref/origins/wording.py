"""text -> sentences of folded words, so that copies can be laid side by side.

What stands between quotation marks is left out: whoever quotes the same speech or statement in
full has copied the speaker, not a colleague. Letters that only look like others are read as those.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_letters

_MOST_WORDS = 3_000
"""Bounds the time of an alignment; a copied story shows itself well before."""
_LONGEST_QUOTATION = 1_500
_LONGEST_SINGLE = 400
_LONGEST_POST = 300
_LONGEST_WORD = 40
_FIRST = 0x10000
_PLACES = 0x100000
"""Words are numbered as characters beyond the basic plane, so that a sentence is a string and the
alignment runs in rapidfuzz's compiled code; from a million different words on numbers repeat."""
_QUOTED = re.compile(
    rf"“[^”\n]{{1,{_LONGEST_QUOTATION}}}”|«[^»\n]{{1,{_LONGEST_QUOTATION}}}»"
    rf"|„[^“”\n]{{1,{_LONGEST_QUOTATION}}}[“”]|\"[^\"\n]{{1,{_LONGEST_QUOTATION}}}\""
    # Single marks are apostrophes, too: such a quotation ends behind a stop or a comma.
    rf"|(?<!\w)['‘](?=\w)[^\n]{{1,{_LONGEST_SINGLE}}}?[.,!?…]['’](?!\w)"
)
_SIGNATURE = re.compile(r"[—–-] ?[^\n()—–]{1,60} \(@\w{1,20}\)")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…。][\"”’»)]*(?=\s|\Z)|(?=\n)|\Z)")
_WORD = re.compile(r"\w+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_HEAD = 4_000
"""Characters by which a text's script is told."""
_LOOKALIKES = str.maketrans(
    "аеорсхуіїјѕԁһкмтвнпαειουρκντ",
    "aeopcxyiijsdhkmtbhnaeioupkvt",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's folded words, each as one character, and its place in the text."""

    words: str
    start: int
    end: int


_HELD = 4_096
"""Texts whose sentences are kept: an audit meets the same pages again and again."""


class _Numbers(dict[str, str]):
    """Words and their characters; a new word gets the next one when it is asked for."""

    def __missing__(self, word: str) -> str:
        cut = word[:_LONGEST_WORD]
        self[word] = chr(_FIRST + len(self) % _PLACES) if cut == word else self[cut]
        return self[word]


class Wording:
    """Cuts texts; equal words of all texts have one number."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._held = lru_cache(maxsize=_HELD)(lambda text: tuple(self._cut(text)))

    @property
    def full(self) -> bool:
        """Whether numbers will soon repeat."""
        return len(self._numbers) > _PLACES // 2

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text that have words outside quotation marks."""
        return self._held(text)

    def _cut(self, text: str) -> Iterator[Sentence]:
        latin = _is_latin(text)
        bare = _without_posts(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), text))
        left = _MOST_WORDS
        for match in _SENTENCE.finditer(bare):
            words = _WORD.findall(folded(match[0]) if latin else match[0].casefold())[:left]
            left -= len(words)
            if words:
                yield Sentence("".join(map(self._numbers.__getitem__, words)), *match.span())


def wording() -> Wording:
    """Return the one that this process shares, a new one where the last is full."""
    if _shared().full:
        _shared.cache_clear()
    return _shared()


@lru_cache(maxsize=1)
def _shared() -> Wording:
    return Wording()


def _without_posts(text: str) -> str:
    """Blank posts that stand in a text in full, with their signatures."""
    if "(@" not in text:
        return text
    kept, done = list[str](), 0
    for signature in _SIGNATURE.finditer(text):
        first = max(done, signature.start() - _LONGEST_POST)
        start = max(first, text.rfind("\n", first, signature.start()) + 1)
        kept += text[done:start], " " * (signature.end() - start)
        done = signature.end()
    return "".join((*kept, text[done:]))


def folded(text: str) -> str:
    """Return mainly Latin text in small letters, with letters that only look Latin made so."""
    if text.isascii():
        return text.casefold()
    plain = _NOT_ASCII.sub(_seen, unicodedata.normalize("NFKC", text))
    return plain.casefold().translate(_LOOKALIKES)


def _seen(letter: re.Match[str]) -> str:
    """Leave out what is not seen, as soft hyphens and joiners."""
    return "" if unicodedata.category(letter[0]) == "Cf" else letter[0]


def _is_latin(text: str) -> bool:
    """Whether most of the letters at the head of the text are plain Latin."""
    head = text[:_HEAD]
    if head.isascii():
        return True
    plain = sum(map(head.count, ascii_letters))
    return plain * 2 > len(head) or plain * 2 > sum(map(str.isalpha, head))
