"""The order of the stages: article -> claims -> candidates -> relations -> origins -> verdicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice

from xref import candidates, claims, origins, relations, verdicts
from xref.corpus.outlets import Registry, registry
from xref.corpus.store import Added, Corpus
from xref.encoders import Encoder, encoder
from xref.judges import Judge, judge
from xref.records import (
    Article,
    Claim,
    MadeWith,
    NotJudged,
    Relation,
    Report,
    Stance,
    Verdict,
)
from xref.settings import Settings, for_judge

_BATCH = 32
"""Articles whose claims are encoded together: enough for sorted batches, little to lose."""
_MOST_UNREADABLE = 50
"""Unreadable sources that a report lists one by one."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run works with; the defaults are the shipped ones."""

    encoder: Encoder
    judge: Judge
    outlets: Registry
    settings: Settings

    @classmethod
    def default(
        cls,
        encoder_name: str | None = None,
        judge_name: str | None = None,
        settings: Settings | None = None,
    ) -> "Tools":
        """Return the shipped registry with the encoder and the judge of these names."""
        named = encoder(encoder_name) if encoder_name else encoder()
        return cls(named, judge(judge_name), registry(), settings or for_judge(judge_name))


def check(
    article: Article, corpus: Corpus, tools: Tools | None = None, *, reliability: str = "F"
) -> Report:
    """Cross-reference one article against a corpus.

    `reliability` is the Admiralty letter of the outlet. Raises CorpusError, ModelError or
    RegistryError.
    """
    tools = tools or Tools.default()
    corpus.require_encoder(tools.encoder.name)
    stated = claims.split(article, tools.outlets.name_of)
    checkable = [claim for claim in stated if claim.kind.checkable]
    found = candidates.find(
        article, checkable, corpus, tools.encoder, tools.outlets, tools.settings
    )
    related = relations.relate(
        article, found.candidates, tools.judge, tools.encoder, tools.settings
    )
    traced = origins.trace(article, related, tools.outlets, tools.settings)
    decided = {
        claim.id: verdicts.decide(
            claim,
            origin,
            _evidence(relation, tools.settings),
            covered=covered,
            reliability=reliability,
            settings=tools.settings,
        )
        for claim, origin, relation, covered in zip(
            checkable, traced, related, found.covered, strict=True
        )
    }
    return _report(article, stated, decided, found, corpus, tools)


def ingest(
    items: Iterable[Article | NotJudged], corpus: Corpus, tools: Tools | None = None
) -> Iterator[tuple[Article | NotJudged, Added | None]]:
    """Store articles as they come; yield each with what became of it (None: not readable).

    Claims are encoded for several articles at once; each article is one transaction.
    """
    tools = tools or Tools.default()
    corpus.require_encoder(tools.encoder.name)
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH)):
        yield from _ingest_batch(batch, corpus, tools)
    corpus.index()


def _ingest_batch(
    batch: Sequence[Article | NotJudged], corpus: Corpus, tools: Tools
) -> Iterator[tuple[Article | NotJudged, Added | None]]:
    stated = {
        place: [
            claim for claim in claims.split(item, tools.outlets.name_of) if claim.kind.checkable
        ]
        for place, item in enumerate(batch)
        if isinstance(item, Article) and not corpus.holds(item)
    }
    vectors = tools.encoder.encode([c.reading for found in stated.values() for c in found])
    done = 0
    for place, item in enumerate(batch):
        if isinstance(item, NotJudged):
            corpus.add_unreadable(item)
            yield item, None
        elif place not in stated:
            yield item, Added.SAME
        else:
            found = stated[place]
            rows = vectors[done : done + len(found)]
            done += len(found)
            yield item, corpus.add(item, found, rows, tools.encoder)


def _evidence(relations_: Sequence[Relation], settings: Settings) -> tuple[Relation, ...]:
    """Return what a report keeps: all that supports or refutes, then the nearest neutral ones."""

    def best_first(relation: Relation) -> tuple[float, str, int]:
        found = relation.candidate
        return -relation.confidence, found.article.id, found.passage.start

    telling = [r for r in relations_ if r.stance is not Stance.NEUTRAL]
    nearest = [r for r in relations_ if r.stance is Stance.NEUTRAL][: settings.nearest_shown]
    return (*sorted(telling, key=best_first), *nearest)


def _report(
    article: Article,
    stated: Sequence[Claim],
    decided: dict[str, Verdict],
    found: candidates.Found,
    corpus: Corpus,
    tools: Tools,
) -> Report:
    return Report(
        article=article,
        verdicts=tuple(
            decided.get(claim.id)
            or verdicts.decide(
                claim, (), (), covered=False, reliability="F", settings=tools.settings
            )
            for claim in stated
        ),
        not_judged=_not_judged(corpus, found),
        made_with=MadeWith(
            xref=version("xref"),
            encoder=tools.encoder.name,
            judge=tools.judge.name,
            settings_sha256=tools.settings.sha256,
            corpus_sha256=corpus.digest(),
        ),
        window=found.window,
        compared=(found.articles, found.outlets),
        notes=_notes(article, found),
        ties=_ties(article, decided.values(), tools.outlets),
    )


def _not_judged(corpus: Corpus, found: candidates.Found) -> tuple[NotJudged, ...]:
    listed = []
    if found.undated:
        articles = "1 article" if found.undated == 1 else f"{found.undated} articles"
        listed.append(
            NotJudged(
                f"{articles} without a date",
                "whether they lie in the window cannot be told, so they are no evidence",
            )
        )
    unread = corpus.unreadable()
    listed += unread[:_MOST_UNREADABLE]
    if len(unread) > _MOST_UNREADABLE:
        rest = len(unread) - _MOST_UNREADABLE
        listed.append(NotJudged(f"{rest} more sources", "could not be read"))
    return tuple(listed)


def _notes(article: Article, found: candidates.Found) -> tuple[str, ...]:
    notes = []
    if found.window is None:
        notes.append(
            "The article has no date, so evidence of all time was looked at; "
            "give one with --published to tell occasions apart."
        )
    if not found.articles:
        notes.append("The corpus holds no article of another house in this window.")
    return tuple(notes)


def _ties(
    article: Article, decided: Iterable[Verdict], outlets: Registry
) -> dict[str, tuple[str, ...]]:
    shown = [article]
    shown += [m.article for v in decided for o in v.origins for m in o.members]
    ties = {a.outlet: outlets.of(a.outlet, a.domain).ties for a in shown}
    return {outlet: tie for outlet, tie in sorted(ties.items()) if tie}
