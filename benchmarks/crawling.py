"""Rounds over a made-up web: what comes of an undisturbed one, and of many that are killed."""

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import newsroom
from benchmarks.newsroom import Newsroom
from benchmarks.tables import Row
from xref import rounds
from xref.corpus.outlets import Registry
from xref.corpus.store import Corpus
from xref.encoders import Tokens
from xref.fetching.manners import Crew
from xref.judges import judge
from xref.pipeline import Tools
from xref.settings import DEFAULT, MANNERS, Manners

OUTLETS, KILLED_PAGES = 30, 600
_MOST_ASKED = 40
"""Requests after which a round is killed at the latest, give or take."""
_BASELINE = 1_000
"""Pages that the baselines take."""
HASTY = replace(MANNERS, delay=0.02, backoff=0.05)
"""Loopback servers need no rest; the pause is kept as strictly as any other."""


class Still:
    """An encoder for which all texts are one, and that takes no time."""

    name = "still"

    def encode(self, texts: Sequence[str]) -> Any:
        """Return the same vector for each text."""
        vectors = np.zeros((len(texts), 4), dtype=np.float32)
        vectors[:, 0] = 1
        return vectors

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Return no word pieces."""
        return [Tokens((), self.encode(())) for _ in texts]


def crawled(folder: Path, pages: int) -> Iterator[Row]:
    """Yield what a corpus has of a made-up web after two rounds, and how fast it came."""
    tools = Tools(Still(), judge("parts"), Registry([]), DEFAULT)
    name = f"web of {OUTLETS} outlets"
    with newsroom.served(newsroom.make(OUTLETS, pages)) as room:
        with Corpus.open(folder / "web.db", create=True) as corpus:
            for outlet in room.outlets:
                corpus.ledger.add_source(outlet.source)
            began = time.monotonic()
            rounds.go_round(corpus, tools, Crew(manners=HASTY, allow_private=True))
            seconds = time.monotonic() - began
            yield from _kept(name, room, corpus, pages)
            yield from _manners(name, room, HASTY)
            asked = len(room.seen)
            rounds.go_round(corpus, tools, Crew(manners=HASTY, allow_private=True))
            again = [s for s in room.seen[asked:] if s.path.startswith(("/news", "/mirror"))]
            yield Row(name, "xref", "asked twice", len(again), pages)
        yield Row(name, "xref", "pages/s", pages / seconds, pages)
        urls = sorted(room.readable)[:_BASELINE]
        yield Row(name, "httpx, sequential", "pages/s", len(urls) / _sequential(urls), len(urls))
        bodies = [newsroom.html(o, s).encode() for o in room.outlets for s in o.stories]
        yield Row(name, "disk", "pages/s", _BASELINE / _written(folder, bodies), _BASELINE)


def _kept(name: str, room: Newsroom, corpus: Corpus, pages: int) -> Iterator[Row]:
    held = Counter(str(a.url).removesuffix("?moved") for a in corpus.articles())
    told = {unread.url for unread in corpus.unreadable()}
    expected = room.readable
    yield Row(name, "xref", "lost", len(expected - set(held)), len(expected))
    yield Row(name, "xref", "duplicates", held.total() - len(held), pages)
    yield Row(name, "xref", "wrongly kept", len(set(held) - expected), pages)
    yield Row(name, "xref", "not told", len(room.unreadable - told), len(room.unreadable))


def _manners(name: str, room: Newsroom, manners: Manners) -> Iterator[Row]:
    """Count what a host could complain of: two at once, too soon, or what it closed."""
    overlapping = soon = closed = 0
    for outlet in room.outlets:
        mine = sorted((s for s in room.seen if s.outlet == outlet.name), key=lambda s: s.began)
        # The server starts and stops its clock a little after us.
        soon += sum(b.began - a.began < 0.8 * manners.delay for a, b in pairwise(mine))
        overlapping += sum(b.began < a.ended - 0.01 and a.status == 200 for a, b in pairwise(mine))
        closed += sum(s.path.startswith("/closed") for s in mine)
    for metric, count in (("too soon", soon), ("at once", overlapping), ("closed", closed)):
        yield Row(name, "xref", metric, count, len(room.seen))


def _sequential(urls: Sequence[str]) -> float:
    import httpx

    began = time.monotonic()
    with httpx.Client(follow_redirects=True, trust_env=False) as client:
        for url in urls:
            client.get(url).read()
    return time.monotonic() - began


def _written(folder: Path, bodies: Sequence[bytes]) -> float:
    began = time.monotonic()
    for number, body in enumerate(islice(bodies, _BASELINE)):
        (folder / f"{number}.html").write_bytes(body)
    return time.monotonic() - began


# -- kills -----------------------------------------------------------------------------------


def killed(folder: Path, kills: int) -> Iterator[Row]:
    """Yield what a corpus has whose rounds were killed at random points, beside an undisturbed one.

    A page that was asked for twice though the server had sent it whole was under way, or was not
    stored yet.
    """
    name = f"{kills} kills"
    with newsroom.served(newsroom.make(OUTLETS, KILLED_PAGES, huge_bytes=6_000_000)) as room:
        sources = [outlet.source for outlet in room.outlets]
        alone(folder / "undisturbed.db", sources)
        room.seen.clear()
        draw, done = random.Random(8), 0  # noqa: S311 - points in time, no secrets
        for _ in range(kills):
            done += _interrupted(folder / "killed.db", sources, room, draw)
        alone(folder / "killed.db", sources)
        with (
            Corpus.open(folder / "undisturbed.db") as one,
            Corpus.open(folder / "killed.db") as other,
        ):
            same = one.digest() == other.digest() and one.unreadable() == other.unreadable()
            wrong = sum(1 for _ in other.mismatches())
    whole = Counter((s.outlet, s.path) for s in room.requests("/news") if s.status == 200)
    yield Row(name, "xref", "killed", done, kills)
    yield Row(name, "xref", "same corpus", int(same), kills)
    yield Row(name, "xref", "mismatches", wrong, kills)
    yield Row(name, "xref", "asked twice", whole.total() - len(whole), len(whole))


def alone(path: Path, sources: Sequence[str]) -> None:
    """Make one round, as a process of its own may."""
    tools = Tools(Still(), judge("parts"), Registry([]), DEFAULT)
    with Corpus.open(path, create=True) as corpus:
        for source in sources:
            corpus.ledger.add_source(source)
        rounds.go_round(corpus, tools, Crew(manners=HASTY, allow_private=True))


def _interrupted(path: Path, sources: Sequence[str], room: Newsroom, draw: random.Random) -> bool:
    """Start a round in a process of its own and kill it; say whether it was still at work."""
    # Forked from a process that has imported everything: thirty starts take seconds.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["benchmarks.crawling"])
    process = processes.Process(target=alone, args=(path, sources))
    before, wanted = len(room.seen), draw.randint(0, _MOST_ASKED)
    process.start()
    while len(room.seen) <= before + wanted and process.is_alive():
        time.sleep(0.002)
    time.sleep(draw.uniform(0, 0.3))
    at_work = process.is_alive()
    process.kill()
    process.join()
    return at_work
