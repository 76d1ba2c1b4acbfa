"""All verdicts on one article, and what house rules find in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xref.records.articles import Article
from xref.records.claims import Claim
from xref.records.verdicts import Standing, Verdict


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Something that could not be read or judged, and why; it travels into the report."""

    what: str
    reason: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a report was made with, so that it can be made again."""

    xref: str
    encoder: str
    judge: str
    settings_sha256: str
    corpus_sha256: str


class Severity(StrEnum):
    """How much a house rule minds, by the policy."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SignOff:
    """A named person's acceptance of a finding, kept beside the article."""

    code: str
    by: str
    date: str
    """ISO day."""
    reason: str
    words: str | None = None
    """The first words of the statement it is for; None with `offset` None: every statement."""
    offset: int | None = None
    """A place inside the statement it is for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A house rule that a statement breaks."""

    code: str
    """Such as `SRC001`."""
    name: str
    severity: Severity
    claim: Claim
    because: str
    """What in this statement broke the rule."""
    source: str
    """Whose rule it is, and what it says."""
    needs_sign_off: bool = False
    """The policy lets it pass only with a named person's acceptance."""
    accepted: SignOff | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts on one article, in the order of the text."""

    article: Article
    verdicts: tuple[Verdict, ...]
    not_judged: tuple[NotJudged, ...]
    made_with: MadeWith
    window: tuple[str, str] | None = None
    """First and last day of the evidence that was looked at; None for all time."""
    compared: tuple[int, int] = (0, 0)
    """How many articles of how many outlets were in the window and of other houses."""
    notes: tuple[str, ...] = ()
    ties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Outlet -> ties to show beside its name, for the outlets in this report."""
    policy: str | None = None
    """The house rules it was held against; None for none."""
    findings: tuple[Finding, ...] = ()
    """In the order of the text, then of the codes."""

    @property
    def unaccepted(self) -> tuple[Finding, ...]:
        """The findings that nobody has signed off."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    @property
    def summary(self) -> dict[Standing, int]:
        """How many claims have each standing, in the order of `Standing`, noughts included."""
        return {s: sum(v.standing is s for v in self.verdicts) for s in Standing}

    @property
    def checked(self) -> int:
        """How many spans are claims at all."""
        return len(self.verdicts) - self.summary[Standing.NOT_A_CLAIM]
