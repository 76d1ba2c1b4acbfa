"""Who says what, token by token, against PolNeAR's labelled articles.

Each article is cut into sentences; what is found in them is compared with what people marked, by
word, for sources, cues and contents apart: a word counts once, whichever attribution it is in.
Beside the rules stand what was learnt (`xref/attributions/tagging.py`) and the cue-word rule.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from benchmarks.tables import Data, Row, run
from xref.attributions import marked, tagged
from xref.claims.sentences import sentences

_FILE = "attribution/polnear-dev.jsonl.gz"
_PARTS = ("source", "cue", "content")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CUE = re.compile(r"\b(?:said|says|say|saying|told|wrote|added|asked|according to)\b")
_PHRASE = re.compile(r"(?:[A-Z][\w.’'-]*\s+)*[\w.’'-]+\s*\Z")
Spans = dict[str, list[tuple[int, int]]]
"""By part: the spans of a text."""


def rows(data: Data) -> Iterator[Row]:
    """Yield precision, recall and F1 of each part, for the rules and for the cue-word rule."""
    articles = data.read(_FILE)
    if not articles:
        return
    methods: list[tuple[str, Callable[[str], Spans]]] = [
        ("learnt", learnt),
        ("rules, every attribution", every),
        ("rules, sayings only", sayings),
        ("cue words", naive),
    ]
    for name, method in methods:
        found = [(article, method(article["text"])) for article in articles]
        for part in _PARTS:
            yield from _figures(name, part, found)


def learnt(text: str) -> Spans:
    """Return the spans that the tagger marks."""
    spans: Spans = {part: [] for part in _PARTS}
    kept = (part for part in sentences(text) if not part.credit)
    for _, parts in groupby(kept, key=lambda part: part.paragraph):
        found = tagged(text, [(part.start, part.end) for part in parts])
        spans["source"] += found.sources
        spans["cue"] += found.cues
        spans["content"] += found.contents
    return spans


def every(text: str) -> Spans:
    """Return the spans of all attributions that are found."""
    return _spans(one for a, b in _sentences(text) for one in marked(text, a, b))


def sayings(text: str) -> Spans:
    """Return the spans of the attributions that say that something was said."""
    found = (one for a, b in _sentences(text) for one in marked(text, a, b))
    return _spans(one for one in found if not one.attitude)


def naive(text: str) -> Spans:
    """Do it the obvious way: the words before a verb of speech, and the rest of the sentence."""
    spans: Spans = {part: [] for part in _PARTS}
    for start, end in _sentences(text):
        cue = _CUE.search(text, start, end)
        if cue is None:
            continue
        source = _PHRASE.search(text, start, cue.start())
        first = source.start() if source else cue.start()
        if source:
            spans["source"].append(source.span())
        spans["cue"].append(cue.span())
        spans["content"] += [(start, first), (cue.end(), end)]
    return spans


def _spans(found: Iterable[Any]) -> Spans:
    spans: Spans = {part: [] for part in _PARTS}
    for one in found:
        spans["source"] += [one.source] if one.source else []
        spans["cue"] += [one.cue] if one.cue else []
        spans["content"] += one.contents
    return spans


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return ((part.start, part.end) for part in sentences(text) if not part.credit)


def _words(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Where the words begin that stand in one of the spans."""
    return {m.start() for a, b in spans for m in _WORD.finditer(text, a, b)}


def _figures(
    method: str, part: str, found: Iterable[tuple[dict[str, Any], Spans]]
) -> Iterator[Row]:
    both = ours = theirs = n = 0
    for article, spans in found:
        labelled = [tuple(span) for one in article["attributions"] for span in one[part]]
        right = _words(article["text"], labelled)
        given = _words(article["text"], spans[part])
        both, ours, theirs = both + len(right & given), ours + len(given), theirs + len(right)
        n += 1
    precision = both / ours if ours else 0.0
    recall = both / theirs if theirs else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    for metric, value in (("precision", precision), ("recall", recall), ("F1", f1)):
        yield Row("polnear", method, f"{part} {metric}", value, n)


if __name__ == "__main__":
    sys.exit(run("attribution_spans", rows))
