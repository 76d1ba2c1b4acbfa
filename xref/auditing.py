"""The order of an audit: histories -> judged articles -> decided then and now -> counts."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from xref import audits, candidates, pipeline
from xref.accounts import Audit, Compared, Prior, Rate, Told
from xref.audits import Checked, Gathered, OwnReports
from xref.corpus.history import History
from xref.corpus.store import Corpus
from xref.errors import OptionError
from xref.pipeline import Tools
from xref.quantities import date_range
from xref.records import Article, Judged, MadeWith, Outlet, Standing
from xref.reliability import share
from xref.settings import AUDIT, Settings

Done = Callable[[int, int], None]
"""Told after each article how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an audit is asked for."""

    outlet: str
    since: str | None = None
    until: str | None = None
    by: str = "quarter"
    compare: tuple[str, ...] = ()
    sample: int | None = None
    """At most so many articles of an outlet, evenly over its time."""
    priors: tuple[Prior, ...] = ()
    own: bool = False
    """Whether each article is also held against its outlet's other ones."""
    anew: bool = False
    """Judge again what was judged before articles came in elsewhere, out of its reach."""


def audit(asked: Asked, corpus: Corpus, tools: Tools, done: Done | None = None) -> Audit:
    """Cross-reference all articles of an outlet as of their time and as of now, and count.

    What was judged before is taken from the corpus as long as nothing within its reach has changed,
    and each article that is judged is stored at once: an audit that was broken off goes on where it
    stopped, and one after an ingest judges what that touched. Raises OptionError where the
    corpus holds nothing of the outlet in that time, and what `pipeline.judge` raises.
    """
    by = audits.checked_by(asked.by)
    outlet, histories = _histories(asked.outlet, asked, corpus, tools)
    _refuse_itself(asked.compare, outlet, tools)
    chosen = _sample(histories, asked.sample)
    nearby: dict[str, Article] = {}
    checked = list(_checked(chosen, asked, corpus, tools, nearby, done, own=asked.own))
    told = audits.told(checked, tools.outlets)
    found = Gathered(
        frozenset(history.article.id for history in chosen),
        told,
        audits.echoes(checked, nearby, tools.outlets, tools.settings),
        audits.changes(histories),
        audits.reliances(checked, told, nearby, tools.outlets),
        asked.own,
    )
    counts = corpus.outlets()
    return Audit(
        outlet=outlet.name,
        domains=tuple(sorted({h.article.domain for h in histories if h.article.domain})),
        since=asked.since,
        until=asked.until,
        by=by,
        held=len(histories),
        whole=audits.counted("all", found),
        periods=audits.periods(found, {h.article.id: h.day for h in chosen}, by),
        trend=audits.trend(checked, told),
        told=told,
        echoes=tuple(found.echoes),
        changes=tuple(found.changes),
        compared=tuple(_compared(asked, nearby, corpus, tools)),
        priors=_priors(asked.priors, outlet, histories),
        grace_days=AUDIT.grace_days,
        corpus_articles=sum(one.articles for one in counts),
        corpus_outlets=len({one.outlet for one in counts}),
        made_with=_made_with(corpus, tools),
        notes=tuple(_notes(histories, checked, told)),
        reliances=tuple(found.reliances),
        rested=audits.rested(found.reliances, found.echoes),
        contradictions=audits.contradictions(told) if asked.own else None,
    )


def _histories(
    name: str, asked: Asked, corpus: Corpus, tools: Tools
) -> tuple[Outlet, list[History]]:
    found = pipeline.histories(name, asked.since, asked.until, corpus, tools)
    labels = Counter(history.article.outlet for history in found)
    known = tools.outlets.named(name)
    return known or Outlet(min(labels, key=lambda label: (-labels[label], label))), found


def _refuse_itself(compare: Sequence[str], outlet: Outlet, tools: Tools) -> None:
    """An outlet beside itself would look like a comparison."""
    for name in compare:
        known = tools.outlets.named(name)
        if name.casefold() in (outlet.name.casefold(), *outlet.domains) or known == outlet:
            raise OptionError(
                f"--compare {name} is the audited outlet itself; name another, or leave it out."
            )


def _sample(histories: Sequence[History], most: int | None) -> Sequence[History]:
    if most is None or len(histories) <= most:
        return histories
    return [histories[place * len(histories) // most] for place in range(most)]


def _checked(
    histories: Sequence[History],
    asked: Asked,
    corpus: Corpus,
    tools: Tools,
    nearby: dict[str, Article],
    done: Done | None = None,
    *,
    own: bool = False,
) -> Iterator[Checked]:
    for place, history in enumerate(histories, start=1):
        judged = pipeline.consult(history.article, corpus, tools, within_reach=not asked.anew)
        found = _on_event(judged, tools.settings.event_likeness)
        nearby.update(found)
        then = as_of(judged, _last_day(history), tools.settings)
        yield Checked(
            history,
            pipeline.decide(then, corpus, tools),
            pipeline.decide(judged, corpus, tools),
            frozenset(found),
            audits.reprinted(judged),
            _own(history.article, corpus, tools) if own else None,
            judged.made.corpus_sha256 != corpus.digest(),
        )
        if done:
            done(place, len(histories))


def _own(article: Article, corpus: Corpus, tools: Tools) -> OwnReports:
    judged = pipeline.judge(article, corpus, tools, own=True)
    return audits.own_reports(judged, tools.settings)


def as_of(judged: Judged, last_day: str, settings: Settings) -> Judged:
    """Return what was judged, less all that was published after a day.

    The passages were found among all that the corpus holds now: where later ones crowded out an
    earlier passage, it is missing.
    """
    weighed = tuple(
        tuple(one for one in found if _published_by(one.candidate.article, last_day))
        for found in judged.weighed
    )
    covered = candidates.covered([[one.candidate for one in found] for found in weighed], settings)
    return replace(judged, weighed=weighed, covered=covered)


def _published_by(article: Article, last_day: str) -> bool:
    days = date_range(article.published)
    return days is not None and days[0].isoformat() <= last_day


def _last_day(history: History) -> str:
    if history.day is None:
        return "9999-12-31"
    return (date.fromisoformat(history.day) + timedelta(AUDIT.grace_days)).isoformat()


def _on_event(judged: Judged, likeness: float) -> dict[str, Article]:
    near: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for found in judged.weighed:
        close = [one.candidate for one in found if one.candidate.likeness >= likeness]
        near.update({candidate.article.id for candidate in close})
        articles |= {candidate.article.id: candidate.article for candidate in close}
    return {id_: articles[id_] for id_, count in near.items() if count >= AUDIT.same_event}


def _compared(
    asked: Asked, nearby: dict[str, Article], corpus: Corpus, tools: Tools
) -> Iterator[Compared]:
    for name in asked.compare:
        outlet, histories = _histories(name, asked, corpus, tools)
        shared = [history for history in histories if history.article.id in nearby]
        checked = list(_checked(_sample(shared, asked.sample), asked, corpus, tools, {}))
        told = audits.told(checked, tools.outlets)
        covered = [one for one in told if one.now is not Standing.NOT_COVERED]
        count = sum(one.now is Standing.CORROBORATED for one in covered)
        now = Rate("corroborated", share(count, len(covered)), "covered statements")
        yield Compared(outlet.name, len(checked), audits.record_of(told), now)


def _priors(
    priors: Sequence[Prior], outlet: Outlet, histories: Sequence[History]
) -> tuple[Prior, ...]:
    domains = {*outlet.domains, *(h.article.domain for h in histories if h.article.domain)}
    return tuple(prior for prior in priors if prior.domain in domains)


def _made_with(corpus: Corpus, tools: Tools) -> MadeWith:
    made = pipeline.made(corpus, tools)
    return MadeWith(made.xref, made.encoder, made.judge, tools.settings.sha256, made.corpus_sha256)


def _notes(
    histories: Sequence[History], checked: Sequence[Checked], told: Sequence[Told]
) -> Iterator[str]:
    chosen = [one.history for one in checked]
    if len(chosen) < len(histories):
        yield (
            f"A sample of {len(chosen)} of {len(histories)} articles, evenly over the time, was "
            "audited; copies and versions are of these and of all."
        )
    if any(history.day is None for history in chosen):
        yield "Articles without a date are compared with all time, and only as of now."
    if kept := sum(one.kept for one in checked):
        told_of = "1 article keeps its" if kept == 1 else f"{kept} articles keep their"
        yield (
            f"{told_of} earlier judgement: what the corpus got since lies outside the two weeks "
            "around. Some of the farthest passages would be others; --anew judges all again."
        )
    if not any(one.held is not None for one in told):
        yield "No statement could be judged: the corpus holds nobody who speaks of the same."
