"""`xref audit` from end to end on real pages: four formats, resumed, refused, hostile."""

import base64
import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from conftest import Xref

from xref import auditing, pipeline
from xref.accounts import Audit, Said
from xref.corpus.store import Corpus
from xref.records import Judgement, Stance, Standing
from xref.render.audits import FORMATS, charts, listing, renderer


class NoJudge:
    name = "news-5"

    def weighs_words(self, pair: object) -> bool:
        return True

    def judge(self, pairs: object) -> list[Judgement]:
        raise AssertionError("judged again")


@pytest.fixture(scope="module")
def corpus_file(undisturbed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("audit") / "audit.db"
    with closing(sqlite3.connect(undisturbed)) as one, closing(sqlite3.connect(path)) as other:
        one.backup(other)
    return path


@pytest.fixture(scope="module")
def found(corpus_file: Path) -> Audit:
    with Corpus.open(corpus_file) as corpus:
        return auditing.audit(
            auditing.Asked("NEWS.am", by="year"), corpus, pipeline.Tools.default()
        )


def test_counts_add_up(found: Audit) -> None:
    assert found.whole.articles == found.held > 0
    assert found.whole.claims == len(found.told) == sum(found.whole.standings.values()) > 0
    assert sum(period.claims for period in found.periods) == found.whole.claims
    judged = [one for one in found.told if one.held is not None]
    assert found.whole.record.stood.of == len(judged)


def test_the_own_articles_are_compared_only_where_that_is_asked_for(found: Audit) -> None:
    assert found.contradictions is None
    assert not any(one.own for one in found.told)
    assert "against its own other articles" not in {rate.name for rate in found.whole.rates}
    assert json.loads(renderer("json")(found))["contradictions"] is None


def test_resumed_without_judging_again_and_the_same_bytes(corpus_file: Path, found: Audit) -> None:
    tools = replace(pipeline.Tools.default(), judge=NoJudge())
    seen = []
    with Corpus.open(corpus_file) as corpus:
        again = auditing.audit(
            auditing.Asked("NEWS.am", by="year"), corpus, tools, lambda *told: seen.append(told)
        )
    assert seen[-1] == (found.held, found.held)
    for name in FORMATS:
        assert renderer(name)(again) == renderer(name)(found)


def test_after_an_ingest_only_what_it_touches_is_judged(
    corpus_file: Path, found: Audit, tmp_path: Path
) -> None:
    path = Path(copyfile(corpus_file, tmp_path / "later.db"))
    tools = pipeline.Tools.default()
    unasked = replace(tools, judge=NoJudge())
    page = found.told[0].article
    later = replace(page, id="later", outlet="Gazette", domain=None, published="2030-01-01")
    with Corpus.open(path) as corpus:
        list(pipeline.ingest([later], corpus, tools))
        again = auditing.audit(auditing.Asked("NEWS.am", by="year"), corpus, unasked)
        with pytest.raises(AssertionError, match="judged again"):
            auditing.audit(auditing.Asked("NEWS.am", by="year", anew=True), corpus, unasked)
    assert (again.told, again.periods) == (found.told, found.periods)
    assert again.made_with.corpus_sha256 != found.made_with.corpus_sha256
    assert found.notes == ()
    assert [note for note in again.notes if "earlier judgement" in note]


def test_as_of_its_time_nothing_later_is_seen(corpus_file: Path) -> None:
    tools = pipeline.Tools.default()
    with Corpus.open(corpus_file) as corpus:
        (page, *_) = (h.article for h in corpus.histories(lambda *_: True, "2018-11-22", None))
        judged = pipeline.consult(page, corpus, tools)
        found = {one.candidate.article.published for told in judged.weighed for one in told}
        first, *later = sorted(day for day in found if day and len(day) == len("2018-11-22"))
        then = auditing.as_of(judged, first, tools.settings)
    assert later
    days = {one.candidate.article.published for told in then.weighed for one in told}
    assert first in days
    assert all(day <= first for day in days)
    assert len(then.covered) == len(judged.covered)


def test_the_command(xref: Xref, corpus_file: Path, tmp_path: Path, found: Audit) -> None:
    told = xref("audit", "NEWS.am", "--by", "year", "--corpus", corpus_file, "--format", "json")
    assert told.code == 0
    data = json.loads(told.out)
    assert (data["format"], data["version"]) == ("xref-audit", 1)
    assert data["whole"]["claims"] == found.whole.claims
    page = tmp_path / "audit.html"
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("domain,rating,source,date\nnews.am,0.1,A list,2020\n", "utf-8")
    asked = ("audit", "NEWS.am", "--since", "2019", "--until", "2019")
    told = xref(*asked, "--corpus", corpus_file, "-o", page, "--priors", ratings)
    assert told.code == 0
    html = page.read_text("utf-8")
    assert "A list" in html
    # The share that stands is drawn over time only: one period has no line.
    assert html.count("data:image/svg+xml;base64,") == 1
    twice = renderer("html")(replace(found, periods=found.periods * 2))
    assert twice.count("data:image/svg+xml;base64,") == 2
    assert 'alt="Statements by where they stand: corroborated' in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["No Such Paper"], "no article of 'No Such Paper'; `xref outlets`"),
        (["Sputnk"], "no article of 'Sputnk' (did you mean 'Sputnik"),
        (["Sputnik", "--compare", "Xinhau"], "did you mean 'Xinhua'"),
        (["Sputnik", "--compare", "sputniknews.com"], "is the audited outlet itself"),
        (["Sputnik", "--since", "2030"], "in that time"),
        (["Sputnik", "--since", "2020", "--until", "2018"], "ends before it begins"),
        (["Sputnik", "--since", "soon"], "--since takes a day"),
        (["Sputnik", "--by", "week"], "--by"),
        (["Sputnik", "--sample", "0"], "--sample"),
        (["Sputnik", "--priors", "/nowhere.csv"], "cannot be read"),
    ],
)
def test_refused(xref: Xref, corpus_file: Path, arguments: list[str], words: str) -> None:
    xref("audit", *arguments, "--corpus", corpus_file).refused(words)


def test_hostile_names_stay_text(found: Audit) -> None:
    evil = "<img src=x onerror=alert(1)>\u202e=cmd|'/c calc'"
    one = found.told[0]
    page = replace(one.article, title=evil, outlet=evil, url="javascript:alert(1)")
    said = Said(Stance.REFUTES, page, evil)
    bad = replace(
        one, article=page, refuting=(evil,), passages=(said,),
        claim=replace(one.claim, text=f"={evil}"), now=Standing.CONTRADICTED,
    )  # fmt: skip
    hostile = replace(found, outlet=evil, told=(bad,), notes=(evil,), domains=(evil, evil))
    for name in ("html", "markdown"):
        text = renderer(name)(hostile)
        assert "<img src=x" not in text
        assert "\u202e" not in text
    assert 'href="javascript' not in renderer("html")(hostile)
    assert json.loads(renderer("json")(hostile))["outlet"] == evil
    (_, row) = csv.reader(io.StringIO(renderer("csv")(hostile)))
    assert row[5].startswith("'=")


def test_gaps_in_time_are_drawn_as_wide_as_they_are(found: Audit) -> None:
    first = found.periods[0]
    for names, slots in (
        (("2018-11", "2019-02"), ["2018-11", "2018-12", "2019-01", "2019-02"]),
        (("2018-Q3", "2019-Q1", "undated"), ["2018-Q3", "2018-Q4", "2019-Q1", "undated"]),
        (("2016", "2018"), ["2016", "2017", "2018"]),
        (("0201", "2018"), ["0201", "2018"]),
    ):
        periods = tuple(replace(first, name=name) for name in names)
        drawn = svg(charts.standings(replace(found, periods=periods)))
        assert re.findall(r">([\dQ-]{4,7}|undated)</text>", drawn) == slots


def svg(address: str) -> str:
    return base64.b64decode(address.partition("base64,")[2]).decode()


def test_statements_are_listed_with_their_passages_and_what_is_left_out(found: Audit) -> None:
    for name in ("html", "markdown"):
        text = renderer(name)(replace(found, domains=("a.example", "b.example")))
        assert "Counts as one outlet: a.example, b.example." in text.replace("\\", "")
        for standing, count in found.whole.standings.items():
            told = {one.now for one in found.told}
            assert (standing in told) == (f"{count})" in text and count > 0) or not count
    told = [one for one in found.told if one.passages]
    assert told
    assert all(one.supporting or one.refuting for one in told)
    many = replace(found, told=tuple(found.told[:1]) * 30)
    (listed,) = listing.listed(many, dict.fromkeys(Standing, 25))
    assert (len(listed.shown), listed.count, listed.left_out) == (25, 30, 5)
    assert "25 newest of 30; the other 5 stand" in renderer("html")(many)
    assert "Counts as one" not in renderer("html")(replace(found, domains=("a.example",)))
