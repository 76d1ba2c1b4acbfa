"""What came of the claims -> counts and rates of each stretch of time."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xref.accounts import Change, Echo, Period, Rate, Record, Reliance, Told
from xref.errors import OptionError
from xref.records import SourceKind, Standing
from xref.reliability import record, share

PERIODS = ("month", "quarter", "year")
_JUDGED = (Standing.CORROBORATED, Standing.SINGLE_SOURCE, Standing.DISPUTED, Standing.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was found of some articles."""

    articles: frozenset[str]
    """Their ids."""
    told: Sequence[Told]
    echoes: Sequence[Echo] = ()
    changes: Sequence[Change] = ()
    reliances: Sequence[Reliance] = ()
    own: bool = False
    """Whether each article was also held against its outlet's other ones."""

    def of(self, articles: Collection[str]) -> "Gathered":
        """Return what was found of these articles alone."""
        return Gathered(
            self.articles.intersection(articles),
            [one for one in self.told if one.article.id in articles],
            [one for one in self.echoes if one.article.id in articles],
            [one for one in self.changes if one.article.id in articles],
            [one for one in self.reliances if one.article.id in articles],
            self.own,
        )


def period(day: str | None, by: str) -> str:
    """Return the name of the stretch of time that a day lies in."""
    if day is None:
        return "undated"
    if by == "year":
        return day[:4]
    return day[:7] if by == "month" else f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def periods(found: Gathered, days: Mapping[str, str | None], by: str) -> tuple[Period, ...]:
    """Return the counts of each stretch of time in which the outlet published, in order.

    `days` says when each article was published.
    """
    names = sorted({period(day, by) for day in days.values()})
    return tuple(
        counted(name, found.of({id_ for id_, day in days.items() if period(day, by) == name}))
        for name in names
    )


def counted(name: str, found: Gathered) -> Period:
    """Count one stretch of time; every rate says what it is out of."""
    return Period(
        name,
        len(found.articles),
        len(found.told),
        {standing: sum(one.now is standing for one in found.told) for standing in Standing},
        record_of(found.told),
        (
            *_standings(found.told),
            *_orders(found),
            *_sources(found.told),
            *_quotations(found.told),
            *(_own(found.told) if found.own else ()),
            *_edits(found.changes),
        ),
    )


def _standings(told: Sequence[Told]) -> Iterator[Rate]:
    covered = [one for one in told if one.now is not Standing.NOT_COVERED]
    yield _rate("covered", len(covered), told, "statements")
    for standing in (*_JUDGED, Standing.UNMATCHED):
        count = sum(one.now is standing for one in covered)
        yield _rate(standing.value, count, covered, "statements whose event the corpus covers")
    open_then = [one for one in covered if one.then is not Standing.CORROBORATED]
    later = sum(one.now is Standing.CORROBORATED for one in open_then)
    yield _rate(
        "later corroborated", later, open_then, "covered statements that were not at the time"
    )
    against = (Standing.CONTRADICTED, Standing.DISPUTED)
    unharmed = [one for one in covered if one.then not in against]
    fell = sum(one.now in against for one in unharmed)
    yield _rate(
        "later contradicted or disputed", fell, unharmed, "covered statements that were not"
    )


def _orders(found: Gathered) -> Iterator[Rate]:
    """Who had it first, and who had it from whom."""
    articles, echoes = found.articles, found.echoes
    dated = [one for one in found.told if one.first]
    of_what = "statements that others support, with dates"
    for order in ("first", "same day", "later"):
        count = sum(one.first == order for one in dated)
        yield _rate(f"reported {order}", count, dated, of_what)
    credit = {one.article.id for one in found.reliances}
    owed = credit | {echo.article.id for echo in echoes}
    alone = sum(one.first == "first" and one.article.id not in owed for one in dated)
    yield _rate("reported first, in an article that owes nobody", alone, dated, of_what)
    yield _rate("copied an earlier text", len(echoes), articles, "articles")
    bare = sum(not echo.credited for echo in echoes)
    yield _rate("copied without credit", bare, echoes, "articles that copied")
    yield _rate("credits another outlet", len(credit), articles, "articles")
    whole = {one.article.id for one in found.reliances if one.whole}
    yield _rate("credits another outlet for the whole text", len(whole), articles, "articles")


def _sources(told: Sequence[Told]) -> Iterator[Rate]:
    said = [one.claim.attribution for one in told if one.claim.attribution]
    nameless = sum(one.kind is SourceKind.ANONYMOUS for one in said)
    yield _rate("anonymous source", nameless, said, "attributed statements")
    yield _rate("attributed", len(said), told, "statements")
    credited = [one for one in told if one.credits]
    yield _rate("credits another outlet in the sentence", len(credited), told, "statements")
    denied = sum(one.against_credited for one in credited)
    yield _rate(
        "against the outlet it credits", denied, credited, "statements that credit another outlet"
    )


def _quotations(told: Sequence[Told]) -> Iterator[Rate]:
    reprinted = [one for one in told if one.reprinted]
    altered = sum(bool(one.altered) for one in reprinted)
    yield _rate(
        "quotation with other words elsewhere",
        altered,
        reprinted,
        "statements with a quotation that another house prints, too",
    )


def _own(told: Sequence[Told]) -> Iterator[Rate]:
    compared = [one.own for one in told if one.own and one.own.compared]
    against = sum(bool(one.against) for one in compared)
    yield _rate(
        "against its own other articles",
        against,
        compared,
        "statements beside which another article of the outlet has a near one",
    )


def _edits(changes: Sequence[Change]) -> Iterator[Rate]:
    silent = sum(not change.announced for change in changes)
    yield _rate("edited silently", silent, changes, "later versions with another text")


def _rate(name: str, count: int, out_of: Collection[object], of_what: str) -> Rate:
    return Rate(name, share(count, len(out_of)), of_what)


def checked_by(by: str) -> str:
    """Return the stretch of time that is asked for; raise OptionError if there is none such."""
    if by not in PERIODS:
        raise OptionError(f"There is no period {by!r}; choose one of: {', '.join(PERIODS)}.")
    return by


def record_of(told: Iterable[Told]) -> Record:
    """Return the record that these claims make."""
    return record((one.article.id, one.held) for one in told)
