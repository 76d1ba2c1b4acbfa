"""`Y quoted X as saying P`: it is X who says P, and Y through whom it comes.

Also `X was quoted (by Y, in Y) as saying P`, and both behind what is said.
"""

import re

from xref.attributions.quotes import Span, inside
from xref.attributions.said import content_of
from xref.attributions.sources import Names, Source, after, before
from xref.attributions.words import listed

RELAYS = listed("quoted quotes quote quoting cited cites cite citing")
"""How Y has it from X."""
_SAYING = (
    r"(?P<cue>saying|telling|warning|claiming|stating|arguing|adding|insisting|confirming"
    r"|describing|calling|noting|suggesting)\b"
)
_WHOM = re.compile(rf"\s(?P<whom>(?!(?:by|as|in|on)\b)[^;:!?\n]{{2,140}}?)\sas\s{_SAYING}")
_WHERE = re.compile(rf"(?P<where>(?:\s[^;:!?\n]{{2,140}}?)?)\sas\s{_SAYING}")
_PASSIVE = re.compile(
    r"\s(?:(?:was|were|is|are)(?:\sbeing)?|(?:has|have|had)\s(?:also\s)?been)"
    r"(?:\s(?:also|later|then|again|once|widely|earlier|\w+ly))?\s\Z"
)
_REACH = 40
"""Characters before the cue in which its auxiliaries stand."""
_WORD = re.compile(r"\w+")


def relayed(
    text: str,
    start: int,
    end: int,
    token: re.Match[str],
    quoted: list[Span],
    names: Names | None,
) -> tuple[Source, str, Span] | None:
    """Who says by the word of another what the sentence holds, the cue, and what he says.

    `token` is one of `RELAYS`. None where nobody is quoted as saying anything.
    """
    last_quote = max((b for a, b in quoted if b <= token.start()), default=start)
    head = max(last_quote, token.start() - _REACH)
    passive = _PASSIVE.search(text, head, token.start())
    found = (_WHERE if passive else _WHOM).match(text, token.end(), end)
    if found is None or inside(quoted, found.start("cue")):
        return None
    own = before(text, last_quote, passive.start() if passive else token.start(), names)
    source = own if passive else _whom(text, *found.span("whom"), names)
    said_by = _WORD.match(text, found.start("cue"))
    if source is None or source.clause or said_by is None:
        return None
    # Behind what is said its end shows where the one begins who stands first: X, or Y.
    content = content_of(text, start, end, own or source, said_by, quoted)
    return (source, said_by.group(), content) if content is not None else None


def _whom(text: str, start: int, end: int, names: Names | None) -> Source | None:
    """Whom Y quotes: the name, of `an aide, Name,` and `Name, who leads the party,`."""
    aside = "," in text[start : end - 1]
    return (before if aside else after)(text, start, end, names)
