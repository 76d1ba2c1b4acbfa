"""Take the README's pictures anew: the three jobs on the demo corpus, as Chromium shows them.

Run as `make pictures`, after `make demo`. The pictures show what this version says of real pages
in our own words (corpora/demo/README.md); nothing in them is made up for the picture.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.chromium import Chromium

HERE = Path(__file__).parent / "pictures"
DEMO = Path("corpora/demo")
_REPORTED = 40
"""Pages of the demo corpus that the index lists."""
LARGEST = 150_000
"""Bytes of a picture in the repository."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of which page, at which place, in which window."""

    name: str
    page: str
    fragment: str = ""
    width: int = 900
    height: int = 620


SHOTS = (
    Shot("check", "check.html", "#c10"),
    Shot("report", "reports/index.html", width=1180, height=640),
    Shot("audit", "audit.html", "#by"),
    Shot("phone", "check.html", "#c10", 390, 760),
)


def jobs(to: Path) -> None:
    """Do the three jobs on the demo corpus, into a folder."""
    corpus = ("--corpus", str(DEMO / "demo.db"))
    article = str(DEMO / "article.md")
    _xref("check", article, *corpus, "--policy", "ap", "--output", str(to / "check.html"))
    pages = (DEMO / "s400.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    some = to / "some.jsonl"
    some.write_text("".join(pages[:_REPORTED]), encoding="utf-8")
    _xref("report", str(some), *corpus, "--policy", "ap", "--to", str(to / "reports"))
    _xref("audit", "Sputnik", "--by", "year", *corpus, "--output", str(to / "audit.html"))


def _xref(*arguments: str) -> None:
    command = [sys.executable, "-c", "from xref.cli import main; main()", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own


def main() -> None:
    """Take all pictures; refuse one that is too large for the repository."""
    HERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, Chromium() as browser:
        jobs(Path(folder))
        for shot in SHOTS:
            page = Path(folder, shot.page)
            browser.show(page, shot.fragment, width=shot.width, height=shot.height, dark=False)
            picture = browser.picture()
            if len(picture) > LARGEST:
                raise SystemExit(f"{shot.name}.png has {len(picture):,} bytes; make it smaller.")
            (HERE / f"{shot.name}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
