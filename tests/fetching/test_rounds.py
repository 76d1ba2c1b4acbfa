"""Rounds over a newsroom on this machine: nothing lost, nothing double, nobody pestered."""

import multiprocessing
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from filelock import FileLock

from benchmarks import newsroom
from benchmarks.newsroom import Newsroom
from tests.conftest import Xref
from tests.fetching import rounds
from xref import pipeline
from xref.corpus.outlets import Registry
from xref.corpus.store import Added, Corpus
from xref.errors import CorpusUnwritable
from xref.fetching.manners import Crew
from xref.records import Article, Outlet
from xref.rounds import go_round

KILLS = int(os.environ.get("XREF_TEST_KILLS", "30"))
# Processes that start with everything imported, so that thirty of them take seconds.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.fetching.rounds"])


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom.served(newsroom.make(4, 88, huge_bytes=6_000_000)) as made:
        yield made


def filled(path: Path, room: Newsroom) -> Corpus:
    corpus = Corpus.open(path, create=True)
    for outlet in room.outlets:
        corpus.ledger.add_source(outlet.source)
    return corpus


def addresses(corpus: Corpus) -> Counter[str]:
    return Counter(str(a.url).removesuffix("?moved") for a in corpus.articles())


def story(room: Newsroom, kind: str) -> str:
    return next(o.url(s) for o in room.outlets for s in o.stories if s.kind == kind)


def article(corpus: Corpus, url: str) -> Article:
    return next(a for a in corpus.articles() if str(a.url).startswith(url))


def test_everything_is_read_or_told(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus:
        tallies = rounds.go(corpus)
        assert addresses(corpus) == Counter(room.readable)
        assert {unread.url for unread in corpus.unreadable()} == room.unreadable
        reasons = {unread.url: unread.reason for unread in corpus.unreadable()}
        assert "status 403" in reasons[story(room, "403")]
        assert "robots.txt" in reasons[story(room, "robots")]
        assert "this very text" in reasons[story(room, "wall")]
        assert "larger than 5 MB" in reasons[story(room, "huge")]
        assert "redirects more than" in reasons[story(room, "loop")]
        told = [unread.url for tally in tallies.values() for unread in tally.unread]
        assert sorted(map(str, told)) == sorted(room.unreadable)
        assert "Министр посетил" in article(corpus, story(room, "cyrillic")).text
        assert "\ufffd" not in article(corpus, story(room, "mislabelled")).text
        assert article(corpus, story(room, "future")).published is None
        assert article(corpus, story(room, "undated")).published is None
        assert list(corpus.mismatches()) == []


def test_hosts_are_asked_one_at_a_time_with_a_pause(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus:
        rounds.go(corpus)
    assert not [seen for seen in room.seen if seen.path.startswith("/closed")]
    for outlet in room.outlets:
        mine = sorted(
            (seen for seen in room.seen if seen.outlet == outlet.name), key=lambda s: s.began
        )
        assert mine[0].path == "/robots.txt"
        for one, next_ in pairwise(mine):
            # The server's clock for a request starts a little after ours, and ends before it.
            assert next_.began - one.began >= rounds.QUICK.delay * 0.8


def test_a_round_stays_within_its_total(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus:
        crew = Crew(manners=replace(rounds.QUICK, total=20), allow_private=True)
        tallies = go_round(corpus, rounds.tools(), crew)
        asked = [s for s in room.seen if s.path != "/robots.txt" and not s.path.endswith("moved")]
        assert len(asked) <= 20
        assert sum(tally.counts["later"] for tally in tallies.values())
        rounds.go(corpus)
        assert addresses(corpus) == Counter(room.readable)


def test_the_registry_names_sources_too(room: Newsroom, tmp_path: Path) -> None:
    outlet = room.outlets[0]
    tools = replace(rounds.tools(), outlets=Registry([Outlet("Gazette", feeds=(outlet.source,))]))
    with Corpus.open(tmp_path / "c.db", create=True) as corpus:
        tallies = go_round(corpus, tools, Crew(manners=rounds.QUICK, allow_private=True))
        assert list(tallies) == [outlet.source]
        assert tallies[outlet.source].counts["new"]
        assert {a.outlet for a in corpus.articles()} == {"Gazette"}


def test_a_second_round_asks_for_what_is_new_only(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus:
        rounds.go(corpus)
        digest = corpus.digest()
        before = len(room.seen)
        rounds.go(corpus)
        again = [seen.path for seen in room.seen[before:]]
        assert [path for path in again if path.startswith(("/news", "/mirror"))] == []
        assert corpus.digest() == digest


def test_what_a_feed_carries_stands_for_a_page_that_is_refused(
    room: Newsroom, tmp_path: Path
) -> None:
    for outlet in room.outlets:
        outlet.carried = {s.number for s in outlet.stories}
    with filled(tmp_path / "c.db", room) as corpus:
        tallies = rounds.go(corpus)
        texts = {str(a.url): a for a in corpus.articles()}
        reasons = {str(unread.url): unread.reason for unread in corpus.unreadable()}
        assert room.unreadable == set(reasons)
        for outlet in room.outlets[:3]:  # an RSS, an Atom and a JSON feed; then a sitemap
            refused = [s for s in outlet.stories if outlet.url(s) in room.unreadable]
            assert refused
            for one in refused:
                url = outlet.url(one)
                assert texts[url].text == "\n\n".join(one.paragraphs)
                assert texts[url].title == one.title
                is_summary = outlet.listing == "atom"
                assert (texts[url].partial is not None) is is_summary
                assert f"its feed's {'summary' if is_summary else 'text'}" in reasons[url]
            assert tallies[outlet.source].counts["from feed"] >= len(refused)
        read = next(s for s in room.outlets[0].stories if s.kind == "plain")
        assert texts[room.outlets[0].url(read)].text.startswith(read.title)
        rounds.go(corpus)
        assert {str(a.url): a for a in corpus.articles()} == texts


def test_a_silent_edit_becomes_a_version(room: Newsroom, tmp_path: Path) -> None:
    outlet = room.outlets[0]
    with filled(tmp_path / "c.db", room) as corpus:
        rounds.go(corpus)
        plain = next(s for s in outlet.stories if s.kind == "plain")
        before = article(corpus, outlet.url(plain))
        outlet.edited.add(plain.number)
        tallies = rounds.go(corpus, days=1)
        assert tallies[outlet.source].counts["changed"] == 1
        assert tallies[outlet.source].counts["unchanged"] > 5
        after = article(corpus, outlet.url(plain))
        assert after.id == before.id
        assert after.text != before.text
        assert [a.text for a in corpus.versions(before.id)] == [before.text, after.text]


def test_a_part_never_takes_the_place_of_the_whole(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus:
        rounds.go(corpus)
        whole = article(corpus, story(room, "plain"))
        part = replace(whole, text=whole.text[:90], partial="it breaks off")
        (done,) = pipeline.ingest([part], corpus, rounds.tools())
        assert done == (part, Added.SAME)
        assert corpus.article(whole.id) == whole


def run(path: Path, room: Newsroom) -> multiprocessing.process.BaseProcess:
    sources = [outlet.source for outlet in room.outlets]
    process = PROCESSES.Process(target=rounds.alone, args=(path, sources))
    process.start()
    return process


def test_killed_at_random_points(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "undisturbed.db", room) as undisturbed:
        rounds.go(undisturbed)
        room.seen.clear()
        killed, draw, kills = tmp_path / "killed.db", random.Random(3), 0
        for _ in range(KILLS):
            process, before = run(killed, room), len(room.seen)
            wanted, pause = draw.randint(0, 200 // KILLS), draw.uniform(0, 0.1)
            while len(room.seen) <= before + wanted and process.is_alive():
                time.sleep(0.002)
            time.sleep(pause)
            kills += process.is_alive()
            process.kill()
            process.join()
        last = run(killed, room)
        last.join(240)
        assert last.exitcode == 0
        assert kills > KILLS / 2
        with Corpus.open(killed) as corpus:
            assert corpus.digest() == undisturbed.digest()
            assert corpus.unreadable() == undisturbed.unreadable()
            assert all(len(list(corpus.versions(a.id))) == 1 for a in corpus.articles())
            assert list(corpus.mismatches()) == []
    # Of what was under way when it was killed, nothing was known yet: one page a host at most.
    asked = Counter((s.outlet, s.path) for s in room.requests("/news") if s.status == 200)
    assert asked.total() - len(asked) <= kills * len(room.outlets)


def test_walls_that_come_one_by_one_are_withdrawn(room: Newsroom, tmp_path: Path) -> None:
    walls = [o.url(s) for o in room.outlets for s in o.stories if s.kind == "wall"][:3]
    listed = tmp_path / "list.txt"
    with Corpus.open(tmp_path / "c.db", create=True) as corpus:
        for wall, held in zip(walls, (1, 2, 0), strict=True):
            listed.write_text(wall)
            corpus.ledger.add_source(wall)
            rounds.go(corpus)
            assert len(list(corpus.articles())) == held
        assert {unread.url for unread in corpus.unreadable()} == set(walls)


def test_the_command_tells_what_it_did(room: Newsroom, tmp_path: Path, xref: Xref) -> None:
    xref("fetch", "--corpus", tmp_path / "c.db").refused("has no sources yet", "xref fetch SOURCE")
    xref("fetch", tmp_path / "nothing", "--corpus", tmp_path / "c.db").refused("no readable file")
    answer = xref("fetch", "http://127.0.0.1:9/feed", "--corpus", tmp_path / "c.db")
    assert answer.code == 2
    assert "private network" in answer.err
    assert "1 source could not be read" in answer.err
    listed = xref("outlets", "--corpus", tmp_path / "c.db").out
    assert "source not read: http://127.0.0.1:9/feed: " in listed


def test_lists_that_are_none_are_refused(tmp_path: Path, xref: Xref) -> None:
    lists = {
        "broken.opml": ("<opml><body><outline", "is damaged XML"),
        "empty.opml": ("<opml><body/></opml>", "lists no sources"),
        "bomb.opml": ("<!DOCTYPE x [<!ENTITY a 'a'>]><opml/>", "declares entities"),
        "feed.json": ('{"version": 1}', "no JSON Feed"),
    }
    for name, (text, words) in lists.items():
        (tmp_path / name).write_text(text)
        xref("fetch", tmp_path / name, "--corpus", tmp_path / "c.db").refused(name, words)
    assert not (tmp_path / "c.db").exists()
    answer = xref("ingest", tmp_path / "empty.opml", "--corpus", tmp_path / "c.db")
    assert answer.code == 2
    assert "`xref fetch ADDRESS` reads what a feed lists" in answer.err


def test_one_round_at_a_time(room: Newsroom, tmp_path: Path) -> None:
    with filled(tmp_path / "c.db", room) as corpus, FileLock(f"{corpus.path}-fetching.lock"):
        process = PROCESSES.Process(target=_refused, args=(corpus.path,))
        process.start()
        process.join(60)
        assert process.exitcode == 0
    assert not room.seen


def _refused(path: Path) -> None:
    with (
        Corpus.open(path) as corpus,
        pytest.raises(CorpusUnwritable, match="Another `xref fetch` is at work"),
    ):
        rounds.go(corpus)


def test_verify_finds_what_was_altered(room: Newsroom, tmp_path: Path, xref: Xref) -> None:
    path = tmp_path / "c.db"
    with filled(path, room) as corpus:
        rounds.go(corpus)
    assert xref("verify", path).code == 0
    with Corpus.open(path) as corpus:
        corpus._db.conn.execute("UPDATE versions SET text = 'x' || text WHERE id = 1")
        corpus._db.conn.execute("UPDATE bodies SET packed = x'00' WHERE rowid = 1")
    answer = xref("verify", path)
    assert answer.code == 1
    assert "its text does not match its SHA-256" in answer.err
    assert "the bytes as fetched do not match" in answer.err
    months = xref("outlets", "--months", "--corpus", path)
    assert "2024-03" in months.out
    assert "not read" in months.out
