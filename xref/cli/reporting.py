"""`xref report`: a report an article into a folder, with an index."""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.auditing import day
from xref.cli.checking import Reliability
from xref.cli.exits import FLAGGED
from xref.cli.holding import (
    FailOnOption,
    PolicyOption,
    failing,
    fails,
    rules_of,
    signed_beside,
)
from xref.cli.ingesting import read_all
from xref.cli.options import (
    CorpusOption,
    EncoderOption,
    JudgeOption,
    OutletOption,
    PrivateOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    corpus_path,
)
from xref.cli.streams import say, steps, write, write_bytes
from xref.errors import OptionError, SourceUnreadable
from xref.records import Article, NotJudged, Report, SignOff

if TYPE_CHECKING:
    from xref.articles import Given
    from xref.corpus.store import Corpus
    from xref.packs import Pages
    from xref.pipeline import Tools
    from xref.policies import Policy
    from xref.render.index import Listed

_SLUG = 60
"""Characters of a title in a file's name."""
_MOST_TOLD = 5
"""Unreadable sources that the error names where nothing at all could be read."""
_FORMS = {"html": "html", "json": "json", "md": "markdown"}


def report(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE...]",
            help="Files or folders, as `ingest` reads them, or addresses; without any, --outlet "
            "says whose articles of the corpus are meant.",
            show_default=False,
        ),
    ] = None,
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    since: Annotated[
        str | None, typer.Option(help="First day of the outlet's articles: 2016 or 2016-03-15.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Last day, in the same forms.")] = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    event: Annotated[
        bool,
        typer.Option("--event", help="Group articles of one event: who has which statement."),
    ] = False,
    pack: Annotated[
        bool, typer.Option("--pack", help="Also write an evidence pack (zip) beside each report.")
    ] = False,
    to: Annotated[
        Path, typer.Option("--to", metavar="FOLDER", help="Where the reports are written.")
    ] = Path("reports"),
    reliability: Annotated[
        Reliability, typer.Option(help="The outlets' Admiralty letter; F is `cannot be judged`.")
    ] = Reliability.F,
    policy: PolicyOption = None,
    fail_on: FailOnOption = None,
    encoder: EncoderOption = None,
    judge: JudgeOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Write a report an article into a folder (HTML, JSON, Markdown), and an index of them.

    What was judged is stored in the corpus: the same report again needs no judging.
    """
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    first, last = day(since, "--since", last=False), day(until, "--until", last=True)
    if not sources and not outlet:
        raise OptionError("Name articles, or an --outlet whose articles of the corpus are meant.")
    if sources and (since or until):
        raise OptionError("--since and --until are for articles of the corpus; name no ARTICLE.")
    rules = rules_of(policy)
    names = failing(fail_on, rules)
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    items = _read(sources, given, allow_private) if sources else []
    signed = signed_beside(sources or (), given) if rules else {}
    with Corpus.open(corpus_path(corpus)) as held:
        tools = pipeline.Tools.default(encoder or held.encoder_name, judge)
        found = items or [
            one.article for one in pipeline.histories(outlet or "", first, last, held, tools)
        ]
        folder = _Folder(to, tools, held.page if pack else None, event=event)
        with steps("reports") as done:
            made = _reported(found, held, tools, reliability.value, rules, signed)
            flagged = folder.fill(made, len(found), names, done)
    folder.close()
    if flagged:
        raise typer.Exit(FLAGGED)


def _read(sources: list[str], given: "Given", allow_private: bool) -> "list[Article | NotJudged]":
    """Read all that is to be reported, each article once."""
    items = map(_no_fact_check, read_all(sources, given, allow_private))
    once = {getattr(item, "id", id(item)): item for item in items}
    if not once:
        raise SourceUnreadable(
            f"There is no article in {', '.join(sources)}; name files with articles, or leave "
            "them out and name an --outlet of the corpus."
        )
    return list(once.values())


def _no_fact_check(item: "Article | NotJudged") -> "Article | NotJudged":
    if isinstance(item, NotJudged) or item.fact_check is None:
        return item
    where = item.url or item.outlet
    return NotJudged(where, "a fact-check and no article; `xref ingest` keeps it as one", item.url)


def _reported(
    items: "Iterable[Article | NotJudged]",
    held: "Corpus",
    tools: "Tools",
    reliability: str,
    rules: "Policy | None",
    signed: "Mapping[str, tuple[SignOff, ...]]",
) -> "Iterator[Report | NotJudged]":
    """Give a report an article, held against the house rules where there are any."""
    from xref import policies, reports

    for made in reports.each(items, held, tools, reliability=reliability):
        if rules is None or isinstance(made, NotJudged):
            yield made
        else:
            accepted = signed.get(made.article.id, ())
            yield policies.hold(made, rules, tools.outlets, accepted)


class _Folder:
    """Where the reports go, and what the index will say of them."""

    def __init__(self, to: Path, tools: "Tools", pages: "Pages | None", *, event: bool) -> None:
        self._to = to
        self._tools = tools
        self._pages = pages
        self._event = event
        self._listed: list[Listed] = []
        self._kept: list[Report] = []
        self._unread: list[NotJudged] = []

    def fill(
        self,
        made: "Iterable[Report | NotJudged]",
        of: int,
        names: list[str],
        done: "Callable[[int, int], None]",
    ) -> bool:
        """Write each report as it comes; say whether any of them has what is to fail."""
        flagged = False
        for at, one in enumerate(made, start=1):
            done(at, of)
            if isinstance(one, NotJudged):
                self._unread.append(one)
            else:
                self._write(one)
                flagged |= fails(one, names)
        return flagged

    def _write(self, report: Report) -> None:
        from xref.render import index, renderer

        name = named(report.article)
        for ending, form in _FORMS.items():
            write(self._to / f"{name}.{ending}", renderer(form).render(report))
        if self._pages:
            from xref.packs import pack

            packed = pack(report, self._tools.settings, self._pages)
            write_bytes(self._to / f"{name}.zip", packed)
        self._listed.append(index.listed(report, name))
        if self._event:
            self._kept.append(report)

    def close(self) -> None:
        """Write the index, tell what could not be read, and print where the index is."""
        from xref import events
        from xref.render import index

        if not self._listed:
            told = "; ".join(f"{one.what}: {one.reason}" for one in self._unread[:_MOST_TOLD])
            raise SourceUnreadable(f"No article could be read ({told}); name files with articles.")
        page = index.render(self._listed, self._unread, events.group(self._kept))
        write(self._to / "index.html", page)
        for one in self._unread:
            say(f"not read: {one.what}: {one.reason}")
        print(self._to / "index.html", file=sys.stdout)  # noqa: T201 - the result


def named(article: Article) -> str:
    """Return the name of an article's files: its date and title for people, its id for the rest."""
    from anyascii import anyascii

    words = re.sub(r"[^a-z0-9]+", "-", anyascii(article.title[: 4 * _SLUG]).lower()).strip("-")
    date = re.sub(r"[^0-9-]", "", (article.published or "")[:10]) or "undated"
    digest = hashlib.sha256(article.id.encode(errors="replace")).hexdigest()[:10]
    return "-".join(part for part in (date, words[:_SLUG].strip("-"), digest) if part)
