"""Lines of pages that were read one by one -> how much furniture gets through, what is lost.

`furniture.csv` names lines by set, address and offsets: furniture (the page speaks: newsletters,
credits, captions, authors' notes, pointers) or content (the story speaks, checkable or not). One
reader; the first lines that were drawn are those that looked like furniture, to the rules or by
their place, so that both shares are of hard lines.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.tables import Data, Row
from xref.claims import split
from xref.records import Article, ClaimKind

LINES = Path(__file__).with_name("furniture.csv")
_FURNITURE = (
    ClaimKind.BOILERPLATE,
    ClaimKind.CAPTION,
    ClaimKind.CROSS_LINK,
    ClaimKind.FRAGMENT,
)
Line = tuple[int, int, str]


def rows(data: Data) -> Iterator[Row]:
    """Yield the share of furniture that is no claim, and of content that is taken for furniture."""
    told: dict[str, list[bool]] = {"furniture": [], "content": []}
    for name, wanted in _wanted().items():
        for row in data.read(f"articles/{name}.jsonl.gz") or []:
            for start, _, label in wanted.get(row.get("url", ""), ()):
                told[label].append(_taken(row, start))
    if told["furniture"]:
        out, lost = told["furniture"], told["content"]
        yield Row("lines of pages", "xref", "furniture out", sum(out) / len(out), len(out))
        yield Row("lines of pages", "xref", "content lost", sum(lost) / len(lost), len(lost))


def _wanted() -> dict[str, dict[str, list[Line]]]:
    """Return the lines by set and address."""
    found: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    with LINES.open(newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            place = int(line["start"]), int(line["end"]), line["label"]
            found[line["set"]][line["url"]].append(place)
    return found


def _taken(row: dict[str, str], start: int) -> bool:
    """Whether the line at this place is no claim, or a claim of a kind of furniture."""
    article = Article(
        "a", row["url"], row["outlet"], row["domain"], row["title"], None, row["text"]
    )
    kinds = [c.kind for c in split(article) if c.start <= start < c.end]
    return not kinds or kinds[0] in _FURNITURE
