"""claim -> the words that encoders and judges read, with a pronoun's name put in.

Only a pronoun outside quotation marks is replaced, and only where it is the speaker of the
sentence or its first word; people are always shown the text itself.
"""

import re
from collections.abc import Sequence

from xref.attributions import Attribution, Speaker, refers
from xref.attributions.quotes import inside, quotations

_OPENING = re.compile(r"(?:He|She)(?= [a-z])")


def reading(words: str, attribution: Attribution | None, last: Sequence[Speaker]) -> str:
    """Put the traced name in the place of a pronoun; the words themselves where there is none.

    `last` are the speakers or subjects of the sentences before, the nearest first.
    """
    opening = _OPENING.match(words)
    meant = refers(opening.group(), last[:1]) if opening is not None else None
    if opening is not None and meant is not None:
        return _name(meant.words, first=True) + words[opening.end() :]
    if attribution is None or attribution.source in words:
        return words
    place = _speaker_pronoun(words, attribution.cue)
    if place is None:
        return words
    return words[: place[0]] + _name(attribution.source, first=place[0] == 0) + words[place[1] :]


def _speaker_pronoun(words: str, cue: str) -> tuple[int, int] | None:
    """The pronoun right before or after the cue, outside quotation marks."""
    quoted = quotations(words, 0, len(words))
    beside = re.compile(
        rf"\b(?P<before>he|she|it|they)(?: \w+){{0,3}} {re.escape(cue)}\b"
        rf"|\b{re.escape(cue)} (?P<after>he|she|it|they|him|her|them)\b",
        re.IGNORECASE,
    )
    for match in beside.finditer(words):
        if not inside(quoted, match.start()):
            return match.span("before" if match.group("before") else "after")
    return None


def _name(name: str, *, first: bool) -> str:
    """The name as it stands at the start of a sentence, or inside one."""
    if first:
        return name[:1].upper() + name[1:]
    article = re.match(r"(?:The|A|An|His|Her|Its|Their|Our)\b", name)
    return name[:1].lower() + name[1:] if article else name
