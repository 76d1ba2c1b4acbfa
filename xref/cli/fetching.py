"""`xref fetch`: what feeds, sitemaps and sites list, into the corpus."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.exits import COULD_NOT
from xref.cli.options import CorpusOption, EncoderOption, OutletOption, PrivateOption, corpus_path
from xref.cli.streams import counting, say, told
from xref.errors import OptionError, SourceMissing, SourceUnreadable
from xref.settings import MANNERS

if TYPE_CHECKING:
    from xref.corpus.store import Corpus
    from xref.fetching.listings import Entry
    from xref.rounds import Tallies


def fetch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Feeds, sitemaps, sites or articles by address, or files that list them (OPML, "
            "or an address a line); polled from now on.",
            show_default=False,
        ),
    ] = None,
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    drop: Annotated[
        list[str] | None,
        typer.Option("--drop", metavar="SOURCE", help="Poll this source no more."),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once/--watch", help="One round, or round after round.")
    ] = True,
    every: Annotated[
        float, typer.Option(min=0.1, metavar="MINUTES", help="Between two rounds of --watch.")
    ] = MANNERS.watch_minutes,
    recheck: Annotated[
        float,
        typer.Option(
            min=0, metavar="DAYS", help="Ask again for articles first read so many days ago."
        ),
    ] = 0,
    delay: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Between two requests to one host.")
    ] = MANNERS.delay,
    per_host: Annotated[
        int, typer.Option(min=1, metavar="N", help="Most requests to one host in a round.")
    ] = MANNERS.per_host,
    total: Annotated[
        int, typer.Option(min=1, metavar="N", help="Most requests to all hosts in a round.")
    ] = MANNERS.total,
    contact: Annotated[
        str,
        typer.Option(
            envvar="XREF_CONTACT",
            help="How a site's owner reaches you; sent with each request.",
            show_default=False,
        ),
    ] = "",
    encoder: EncoderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Fetch the articles that the corpus's sources list; what was fetched is not asked again."""
    from dataclasses import replace
    from datetime import timedelta
    from functools import partial

    from xref import pipeline, rounds
    from xref.corpus.store import Corpus
    from xref.fetching.manners import Crew

    if not contact.isprintable() or not contact.isascii():
        raise OptionError("--contact takes an address in plain ASCII, such as desk@example.org.")
    # Before a corpus is made: a source that is not there stops us with nothing done.
    named = [entry for source in sources or () for entry in _named(source)]
    with Corpus.open(corpus_path(corpus), create=True) as held:
        for entry in named:
            held.ledger.add_source(entry.url, outlet or entry.title)
        for source in drop or ():
            if not held.ledger.drop_source(source):
                raise OptionError(f"{source} is not polled; `xref fetch` tells what is.")
        tools = pipeline.Tools.default(encoder or held.encoder_name)
        if not held.ledger.sources() and not any(o.feeds for o in tools.outlets.outlets):
            raise SourceMissing(
                f"{held.path} has no sources yet; name a feed, a sitemap or an OPML file: "
                "`xref fetch SOURCE`."
            )
        manners = replace(MANNERS, delay=delay, per_host=per_host, total=total)
        crew = partial(Crew, manners=manners, allow_private=allow_private, contact=contact)
        days = timedelta(days=recheck) if recheck else None
        while True:
            with counting(("fetched", "settled")) as step:
                tallies = rounds.go_round(held, tools, crew(), recheck=days, step=step)
            _report(tallies, held)
            if once:
                break
            time.sleep(60 * every)
    if not any(t.counts or t.kind != "-" for t in tallies.values()):
        raise typer.Exit(COULD_NOT)


def _named(source: str) -> "tuple[Entry, ...]":
    """Give the address, or those that a file lists."""
    from xref.articles import metadata
    from xref.fetching.listings import Entry, Kind, read

    if metadata.is_web(source):
        if metadata.web_address(source, 2048) is None:
            raise OptionError(f"{source[:200]} is not an address; write it as https://host/path.")
        return (Entry(source),)
    try:
        data = Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceMissing(
            f"There is no address and no readable file at {source[:200]}; give a feed, a sitemap, "
            "a site, or a file that lists them."
        ) from error
    try:
        listing = read(data)
    except SourceUnreadable as error:
        raise SourceUnreadable(f"{source[:200]} cannot be used: {error}.") from error
    if listing.kind not in (Kind.OPML, Kind.ADDRESSES) or not listing.entries:
        what = "is damaged XML" if listing.problem else "lists no sources"
        raise SourceUnreadable(
            f"{source[:200]} {what}; give OPML, or a text with an address a line "
            "(articles in files are for `xref ingest`)."
        )
    if listing.problem:
        say(f"{source[:200]}: {listing.problem}.")
    # A bare list says nothing of whose a feed is; the titles of OPML are names of outlets.
    return listing.entries


def _report(tallies: "Tallies", corpus: "Corpus") -> None:
    """Tell of each source what it brought, and name each thing that could not be read."""
    from xref.render.wording import plural

    total = sum(t.counts["new"] + t.counts["from feed"] for t in tallies.values())
    unread = sum(len(t.unread) for t in tallies.values())
    failed = sum(tally.reason is not None for tally in tallies.values())
    sources = f" {plural(failed, 'source')} could not be read." if failed else ""
    say(f"{plural(total, 'new article')} in {corpus.path}; {unread} not read.{sources}")
    for tally in sorted(tallies.values(), key=lambda t: t.source):
        counts = [f"{n} {what}" for what, n in sorted(tally.counts.items()) if n]
        counts += [f"{len(tally.unread)} not read"] if tally.unread else []
        state = tally.reason or ", ".join(counts) or "nothing new"
        told(f"  {tally.source} ({tally.kind}): {state}")
        for item in sorted(tally.unread, key=lambda u: (u.what, u.reason)):
            told(f"    not read: {item.what}: {item.reason}")
