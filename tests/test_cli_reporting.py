"""`xref report`, `xref diff` and `xref verify`, as their user meets them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Xref = Callable[..., Any]
ARTICLE = Path(__file__).parents[1] / "corpora" / "demo" / "article.md"


@pytest.fixture
def corpus(undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(undisturbed, tmp_path / "corpus.db"))


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_report_its_index_and_its_pack_twice_the_same(xref: Xref, corpus: Path) -> None:
    for folder in ("one", "two"):
        answer = xref("report", ARTICLE, "-c", corpus, "--pack", "--event", "--to", folder)
        assert (answer.code, answer.out) == (0, f"{Path(folder) / 'index.html'}\n")
    one = read(Path("one"))
    assert one == read(Path("two"))
    assert sorted(Path(name).suffix for name in one) == [".html", ".html", ".json", ".md", ".zip"]
    (pack,) = Path("one").glob("*.zip")
    assert xref("verify", pack).code == 0
    changed = Path("changed.zip")
    changed.write_bytes(pack.read_bytes().replace(b"single-source", b"corroborated!"))
    answer = xref("verify", changed)
    assert answer.code == 1
    assert "report.json has been changed" in answer.out


def test_what_was_judged_is_not_judged_again(
    xref: Xref, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert xref("report", ARTICLE, "-c", corpus, "--to", "one").code == 0

    def refuse(*_: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr("xref.pipeline.judge", refuse)
    assert xref("report", ARTICLE, "-c", corpus, "--to", "two").code == 0


def test_an_unreadable_source_is_told_and_the_others_are_reported(
    xref: Xref, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.md").write_text("")
    answer = xref("report", ARTICLE, "empty.md", "-c", corpus)
    assert answer.code == 0
    assert "not read: empty.md" in answer.err
    assert "empty.md" in Path("reports/index.html").read_text()


def test_a_policy_its_sign_offs_and_what_fails(xref: Xref, corpus: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    shutil.copy(ARTICLE, drafts / "a.md")
    (drafts / "b.md").write_text(ARTICLE.read_text().replace("url:", "other:"))
    xref("report", drafts, "-c", corpus, "--policy", "ap", "--to", "one")
    findings = [f for path in Path("one").glob("*.json") for f in json.loads(path.read_text())["findings"]]  # fmt: skip  # noqa: E501
    assert findings
    code = findings[0]["code"]
    assert code in Path("one/index.html").read_text()
    for article in ("a.md", "b.md"):
        signed = f"# xref: accept {code} by Night desk on 2026-11-26: heard it\n"
        (drafts / f"{article}.xref").write_text(signed)
    arguments = ("report", drafts, "-c", corpus, "--policy", "ap", "--fail-on")
    answer = xref(*arguments, code)
    assert answer.code == 0, "all of them are signed off"
    assert "not read" not in answer.err, "sign-offs are no articles"
    for path in drafts.glob("*.xref"):
        path.unlink()
    assert xref(*arguments, code).code == 1
    assert Path("reports/index.html").exists(), "what fails is written all the same"


def test_a_folder_without_articles_is_told(xref: Xref, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    xref("report", "empty", "-c", corpus).refused("empty", "the folder holds no file that is read")
    (tmp_path / "none.csv").write_text("url,outlet,title,published,text\n")
    xref("report", "none.csv", "-c", corpus).refused("There is no article in none.csv")


def test_a_fact_check_is_no_article_to_report_on(xref: Xref, corpus: Path, tmp_path: Path) -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "It rained.", "author": {"name": "C."}}
    told = json.dumps(review | {"reviewRating": {"name": "No"}})
    (tmp_path / "a.jsonld").write_text(told)
    xref("report", "a.jsonld", "-c", corpus).refused("a fact-check and no article")
    xref("check", "a.jsonld", "-c", corpus).refused("is a fact-check", "xref ingest")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Name articles, or an --outlet"),
        ([ARTICLE, "--since", "2016"], "--since and --until are for articles of the corpus"),
        (["--outlet", "Nobody's Gazette"], "holds no article of"),
        (["--outlet", "Reuters", "--since", "soon"], "--since takes a day"),
        (["none.md"], "none.md"),
        ([ARTICLE, "--fail-on", "SRC001"], "where --policy ap, reuters, bbc or FILE.toml"),
        ([ARTICLE, "--policy", "cnn"], "There is no policy 'cnn'"),
    ],
)
def test_wrong_use(xref: Xref, corpus: Path, arguments: list[object], told: str) -> None:
    xref("report", *arguments, "-c", corpus).refused(told)


def test_diff_tells_what_changed(xref: Xref, corpus: Path, tmp_path: Path) -> None:
    xref("report", ARTICLE, "-c", corpus)
    (old,) = Path("reports").glob("*.json")
    assert "Made alike." in xref("diff", old, old).out
    report = json.loads(old.read_text())
    claim = next(c for c in report["claims"] if c["standing"] != "not-a-claim")
    claim["standing"] = "contradicted"
    (tmp_path / "new.json").write_text(json.dumps(report))
    answer = xref("diff", old, "new.json")
    assert answer.code == 0
    assert "-> contradicted:" in answer.out
    xref("diff", old, ARTICLE).refused("is not JSON")
