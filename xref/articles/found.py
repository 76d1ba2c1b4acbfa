"""What a source says of its article, before the command line and the limits have their say."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from xref.articles import metadata
from xref.articles.characters import clean, one_line, readable
from xref.articles.metadata import Given
from xref.errors import SourceUnreadable
from xref.records import Article, FactCheck, NotJudged
from xref.settings import ReadingLimits

UNNAMED = "(unnamed)"
"""The outlet of a text that neither says where it is from nor was given an outlet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article was read: a name for messages and a key for its id."""

    name: str
    key: str
    address: str | None = None
    """The address it was fetched from; it goes before what the page says of itself."""

    def at(self, part: str) -> "Place":
        """Give the place of one article among several; each says its own address."""
        return Place(f"{self.name}, {part}", f"{self.key}:{part}")

    def problem(self, reason: str, url: str | None = None) -> NotJudged:
        """Record what could not be read or used here."""
        return NotJudged(one_line(self.name, 300), reason, url or self.address)


@dataclass(frozen=True, slots=True)
class Found:
    """What stood in the source, unchecked: any field may hold anything."""

    text: object = None
    id: object = None
    url: object = None
    outlet: object = None
    domain: object = None
    title: object = None
    published: object = None
    authors: object = None
    language: object = None
    partial: object = None
    """Why the text is not the whole article; ours to say, never the source's."""
    fact_check: object = None
    """Where it is a review of a claim; nothing that a source could say of itself."""


_OURS = ("partial", "fact_check")
KEYS = tuple(field.name for field in fields(Found) if field.name not in _OURS)
"""What can be said of an article, by the names that exports have for it."""


def settle(
    found: Found, given: Given, place: Place, limits: ReadingLimits, *, unnamed: bool
) -> Iterator[Article | NotJudged]:
    """Make an article of what was found and given, then say what of it could not be used.

    Args:
        found: what the source says.
        given: what the command line says.
        place: where it was read.
        limits: how long things may be.
        unnamed: whether an article may do without an outlet.

    Raises:
        SourceUnreadable: there is no text, more than one article can have, or no outlet.
    """
    text = _body(found.text, limits)
    url = _url(found, given, place, limits)
    published = metadata.understood(found.published if given.published is None else given.published)
    domain = _domain(found, url, limits)
    outlet = _outlet(found, given, domain, limits)
    if outlet == UNNAMED and not unnamed:
        raise SourceUnreadable("no outlet; say whose it is with --outlet, front matter or a key")
    yield Article(
        id=_id(found, url, outlet, place),
        url=url,
        outlet=outlet,
        domain=domain,
        title=one_line(
            found.title if given.title is None else given.title, limits.title_characters
        ),
        published=published,
        text=text,
        authors=_authors(found.authors, limits),
        language=_language(found.language),
        partial=found.partial if isinstance(found.partial, str) else None,
        fact_check=found.fact_check if isinstance(found.fact_check, FactCheck) else None,
    )
    if published is None and found.published not in (None, ""):
        yield place.problem(f"date not understood: {_shown(found.published)}", url)
    if url is None and found.url not in (None, ""):
        yield place.problem(f"address not understood: {_shown(found.url)}")


def _body(value: object, limits: ReadingLimits) -> str:
    if not isinstance(value, str) or not readable(value[: limits.text_characters]):
        raise SourceUnreadable("no readable body; give the text of the article itself")
    if len(value) > limits.text_characters:
        raise SourceUnreadable(
            f"more than {limits.text_characters:,} characters, which is no single article; "
            "cut out the article and give that"
        )
    return clean(value)


def _url(found: Found, given: Given, place: Place, limits: ReadingLimits) -> str | None:
    longest = limits.address_characters
    if given.url is not None:
        return metadata.web_address(given.url, longest)
    own = metadata.web_address(found.url, longest)
    if place.address is None:
        return own
    # A fetched page may name another address of its own site as canonical, nobody else's.
    same_site = own and metadata.domain_of(own) == metadata.domain_of(place.address)
    return own if same_site else place.address


def _domain(found: Found, url: str | None, limits: ReadingLimits) -> str | None:
    """Give the host of the address; the field may hold a suffix of many sites (`blogspot.com`)."""
    said = metadata.bare_domain(one_line(found.domain, limits.name_characters))
    return (metadata.domain_of(url) if url else None) or said or None


def _outlet(found: Found, given: Given, domain: str | None, limits: ReadingLimits) -> str:
    longest = limits.name_characters
    return one_line(given.outlet, longest) or one_line(found.outlet, longest) or domain or UNNAMED


def _id(found: Found, url: str | None, outlet: str, place: Place) -> str:
    if isinstance(found.fact_check, FactCheck):
        # A page may review several claims, and is none of them.
        where = metadata.canonical_address(url) if url else place.key
        return metadata.id_from(f"fact-check:{where}:{found.id}")
    if url is not None:
        return metadata.id_from(metadata.canonical_address(url))
    if isinstance(found.id, str | int) and str(found.id).strip():
        # With the outlet, since one file an outlet, each counting from 1, is common.
        return metadata.id_from(f"file:{outlet}:{found.id}")
    return metadata.id_from(place.key)


def _authors(value: object, limits: ReadingLimits) -> tuple[str, ...]:
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list):
        return ()
    lines = (one_line(name, limits.name_characters) for name in names[: limits.authors])
    return tuple(dict.fromkeys(line for line in lines if line))


def _language(value: object) -> str | None:
    code = one_line(value, 35).lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _shown(value: object) -> str:
    return one_line(value, 80) or type(value).__name__
