"""Claims: who says them, what is none, what is worth checking, which values agree, how fast.

Each figure stands beside a baseline. A sentence counts as opinion where `split` finds no checkable
claim in it; of BABE the rows `mixed` are left out, of CLEF the part `dev` is scored. `--speed`
adds articles per second of processor time, on one core.
"""

import argparse
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import boilerplate, checkworthy
from benchmarks.tables import Data, Row, run
from xref.claims import split
from xref.claims.opinions import GROUPS, own_words
from xref.claims.sentences import sentences
from xref.claims.tone import tone
from xref.quantities import agree_share
from xref.records import Article

PAIRS = Path(__file__).parents[1] / "tests" / "quantities" / "pairs.toml"
SPEED_ARTICLES = 2_000
_OPINION = "opinion"
_CLAIM = "claim"
_EVEN = -0.5
"""Where the tone gives both kinds their due; a claim is taken away much later (`opinion_tone`)."""
_LABELS = {"factual": _CLAIM, "obj": _CLAIM, "opinion": _OPINION, "subj": _OPINION}
_SUBJECTIVE = re.compile(
    r"\b(?:i|we|our|my|should|must|terrible|awful|great|wonderful|disgusting|shameful|stupid"
    r"|ridiculous|beautiful|horrible|clearly|obviously|unfortunately|sadly|absurd|outrageous)\b"
    r"|[!?]",
    re.IGNORECASE,
)
_NUMERAL = re.compile(
    r"\d[\d.,:]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty|fifty|hundred|thousand|million|billion|dozen|half|first|second|third)\b",
    re.IGNORECASE,
)
Pair = tuple[list[str], str]
"""Two texts (and their days), with what their values do to one another."""


def measure(data: Data, *, speed: bool = False) -> Iterator[Row]:
    """Score every part of the reading of claims on the data that is there."""
    yield from _attribution(data)
    yield from _opinion(data)
    yield from checkworthy.rows(data)
    yield from boilerplate.rows(data)
    yield from _quantities(data)
    if speed:
        yield from _speed(data)


def _attribution(data: Data) -> Iterator[Row]:
    try:
        from benchmarks.attribution_spans import rows
    except ImportError:
        print("skipped: benchmarks.attribution_spans is absent", file=sys.stderr)
        return
    yield from rows(data)


def _opinion(data: Data) -> Iterator[Row]:
    for name, part in (("babe", None), ("clef-subjectivity-en", "dev")):
        told = data.read(f"checkworthy/{name}.jsonl.gz") or []
        kept = [r for r in told if r["label"] in _LABELS and (part is None or r["part"] == part)]
        if kept:
            yield from opinions(name, [(r["text"], _LABELS[r["label"]]) for r in kept])


def opinions(name: str, told: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Yield macro-F1, the two classes' F1 and how often `opinion` is right, for each method."""
    wanted = [label for _, label in told]
    often = Counter(wanted).most_common(1)[0][0]
    methods: dict[str, Callable[[str], str]] = {
        "majority": lambda _: often,
        "word list": lambda text: _OPINION if _SUBJECTIVE.search(text) else _CLAIM,
        "patterns": by_patterns,
        "tone alone, even cut": lambda text: _OPINION if tone(own_words(text)) > _EVEN else _CLAIM,
        "xref": kind,
    }
    for method, answer in methods.items():
        said = [answer(text) for text, _ in told]
        f1 = {label: _f1(wanted, said, label) for label in (_CLAIM, _OPINION)}
        yield Row(name, method, "macro-F1", sum(f1.values()) / 2, len(told))
        for label, value in f1.items():
            yield Row(name, method, f"F1 {label}", value, wanted.count(label))
        if given := said.count(_OPINION):
            right = sum(w == s == _OPINION for w, s in zip(wanted, said, strict=True))
            yield Row(name, method, "precision opinion", right / given, given)


def by_patterns(text: str) -> str:
    """What the patterns alone say, whoever speaks."""
    own = own_words(text).lower()
    return _OPINION if any(group.search(own) for group in GROUPS.values()) else _CLAIM


def kind(text: str) -> str:
    """Whether xref finds anything in a text that can be checked."""
    claims = split(Article("a", None, "", None, "", None, text))
    return _CLAIM if any(claim.kind.checkable for claim in claims) else _OPINION


def _f1(wanted: Sequence[str], said: Sequence[str], label: str) -> float:
    right = sum(w == s == label for w, s in zip(wanted, said, strict=True))
    whole = wanted.count(label) + said.count(label)
    return 2 * right / whole if whole else 0.0


def _quantities(data: Data) -> Iterator[Row]:
    yield from values("value pairs", list(_table()))
    told = data.read("pairs/breaking-nli-dev.jsonl.gz")
    for category in ("cardinals", "ordinals") if told else ():
        rows = [row for row in told or () if row["category"] == category]
        if rows:
            yield from conflicts(f"breaking-nli {category}", rows)
        else:
            print(f"skipped: breaking-nli has no {category} in this split", file=sys.stderr)


def _table() -> Iterator[Pair]:
    """The project's own table of pairs, those that are read wrongly among them."""
    if not PAIRS.exists():
        print(f"skipped: {PAIRS} is absent", file=sys.stderr)
        return
    for group in tomllib.loads(PAIRS.read_text("utf-8")).values():
        for label, pairs in group.items():
            for pair in pairs:
                wrong = label == "wrong"
                yield (pair["pair"], pair["label"]) if wrong else (pair, label)


def values(name: str, told: Sequence[Pair]) -> Iterator[Row]:
    """Yield how often each way of comparing says the table's word; a moved toll is compatible."""
    methods: dict[str, Callable[..., str]] = {"string equality": by_string, "xref": by_value}
    for method, answer in methods.items() if told else ():
        right = [answer(*pair) == label.replace("moved", "compatible") for pair, label in told]
        yield Row(name, method, "accuracy", sum(right) / len(right), len(right))


def by_value(a: str, b: str, a_day: str | None = None, b_day: str | None = None) -> str:
    """What xref says two texts' values do to one another."""
    match = agree_share(a, b, a_day, b_day)
    if match.conflicting or match.moments_conflicting:
        return "conflicting"
    agreeing = match.agreeing or match.moments_agreeing or match.later_update
    return "compatible" if agreeing else "incomparable"


def by_string(a: str, b: str, *_days: str) -> str:
    """The same by the figures and number words as they are written."""
    own, other = ({m.lower().rstrip(".,:") for m in _NUMERAL.findall(text)} for text in (a, b))
    if not own or not other:
        return "incomparable"
    return "compatible" if own == other else "conflicting"


def conflicts(name: str, rows: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """Yield how well a conflict of values tells the refuted pairs from the others."""
    wanted = [row["label"] == "refutes" for row in rows]
    for method, answer in (("string equality", by_string), ("xref", by_value)):
        said = [answer(row["claim"], row["evidence"]) == "conflicting" for row in rows]
        found = sum(w and s for w, s in zip(wanted, said, strict=True))
        right = sum(w == s for w, s in zip(wanted, said, strict=True))
        yield Row(name, method, "accuracy", right / len(rows), len(rows))
        yield Row(name, method, "refutations found", found / max(sum(wanted), 1), sum(wanted))


def _speed(data: Data) -> Iterator[Row]:
    told = [row for name in data.names("articles/allsides-*.jsonl.gz") for row in data.read(name)
            or ()][:SPEED_ARTICLES]  # fmt: skip
    if not told:
        return
    articles = [Article(r["id"], None, "", None, r["title"], None, r["text"]) for r in told]
    methods: dict[str, Callable[[Article], object]] = {
        "xref, sentences": lambda article: list(sentences(article.text)),
        "xref, claims with speakers": split,
    }
    try:
        pysbd = import_module("pysbd")
    except ImportError:
        print("skipped: pysbd is not installed", file=sys.stderr)
    else:
        segmenter = pysbd.Segmenter(language="en", clean=False)
        methods["pysbd"] = lambda article: segmenter.segment(article.text)
    for method, work in methods.items():
        begun = time.process_time()
        for article in articles:
            work(article)
        pace = len(articles) / (time.process_time() - begun)
        yield Row("allsides", method, "articles/s", pace, len(articles))


def main(argv: Sequence[str] | None = None) -> int:
    """Take `--speed` out of the options and hand the others on."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--speed", action="store_true")
    own, rest = parser.parse_known_args(argv)
    return run("claims", partial(measure, speed=own.speed), rest)


if __name__ == "__main__":
    sys.exit(main())
