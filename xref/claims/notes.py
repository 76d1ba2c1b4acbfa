"""Notes on who wrote a page, above or below its story: `Jane Doe is a professor of law`.

They show by their place, and by naming somebody of whom the story says nothing.
"""

import re

_NOTE = re.compile(
    r"\W{0,4}(?P<name>(?:[^\W\d_a-z][\w.’'-]*,? ){1,4}[^\W\d_a-z][\w’'-]+)"
    r"(?:, [^.!?\n]{3,80},)? (?:is|are|was|works|serves|writes|teaches|covers)"
    r" (?:(?:currently|also|now) )?(?:as )?(?:an?|the|chief|senior|associate|assistant|professor"
    r"|director|editor|president|founder|author|executive|chair\w*|responsible|for|at|on|about|law"
    r"|co-\w+|former|deputy|managing|[A-Z]\w+['’]s)\b"
)
"""How a note on the author begins: `Jane Doe is a professor of law`."""
_BOOK = re.compile(
    r"\W{0,4}(?P<name>(?:[^\W\d_a-z][\w.’-]*,? ){1,3}[^\W\d_a-z][\w-]+)['’]s? (?:new|newest|latest"
    r"|most recent|next|forthcoming) (?:book|novel|memoir) (?:is|will be|was)\b"
)
_DASHED = re.compile(
    r"(?:[—–]|--) (?P<name>(?:[^\W\d_a-z][\w.’'-]* ){1,3}[^\W\d_a-z][\w’'-]+),? (?:is|are|was|were"
    r"|has|served|works|serves|writes|teaches|covers)\b"
)
"""`— Jane Doe was governor of Ohio`: behind a dash a last line is about its author."""
_GOES_ON = re.compile(
    r"(?:He|She|They|You can|Follow|Reach|Contact|The (?:views|opinions|author))\b"
    r"|(?:His|Her|Their) (?:\w+ ){0,3}(?:books?|column|e-?mail|work|writing|novel|Twitter)\b|"
    + _NOTE.pattern.replace("?P<name>", "?:")
)
_TITLED = re.compile(r"(?:The|Mr|Mrs|Ms)\b|.*\b(?:was|were)\b")
"""A first line about somebody of whom the story goes on to speak by another name."""


def author_note(words: str, story: str) -> bool:
    """Return whether a last line of a page tells who wrote it: somebody whom the story lacks."""
    found = _NOTE.match(words) or _BOOK.match(words)
    strange = found is not None and found["name"].split()[-1] not in story
    return bool(story) and (strange or _DASHED.match(words) is not None)


def opening_note(words: str, story: str) -> bool:
    """Return whether a first line of a page does."""
    found = _NOTE.match(words)
    if found is None or not story or _TITLED.match(found.group()):
        return False
    return found["name"].split()[-1] not in story


def tells_of_author(words: str) -> bool:
    """Return whether a later sentence of such a note goes on with it."""
    return _GOES_ON.match(words) is not None
