"""Characters: what may stay in a text, a title and a message."""

import re

_BREAKS = re.compile(r"\r\n?")
# Tab and newline stay. C1 controls go too: 0x9B starts a command on some terminals.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Give line ends as newlines, controls as spaces and halves of characters as U+FFFD.

    Only `\\r\\n` and a leading byte order mark shorten the text; all else keeps its length.
    """
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", text))


def one_line(value: object, longest: int) -> str:
    """Give a string without line breaks and runs of blanks, cut to a length; else nothing."""
    if not isinstance(value, str):
        return ""
    # Cut before as well as after, so that the work does not grow with a hostile value.
    return " ".join(clean(value[: 4 * longest]).split())[:longest].rstrip()


def readable(text: str) -> bool:
    """Whether there is a letter or a figure in it at all."""
    return any(map(str.isalnum, text))
