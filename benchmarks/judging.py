"""Labelled pairs -> what each method says of them.

A judge is asked through the stage itself (`relations.relate`), so that bars, typed refutations and
the settings' thresholds are in the answer: its three probabilities say what it holds most likely,
the relation's stance what a report would count. Each text stands alone, as an article of its own,
with the attribution that a reader would find in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.answers import Asked
from xref.attributions import attribute
from xref.attributions.sources import kind_of
from xref.encoders import Encoder, Tokens
from xref.judges import Judge, Pair
from xref.records import Article, Attribution, Candidate, Claim, ClaimKind, Judgement, Relation
from xref.relations import relate
from xref.settings import CLAIMS, for_judge

if TYPE_CHECKING:
    from xref.encoders import Floats

CHUNK = 200
"""Pairs judged at a time: the word vectors of a chunk of long texts take 150 MB."""


class Recorder:
    """A judge that keeps the pairs it is shown, and takes all for neutral."""

    name = "recorder"

    def __init__(self) -> None:
        self.pairs: list[Pair] = []

    def weighs_words(self, pair: Pair) -> bool:
        """Whatever is measured is recorded."""
        return True

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return neutral judgements."""
        self.pairs += pairs
        return [Judgement(0.0, 0.0) for _ in pairs]


class Remembered:
    """An encoder that keeps what it has encoded, for the judges that read the same texts next."""

    def __init__(self, model: Encoder) -> None:
        self.name = model.name
        self._model = model
        self._vectors: dict[str, Floats] = {}
        self._tokens: dict[str, Tokens] = {}

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return one unit vector a text; a text is encoded once."""
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._model.encode(new), strict=True))
        return np.array([self._vectors[text] for text in texts], dtype=np.float32)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the vectors of each text's word pieces; a text is encoded once."""
        new = [text for text in dict.fromkeys(texts) if text not in self._tokens]
        if new:
            self._tokens.update(zip(new, self._model.tokens(new), strict=True))
        return [self._tokens[text] for text in texts]


@dataclass(frozen=True, slots=True)
class Judged:
    """The likeness of each pair, and each judge's relation."""

    likeness: tuple[float, ...]
    relations: Mapping[str, tuple[Relation, ...]]


def judged(asked: Sequence[Asked], judges: Mapping[str, Judge], model: Encoder) -> Judged:
    """Judge the pairs, in bounded chunks; two names of one judge cost one."""
    one = {judge.name: judge for judge in judges.values()}
    likeness: list[float] = []
    found: dict[str, list[Relation]] = {name: [] for name in one}
    for start in range(0, len(asked), CHUNK):
        chunk = asked[start : start + CHUNK]
        shared = Remembered(model)
        near = likenesses(chunk, shared)
        likeness += near
        for name, judge in one.items():
            found[name] += _related(chunk, near, judge, shared)
    return Judged(
        tuple(likeness), {name: tuple(found[judge.name]) for name, judge in judges.items()}
    )


def likenesses(asked: Sequence[Asked], model: Encoder) -> list[float]:
    """Return the cosine of each pair."""
    claims = model.encode([_clipped(pair.claim) for pair in asked])
    passages = model.encode([_clipped(pair.evidence) for pair in asked])
    return [float(x) for x in (claims * passages).sum(axis=1)]


def _related(
    chunk: Sequence[Asked], near: Sequence[float], judge: Judge, model: Encoder
) -> list[Relation]:
    """Judge a chunk; the claims of one date stand together in one article."""
    found: dict[int, Relation] = {}
    for published in dict.fromkeys(pair.claim_published for pair in chunk):
        mine = [at for at, pair in enumerate(chunk) if pair.claim_published == published]
        article, claims = _article([chunk[at] for at in mine])
        candidates = [
            [_candidate(claim, chunk[at], near[at])] for claim, at in zip(claims, mine, strict=True)
        ]
        related = relate(article, candidates, judge, model, for_judge(judge.name, listed=True))
        found |= {at: relation for at, (relation,) in zip(mine, related, strict=True)}
    return [found[at] for at in range(len(chunk))]


def _article(pairs: Sequence[Asked]) -> tuple[Article, list[Claim]]:
    texts = [_clipped(pair.claim) for pair in pairs]
    published = pairs[0].claim_published
    article = Article("claims", None, "claims", None, "", published, "\n\n".join(texts))
    claims, start = [], 0
    for place, (pair, text) in enumerate(zip(pairs, texts, strict=True)):
        claim = _claim(f"claim-{place}", text, pair.claim_speaker)
        claims.append(_moved(replace(claim, article_id=article.id), start))
        start += len(text) + 2
    return article, claims


def _candidate(claim: Claim, pair: Asked, likeness: float) -> Candidate:
    text = _clipped(pair.evidence)
    article = Article(
        claim.id.replace("claim", "evidence"),
        None,
        "evidence",
        None,
        pair.evidence_headline,
        pair.evidence_published,
        text,
    )
    passage = replace(_claim(article.id, text, pair.evidence_speaker), article_id=article.id)
    return Candidate(claim, passage, article, likeness, 0.0)


def _claim(name: str, text: str, speaker: str | None) -> Claim:
    """Return a whole text as a claim, with what a reader sees of who says it."""
    attribution = attribute(text, 0, len(text))
    if speaker and attribution:
        attribution = replace(attribution, source=speaker, kind=kind_of(speaker))
    elif speaker:
        attribution = Attribution(speaker, kind_of(speaker), "said", (0, len(text)))
    return Claim(name, name, 0, len(text), text, ClaimKind.STATEMENT, text, attribution)


def _moved(claim: Claim, by: int) -> Claim:
    """Return a claim with its offsets in a text that holds its own from `by` on."""
    said = claim.attribution
    if said is not None:
        said = replace(said, content=(said.content[0] + by, said.content[1] + by))
    return replace(claim, start=claim.start + by, end=claim.end + by, attribution=said)


def _clipped(text: str) -> str:
    """Return a text no longer than a claim may be."""
    return text[: CLAIMS.longest_claim]
