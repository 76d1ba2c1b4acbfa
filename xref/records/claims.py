"""What an article states, and who says it."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """Who vouches for an attributed statement."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"


class Manner(StrEnum):
    """In whose words an attributed statement is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of `X said P` (PolNeAR's terms)."""

    source: str
    """The source in the words of the text, or the name a pronoun was traced to."""
    kind: SourceKind
    cue: str
    """The word that attributes, such as `said`."""
    content: tuple[int, int]
    """Offsets of P in the article's text."""
    direct: bool = False
    """P stands between quotation marks, for the most part."""
    credited: str | None = None
    """The outlet to which the text credits the statement (`told Reuters`), as written."""
    mixed: bool = False
    """Some words of P stand between quotation marks, and some do not."""

    @property
    def manner(self) -> Manner:
        """How P is given: in its speaker's words, in the writer's, or in both."""
        if self.mixed:
            return Manner.MIXED
        return Manner.DIRECT if self.direct else Manner.INDIRECT


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean what another place of the article says: `he`, `the minister`, `on Tuesday`.

    People are shown it beside the text; no encoder or judge reads it.
    """

    start: int
    """Offsets in the article's text."""
    end: int
    words: str
    """`article.text[start:end]`, verbatim."""
    meaning: str
    """The name, or the day as an ISO date."""


class ClaimKind(StrEnum):
    """What a span is; all but the first three are no claims."""

    STATEMENT = "statement"
    QUOTATION = "quotation"
    HEADLINE = "headline"
    OPINION = "opinion"
    QUESTION = "question"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    CROSS_LINK = "cross-link"
    FRAGMENT = "fragment"

    @property
    def checkable(self) -> bool:
        """Whether spans of this kind state something that others could report too."""
        return self in (ClaimKind.STATEMENT, ClaimKind.QUOTATION, ClaimKind.HEADLINE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of an article that states one thing (or, by its kind, nothing to check)."""

    id: str
    article_id: str
    start: int
    end: int
    text: str
    """`article.text[start:end]`, verbatim."""
    kind: ClaimKind
    reading: str
    """The text with what could be resolved put in (a pronoun's name); equal to `text` where
    nothing could. Encoders and judges read this; people are shown `text`."""
    attribution: Attribution | None = None
    chain: tuple[str, ...] = ()
    """Through whom the text has it, where an outlet carries what another says (`Interfax reported,
    citing a diplomat`): the outermost carrier first, who says it last. Empty where there is one."""
    references: tuple[Reference, ...] = ()
    """What could be resolved, in the order of the text."""
