"""The order of the stages: article -> claims -> candidates -> relations -> origins -> verdicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import islice

from xref import candidates, claims, origins, relations, verdicts
from xref.corpus.history import History
from xref.corpus.outlets import Registry, registry
from xref.corpus.store import Added, Corpus
from xref.encoders import Encoder, encoder
from xref.errors import OptionError
from xref.judges import Judge
from xref.judges import judge as judge_named
from xref.records import (
    Article,
    Claim,
    Judged,
    Made,
    MadeWith,
    NotJudged,
    Relation,
    Report,
    Stance,
    Verdict,
)
from xref.settings import AUDIT, CLAIMS, Settings, for_judge

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
        return cls(named, judge_named(judge_name), registry(), settings or for_judge(judge_name))


def check(
    article: Article, corpus: Corpus, tools: Tools | None = None, *, reliability: str = "F"
) -> Report:
    """Cross-reference one article against a corpus.

    `reliability` is the Admiralty letter of the outlet. Raises CorpusError, ModelError or
    RegistryError.
    """
    tools = tools or Tools.default()
    return decide(judge(article, corpus, tools), corpus, tools, reliability=reliability)


def judge(article: Article, corpus: Corpus, tools: Tools, *, own: bool = False) -> Judged:
    """Read one article and compare it with a corpus; decide nothing, and store nothing.

    With `own` it is compared with its own outlet's other articles, which are no evidence else.
    Raises CorpusError, ModelError or RegistryError.
    """
    corpus.require_encoder(tools.encoder.name)
    stated = _read(article, corpus, tools)
    checkable = [claim for claim in stated if claim.kind.checkable]
    found = candidates.find(
        article, checkable, corpus, tools.encoder, tools.outlets, tools.settings, own=own
    )
    weighed = relations.weigh(article, found.candidates, tools.judge, tools.encoder, tools.settings)
    return Judged(
        article,
        stated,
        tuple(weighed),
        found.covered,
        found.window,
        (found.articles, found.outlets),
        found.undated,
        made(corpus, tools),
        found.reach_sha256,
    )


def _read(article: Article, corpus: Corpus, tools: Tools) -> tuple[Claim, ...]:
    """Return all spans of an article; what its outlet prints again and again is no claim."""
    ours = tools.outlets.matching(article.outlet)
    repeated = partial(corpus.repeated, ours=ours, besides=article.id, limits=CLAIMS)
    return claims.split(article, tools.outlets.name_of, repeated=repeated)


def consult(
    article: Article, corpus: Corpus, tools: Tools, *, within_reach: bool = False
) -> Judged:
    """Return what the corpus remembers of an article; judge and remember it where that is stale.

    `within_reach` is for `stale`.
    """
    known = corpus.recall(article.id, tools.encoder.name, tools.judge.name)
    if known and not stale(known, article, corpus, tools, within_reach=within_reach):
        return known
    judged = judge(article, corpus, tools)
    corpus.remember(judged)
    return judged


_STALE = {
    "xref": "it was judged by another version of xref",
    "encoder": "it was judged with another encoder",
    "judge": "it was judged by another judge",
    "corpus_sha256": "the corpus has changed since",
    "outlets_sha256": "the registry of outlets has changed since",
    "judging_sha256": "it was compared under other settings",
}
_ELSEWHERE = frozenset({"corpus_sha256", "outlets_sha256"})
"""What may change without touching what a judgement rests on."""


def stale(
    judged: Judged, article: Article, corpus: Corpus, tools: Tools, *, within_reach: bool = False
) -> tuple[str, ...]:
    """Say why a remembered judgement must not stand for a new one; empty where it may.

    With `within_reach`, what came or went elsewhere leaves it as it is: outside the article's
    window, or in its own house where that changes nothing in what the article is read to state.
    That is not quite what a new judgement would be. The search by words weighs them by the whole
    corpus, so a few of the farthest passages would be others (64 articles more beside 850: 0.8 % of
    the pairs, 3 of 527 statements with another origin, one with another standing).
    """
    now = made(corpus, tools)
    changed = [key for key in _STALE if getattr(judged.made, key) != getattr(now, key)]
    if judged.article != article:
        return ("the article has changed since", *(_STALE[key] for key in changed))
    elsewhere = within_reach and bool(changed) and _ELSEWHERE.issuperset(changed)
    if elsewhere and _untouched(judged, corpus, tools):
        return ()
    return tuple(_STALE[key] for key in changed)


def _untouched(judged: Judged, corpus: Corpus, tools: Tools) -> bool:
    """Whether the texts within reach, and what the article is read to state, are the same."""
    reach = candidates.reach(judged.article, corpus, tools.outlets, tools.settings)
    return (
        judged.reach_sha256 == candidates.reach_sha256(reach)
        and _read(judged.article, corpus, tools) == judged.stated
    )


def decide(judged: Judged, corpus: Corpus, tools: Tools, *, reliability: str = "F") -> Report:
    """Decide what was judged under the settings of `tools`; no model is needed."""
    article, settings = judged.article, tools.settings
    settled = relations.settle(judged.weighed, settings)
    related = [[r for r in found if not _reviews(r)] for found in settled]
    traced = origins.trace(article, related, tools.outlets, settings)
    decided = {
        claim.id: verdicts.decide(
            claim,
            origin,
            _evidence(relation, settings),
            covered=covered,
            reliability=reliability,
            settings=settings,
            quotations=relations.requoted([one.candidate for one in relation], article),
            fact_checks=_fact_checks(everything),
        )
        for claim, origin, relation, everything, covered in zip(
            judged.checkable, traced, related, settled, judged.covered, strict=True
        )
    }
    return _report(judged, decided, corpus, tools)


def made(corpus: Corpus, tools: Tools) -> Made:
    """Return what a judgement made now would rest on."""
    return Made(
        version("xref"),
        tools.encoder.name,
        tools.judge.name,
        corpus.digest(),
        tools.outlets.sha256,
        tools.settings.judging_sha256,
    )


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
        place: _stated(item, tools)
        for place, item in enumerate(batch)
        if isinstance(item, Article) and _is_new(item, corpus)
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


def _is_new(article: Article, corpus: Corpus) -> bool:
    """Whether the corpus has it otherwise; a part of a text never takes the whole one's place."""
    if corpus.holds(article):
        return False
    held = corpus.article(article.id) if article.partial else None
    return held is None or held.partial is not None


def _stated(article: Article, tools: Tools) -> list[Claim]:
    """Return what an article states; a review of a claim only names one."""
    if article.fact_check:
        return [claims.whole(article)]
    stated = claims.split(article, tools.outlets.name_of)
    return [claim for claim in stated if claim.kind.checkable]


def _evidence(relations_: Sequence[Relation], settings: Settings) -> tuple[Relation, ...]:
    """Return what a report keeps: all that supports or refutes, then the nearest neutral ones."""

    def best_first(relation: Relation) -> tuple[float, str, int]:
        found = relation.candidate
        return -relation.confidence, found.article.id, found.passage.start

    telling = [r for r in relations_ if r.stance is not Stance.NEUTRAL]
    nearest = [r for r in relations_ if r.stance is Stance.NEUTRAL][: settings.nearest_shown]
    return (*sorted(telling, key=best_first), *nearest)


def _reviews(relation: Relation) -> bool:
    return relation.candidate.article.fact_check is not None


def _fact_checks(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the reviews of a claim that says the same, surest first."""
    same = [r for r in found if _reviews(r) and r.stance is Stance.SUPPORTS]
    return tuple(sorted(same, key=lambda r: (-r.confidence, r.candidate.article.id)))


def _report(judged: Judged, decided: dict[str, Verdict], corpus: Corpus, tools: Tools) -> Report:
    made = judged.made
    return Report(
        article=judged.article,
        verdicts=tuple(
            decided.get(claim.id)
            or verdicts.decide(
                claim, (), (), covered=False, reliability="F", settings=tools.settings
            )
            for claim in judged.stated
        ),
        not_judged=_not_judged(corpus, judged),
        made_with=MadeWith(
            xref=made.xref,
            encoder=made.encoder,
            judge=made.judge,
            settings_sha256=tools.settings.sha256,
            corpus_sha256=made.corpus_sha256,
        ),
        window=judged.window,
        compared=judged.compared,
        notes=_notes(judged),
        ties=_ties(judged.article, decided.values(), tools.outlets),
    )


def _not_judged(corpus: Corpus, judged: Judged) -> tuple[NotJudged, ...]:
    listed = []
    if judged.undated:
        articles = "1 article" if judged.undated == 1 else f"{judged.undated} articles"
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


def _notes(judged: Judged) -> tuple[str, ...]:
    article, notes = judged.article, []
    if article.partial:
        notes.append(
            f"This is not the whole article: {article.partial}. What is missing was not checked."
        )
    if article.doubt:
        notes.append(f"The article's date is doubtful: {article.doubt}.")
    if judged.window is None:
        notes.append(
            "The article has no date, so evidence of all time was looked at; "
            "give one with --published to tell occasions apart."
        )
    if not judged.compared[0]:
        notes.append("The corpus holds no article of another house in this window.")
    return tuple(notes)


def _ties(
    article: Article, decided: Iterable[Verdict], outlets: Registry
) -> dict[str, tuple[str, ...]]:
    shown = [article]
    shown += [m.article for v in decided for o in v.origins for m in o.members]
    ties = {a.outlet: outlets.of(a.outlet, a.domain).ties for a in shown}
    return {outlet: tie for outlet, tie in sorted(ties.items()) if tie}


def histories(
    name: str, since: str | None, until: str | None, corpus: Corpus, tools: Tools
) -> list[History]:
    """Return an outlet's articles of the corpus between two days, by date, with all versions.

    Raises OptionError where there are none.
    """
    if since and until and since > until:
        raise OptionError(f"The time ends before it begins: {since} lies after {until}.")
    found = corpus.histories(tools.outlets.matching(name), since, until)
    if not found:
        when = " in that time" if since or until else ""
        raise OptionError(
            f"The corpus holds no article of {name!r}{when}{_meant(name, corpus, tools)}; `xref"
            " outlets` lists what it holds."
        )
    return found


def _meant(name: str, corpus: Corpus, tools: Tools) -> str:
    """The question whether an unknown name is a slip of one that is held, or known."""
    if tools.outlets.named(name):
        return ""
    held = dict.fromkeys(word for one in corpus.outlets() for word in (one.outlet, one.domain))
    near = tools.outlets.nearest(name, filter(None, held), AUDIT.name_likeness)
    return f" (did you mean {near!r}?)" if near and near.casefold() != name.casefold() else ""
