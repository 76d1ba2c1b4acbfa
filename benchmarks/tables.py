"""What every benchmark has in common: its options, its rows, its table and its JSON file."""

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

DATA = Path("..") / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure."""

    set: str
    method: str
    metric: str
    value: float
    n: int


@dataclass(slots=True)
class Data:
    """The folder of labelled data; remembers which files were read."""

    folder: Path
    split: str
    digest: Any

    def read(self, name: str) -> list[dict[str, Any]] | None:
        """Return the rows of a JSON Lines file (or of a JSON list); None where it is absent.

        A name that ends in `-dev` is read as `-test` under that split.
        """
        path = self.folder / name.replace("-dev.", f"-{self.split}.")
        if not path.exists():
            print(f"skipped: {path} is absent", file=sys.stderr)
            return None
        raw = path.read_bytes()
        self.digest.update(path.name.encode() + b"\0" + raw)
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
        if text.lstrip().startswith("["):
            return list(json.loads(text))
        return [json.loads(line) for line in text.splitlines() if line.strip()]

    def names(self, pattern: str) -> list[str]:
        """Return the files of this split that match, relative to the folder, sorted."""
        other = {"dev": "-test.", "test": "-dev."}[self.split]
        found = sorted(self.folder.glob(pattern))
        return [str(p.relative_to(self.folder)) for p in found if other not in p.name]

    def text(self, name: str) -> str | None:
        """Return a text file; None where it is absent."""
        path = self.folder / name
        if not path.exists():
            return None
        self.digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return path.read_text("utf-8")


def run(
    name: str, measure: Callable[[Data], Iterator[Row]], argv: Sequence[str] | None = None
) -> int:
    """Parse the options, measure, print the table, write the JSON; return the exit code."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument("--data", type=Path, default=DATA, help="laid out as the default is")
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    options = parser.parse_args(argv)
    if not options.data.is_dir():
        print(f"There is no data folder {options.data}; name one with --data.", file=sys.stderr)
        return 2
    data = Data(options.data, options.split, hashlib.sha256())
    rows: list[Row] = []
    for row in measure(data):
        # Told and kept at once: some benchmarks take an hour, and may be stopped before their end.
        print(f"{row.set}, {row.method}: {row.metric} {row.value:.3g} ({row.n})", file=sys.stderr)
        rows.append(row)
        if options.json:
            _write(name, data, rows, options.json)
    if not rows:
        print(f"{options.data} holds no data for this benchmark.", file=sys.stderr)
        return 2
    if options.json:
        # Again, for the hash is of all that was read.
        _write(name, data, rows, options.json)
    print(table(rows))
    return 0


def _write(name: str, data: Data, rows: Sequence[Row], target: Path) -> None:
    told = {
        "benchmark": name,
        "data_sha256": data.digest.hexdigest(),
        "rows": [asdict(row) for row in rows],
    }
    target.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def table(rows: Iterable[Row]) -> str:
    """Return the rows as Markdown: one line for each set and method, one column a metric."""
    rows = list(rows)
    metrics = list(dict.fromkeys(row.metric for row in rows))
    lines = ["| set | method | n | " + " | ".join(metrics) + " |"]
    lines.append("|---" * (3 + len(metrics)) + "|")
    for set_, method in dict.fromkeys((row.set, row.method) for row in rows):
        mine = {row.metric: row for row in rows if (row.set, row.method) == (set_, method)}
        cells = [f"{mine[m].value:.3g}" if m in mine else "" for m in metrics]
        n = max(row.n for row in mine.values())
        lines.append(f"| {set_} | {method} | {n} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
