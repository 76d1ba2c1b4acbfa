"""Whole reports against labelled stories, beside the naive way of doing it.

A label names a statement by its first words. A claim answers for it that covers the place where
these words stand. `disputed` counts as `contradicted` and `not-covered` as `unmatched`, as the
labels' description says. The naive way: sentences, cosine over a threshold, outlets counted.
Statements that are false by construction (altered.toml) show what each takes for corroborated.
"""

import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.tables import Data, Row, run
from xref import pipeline
from xref.articles import Given, load, read
from xref.corpus.store import Corpus
from xref.encoders import encoder
from xref.records import Article, Report, Stance, Standing, Verdict

_CLASSES = ("corroborated", "single-source", "contradicted", "unmatched")
_AS = {"disputed": "contradicted", "not-covered": "unmatched"}
_THRESHOLDS = (0.5, 0.6, 0.7)
ALTERED = Path(__file__).parent / "altered.toml"
Method = Callable[["Story"], Callable[[int], str]]
"""What answers for a story: given a place of the article's text, a standing."""


@dataclass(frozen=True, slots=True)
class Story:
    """A checked article, the pages it is checked against, and the labels."""

    name: str
    article: Article
    pool: Path
    labels: Sequence[dict[str, Any]]


def altered(data: Data) -> Iterator[Story]:
    """Yield the statements of altered.toml, each set as an article against its story's pages."""
    for stem, told in tomllib.loads(ALTERED.read_text("utf-8")).items():
        pool = data.folder / "stories" / f"{stem}.jsonl"
        if not pool.exists():
            print(f"skipped: {pool} is absent", file=sys.stderr)
            continue
        text = "\n\n".join(told["statements"])
        article = Article(
            f"altered-{stem}", None, told["outlet"], None, "", told["published"], text
        )
        yield Story(stem, article, pool, [{"statement": s} for s in told["statements"]])


def fooled(told: Sequence[Story], method: str, answer: Method) -> Iterator[Row]:
    """Yield the share of false statements that a method calls corroborated."""
    said = [
        standing(story.article.text.find(label["statement"]))
        for story in told
        for standing in [answer(story)]
        for label in story.labels
    ]
    if said:
        share = said.count(_CLASSES[0]) / len(said)
        yield Row("altered", method, "false called corroborated", share, len(said))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of one labelled statement."""

    story: str
    statement: str
    expected: str
    acceptable: tuple[str, ...]
    given: str


def stories(data: Data) -> Iterator[Story]:
    """Yield every labelled story of the data folder."""
    about = data.text("stories/README.md") or ""
    for name in data.names("stories/*.labels.json"):
        stem = Path(name).name.removesuffix(".labels.json")
        labels = data.read(name)
        pool = data.folder / "stories" / f"{stem}.jsonl"
        page = data.folder / "stories" / f"{stem}.article.txt"
        if not labels or data.read(f"stories/{stem}.jsonl") is None or not page.exists():
            print(f"skipped: story {stem} is not complete", file=sys.stderr)
            continue
        given = _given(about, stem, labels)
        yield Story(stem, load(str(page), given), pool, labels)


def _given(about: str, stem: str, labels: Sequence[dict[str, Any]]) -> Given:
    """Read outlet and date of a checked article from the folder's description."""
    told = re.search(rf"\b{re.escape(stem)} ([^;:.`]+?(?:\.\w+)*) (\d{{4}}-\d\d-\d\d)", about)
    url = next((label["source_url"] for label in labels if label.get("source_url")), None)
    if told is None:
        return Given(url=url)
    return Given(outlet=told[1], published=told[2], url=url)


def ours(story: Story) -> Callable[[int], str]:
    """Check the story's article with xref; return the standing at a place of its text."""
    report = report_on(story)

    def standing(place: int) -> str:
        found = _verdict(report, place)
        return found.standing.value if found else Standing.NOT_A_CLAIM.value

    return standing


def outlets_counted(story: Story) -> Callable[[int], str]:
    """Check with xref, but count outlets where it counts origins: what tracing them is worth."""
    report = report_on(story)

    def standing(place: int) -> str:
        found = _verdict(report, place)
        if found is None:
            return Standing.NOT_A_CLAIM.value
        supporting = [o for o in found.origins if o.stance is Stance.SUPPORTS]
        outlets = {name for origin in supporting for name in origin.outlets}
        if len(outlets) < 2 or any(o.stance is Stance.REFUTES for o in found.origins):
            return found.standing.value
        return Standing.CORROBORATED.value

    return standing


def _verdict(report: Report, place: int) -> Verdict | None:
    over = [v for v in report.verdicts if v.claim.start <= place < v.claim.end]
    after = [v for v in report.verdicts if 0 < v.claim.start - place <= 3]
    return next(iter(over or after), None)


_REPORTS: dict[str, Report] = {}


def report_on(story: Story) -> Report:
    """Check the story's article against its pages in a fresh corpus; each once."""
    key = f"{story.pool} {story.article.id}"
    if key not in _REPORTS:
        _REPORTS[key] = _checked(story)
    return _REPORTS[key]


def _checked(story: Story) -> Report:
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "corpus.db", create=True) as corpus,
    ):
        tools = pipeline.Tools.default()
        for _ in pipeline.ingest(read(str(story.pool)), corpus, tools):
            pass
        return pipeline.check(story.article, corpus, tools)


def naive(story: Story, threshold: float) -> Callable[[int], str]:
    """Do it the obvious way: cosine over a threshold, outlets counted."""
    spans = _sentences(story.article.text)
    pages = [page for page in read(str(story.pool)) if isinstance(page, Article)]
    passages = [(p.outlet, p.text[a:b]) for p in pages for a, b in _sentences(p.text)]
    model = encoder()
    likeness = model.encode([story.article.text[a:b] for a, b in spans]) @ (
        model.encode([text for _, text in passages]).T
    )

    def standing(place: int) -> str:
        for row, (start, end) in enumerate(spans):
            if start <= place < end and len(story.article.text[start:end].split()) >= 4:
                near = {
                    o for (o, _), s in zip(passages, likeness[row], strict=True) if s >= threshold
                }
                return _CLASSES[0] if len(near) > 1 else _CLASSES[1] if near else _CLASSES[3]
        return Standing.NOT_A_CLAIM.value

    return standing


def _sentences(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S.*?(?:[.!?][\"”]?(?=\s)|\n|$)", text)]


def answers(story: Story, standing: Callable[[int], str]) -> Iterator[Answer]:
    """Yield a method's answer to every label whose statement stands in the article."""
    for label in story.labels:
        place = story.article.text.find(label["statement"])
        if place < 0:
            print(f"skipped: {label['id']} does not stand in the article", file=sys.stderr)
            continue
        given = standing(place)
        yield Answer(
            story.name,
            label["statement"],
            label["expected"],
            tuple(label["acceptable"]),
            _AS.get(given, given),
        )


def score(set_: str, method: str, found: Sequence[Answer]) -> Iterator[Row]:
    """Yield the figures of one method on one set."""
    n = len(found)
    said = Counter(a.given for a in found)
    right = Counter(a.given for a in found if a.given == a.expected)
    wanted = Counter(a.expected for a in found)
    lenient = [a for a in found if a.given in (a.expected, *a.acceptable)]
    present = [c for c in _CLASSES if wanted[c]]
    f1 = {c: 2 * right[c] / (said[c] + wanted[c]) for c in present}
    first = _CLASSES[0]
    yield Row(set_, method, "accuracy", sum(right.values()) / n, n)
    yield Row(set_, method, "accuracy, lenient", len(lenient) / n, n)
    yield Row(set_, method, "macro-F1", sum(f1.values()) / len(present), n)
    for name, value in f1.items():
        yield Row(set_, method, f"F1 {name}", value, wanted[name])
    if said[first]:
        fair = sum(a.given == first for a in lenient)
        yield Row(set_, method, "corroborated precision", right[first] / said[first], said[first])
        yield Row(set_, method, "corroborated precision, lenient", fair / said[first], said[first])
    nothing = Standing.NOT_A_CLAIM.value
    if wanted[nothing]:
        out = right[nothing] / wanted[nothing]
        yield Row(set_, method, "non-claims kept out", out, wanted[nothing])
    lost = sum(a.given == nothing and a.expected != nothing for a in found)
    yield Row(set_, method, "claims lost", lost, n)


def measure(data: Data) -> Iterator[Row]:
    """Score xref and the naive way on each story and on all of them."""
    methods: dict[str, Method] = {
        f"cosine {t}": lambda story, t=t: naive(story, t)  # type: ignore[misc]
        for t in _THRESHOLDS
    }
    methods["xref, outlets counted"] = outlets_counted
    methods["xref"] = ours
    told, false = list(stories(data)), list(altered(data))
    for name, method in methods.items():
        everything: list[Answer] = []
        for story in told:
            found = list(answers(story, method(story)))
            everything += found
            yield from score(story.name, name, found)
        if everything:
            yield from score("all", name, everything)
        yield from fooled(false, name, method)


if __name__ == "__main__":
    sys.exit(run("stories", measure))
