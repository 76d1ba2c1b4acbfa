"""`xref report`: a report an article into a folder, with an index."""

import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.auditing import day
from xref.cli.checking import Reliability
from xref.cli.exits import COULD_NOT
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
from xref.errors import OptionError
from xref.records import Article, NotJudged, Report

if TYPE_CHECKING:
    from xref.corpus.store import Corpus
    from xref.pipeline import Tools
    from xref.render.index import Listed

_SLUG = 60
"""Characters of a title in a file's name."""
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
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    items = list(read_all(sources, given, allow_private)) if sources else []
    with Corpus.open(corpus_path(corpus)) as held:
        tools = pipeline.Tools.default(encoder or held.encoder_name, judge)
        found = items or [
            one.article for one in pipeline.histories(outlet or "", first, last, held, tools)
        ]
        _write(found, held, tools, reliability.value, to, pack=pack, event=event)


def _write(
    items: Iterable[Article | NotJudged],
    held: "Corpus",
    tools: "Tools",
    reliability: str,
    to: Path,
    *,
    pack: bool,
    event: bool,
) -> None:
    from xref import events, reports
    from xref.render import index, renderer

    wanted = list({getattr(item, "id", id(item)): item for item in items}.values())
    listed: list[Listed] = []
    kept: list[Report] = []
    unread: list[NotJudged] = []
    with steps("reports") as done:
        for at, made in enumerate(reports.each(wanted, held, tools, reliability=reliability), 1):
            done(at, len(wanted))
            if isinstance(made, NotJudged):
                unread.append(made)
                continue
            name = named(made.article)
            for ending, form in _FORMS.items():
                write(to / f"{name}.{ending}", renderer(form).render(made))
            if pack:
                from xref.packs import pack as packed

                write_bytes(to / f"{name}.zip", packed(made, tools.settings))
            listed.append(index.listed(made, name))
            if event:
                kept.append(made)
    if listed:
        write(to / "index.html", index.render(listed, unread, events.group(kept)))
    for one in unread:
        say(f"not read: {one.what}: {one.reason}")
    if not listed:
        raise typer.Exit(COULD_NOT)
    print(to / "index.html", file=sys.stdout)  # noqa: T201 - the result


def named(article: Article) -> str:
    """Return the name of an article's files: its date and title for people, its id for the rest."""
    from anyascii import anyascii

    words = re.sub(r"[^a-z0-9]+", "-", anyascii(article.title[: 4 * _SLUG]).lower()).strip("-")
    date = re.sub(r"[^0-9-]", "", (article.published or "")[:10]) or "undated"
    digest = hashlib.sha256(article.id.encode(errors="replace")).hexdigest()[:10]
    return "-".join(part for part in (date, words[:_SLUG].strip("-"), digest) if part)
