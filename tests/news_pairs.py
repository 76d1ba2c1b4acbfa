"""The hand-written news pairs, read from their file and made into candidates."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from xref import claims, relations
from xref.corpus.outlets import registry
from xref.encoders import Encoder
from xref.judges import Judge
from xref.records import (
    Article,
    Attribution,
    Candidate,
    Claim,
    ClaimKind,
    Refutation,
    Relation,
    SourceKind,
    Stance,
)
from xref.settings import for_judge

FILE = Path(__file__).parent / "relations" / "news_pairs.toml"


@dataclass(frozen=True)
class NewsPair:
    """A claim, a passage, and what an editor would say; the file's head explains the keys."""

    id: str
    category: str
    part: str
    label: Stance
    claim: str
    evidence: str
    why: str
    type: Refutation | None = None
    known: Stance | None = None
    claim_published: str | None = None
    evidence_published: str | None = None
    evidence_headline: str = ""
    claim_speaker: str | None = None
    evidence_speaker: str | None = None

    @property
    def pages(self) -> tuple[Article, Article]:
        """The checked article and the other one, each of one sentence."""
        name, headline = f"{self.id}-evidence", self.evidence_headline
        return (
            _page(f"{self.id}-claim", "", self.claim, self.claim_published),
            _page(name, headline, self.evidence, self.evidence_published),
        )


def read(file: Path = FILE) -> list[NewsPair]:
    """Read the pairs, in the order of the file; unknown keys and words are errors."""
    return [_pair(row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]]


def _pair(row: Mapping[str, str]) -> NewsPair:
    kinds: dict[str, Callable[[str], Any]] = {"label": Stance, "known": Stance, "type": Refutation}
    return NewsPair(**{key: kinds.get(key, str)(value) for key, value in row.items()})


def relate(pairs: Sequence[NewsPair], judge: Judge, encoder: Encoder) -> dict[str, Relation]:
    """Judge all pairs as the stage does, those with one day of publication together."""
    made = {pair.id: _claims(pair) for pair in pairs}
    vectors = encoder.encode([claim.reading for both in made.values() for claim in both])
    likeness = dict(zip(made, (vectors[::2] * vectors[1::2]).sum(axis=1), strict=True))
    found: dict[str, Relation] = {}
    settings = for_judge(judge.name, listed=True)
    for _, group in groupby(sorted(pairs, key=_day), key=_day):
        told = list(group)
        candidates = [
            [Candidate(*made[pair.id], pair.pages[1], float(likeness[pair.id]), 0.0)]
            for pair in told
        ]
        related = relations.relate(told[0].pages[0], candidates, judge, encoder, settings)
        found |= {pair.id: relation for pair, (relation,) in zip(told, related, strict=True)}
    return found


def _day(pair: NewsPair) -> str:
    return pair.claim_published or ""


def _page(name: str, title: str, text: str, published: str | None) -> Article:
    return Article(name, f"https://example.org/{name}", name, None, title, published, text)


def _claims(pair: NewsPair) -> tuple[Claim, Claim]:
    checked, page = pair.pages
    return _claim(checked, pair.claim_speaker), _claim(page, pair.evidence_speaker)


def _claim(page: Article, speaker: str | None) -> Claim:
    """Split the page; where that does not give one claim, take the whole sentence for one."""
    parts = claims.split(page, registry().name_of)
    if len(parts) == 1 and parts[0].kind.checkable:
        claim = parts[0]
    else:
        end = len(page.text)
        claim = Claim(page.id, page.id, 0, end, page.text, ClaimKind.STATEMENT, page.text)
    if speaker is None:
        return claim
    said = Attribution(speaker, SourceKind.NAMED, "said", (claim.start, claim.end), direct=True)
    return replace(claim, kind=ClaimKind.QUOTATION, attribution=said)


def marked(text: str, known: Mapping[str, Stance]) -> str:
    """Return the file's text with `known` in these pairs and in no others; the rest as it was."""
    return "".join(_marked(text.splitlines(keepends=True), known))


def _marked(lines: Sequence[str], known: Mapping[str, Stance]) -> Iterator[str]:
    current = ""
    for line in lines:
        key, _, value = line.partition(" = ")
        if key == "id":
            current = value.strip("\"'\n")
        if key != "known":
            yield line
        if key == "label" and current in known:
            yield f'known = "{known[current]}"\n'
