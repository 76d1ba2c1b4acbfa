"""Judges on labelled pairs, beside the majority and the cosine.

`xref` is the default judge, `parts` the first calibrated one; `--judge NAME` adds others. Every
set is cut to a sample, always the same one (`--rows`, 1,000 pairs each). The cosine's cut points
come from a sample of the set's own `train` part, or of all of them together where it has none.

`stance` is what a report would count, after bars and thresholds; everything that is called a
precision, a recall or `taken for support` goes by it. The probabilities go by the most likely
label. Real sets are those whose pairs people wrote or matched: not breaking-nli, whose pairs
differ by one word that a program swapped, nor covid-fact, whose refuted claims a program made.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import judging_speed
from benchmarks.answers import THREE, Asked
from benchmarks.bench import HEADLINES, ROWS, SETS, Answers, Bench, merged
from benchmarks.relation_rows import Pooled, apart, by_stance, graded, overview, pools, quality
from benchmarks.tables import Data, Row, run
from training import generated as making
from training.generated import MEASURED
from xref.encoders import encoder
from xref.errors import XrefError
from xref.judges import judge
from xref.models.crossencoding import LABELS, TYPES

_SEED = 1
"""Another than the judge's sums were fitted with."""
NEWS = Path(__file__).parents[1] / "tests" / "relations" / "news_pairs.toml"


def measure(bench: Bench) -> Iterator[Row]:
    """Score all methods on each set, on all of them, and on the news pairs written for xref."""
    pooled: list[Pooled] = []
    for one in SETS:
        asked = [
            Asked(
                row["claim"], row["evidence"], merged(row["label"], one.labels), row.get("category")
            )
            for row in bench.sample(one.name)
        ]
        if not asked:
            continue
        print(f"{one.name}: {len(asked)} pairs", file=sys.stderr)
        wanted = [pair.label for pair in asked]
        answers = bench.answers(asked, one.name, one.labels)
        for method, told in answers.items():
            yield from quality(one.name, method, wanted, told)
            pooled.append(Pooled(one.name, method, one.labels, wanted, told, one.real, one.news))
        if any(pair.kind for pair in asked):
            yield from by_kind(one.name, asked, answers)
    if not pooled:
        return
    yield from headlines(bench)
    yield from pools(pooled)
    yield from news(bench, NEWS)
    yield from generated(bench, made(bench))


def headlines(bench: Bench) -> Iterator[Row]:
    """Compare support with how alike people found two headlines, 0 to 5."""
    rows = bench.sample(HEADLINES)
    if not rows:
        return
    asked = [Asked(row["claim"], row["evidence"], "") for row in rows]
    print(f"{HEADLINES}: {len(asked)} pairs", file=sys.stderr)
    grades = [float(row["score"]) for row in rows]
    for method, told in bench.answers(asked, None, THREE).items():
        yield from graded(HEADLINES, method, grades, told)


def news(bench: Bench, path: Path) -> Iterator[Row]:
    """Score the hand-written news pairs: all, by part and by category."""
    if not path.exists():
        print(f"skipped: {path} is absent", file=sys.stderr)
        return
    pairs = tomllib.loads(path.read_text("utf-8"))["pair"]
    asked = [written(pair) for pair in pairs]
    print(f"news pairs: {len(asked)} pairs", file=sys.stderr)
    wanted = [pair.label for pair in asked]
    answers = bench.answers(asked, None, THREE)
    for method, told in answers.items():
        yield from quality("news pairs", method, wanted, told)
        yield from by_stance("news pairs", method, asked, told)
    for key in ("part", "category"):
        groups = [str(pair[key]) for pair in pairs]
        for method, told in answers.items():
            yield from apart("news pairs", method, groups, wanted, told)


def written(pair: Mapping[str, Any]) -> Asked:
    """Return a hand-written pair with all the context that it has."""

    def told(key: str) -> str | None:
        return str(pair[key]) if pair.get(key) else None

    return Asked(
        pair["claim"],
        pair["evidence"],
        pair["label"],
        told("type"),
        told("claim_published"),
        told("evidence_published"),
        told("evidence_headline") or "",
        told("claim_speaker"),
        told("evidence_speaker"),
    )


def made(bench: Bench) -> list[Asked]:
    """Return pairs made of articles of a year that the cross-encoder was not trained on."""
    absent = [
        path
        for year in MEASURED
        if not (path := bench.data.folder / "articles" / f"allsides-{year}.jsonl.gz").exists()
    ]
    if absent:
        print(f"skipped: {absent[0]} is absent", file=sys.stderr)
        return []
    found = making.generated(bench.data.folder, _SEED, MEASURED, bench.rows or ROWS)
    print(f"generated: {len(found)} pairs", file=sys.stderr)
    return [
        Asked(e.claim, e.evidence, LABELS[e.label], TYPES[e.kind] if e.kind >= 0 else None)
        for e in found
    ]


def generated(bench: Bench, asked: Sequence[Asked]) -> Iterator[Row]:
    """Score pairs that were made by program: all, and by what was changed in them.

    No proof of quality: the same program made the pairs that the cross-encoder learnt from.
    """
    if not asked:
        return
    wanted = [pair.label for pair in asked]
    answers = bench.answers(asked, None, THREE)
    for method, told in answers.items():
        yield from quality("generated", method, wanted, told)
        yield from by_stance("generated", method, asked, told)
    yield from by_kind("generated", asked, answers)


def by_kind(name: str, asked: Sequence[Asked], answers: Answers) -> Iterator[Row]:
    """Yield each method's accuracy by kind; pairs without one go by their label."""
    groups = [pair.kind or pair.label for pair in asked]
    wanted = [pair.label for pair in asked]
    for method, told in answers.items():
        yield from apart(name, method, groups, wanted, told)


def main(argv: Sequence[str] | None = None) -> int:
    """Read the options, measure, print; return the exit code."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--rows", type=int, default=ROWS, help="pairs of a set; 0 for all")
    parser.add_argument("--judge", action="append", default=[], help="one more judge, by name")
    parser.add_argument("--speed", action="store_true", help="measure speed instead of quality")
    own, rest = parser.parse_known_args(argv)
    rows: list[Row] = []

    def measured(data: Data) -> Iterator[Row]:
        judges = {"parts": judge("parts"), "xref": judge(), **{n: judge(n) for n in own.judge}}
        model = encoder()
        found = (
            judging_speed.measure(data, judges, model)
            if own.speed
            else measure(Bench(data, judges, model, max(0, own.rows)))
        )
        for row in found:
            rows.append(row)
            yield row

    try:
        code = run("relations", measured, rest)
    except XrefError as error:
        print(error, file=sys.stderr)
        return 2
    if code == 0 and not own.speed:
        print("\n" + overview(rows))
    return code


if __name__ == "__main__":
    sys.exit(main())
