"""What several tests need: one cache for the exported encoder, the command line, real pages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from xref import cli

DEMO = Path(__file__).parents[1] / "corpora" / "demo"
# A shared machine may stand still for a second: time is measured in benchmarks, not here.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")
OURS = ("XREF_CACHE", "XREF_CORPUS", "XREF_OUTLETS")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds, for it loads torch")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for the whole run, and nothing of the user's own settings."""
    kept = {name: os.environ.pop(name, None) for name in OURS}
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XREF_CACHE"] = str(folder)
    yield folder
    os.environ.update({name: value for name, value in kept.items() if value is not None})


@dataclass(frozen=True)
class Answer:
    """How a run of the command line ended."""

    code: int
    out: str
    err: str

    def refused(self, *words: str) -> None:
        """See that it is one sentence for people, with these words in it, and exit code 2."""
        assert self.code == 2, self
        assert "Traceback" not in self.err
        assert self.out == ""
        (line,) = self.err.strip().splitlines()
        assert line.startswith("xref: ")
        assert line.endswith(".")
        assert not [word for word in words if word not in line], line


Xref = Callable[..., Answer]


@pytest.fixture
def xref(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Xref:
    """Run the command line in this process."""

    def run(*arguments: object) -> Answer:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["xref", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Answer(ended.value.code, out, err)

    return run


@pytest.fixture(scope="session")
def command() -> list[str]:
    """The command line as a process of its own."""
    return [sys.executable, "-c", "from xref.cli import main; main()"]


@pytest.fixture(scope="session")
def pages() -> list[dict[str, object]]:
    """The first 80 pages of the demo corpus: real addresses and dates, several outlets."""
    lines = (DEMO / "s400.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[:80]]


@pytest.fixture(scope="session")
def pages_file(pages: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("pages") / "pages.jsonl", pages)


@pytest.fixture(scope="session")
def undisturbed(pages_file: Path, command: list[str], cache: Path) -> Path:
    """A corpus of these pages, ingested in one go; not to be written to."""
    corpus = pages_file.parent / "undisturbed.db"
    subprocess.run([*command, "ingest", pages_file, "--corpus", corpus], check=True, timeout=120)
    return corpus


def write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
