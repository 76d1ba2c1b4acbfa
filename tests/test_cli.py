"""The command line, as its user meets it."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from judges import tiny

Xref = Callable[..., Any]
ARTICLE = Path(__file__).parents[1] / "corpora" / "demo" / "article.md"
HEAVY = "numpy torch onnxruntime sentence_transformers sqlite_utils trafilatura httpx jinja2 rich"
WORDS = (
    "The mayor said on Tuesday that the old bridge would stay closed for three months. "
    "Engineers had found cracks in two of its pillars."
)


@pytest.fixture
def corpus(undisturbed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(undisturbed, tmp_path / "corpus.db"))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in a folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


# -- help and options ---------------------------------------------------------------------------


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, xref.cli; print(sorted(set(sys.modules) & set({HEAVY.split()!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("given", [None, "3"])
def test_numpy_uses_one_core_unless_told_otherwise(given: str | None) -> None:
    code = (
        "import os, sys; from xref.cli import main; sys.argv = ['xref', '--version']\n"
        "try: main()\n"
        "except SystemExit: print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    )
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    environment |= {"OPENBLAS_NUM_THREADS": given} if given else {}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.splitlines()[-1] == f"{given or 1} False"


def test_help(xref: Xref) -> None:
    for arguments in (
        ["--help"],
        ["ingest", "-h"],
        ["check", "-h"],
        ["audit", "-h"],
        ["outlets", "-h"],
    ):
        answer = xref(*arguments)
        assert answer.code == 0
        assert "Usage: xref" in answer.out


def test_version(xref: Xref) -> None:
    answer = xref("--version")
    assert (answer.code, answer.out, answer.err) == (0, f"xref {version('xref')}\n", "")


def test_people_read_of_statements_not_of_claims(xref: Xref, undisturbed: Path) -> None:
    told = [xref(verb, "--help").out for verb in ("ingest", "check", "audit", "outlets")]
    told += [xref("--help").out, xref("outlets", "--corpus", undisturbed).out.partition("\n")[0]]
    for text in told:
        plain = text.lower().replace("not-a-claim", "").replace("claimreview", "")
        assert "claim" not in plain


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "a.md", "--bogus"], "No such option: --bogus"),
        (["ingest"], "Missing argument"),
        (["bogus"], "No such command 'bogus'"),
        (["check", "a.md", "--format", "xml"], "'terminal', 'json', 'markdown', 'html'"),
        (["check", "a.md", "--explain", "x"], "'-e': this is no whole number. See"),
        (["check", "a.md", "--reliability", "x"], "'--reliability': 'x' is not one of 'A'"),
        (["check", "a.md", "b.md"], "Too many arguments: b.md."),
    ],
)
def test_wrong_use(xref: Xref, arguments: list[str], told: str) -> None:
    answer = xref(*arguments)
    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--published", "the other day"], ["--published", "2018-11"]),
        (["--url", "nonsense"], ["--url"]),
        (["--fail-on", "false"], ["--fail-on", "corroborated, single-source"]),
        (["--fail-on", "SRC001"], ["--policy ap, reuters, bbc or FILE.toml"]),
        (["--policy", "cnn"], ["choose ap, reuters, bbc"]),
        (["--policy", "ap", "--fail-on", "SRC009"], ["AP has no rule 'SRC009'", "SRC001"]),
        (["--explain", "1", "--format", "json"], ["--explain is for the terminal"]),
        (["--explain", "1", "--output", "x"], ["--explain is for the terminal"]),
        (["--explain", "99"], ["There is no statement 99"]),
        (["--explain", "0"], ["There is no statement 0"]),
        (["--encoder", "no/such"], ["all-MiniLM-L6-v2", "--encoder"]),
        (["--format", "json", "--output", "/"], ["cannot be written to /"]),
        (["--format", "json", "--output", "."], ["cannot be written to ."]),
        (["--format", "json", "--output", "a" * 300], ["too long"]),
    ],
)
def test_options_that_make_no_sense(
    xref: Xref, undisturbed: Path, options: list[str], words: list[str]
) -> None:
    xref("check", ARTICLE, "--corpus", undisturbed, *options).refused(*words)


def test_a_registry_that_is_none(
    xref: Xref, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "noise").write_bytes(os.urandom(500))
    (tmp_path / "other").write_text("[[outlet]]\nkind = 'planet'\nname = 'x'\n")
    for place in ("nowhere", "noise", "other", "."):
        monkeypatch.setenv("XREF_OUTLETS", str(tmp_path / place))
        xref("check", ARTICLE, "--corpus", undisturbed).refused("The registry of outlets", place)


def test_an_encoder_that_is_not_to_be_had(xref: Xref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xref.models.hub._answers", lambda: False)
    answer = xref("ingest", ARTICLE, "--corpus", "new.db", "--encoder", "no/such-model")
    answer.refused("'no/such-model'", "check the name and the network")


def test_a_judge_that_is_not_to_be_had(
    xref: Xref, undisturbed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xref.models.hub._answers", lambda: False)
    answer = xref("check", ARTICLE, "--corpus", undisturbed, "--judge", "no/such")
    answer.refused("'no/such'", "check the name and the network", "leave out --judge")


@pytest.mark.slow
def test_a_judge_by_name(xref: Xref, undisturbed: Path, tmp_path: Path) -> None:
    # Of an untrained model that is sure of much: `--explain` shows the sums of what was decided.
    folder = tiny.save(tmp_path / "nli", seed=0)
    check = ["check", ARTICLE, "--corpus", undisturbed, "--judge"]
    answer = xref(*check, folder, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    report = json.loads(answer.out)
    assert report["made_with"]["judge"] == str(folder)
    judged = [one for claim in report["claims"] for one in claim["evidence"]]
    names = ["model_supports", "model_refutes", "model_neutral"]
    told = [[part["name"] for part in one["parts"]] for one in judged]
    # What is too far from the claim is not judged at all.
    assert [one for one in told if one != ["likeness"]] == [names] * (
        len(told) - told.count(["likeness"])
    )
    assert names in told
    assert judged
    assert xref(*check, folder, "--format", "json").out == answer.out
    decided = [
        any(one["relation"] != "neutral" for one in claim["evidence"])
        for claim in report["claims"]
        if claim["standing"] != "not-a-claim"
    ]
    at = decided.index(True) + 1
    explained = xref(*check, folder, "--explain", at)
    assert (explained.code, explained.err) == (0, "")
    # Terms of no weight are left out.
    assert any(f"{name} " in " ".join(explained.out.split()) for name in names)
    by_parts = [xref(*check, name, "--format", "json").out for name in ("parts", "parts-1")]
    assert by_parts[0] == by_parts[1] != xref(*check[:-1], "--format", "json").out
    assert json.loads(by_parts[0])["made_with"]["judge"] == "parts-1"
    bad = tiny.save(tmp_path / "bad", {at: f"LABEL_{at}" for at in range(3)})
    xref(*check, bad).refused("LABEL_0", "names entailment, neutral and contradiction")


# -- sources ------------------------------------------------------------------------------------


@pytest.fixture
def sources(elsewhere: Path) -> Path:
    (elsewhere / "empty.txt").touch()
    (elsewhere / "noise.txt").write_bytes(os.urandom(20_000))
    (elsewhere / "noise").write_bytes(os.urandom(20_000))
    with (elsewhere / "huge.txt").open("w") as file:
        for _ in range(50):
            file.write(WORDS[:100] * 10_000)
    (elsewhere / "scripts.html").write_text(
        "<html><head><title>x</title></head><body><script>1</script></body></html>"
    )
    return elsewhere


UNREADABLE = {
    "empty.txt": "empty",
    "noise.txt": "binary data",
    "noise": "binary data",
    "huge.txt": "larger than 20 MB",
    "scripts.html": "no readable body",
}


def test_check_of_what_cannot_be_read(xref: Xref, sources: Path, undisturbed: Path) -> None:
    for name, reason in UNREADABLE.items():
        xref("check", name, "--corpus", undisturbed).refused(name, reason)
    xref("check", "nowhere.txt", "--corpus", undisturbed).refused("nothing at nowhere.txt")
    xref("check", "\udcff.txt", "--corpus", undisturbed).refused("nothing at")
    xref("check", sources, "--corpus", undisturbed).refused("is a folder")


def test_ingest_tells_what_could_not_be_read(xref: Xref, sources: Path) -> None:
    (sources / "bridge.txt").write_text(WORDS)
    answer = xref("ingest", *UNREADABLE, "bridge.txt", "--corpus", "new.db", "--outlet", "One")
    assert answer.code == 0
    assert answer.out == ""
    first, *rest = answer.err.splitlines()
    assert first == "1 article (1 new, 0 changed, 0 same) in new.db; 5 not read"
    assert len(rest) == 5
    listed = xref("outlets", "--corpus", "new.db").out
    for name, reason in UNREADABLE.items():
        (told,) = [line for line in rest if f"{name}:" in line]
        assert reason in told
        assert f"not read: {name}: " in listed
    assert "One" in listed
    only = xref("ingest", *UNREADABLE, "--corpus", "none.db")
    assert only.code == 2
    assert "Traceback" not in only.err


def test_a_missing_source_stops_before_anything_is_made(xref: Xref, elsewhere: Path) -> None:
    xref("ingest", ARTICLE, "nowhere.txt", "--corpus", "new.db").refused("nothing at nowhere.txt")
    assert not list(elsewhere.iterdir())


def test_long_lists_of_unreadable_ones_are_cut(xref: Xref, elsewhere: Path) -> None:
    (elsewhere / "bad.jsonl").write_text("nonsense\n" * 100)
    answer = xref("ingest", "bad.jsonl", "--corpus", "new.db")
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 22
    assert "and 80 more" in answer.err
    assert xref("outlets", "--corpus", "new.db").out.count("not read: ") == 100


def test_all_kinds_of_sources(xref: Xref, elsewhere: Path, command: list[str]) -> None:
    def row(name: str, **more: object) -> str:
        url = f"https://{name}.example/a"
        fields = {"url": url, "outlet": name, "title": "Bridge", "text": WORDS, **more}
        return json.dumps(fields) + "\n"

    folder = elsewhere / "folder"
    folder.mkdir()
    (elsewhere / "lines.jsonl").write_text(row("year", published="2018") + row("undated"))
    with gzip.open(elsewhere / "packed.jsonl.gz", "wt") as file:
        file.write(row("month", published="2018-11"))
    (folder / "front.md").write_text(
        f"---\noutlet: matter\npublished: 2018-11-20\ntitle: Bridge\n---\n\n{WORDS}\n"
    )
    (folder / "page.html").write_text(
        "<html><head><title>Bridge closed</title>"
        '<meta property="og:site_name" content="Webpage">'
        '<meta property="article:published_time" content="2018-11-21T08:00:00Z"></head>'
        f"<body><article><h1>Bridge closed</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
    )
    (folder / "plain.txt").write_text(WORDS)
    named = ["lines.jsonl", "packed.jsonl.gz", "folder"]
    answer = xref("ingest", *named, "--corpus", "new.db")
    assert answer.err == (
        "5 articles (5 new, 0 changed, 0 same) in new.db; 1 not read\n"
        "  not read: folder/plain.txt: no outlet; say whose it is with --outlet, front matter or a "
        "key\n"
    )
    (folder / "plain.txt").unlink()
    piped = subprocess.run(
        [*command, "ingest", "-", "--corpus", "new.db"],
        input=row("piped", published="2018-11-22"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert piped.stderr == "1 article (1 new, 0 changed, 0 same) in new.db; 0 not read\n"
    again = xref("ingest", *named, "--corpus", "new.db")
    assert again.err == "5 articles (0 new, 0 changed, 5 same) in new.db; 0 not read\n"
    (elsewhere / "packed.jsonl.gz").unlink()
    (elsewhere / "packed.jsonl").write_text(row("month", published="2018-11", text=WORDS[:82]))
    changed = xref("ingest", "packed.jsonl", "--corpus", "new.db")
    assert changed.err == "1 article (0 new, 1 changed, 0 same) in new.db; 0 not read\n"
    table = xref("outlets", "--corpus", "new.db").out.partition("not read: ")[0]
    rows = {line.split()[0]: line.split() for line in table.splitlines()}
    assert rows["year"][-2:] == ["2018-01-01", "2018-12-31"]
    assert rows["month"][-2:] == ["2018-11-01", "2018-11-30"]
    assert rows["undated"][-2:] == ["-", "-"]
    assert rows["matter"][-1] == "2018-11-20"
    assert rows["Webpage"][-1] == "2018-11-21"
    assert rows["piped"][-1] == "2018-11-22"


# -- the corpus ---------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", [["check", ARTICLE], ["ingest", ARTICLE], ["outlets"]])
def test_a_corpus_that_is_none(xref: Xref, corpus: Path, verb: list[object]) -> None:
    Path("text.db").write_text("nonsense " * 1000)
    xref(*verb, "--corpus", "text.db").refused("text.db is not a readable SQLite file")
    os.truncate(corpus, 50_000)
    xref(*verb, "--corpus", corpus).refused("not a readable SQLite file", "--corpus")
    xref(*verb, "--corpus", ".").refused("--corpus")
    if verb != ["ingest", ARTICLE]:
        xref(*verb, "--corpus", "none.db").refused("xref ingest SOURCE --corpus none.db")
        xref(*verb, "--corpus", "a" * 300).refused("There is no corpus at")
        Path("empty.db").touch()
        xref(*verb, "--corpus", "empty.db").refused("There is no corpus at empty.db yet")


def test_where_the_corpus_is(
    xref: Xref, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    xref("outlets").refused(str(tmp_path))
    (elsewhere / "corpora").mkdir()
    xref("outlets").refused("no corpus at corpora/corpus.db")
    monkeypatch.setenv("XREF_CORPUS", "mine.db")
    xref("outlets").refused("no corpus at mine.db")
    xref("outlets", "--corpus", "other.db").refused("no corpus at other.db")


# -- check --------------------------------------------------------------------------------------


def test_formats_and_output(xref: Xref, undisturbed: Path) -> None:
    check = ["check", ARTICLE, "--corpus", undisturbed]
    first = xref(*check, "--format", "json")
    assert (first.code, first.err) == (0, "")
    assert xref(*check, "--format", "json").out == first.out
    report = json.loads(first.out)
    assert report["article"]["outlet"] == "BulgarianMilitary.com"
    Path("new").mkdir()
    written = xref(*check, "--format", "json", "--output", "new/report.json")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert Path("new/report.json").read_text(encoding="utf-8") == first.out
    assert [path.name for path in Path("new").iterdir()] == ["report.json"]
    assert "<html" in xref(*check, "--format", "html").out
    assert xref(*check, "--format", "markdown").out.startswith("#")
    assert "statement" in xref(*check).out
    explained = xref(*check, "--explain", 1)
    assert explained.code == 0
    assert report["claims"][0]["text"][:30] in explained.out.replace("\n", " ")


def test_the_ending_of_the_output_sets_the_format(xref: Xref, undisturbed: Path) -> None:
    check = ["check", ARTICLE, "--corpus", undisturbed]
    starts = {"a.html": "<!DOCTYPE html>", "a.JSON": "{", "a.md": "# ", "a.txt": "", "a": ""}
    for name, start in starts.items():
        assert xref(*check, "--output", name).code == 0
        assert Path(name).read_text(encoding="utf-8").startswith(start)
    assert Path("a").read_text(encoding="utf-8") == Path("a.txt").read_text(encoding="utf-8")
    assert "--explain N" in Path("a.txt").read_text(encoding="utf-8")
    assert xref(*check, "--output", "b.html", "--format", "json").code == 0
    assert json.loads(Path("b.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "command", [["check", "absent.md"], ["audit", "Sputnik", "--corpus", "absent.db"]]
)
def test_an_ending_without_a_format_and_a_folder_that_is_not_there_are_refused(
    xref: Xref, command: list[str]
) -> None:
    """At once: neither the article nor the corpus is there."""
    endings = (".html", ".json", ".csv", "or name a format")
    xref(*command, "--output", "report.pdf").refused("No format has the ending .pdf", *endings)
    xref(*command, "--output", "nope/report.html").refused("There is no folder nope")
    assert not Path("nope").exists()


def test_output_through_a_link_and_into_a_file_in_the_way(xref: Xref, undisturbed: Path) -> None:
    check = ["check", ARTICLE, "--corpus", undisturbed, "--format", "json", "--output"]
    Path("kept.json").write_text("old")
    Path("link.json").symlink_to("kept.json")
    assert xref(*check, "link.json").code == 0
    assert Path("link.json").is_symlink()
    assert json.loads(Path("kept.json").read_text(encoding="utf-8"))
    xref(*check, "kept.json/report.json").refused("There is no folder kept.json")
    Path("folder").mkdir()
    xref(*check, "folder").refused("cannot be written to folder")
    assert not list(Path("folder").iterdir())


def test_house_rules_and_sign_offs(xref: Xref, undisturbed: Path, tmp_path: Path) -> None:
    """A finding fails until somebody signs it off; it stays in the report with the name."""
    article = tmp_path / "article.md"
    article.write_text(f"---\noutlet: Gazette\n---\n\n{WORDS} A source said it may never open.\n")
    check = ["check", article, "--corpus", undisturbed, "--format", "json", "--policy", "ap"]
    failed = xref(*check, "--fail-on", "SRC003")
    assert failed.code == 1
    (bare,) = [one for one in json.loads(failed.out)["findings"] if one["code"] == "SRC003"]
    assert (bare["severity"], bare["accepted"]) == ("error", None)
    assert xref(*check, "--fail-on", "error").code == 1
    assert xref(*check, "--fail-on", "SRC008").code == 0
    beside = article.with_name("article.md.xref")
    beside.write_text("# xref: accept SRC003 by Night desk on 2026-11-26: the editor knows her\n")
    passed = xref(*check, "--fail-on", "SRC003")
    assert passed.code == 0
    (bare,) = [one for one in json.loads(passed.out)["findings"] if one["code"] == "SRC003"]
    assert bare["accepted"]["by"] == "Night desk"
    beside.write_text("# xref: accept everything\n")
    xref(*check).refused("Line 1", "write it as")


def test_fail_on(xref: Xref, undisturbed: Path) -> None:
    check = ["check", ARTICLE, "--corpus", undisturbed, "--format", "json"]
    summary = json.loads(xref(*check).out)["summary"]
    there = [standing for standing, number in summary.items() if number]
    absent = [standing for standing, number in summary.items() if not number]
    assert there
    assert absent
    for standing in there:
        failed = xref(*check, "--fail-on", f"disputed, {standing}")
        assert failed.code == 1
        assert json.loads(failed.out)["summary"] == summary
    assert xref(*check, "--fail-on", ",".join(absent)).code == 0


def test_standard_input_and_what_the_options_say(undisturbed: Path, command: list[str]) -> None:
    options = ["--outlet", "TASS", "--published", "2018-11", "--title", "Missiles for Turkey"]
    options += ["--url", "https://tass.com/defense/1", "--corpus", str(undisturbed), "-f", "json"]
    done = subprocess.run(
        [*command, "check", "-", *options],
        input="Turkey bought S-400 missiles from Russia, Cavusoglu said on November 21.",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    told = [report["article"][key] for key in ("outlet", "published", "title", "url")]
    assert told == ["TASS", "2018-11", "Missiles for Turkey", "https://tass.com/defense/1"]
    assert report["window"] == ["2018-10-18", "2018-12-14"]
    shown = {e["outlet"] for claim in report["claims"] for e in claim["evidence"]}
    assert shown
    assert "TASS" not in shown


def test_an_undated_article_says_so(xref: Xref, undisturbed: Path) -> None:
    Path("a.txt").write_text("Turkey bought S-400 missiles from Russia, Cavusoglu said.")
    answer = xref("check", "a.txt", "--corpus", undisturbed, "--outlet", "X", "-f", "json")
    report = json.loads(answer.out)
    assert report["window"] is None
    assert any("--published" in note for note in report["notes"])
    shown = xref("check", "a.txt", "--corpus", undisturbed, "--outlet", "X").out
    assert "no date" in " ".join(shown.split())


# -- streams ------------------------------------------------------------------------------------


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
    )


@pytest.fixture
def line(command: list[str], undisturbed: Path) -> str:
    python, *rest = command
    return f"{python} {rest[0]} '{rest[1]}' check {ARTICLE} --corpus {undisturbed}"


@pytest.mark.parametrize("end", ["--format json", "", "--help"])
def test_the_reader_goes_away(line: str, end: str) -> None:
    done = shell(f"{line} {end} | true; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_full_disk_behind_standard_output(line: str) -> None:
    for end in ("--format json > /dev/full", "> /dev/full", "--format json --output /dev/full"):
        done = shell(f"{line} {end}")
        assert done.returncode == 2, end
        assert done.stderr.startswith("xref: The re"), end
        assert len(done.stderr.splitlines()) == 1
    assert Path("/dev/full").is_char_device()


def test_closed_streams(line: str) -> None:
    done = shell(f"{line} >&-")
    assert done.returncode == 2
    assert done.stderr == (
        "xref: There is no standard output to print to; name a file with --output.\n"
    )
    assert shell(f"{line} <&- 2>&-").returncode == 0
    assert shell(f"{line} --bogus 2>&-").returncode == 2


def test_a_terminal_that_knows_few_characters(line: str) -> None:
    done = shell(line, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "unmatched" in done.stdout


def test_output_into_a_pipe_by_name(line: str) -> None:
    done = shell(f"{line} --format json --output /dev/stdout | cat; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["format"] == "xref-report"
