"""What methods said of labelled pairs -> rows, and the rows -> a table with a column a method."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.answers import SIDES, THREE, TWO_WAY, Asked, Said
from benchmarks.scoring import (
    accuracy,
    auc,
    calibration_error,
    hits,
    macro_f1,
    mean_recall,
    pearson,
    reliability,
    spearman,
)
from benchmarks.tables import Row

TAKEN = "refutes taken for support"
_AUCS = ("AUC refutes v. supports", "AUC supports v. rest")
_POOLS = ("real sets", "real sets, of equal weight", "news sets")


@dataclass(frozen=True, slots=True)
class Pooled:
    """What a method said of one set, kept for the figures over all sets."""

    set: str
    method: str
    labels: tuple[str, ...]
    wanted: Sequence[str]
    told: Sequence[Said]
    real: bool
    news: bool


def quality(set_: str, method: str, wanted: Sequence[str], told: Sequence[Said]) -> Iterator[Row]:
    """Yield the figures of one method on one set."""
    labels = [said.label for said in told]
    n = len(told)
    yield Row(set_, method, "accuracy", accuracy(wanted, labels), n)
    yield Row(set_, method, "macro-F1", macro_f1(wanted, labels), n)
    yield Row(set_, method, "mean recall", mean_recall(wanted, labels), n)
    scored = [(w, said) for w, said in zip(wanted, told, strict=True) if said.supports is not None]
    sides = [(w, said) for w, said in scored if w in SIDES]
    against = auc([said.leaning for _, said in sides], [w == "supports" for w, _ in sides])
    yield from _row(set_, method, _AUCS[0], against, len(sides))
    rest = auc([said.supports or 0.0 for _, said in scored], [w == "supports" for w, _ in scored])
    if set(wanted) - set(SIDES):
        yield from _row(set_, method, _AUCS[1], rest, len(scored))
    refuting = [said for w, said in zip(wanted, told, strict=True) if w == "refutes"]
    if refuting:
        taken = sum(said.stance == "supports" for said in refuting) / len(refuting)
        yield Row(set_, method, TAKEN, taken, len(refuting))


def graded(set_: str, method: str, grades: Sequence[float], told: Sequence[Said]) -> Iterator[Row]:
    """Yield how support goes with graded likeness, for a method that measures support."""
    scores = [said.supports for said in told if said.supports is not None]
    if len(scores) == len(grades):
        yield from _row(set_, method, "Pearson", pearson(scores, grades), len(grades))
        yield from _row(set_, method, "Spearman", spearman(scores, grades), len(grades))


def by_stance(
    set_: str, method: str, asked: Sequence[Asked], told: Sequence[Said]
) -> Iterator[Row]:
    """Yield the accuracy of what a report would count, and how often a difference is named."""
    pairs = list(zip(asked, told, strict=True))
    right = accuracy([pair.label for pair in asked], [said.stance for said in told])
    yield Row(set_, method, "accuracy of stance", right, len(pairs))
    typed = [(pair, said) for pair, said in pairs if pair.kind and said.stance == "refutes"]
    typed = [(pair, said) for pair, said in typed if pair.label == "refutes"]
    if typed:
        named = sum(said.refutes_by == pair.kind for pair, said in typed) / len(typed)
        yield Row(set_, method, "difference named", named, len(typed))


def apart(
    set_: str, method: str, groups: Sequence[str], wanted: Sequence[str], told: Sequence[Said]
) -> Iterator[Row]:
    """Yield the accuracy on each group of a set's pairs, in order of name."""
    for group in sorted(set(groups)):
        mine = [place for place, name in enumerate(groups) if name == group]
        right = accuracy([wanted[p] for p in mine], [told[p].label for p in mine])
        yield Row(f"{set_}: {group}", method, "accuracy", right, len(mine))


def pools(found: Sequence[Pooled]) -> Iterator[Row]:
    """Yield the figures over all real sets: plainly, with sets of equal weight, and on news only.

    Two-way sets do not know what refutes: they count for support alone. How sure the most likely
    label is can only be asked where all three labels occur.
    """
    for method in dict.fromkeys(one.method for one in found):
        real = [one for one in found if one.method == method and one.real]
        news = [one for one in real if one.news]
        yield from _operating(_POOLS[0], method, real, lambda _: 1.0)
        yield from _operating(_POOLS[1], method, real, lambda one: 1.0 / len(one.wanted))
        yield from _operating(_POOLS[2], method, news, lambda _: 1.0)
        yield from _calibration(_POOLS[0], method, real)


def _operating(
    set_: str, method: str, found: Sequence[Pooled], weight: Callable[[Pooled], float]
) -> Iterator[Row]:
    """Yield precision and recall of the stances, and the refuting pairs taken for support."""
    told = [(one, w, said.stance) for one, w, said in _each(found)]
    sided = [pair for pair in told if pair[0].labels != TWO_WAY]
    for stance, pairs in (("supports", told), ("refutes", sided)):
        there, said = [w == stance for _, w, _ in pairs], [s == stance for _, _, s in pairs]
        counted = hits(there, said, [weight(one) for one, _, _ in pairs])
        yield from _row(set_, method, f"precision of {stance}", counted.precision, sum(said))
        yield from _row(set_, method, f"recall of {stance}", counted.recall, sum(there))
    refuting = [(one, s == "supports") for one, w, s in sided if w == "refutes"]
    weights = [weight(one) for one, _ in refuting]
    taken = hits([True] * len(refuting), [supports for _, supports in refuting], weights)
    yield from _row(set_, method, TAKEN, taken.recall, len(refuting))


def _calibration(set_: str, method: str, found: Sequence[Pooled]) -> Iterator[Row]:
    """Yield the calibration errors and the bins behind them, for a method with probabilities."""
    told = [(one, w, said) for one, w, said in _each(found) if said.refutes is not None]
    promised = {
        "supports": [(said.supports or 0.0, w == "supports") for _, w, said in told],
        "refutes": [
            (said.refutes or 0.0, w == "refutes") for one, w, said in told if one.labels != TWO_WAY
        ],
        "the label": [
            (said.surest, w == said.label) for one, w, said in told if one.labels == THREE
        ],
    }
    for what, pairs in promised.items():
        chances, facts = [chance for chance, _ in pairs], [fact for _, fact in pairs]
        error = calibration_error(chances, facts)
        yield from _row(set_, method, f"calibration error of {what}", error, len(pairs))
        for one in reliability(chances, facts):
            name = f"{what}, {one.low:.1f} to {one.high:.1f}"
            yield Row(name, method, "mean probability", one.promised, one.n)
            yield Row(name, method, "share that is so", one.kept, one.n)


def _each(found: Sequence[Pooled]) -> Iterator[tuple[Pooled, str, Said]]:
    for one in found:
        for wanted, said in zip(one.wanted, one.told, strict=True):
            yield one, wanted, said


def _row(set_: str, method: str, metric: str, value: float, n: int) -> Iterator[Row]:
    """Yield a row, unless the pairs at hand do not define the figure."""
    if not math.isnan(value):
        yield Row(set_, method, metric, value, n)


_LEGEND = (
    "Accuracy; in brackets the AUC of refutes against supports or, for sets without refuting "
    "pairs, of supports against the rest. For graded sets Pearson, in brackets Spearman."
)


def overview(rows: Sequence[Row]) -> str:
    """Return two tables with a column a method: the sets, then the figures over all of them."""
    methods = list(dict.fromkeys(row.method for row in rows))
    cells = {(row.set, row.method, row.metric): row for row in rows}
    lines = _head(["set", "n"], methods)
    for set_ in dict.fromkeys(row.set for row in rows if row.metric in ("accuracy", "Pearson")):
        found = [_cell(cells, set_, method) for method in methods]
        n = max(row.n for row in rows if row.set == set_)
        lines.append(f"| {set_} | {n} | " + " | ".join(found) + " |")
    lines += ["", _LEGEND, "", *_head(["over all sets"], methods)]
    pooled = ((row.set, row.metric) for row in rows if row.set in _POOLS or row.metric == TAKEN)
    for set_, metric in dict.fromkeys(pooled):
        mine = [cells.get((set_, method, metric)) for method in methods]
        values = [f"{row.value:.3f} of {row.n}" if row else "" for row in mine]
        lines.append(f"| {set_}: {metric} | " + " | ".join(values) + " |")
    return "\n".join(lines)


def _head(first: Sequence[str], methods: Sequence[str]) -> list[str]:
    columns = [*first, *methods]
    return ["| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]


def _cell(cells: Mapping[tuple[str, str, str], Row], set_: str, method: str) -> str:
    """Return a method's main figure on a set, and in brackets how well it ranks the pairs."""
    main, ranks = (
        [f"{cells[set_, method, m].value:.2f}" for m in metrics if (set_, method, m) in cells]
        for metrics in (("accuracy", "Pearson"), (*_AUCS, "Spearman"))
    )
    return " ".join([*main[:1], *(f"({rank})" for rank in ranks[:1])])
