"""The text of a page -> how much of the article's body it is, and why it is not all."""

import re
from collections.abc import Iterator
from typing import Any

from xref.articles.dates import objects
from xref.records import Completeness
from xref.settings import BODIES

Judged = tuple[Completeness, str | None]

_WALL = re.compile(
    r"enable (?:javascript|cookies)|javascript (?:is|must be) (?:disabled|enabled|required)"
    r"|checking (?:if|that) (?:the site connection|your browser)"
    r"|verify (?:that )?you are (?:a )?human|are you a robot|unusual (?:traffic|activity)"
    r"|access (?:to this page )?(?:has been |is )?denied|complete the captcha"
    r"|please (?:disable|turn off) your ad ?blocker|request (?:was )?blocked"
    r"|(?:accept|reject|manage) (?:all )?(?:the )?cookies"
    r"|your (?:privacy|cookie) (?:choices|settings)"
    r"|we and our (?:\d+ )?(?:technology )?partners|before you continue"
    r"|not available in your (?:country|region)|unavailable (?:due to )?legal reasons",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"(?:continue reading|(?:read|see) (?:the )?(?:full|whole|rest of the) (?:story|article)"
    r"|subscribe (?:now |today )?to (?:continue|read|unlock)"
    r"|(?:log|sign) in to (?:continue|read)|to (?:continue|keep) reading"
    r"|this (?:article|story|content) is (?:only )?(?:for|available to)"
    r" (?:paying )?(?:subscribers|members|premium)|already a (?:subscriber|member)\?"
    r"|become a (?:subscriber|member) to)",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:\[(?:\.\.\.|…)\]|(?<!\.)\.\.\.|…)\W{0,3}\Z")
_END = 400
"""Characters at the end of a text among which an invitation to subscribe is looked for."""
_WORD = re.compile(r"\w{4,}")


def judge(text: str, tree: Any) -> Judged:
    """Say of a page's text how much of the body it is; what sister pages show is not known here."""
    if len(text) <= BODIES.wall_characters and len(_WALL.findall(text)) >= _hits_needed(text):
        return Completeness.BLOCKED, "a consent or robot wall in place of the body"
    if len(text) > BODIES.teaser_characters:
        return Completeness.FULL, None
    if _TEASER.search(text[-_END:]):
        return Completeness.TEASER, "it ends where the page asks to subscribe or to log in"
    if _CUT.search(text):
        return Completeness.TEASER, "it breaks off"
    if not _free(tree):
        return Completeness.TEASER, "the page says that it is not free to read"
    return Completeness.FULL, None


def _hits_needed(text: str) -> int:
    # A short notice says it once; an article about cookies may, too, among much else.
    return 1 if len(text) <= 400 else 2 if len(text) <= 1_200 else 3


def _free(tree: Any) -> bool:
    return not any(
        str(item.get("isAccessibleForFree", "")).lower() == "false" for item in _stated(tree)
    )


def _stated(tree: Any) -> Iterator[dict[str, Any]]:
    for node in tree.iter("script") if tree is not None else ():
        if "ld+json" in (node.get("type") or "").lower():
            yield from objects(node.text or "")


def walled(html: str) -> bool:
    """Whether the markup of a page without a body speaks of a wall."""
    return len(_WALL.findall(re.sub(r"<script\b.*?</script>", " ", html, flags=re.S | re.I))) > 0


def about_title(text: str, title: str) -> bool:
    """Whether a text, its headline aside, speaks of what a title says; a wall does not."""
    wanted = {word.casefold() for word in _WORD.findall(title)}
    held = {word.casefold() for word in _WORD.findall(_without(text, title))}
    return bool(wanted) and len(wanted & held) >= BODIES.wall_title_share * len(wanted)


def shape(text: str, title: str) -> str | None:
    """Give a short text without what differs from page to page, to see whether pages share it.

    None for a text that is too long for a wall.
    """
    body = _without(text, title)
    if not body or len(body) > BODIES.wall_characters:
        return None
    return " ".join(re.sub(r"\d+", "0", body).casefold().split())


def _without(text: str, title: str) -> str:
    """Give a text without the lines that repeat its title."""
    headline = title.strip().casefold()
    kept = (line for line in text.splitlines() if line.strip().casefold() != headline)
    return "\n".join(kept).strip()
