"""Audits against what others say of the same sites, and against what came later.

`--corpus` names a corpus file that is made from the AllSides articles of `--year` where it is not
there yet (five articles a second on two idle cores), and in which everything that was judged stays:
a second run takes seconds. `--sample` articles of each outlet are audited. The ratings are no input
of the record; a figure here says how far two ways of looking at a site agree, not which is right.
"""

import argparse
import csv
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.tables import Data, Row, run
from xref import articles, auditing, pipeline
from xref.accounts import Audit, Told
from xref.corpus.store import Corpus
from xref.records import Standing
from xref.reliability import record

_FACTUAL = {"very high": 5.0, "high": 4.0, "mostly factual": 3.0, "mixed": 2.0, "low": 1.0,
            "very low": 0.0}  # fmt: skip
_WIKIPEDIA = {"gr": 3.0, "nc": 2.0, "gu": 1.0, "d": 0.0}
_DRAWS = 2_000
Rating = Mapping[str, float]


def measure(data: Data, options: argparse.Namespace) -> Iterator[Row]:
    """Audit the outlets of a year and compare their records with ratings and with later claims."""
    with tempfile.TemporaryDirectory() as folder:
        path = options.corpus or Path(folder) / "audit.db"
        tools = pipeline.Tools.default(judge_name=options.judge)
        with Corpus.open(path, create=True) as corpus:
            if not corpus.outlets():
                _fill(corpus, data, options.year, tools)
            audits = list(_audits(corpus, tools, options.least, options.sample))
    if not audits:
        return
    for name, rating in _ratings(data).items():
        for method, told in _measures().items():
            pairs = [(told(audit), rating[domain]) for domain, audit in audits if domain in rating]
            yield from agreement(name, method, pairs)
    yield from calibration([one for _, audit in audits for one in audit.told])


def _fill(corpus: Corpus, data: Data, year: int, tools: pipeline.Tools) -> None:
    path = data.folder / "articles" / f"allsides-{year}.jsonl.gz"
    if not path.exists():
        print(f"skipped: {path} is absent", file=sys.stderr)
        return
    for _ in pipeline.ingest(articles.read(str(path)), corpus, tools):
        pass


def _audits(
    corpus: Corpus, tools: pipeline.Tools, least: int, sample: int
) -> Iterator[tuple[str, Audit]]:
    counts: Counter[str] = Counter()
    for one in corpus.outlets():
        if one.domain:
            counts[one.domain] += one.articles
    for domain, count in sorted(counts.items()):
        if count >= least:
            asked = auditing.Asked(domain, sample=sample, by="month")
            yield domain, auditing.audit(asked, corpus, tools)
            print(f"audited: {domain}, {count} articles", file=sys.stderr)


def _measures() -> Mapping[str, Callable[[Audit], float]]:
    """What an audit could be ranked by."""

    def rate(name: str) -> Callable[[Audit], float]:
        return lambda audit: next(r.share.value or 0.0 for r in audit.whole.rates if r.name == name)

    return {
        "record": lambda audit: audit.whole.record.stood.value or 0.0,
        "record, lower end": lambda audit: audit.whole.record.stood.low,
        "corroborated": rate("corroborated"),
        "attributed": rate("attributed"),
        "baseline: number of articles": lambda audit: float(audit.held),
    }


def _ratings(data: Data) -> dict[str, Rating]:
    read: dict[str, tuple[str, Callable[[dict[str, str]], float | None]]] = {
        "domain-quality pc1": ("domain-quality", lambda row: float(row["pc1"] or "nan")),
        "mbfc-current reporting": (
            "mbfc-current", lambda row: _FACTUAL.get(row["reporting"].lower().replace("-", " "))),
        "wikipedia-rsp": ("wikipedia-rsp", lambda row: _WIKIPEDIA.get(row["status"])),
    }  # fmt: skip
    found: dict[str, Rating] = {}
    for name, (file, value) in read.items():
        text = data.text(f"ratings/{file}.csv")
        if text is None:
            print(f"skipped: ratings/{file}.csv is absent", file=sys.stderr)
            continue
        rows = [(row["domain"], value(row)) for row in csv.DictReader(io.StringIO(text))]
        found[name] = {domain: told for domain, told in rows if told is not None and told == told}
    return found


def agreement(name: str, method: str, pairs: Sequence[tuple[float, float]]) -> Iterator[Row]:
    """Yield Spearman's correlation with a bootstrap interval over outlets."""
    import numpy as np
    from scipy.stats import spearmanr

    if len(pairs) < 4 or any(len(set(side)) < 2 for side in zip(*pairs, strict=True)):
        print(f"skipped: {len(pairs)} outlets for {name} by {method}", file=sys.stderr)
        return
    told = np.array(pairs)
    drawn = np.random.default_rng(7)
    draws = []
    for _ in range(_DRAWS):
        picked = told[drawn.integers(0, len(told), len(told))]
        if all(len(set(side)) > 1 for side in picked.T):
            draws.append(float(spearmanr(*picked.T).statistic))
    low, high = np.quantile(draws, (0.025, 0.975))
    for metric, value in (
        ("Spearman", spearmanr(*told.T).statistic), ("low", low), ("high", high)
    ):  # fmt: skip
        yield Row(name, method, metric, float(value), len(pairs))


def calibration(told: Sequence[Told]) -> Iterator[Row]:
    """Yield how much of later claims stood at outlets whose earlier ones did so often.

    The earlier half of the days makes an outlet's record, the later half is predicted. `at the
    time` is the same within the claim: of those that stood as of their time, how many still do.
    """
    days = sorted(one.article.published or "" for one in told)
    if not days:
        return
    middle = days[len(days) // 2]
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.article.domain or "", []).append(one)
    bins: dict[str, list[Any]] = {}
    for claims in groups.values():
        early = record(
            (c.article.id, c.held) for c in claims if (c.article.published or "") < middle
        ).stood
        late = [c.held >= 0.5 for c in claims
                if c.held is not None and (c.article.published or "") >= middle]  # fmt: skip
        if early.value is not None and early.of >= 5 and late:
            name = "0.9 and more" if early.value >= 0.9 else "under 0.9"
            bins.setdefault(name, []).extend((early.value, stood) for stood in late)
    for name, pairs in sorted(bins.items()):
        said = sum(value for value, _ in pairs) / len(pairs)
        yield Row("calibration", f"earlier record {name}", "said", said, len(pairs))
        stood = sum(stood for _, stood in pairs) / len(pairs)
        yield Row("calibration", f"earlier record {name}", "stood later", stood, len(pairs))
    yield from _kept(told)


def _kept(told: Sequence[Told]) -> Iterator[Row]:
    against = (Standing.CONTRADICTED, Standing.DISPUTED)
    for then in (Standing.CORROBORATED, Standing.SINGLE_SOURCE, Standing.UNMATCHED):
        found = [one for one in told if one.then is then]
        if found:
            fell = sum(one.now in against for one in found) / len(found)
            up = sum(one.now is Standing.CORROBORATED for one in found) / len(found)
            yield Row(
                "then and now", f"{then} then", "contradicted or disputed now", fell, len(found)
            )
            yield Row("then and now", f"{then} then", "corroborated now", up, len(found))


def main(argv: Sequence[str] | None = None) -> int:
    """Take this benchmark's own options out and hand the others on."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--year", type=int, default=2016)
    parser.add_argument("--least", type=int, default=100)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--judge")
    own, rest = parser.parse_known_args(argv)
    return run("audit", partial(measure, options=own), rest)


if __name__ == "__main__":
    sys.exit(main())
