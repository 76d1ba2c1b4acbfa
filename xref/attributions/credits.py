"""text -> the outlets to which it gives credit, and in what form.

Photo credits and embedded tweets are no credits: they say where a picture comes from, not a story.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from xref.attributions.datelines import Line, leading, notices, trailing
from xref.attributions.quotes import Span
from xref.attributions.sources import Names


class CreditForm(StrEnum):
    """How a text names the outlet that it owes something to."""

    DATELINE = "dateline"
    BYLINE = "byline"
    FOOTER = "footer"
    CITES = "cites"
    EXCLUSIVE = "exclusive"
    HYPERLINK = "hyperlink"


@dataclass(frozen=True, slots=True)
class Credit:
    """One outlet that a text credits."""

    outlet: str
    """In the words of the text (`Reuters` for a footer of its form, which names nobody); a title
    whose article is inflected, as a title (`dem Spiegel`: `Der Spiegel`)."""
    form: CreditForm
    start: int
    """Where the crediting words begin; with `end`, what a reader is shown."""
    end: int


_PARAGRAPH = re.compile(r"[^\n\r]+")
_LONGEST_TEXT = 200_000
"""Characters searched: more than twice the longest of 16,788 full articles (76,549)."""
_LAST_PARAGRAPHS = 4
"""Paragraphs at the end in which a footer speaks for the whole text: it stands there itself, with
an author's note, a copyright and a link behind it. Four of PolNeAR's five false credits were names
in brackets under single items of a round-up."""
_ARTICLE = r"(?:(?P<article>the|la|le|el|die|der|das|dem|den|il|au) |l[’'])?"
_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "dem": ("Der", "Das"),
    "der": ("Die", "Der"),
    "au": ("Le",),
    **{
        article: (article.capitalize(),)
        for article in ("the", "die", "das", "le", "la", "el", "il")
    },
}
"""How a title may begin that stands behind an article: `sagte dem Spiegel`, `told the Guardian`."""
_ANY_PRESS: Final = frozenset({"Presse", "Press", "Times"})
"""`sagte der Presse` is said to all of it, and `the Times` is that of the town."""
_HOUSE = (
    r"(?:(?:state(?:-run)?|local|official|Russian|Turkish|French|German|Chinese|Lebanese|Swedish"
    r"|Indonesian|Spanish|Danish|Dutch|Polish|Italian|Ukrainian) )?"
    r"(?:(?:news ?agency|newspaper|broadcaster|television|TV|radio|daily"
    r"|agency|news site|website|magazine|outlet|channel|Nachrichtenagentur|Zeitung|agence|agencia"
    r"|diario|quotidien|агентств\w+|газет\w+|телеканал\w*|kantor berita|agenzia|وكالة|قناة) )?"
)
_AHEAD = re.compile(
    r"\b(?:(?P<cites>according to|as reported by|reported by|reports by|citing|cites|cited by"
    r"|quoting"
    r"|quoted by|quoted as saying by|per|reported|reports|report by|report from|reports from"
    r"|report in|via|from|carried by|published by|published in|seen by|obtained by|reviewed by"
    r"|referring to|with reference to|laut|berichtet|berichtete|meldet|meldete|zufolge|selon"
    r"|d[’']après|rapporte|según|informó|informa|reportó|citado por|secondo|segundo"
    r"|сообщает|сообщили|передает|передаёт|пишет|сообщил[аио]?|со ссылкой на|по данным"
    r"|dikutip|menurut|lapor|повідомля(?:є|ють)|повідомили|volgens|meldt|meldden|podaje|podał"
    r"|podała"
    r"|informuje|ifølge|skriver|enligt|rapporterar|uutisoi|a relatat|conform|relatează|حسب|وفق"
    r"|وفقا|نقلا عن|(?:come|comes) from)"
    r"|(?P<told>told|tells|telling|speaking to|spoke to|interview with|interview to|interview on"
    r"|statement to|gegenüber|sagte(?:\s+[\w.-]+){1,4}(?=\s+de[mr]\s)|sagte|à"
    r"|a (?:dit|déclaré|confié|indiqué|expliqué|assuré)(?: à)?"
    r"|dijo a|declaró a|kepada|tegen|لوكالة|لقناة|ütles|в интервью|рассказал[аи]?"
    r"|заявил[аи]?|сообщил[аи]? в интервью|сказал[аи]?|ha detto a))"
    rf"\s+{_ARTICLE}{_HOUSE}(?=[^\W_])",
    re.IGNORECASE,
)
_HOUSED = re.compile(rf"{_ARTICLE}{_HOUSE}(?=[^\W_])", re.IGNORECASE)
_HOUSE_BEHIND = re.compile(r" (?:(?:news )?agency|newspaper|daily|television|TV|radio)\Z")
_BEHIND = re.compile(
    r"(?:,)?\s(?:also |has |had |first |earlier |later |then )?(?:reported|reports|report|said|says"
    r"|wrote|writes|quoted|cited|citing|learned|recalls|notes|noted|announced|revealed|berichtete"
    r"|berichtet|meldete|meldet|rapporte|informó|informa|сообщает|сообщил[аио]?|передает|пишет"
    r"|передаёт"
    r"|aktardı|duyurdu|bildirdi|yazdı|reviewed|obtained|informs)\b"
)
_LINK = re.compile(
    r"(?:read (?:the )?(?:more|full|original)|continue reading|full (?:story|article|text|report)"
    r"|original(?:ly)?|source|via|more at|weiterlesen|lire la suite|leer más|читать (?:далее"
    r"|полностью)"
    r"|devamı)[^\n]{0,40}?\b(?:https?://)?(?:www\.)?(?P<domain>(?:[a-z0-9-]+\.)+[a-z]{2,12})(?P<path>/[^\s)\]]*)?",
    re.IGNORECASE,
)
_NAME_AHEAD = re.compile(r"[^\s,;:()\"“”«»\[\]!?]+(?:[ ][^\s,;:()\"“”«»\[\]!?]+){0,5}")
_NAME_BEHIND = re.compile(r"[^\s,;:()\"“”«»\[\]!?]+(?:[ ][^\s,;:()\"“”«»\[\]!?]+){0,4}\Z")


def credits(text: str, names: Names | None = None) -> tuple[Credit, ...]:
    """Find the outlets that `text` credits, in the order of the text, each place once.

    `names` turns a written name or a domain into the registry's name. Forms inside sentences
    (`Reuters reported`) count only for outlets that it knows; datelines, bylines and footers also
    count for agencies that everybody knows and, where the form is plain, for unknown names.
    """
    text = text[:_LONGEST_TEXT]
    found = [*_lines(text, names), *_links(text, names)]
    if names is not None:
        found += _inline(text, names)
    taken: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.start, -c.end, c.outlet)):
        if not any(
            c.outlet == credit.outlet and c.start <= credit.start < c.end for c in taken[-4:]
        ):
            taken.append(credit)
    return tuple(taken)


def in_sentence(text: str, start: int, end: int, names: Names) -> str | None:
    """The first outlet that a sentence credits, as written; None where it credits none."""
    found = sorted(_inline(text[start:end], names), key=lambda credit: credit.start)
    return found[0].outlet if found else None


def outlet_after(text: str, place: int, names: Names) -> Span | None:
    """Where an outlet's name stands that begins at `place`, behind `the newspaper` or the like."""
    whole = _ahead(text, place, names)
    ahead = _HOUSED.match(text, place)
    start = ahead.end() if ahead and not whole else place
    titles = _TITLES.get((ahead.group("article") or "").lower(), ()) if ahead else ()
    found = _ahead(text, start, names, titles)
    return (start, start + found[1]) if found else None


def outlet_before(text: str, place: int, names: Names) -> Span | None:
    """Where an outlet's name stands that ends at `place`."""
    house = _HOUSE_BEHIND.search(text, max(0, place - 20), place)
    for end in (place, *([house.start()] if house else [])):
        known = _behind(text, end, names)
        if known:
            return end - len(known), end
    return None


def _lines(text: str, names: Names | None) -> Iterator[Credit]:
    """Datelines, bylines and footers."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for number, (start, end) in enumerate(paragraphs):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        if start >= end:
            continue
        lines = leading(text, start, end, names, early=number <= 2)
        body = lines[-1].end if lines else start
        late = number >= len(paragraphs) - _LAST_PARAGRAPHS
        for line in lines + trailing(text, body, end, names) + notices(text, body, end):
            for credit in _credited(text, line):
                # `... [Reuters]` under one item of a round-up credits that item.
                item = credit.form is CreditForm.FOOTER and not late and line.outlets
                yield replace(credit, form=CreditForm.CITES) if item else credit


def _credited(text: str, line: Line) -> Iterator[Credit]:
    if not line.outlets and line.form == "footer":
        yield Credit("Reuters", CreditForm.FOOTER, line.start, line.end)
    for first, last in line.outlets:
        yield Credit(text[first:last], CreditForm(line.form), line.start, line.end)


def _inline(text: str, names: Names) -> Iterator[Credit]:
    """Credits inside sentences, for outlets that `names` knows."""
    for match in _AHEAD.finditer(text):
        titles = _TITLES.get((match.group("article") or "").lower(), ())
        found = _ahead(text, match.end(), names, titles)
        if found:
            form = CreditForm.CITES if match.group("cites") else CreditForm.EXCLUSIVE
            yield Credit(found[0], form, match.start(), match.end() + found[1])
    for match in _BEHIND.finditer(text):
        known = _behind(text, match.start(), names)
        if known:
            yield Credit(known, CreditForm.CITES, match.start() - len(known), match.end())


def _ahead(
    text: str, place: int, names: Names, titles: tuple[str, ...] = ()
) -> tuple[str, int] | None:
    """The longest known name that begins at `place`, and how many characters it has there."""
    match = _NAME_AHEAD.match(text, place, place + 80)
    words = match.group().split(" ") if match else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".'’…")
        for form in (name, re.sub(r"['’]s?\Z|['’]\w{1,4}\Z", "", name)):
            if not form or (form[0] == form[0].lower() and form[0].isascii() and "." not in form):
                continue
            whole = () if form in _ANY_PRESS else (f"{title} {form}" for title in titles)
            known = next((written for written in (form, *whole) if names(written)), None)
            if known:
                return known, len(form)
    return None


def _behind(text: str, place: int, names: Names) -> str | None:
    """The longest known name that ends at `place`."""
    match = _NAME_BEHIND.search(text, max(0, place - 60), place)
    words = match.group().split(" ") if match else []
    for first in range(len(words)):
        name = " ".join(words[first:])
        if words[first] == "the" and words[-1] not in _ANY_PRESS:
            name = f"The{name[3:]}"
        if name and not name[0].islower() and names(name):
            return name
    return None


def _links(text: str, names: Names | None) -> Iterator[Credit]:
    """`Read more at rt.com`."""
    for match in _LINK.finditer(text):
        domain = match.group("domain")
        known = names is not None and names(domain.lower()) is not None
        if known or match.group("path") or "://" in match.group():
            yield Credit(domain, CreditForm.HYPERLINK, match.start(), match.end())
