"""Lines of pages that were read one by one -> how much furniture gets through, what is lost.

`furniture.csv` names lines by set, address and offsets: furniture (the page speaks: newsletters,
credits, captions, authors' notes, pointers) or content (the story speaks, checkable or not). One
reader; the first lines that were drawn are those that looked like furniture, to the rules or by
their place, so that both shares are of hard lines.

`furniture_fresh.csv` are 200 lines of other pages, drawn afterwards by place and length alone and
labelled by another reader; headings and lines in doubt were left out. Rules were mended by the
misses among every second of them only, so that the others (`fresh, unseen`) still tell.

`furniture_ends.csv` are 295 lines at the beginnings and ends of pages of 86 outlets, and short ones
between, at most eight pages of one, drawn and labelled later by a third reader; headings and lines
in doubt were left out. Rules were mended by the misses of every second outlet only.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.tables import Data, Row
from xref.claims import split
from xref.records import Article, ClaimKind

LINES = Path(__file__).with_name("furniture.csv")
FRESH = Path(__file__).with_name("furniture_fresh.csv")
ENDS = Path(__file__).with_name("furniture_ends.csv")
_FURNITURE = (
    ClaimKind.BOILERPLATE,
    ClaimKind.CAPTION,
    ClaimKind.CROSS_LINK,
    ClaimKind.FRAGMENT,
)
Line = dict[str, str]


def rows(data: Data) -> Iterator[Row]:
    """Yield the share of furniture that is no claim, and of content that is taken for furniture."""
    fresh, ends = _lines(FRESH), _lines(ENDS)
    for name, lines in (
        ("lines of pages", _lines(LINES)),
        ("lines of pages, fresh", fresh[::2]),
        ("lines of pages, fresh, unseen", fresh[1::2]),
        ("ends of pages", [line for line in ends if line["half"] == "seen"]),
        ("ends of pages, unseen", [line for line in ends if line["half"] == "unseen"]),
    ):
        told: dict[str, list[bool]] = {"furniture": [], "content": []}
        for label, taken in _read(data, lines):
            told[label].append(taken)
        if told["furniture"]:
            out, lost = told["furniture"], told["content"]
            yield Row(name, "xref", "furniture out", sum(out) / len(out), len(out))
            yield Row(name, "xref", "content lost", sum(lost) / len(lost), len(lost))


def _lines(path: Path) -> list[Line]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _read(data: Data, lines: list[Line]) -> Iterator[tuple[str, bool]]:
    """Yield the label of each line whose page is there, and whether it is taken for furniture."""
    wanted: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        wanted[line["set"]][line["url"]].append(line)
    for name, pages in wanted.items():
        for row in data.read(f"articles/{name}.jsonl.gz") or []:
            for line in pages.get(row.get("url", ""), ()):
                yield line["label"], _taken(row, int(line["start"]))


def _taken(row: dict[str, str], start: int) -> bool:
    """Whether the line at this place is no claim, or a claim of a kind of furniture."""
    article = Article(
        "a", row["url"], row["outlet"], row["domain"], row["title"], None, row["text"]
    )
    kinds = [c.kind for c in split(article) if c.start <= start < c.end]
    return not kinds or kinds[0] in _FURNITURE
