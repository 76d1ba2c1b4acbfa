"""Trains the tagger of attributions: `python -m training.tagger` writes its weights.

An averaged perceptron over a linear chain (crfsuite) reads PolNeAR's training part, a paragraph at
a time; the order is crfsuite's own and the same in every run. Two minutes of one core.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from xref.attributions.features import Seen, seen
from xref.attributions.quotes import Span
from xref.attributions.tagging import CONTENT, CUE, NONE, SOURCE
from xref.claims.sentences import sentences
from xref.models.sequences import weights_file

DATA = Path("..") / "shared" / "data"
ROUNDS = 8
LEAST = 3
"""Places in which a feature must be seen."""
_PARTS = {SOURCE: "source", CUE: "cue", CONTENT: "content"}


def paragraphs(text: str) -> Iterator[list[Span]]:
    """Yield each paragraph as its sentences, credit lines left out."""
    kept = (part for part in sentences(text) if not part.credit)
    for _, parts in groupby(kept, key=lambda part: part.paragraph):
        yield [(part.start, part.end) for part in parts]


def examples(article: dict[str, Any]) -> Iterator[tuple[Seen, list[str]]]:
    """Yield the paragraphs of a labelled article, with the label of each word.

    Where the parts of two attributions meet, source goes before cue and cue before content.
    """
    text = article["text"]
    spoken = {
        label: _covered(len(text), (s for one in article["attributions"] for s in one[part]))
        for label, part in _PARTS.items()
    }
    for parts in paragraphs(text):
        paragraph = seen(text, parts)
        yield (
            paragraph,
            [
                next((label for label in _PARTS if spoken[label][token.start]), NONE)
                for token in paragraph.tokens
            ],
        )


def _covered(length: int, spans: Iterable[Span]) -> bytearray:
    covered = bytearray(length)
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def train(articles: Iterable[dict[str, Any]]) -> bytes:
    """Return the weights learnt from labelled articles."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ROUNDS, "feature.minfreq": LEAST})
    for article in articles:
        for paragraph, labels in examples(article):
            trainer.append(paragraph.features, labels)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "weights"
        trainer.train(str(target))
        return target.read_bytes()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=weights_file())
    options = parser.parse_args()
    source = options.data / "attribution" / "polnear-train.jsonl.gz"
    if not source.is_file():
        sys.exit(f"There is no {source}; name the folder of labelled data with --data.")
    rows = [json.loads(line) for line in gzip.decompress(source.read_bytes()).splitlines()]
    options.target.write_bytes(gzip.compress(train(rows), mtime=0))
