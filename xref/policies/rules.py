"""The house rules: for each code a name, whose rule it is, and a test of one verdict.

The substance is published guidance of the Associated Press, Reuters and the BBC; three rules are
our own, and say so. A rule answers with the words that say in what it is broken, or with None. It
reads words and records; whether a source is in a position to know, no rule can tell.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from xref.attributions import credits, marked
from xref.claims.opinions import is_opinion
from xref.corpus.outlets import Registry
from xref.origins.reuse import Reuse
from xref.policies.words import ALLEGES, BARE, PLURAL, SPECULATES, WITNESSED
from xref.quantities import date_range
from xref.records import (
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Folding,
    Origin,
    OutletKind,
    Quotation,
    Report,
    Requoting,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)
from xref.settings import Settings

_CONFLICT = (Standing.DISPUTED, Standing.CONTRADICTED)


class Desk:
    """What rules may look at besides the verdict: the article, whom it credits, the outlets."""

    def __init__(self, report: Report, outlets: Registry, settings: Settings) -> None:
        self.article = report.article
        self.outlets = outlets
        self._reuse = Reuse(settings)

    @cached_property
    def house(self) -> str:
        """The house of the checked article."""
        return self.house_of(self.article.outlet, self.article.domain)

    @cached_property
    def credited(self) -> frozenset[str]:
        """The houses to which the article gives credit anywhere."""
        found = credits(self.article.text, self.outlets.name_of)
        return frozenset(self.house_of(credit.outlet) for credit in found)

    def house_of(self, name: str, domain: str | None = None) -> str:
        """The house of an outlet that is written like this."""
        return self.outlets.of(name, domain).house

    def kind_of(self, name: str) -> OutletKind:
        """What sort of publisher this is."""
        return self.outlets.of(name, None).kind

    def credits(self, name: str, claim: Claim) -> bool:
        """Whether the article gives this outlet credit, or at least names it."""
        said = claim.attribution
        ours = {self.house_of(said.credited)} if said and said.credited else set()
        named = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.article.text, re.IGNORECASE)
        return bool(named) or self.house_of(name) in self.credited | ours

    def copied_from(self, other: Article) -> bool:
        """Whether the article prints much of an older one."""
        ours, theirs = date_range(self.article.published), date_range(other.published)
        older = ours is not None and theirs is not None and theirs[1] < ours[0]
        return older and self._reuse.copy(self.article, other) is not None


@dataclass(frozen=True, slots=True)
class Rule:
    """One house rule."""

    code: str
    name: str
    source: str
    """Whose rule it is, in short; a policy may say it in other words."""
    breaks: Callable[[Verdict, Desk], str | None]
    """The words that say in what a verdict breaks it; None where it does not."""


def _supporting(verdict: Verdict) -> list[Origin]:
    told = [o for o in verdict.origins if o.stance is Stance.SUPPORTS and not o.own]
    return [origin for origin in told if origin.counted] or told


def _speakers(origins: list[Origin]) -> Iterator[Attribution | None]:
    for origin in origins:
        for member in origin.members:
            yield member.relation.candidate.passage.attribution


def _anonymous(verdict: Verdict) -> Attribution | None:
    said = verdict.claim.attribution
    return said if said is not None and said.kind is SourceKind.ANONYMOUS else None


def _single_origin(verdict: Verdict, desk: Desk) -> str | None:
    if verdict.standing is not Standing.SINGLE_SOURCE:
        return None
    return f"Only {_supporting(verdict)[0].name} is found behind it."


def _anonymous_only(verdict: Verdict, desk: Desk) -> str | None:
    said = _anonymous(verdict)
    if said is None:
        return None
    for origin in _supporting(verdict):
        for speaker in _speakers([origin]):
            if (
                origin.independent
                if speaker is None
                else speaker.kind not in (SourceKind.ANONYMOUS, SourceKind.OUTLET)
            ):
                return None
    return f"It rests on “{said.source}”, and no named source is found elsewhere."


def _bare_source(verdict: Verdict, desk: Desk) -> str | None:
    said = verdict.claim.attribution
    if said is None or not BARE.fullmatch(said.source.strip()):
        return None
    return f"“{said.source}” does not say who that is, or why the name is kept back."


def _false_plural(verdict: Verdict, desk: Desk) -> str | None:
    said = verdict.claim.attribution
    if said is None or not PLURAL.search(said.source) or said.kind is SourceKind.NAMED:
        return None
    found = {one.source for one in _speakers(_supporting(verdict)) if one}
    if len(found) != 1 or any(PLURAL.search(source) for source in found):
        return None
    return f"“{said.source}” here, but the one source found elsewhere is “{found.pop()}”."


def _unattributed(verdict: Verdict, desk: Desk) -> str | None:
    claim = verdict.claim
    if claim.attribution is not None or claim.kind is ClaimKind.HEADLINE:
        return None
    alleges = ALLEGES.search(claim.text)
    disputable = verdict.standing in _CONFLICT or (
        alleges and verdict.standing is not Standing.CORROBORATED
    )
    if not disputable or WITNESSED.search(claim.text):
        return None
    if any(one.source for one in marked(desk.article.text, claim.start, claim.end)):
        return None
    why = "others report otherwise" if verdict.standing in _CONFLICT else "it is an allegation"
    return f"The sentence names no source, and {why}."


def _uncredited(verdict: Verdict, desk: Desk) -> str | None:
    origins = _supporting(verdict)
    if len(origins) != 1:
        return None
    name = origins[0].name
    if desk.house_of(name) == desk.house or desk.credits(name, verdict.claim):
        return None
    if any(member.folded is Folding.CITES for member in origins[0].members):
        return f"Others credit it to {name}; this article names {name} nowhere."
    if any(desk.copied_from(member.article) for member in origins[0].members):
        return f"The article prints much of an older page that goes back to {name}, uncredited."
    return None


def _anonymous_opinion(verdict: Verdict, desk: Desk) -> str | None:
    said = _anonymous(verdict)
    if said is None:
        return None
    words = desk.article.text[slice(*said.content)]
    guess = SPECULATES.search(words)
    if guess:
        return f"“{said.source}” does not inform but guesses: “{guess[0]}”."
    opines = is_opinion(words.strip('"“”„«» '))
    return f"“{said.source}” gives an opinion, not a fact." if opines else None


def _serious(verdict: Verdict, desk: Desk) -> str | None:
    said, alleges = _anonymous(verdict), ALLEGES.search(verdict.claim.text)
    if said is None or not alleges or verdict.count(Stance.SUPPORTS) > 1:
        return None
    return f"“{alleges[0]}” is alleged on the word of “{said.source}” alone."


def _agency_only(verdict: Verdict, desk: Desk) -> str | None:
    names = [origin.name for origin in _supporting(verdict)]
    if not names or any(desk.kind_of(name) is not OutletKind.AGENCY for name in names):
        return None
    if any(desk.house_of(n) == desk.house or desk.credits(n, verdict.claim) for n in names):
        return None
    return f"Only agency copy is found behind it ({', '.join(names)}), and none is credited."


def _one_sided(verdict: Verdict, desk: Desk) -> str | None:
    if verdict.standing not in _CONFLICT:
        return None
    against = [o for o in verdict.origins if o.stance is Stance.REFUTES and not o.own]
    others = [
        one.source
        for one in _speakers(against)
        if one is not None and one.kind in (SourceKind.NAMED, SourceKind.ROLE)
    ]
    if not others or any(_last(source) in desk.article.text.casefold() for source in others):
        return None
    return f"“{others[0]}” says otherwise elsewhere, and is not heard in this article."


def _last(name: str) -> str:
    """The word by which a speaker is mentioned again."""
    words = name.casefold().split()
    return words[-1] if words else name


def _contradicted(verdict: Verdict, desk: Desk) -> str | None:
    if verdict.standing not in _CONFLICT:
        return None
    names = [o.name for o in verdict.origins if o.stance is Stance.REFUTES and not o.own]
    if len(names) == 1:
        return f"{names[0]} reports otherwise."
    return f"{', '.join(names[:-1])} and {names[-1]} report otherwise."


def _circular(verdict: Verdict, desk: Desk) -> str | None:
    said = verdict.claim.attribution
    cited = said.credited if said else None
    for origin in verdict.origins:
        if origin.stance is not Stance.SUPPORTS:
            continue
        if any(member.folded is Folding.CIRCULAR for member in origin.members):
            return f"The outlets behind {origin.name} cite one another in a circle."
        houses = {desk.house_of(m.article.outlet, m.article.domain) for m in origin.members}
        if origin.own and cited and desk.house_of(cited) in houses - {desk.house}:
            return f"{cited}, which it credits, has it from {desk.article.outlet}."
    if cited and cited.casefold().startswith("wikipedia"):
        return "It credits Wikipedia, which has it from the press."
    return None


def _altered_quote(verdict: Verdict, desk: Desk) -> str | None:
    for one in verdict.quotations:
        if one.kind is Requoting.ALTERED and not _of_another(one, verdict):
            return f"“{one.our_words}” here, “{one.their_words}” in {one.article.outlet}'s print."
    return None


def _of_another(quotation: Quotation, verdict: Verdict) -> bool:
    """Whether the other outlet has the words from another speaker."""
    said = verdict.claim.attribution
    for relation in verdict.evidence:
        passage = relation.candidate.passage
        if (
            relation.candidate.article.id == quotation.article.id
            and passage.start <= quotation.theirs[0] < passage.end
        ):
            heard = passage.attribution
            return bool(said and heard and _last(said.source) != _last(heard.source))
    return False


_AP, _REUTERS, _BBC = "AP News Values", "Reuters Handbook", "BBC Editorial Guidelines"
_OURS = "Our own rule"
RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule(
            "SRC001",
            "single origin",
            f"{_BBC} 3.3: reluctant to rely on one source",
            _single_origin,
        ),
        Rule(
            "SRC002",
            "anonymous only",
            f"{_REUTERS}: unnamed sources are the weakest",
            _anonymous_only,
        ),
        Rule(
            "SRC003",
            "bare source",
            f"{_AP}: describe the source as fully as possible",
            _bare_source,
        ),
        Rule(
            "SRC004", "false plural", f"{_REUTERS}: never the plural for one source", _false_plural
        ),
        Rule(
            "SRC005",
            "unattributed",
            f"{_AP}: attribute what is disputable, in the same sentence",
            _unattributed,
        ),
        Rule(
            "SRC006",
            "uncredited pick-up",
            f"{_AP}: credit others whose facts we have not confirmed ourselves",
            _uncredited,
        ),
        Rule(
            "SRC007",
            "anonymous opinion",
            f"{_AP}: information only, no opinion or speculation",
            _anonymous_opinion,
        ),
        Rule(
            "SRC008",
            "serious allegation",
            f"{_BBC} 3.3: one unnamed source goes to a senior editor",
            _serious,
        ),
        Rule(
            "SRC009",
            "agency only",
            f"{_BBC} 3.3: agency copy is substantiated or attributed",
            _agency_only,
        ),
        Rule("SRC010", "one-sided", f"{_REUTERS}: all sides of a dispute", _one_sided),
        Rule(
            "SRC011", "contradicted", f"{_OURS}: where others report otherwise, look", _contradicted
        ),
        Rule(
            "SRC012", "circular", f"{_OURS}: what goes round in a circle is one source", _circular
        ),
        Rule("SRC013", "altered quotation", f"{_OURS}: one of two prints is wrong", _altered_quote),
    )
}
"""Every rule by its code; codes are never given a second meaning."""
