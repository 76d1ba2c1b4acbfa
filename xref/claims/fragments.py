"""What is no whole sentence: headings inside a story, answers, signatures, ends cut off."""

import re

_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ENDED = re.compile(r"[.!?…。！？؟।۔][\s\"'”’»“)\]*_•■◼]*\Z")
_TRAILING_OFF = re.compile(r"(?:…|\.{3,})\s*[\])|]*\s*\Z|\[(?:…|\.{3})\]\s*\Z")
_SHORT = 120
_FEW = 3
_LINE = 8
_PREPOSITIONS = frozenset(
    ("of", "in", "on", "at", "to", "for", "from", "with", "by", "about", "and", "or", "but", "not")
)
_ENUMERATED = re.compile(r"\A(?:\d{1,2}[.)]|[•*·–—-])\s+")


def ended(words: str) -> bool:
    """Whether the words end in a mark that ends sentences."""
    return _ENDED.search(words, max(0, len(words) - 12)) is not None


def heading(words: str, most_words: int) -> bool:
    """Whether a line that stands alone is a heading.

    It is short, has no full stop, and is in capitals, in title case or of a few words only.
    """
    words = _ENUMERATED.sub("", words[:400])
    tokens = _WORD.findall(words)
    if ended(words) or not tokens or len(words) > 160:
        return False
    letters = _LETTERS.findall(words)
    if not any(char.lower() != char.upper() for char in letters):
        return len(words) <= 12
    if sum(char.isupper() for char in letters) >= 0.9 * len(letters) > 1:
        return len(tokens) <= 2 * most_words
    if len(tokens) <= 4:
        return True
    long_words = [token for token in tokens if len(token) > 3]
    raised = sum(token[0].isupper() for token in long_words)
    return len(tokens) <= most_words and len(long_words) > 1 and raised >= 0.8 * len(long_words)


def says_nothing(words: str) -> bool:
    """Whether a sentence states nothing by itself.

    It is one word (`Yes.`), what a preposition begins in three (`Of the voters.`), a name behind a
    dash (`— Secretary of State John Kerry`), or a numbered title (`3. Showdown States.`).
    """
    bare = _ENUMERATED.sub("", words[:_SHORT])
    tokens = _WORD.findall(bare)
    if len(words) > _SHORT or not tokens:
        return False
    if len(tokens) == 1 or (len(tokens) <= _FEW and tokens[0].lower() in _PREPOSITIONS):
        return not words[:1].isdigit() or bare != words
    return bare != words and _titled(tokens)


def _titled(tokens: list[str]) -> bool:
    """Whether all long words have capitals: a title, or a person with his office."""
    return len(tokens) <= _LINE and all(t[0].isupper() for t in tokens if len(t) > _FEW)


def is_cut_off(words: str, whole_before: int) -> bool:
    """Whether the last span of a text breaks off.

    `whole_before` counts the sentences before it that do end. Of 192 AllSides texts whose last line
    has no full stop, 40 were read: 3 of those lines were whole sentences, the rest furniture.
    """
    if _TRAILING_OFF.search(words, max(0, len(words) - 12)):
        return True
    return whole_before >= 2 and not ended(words) and not words.endswith(":")
