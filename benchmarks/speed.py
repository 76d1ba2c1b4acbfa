"""How long things take, each beside the plain way of doing it, in the same run.

    python -m benchmarks.speed [--claims 10000,100000]

Works take turns and medians are told, in seconds of processor and of wall clock: on a machine that
others use the first are steadier, and the ratio of two ways within one run steadier still. The
plain way is a script with sentence-transformers: encode, `util.semantic_search`, nothing else.
"""

import argparse
import json
import os
import platform
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made_corpus import Made, fill, ingredients
from benchmarks.tables import Data, Row, run
from xref import pipeline
from xref.claims import split
from xref.corpus.matrix import matrix, nearest
from xref.corpus.store import Corpus
from xref.encoders import Encoder, encoder
from xref.models import bundled
from xref.records import Article, Claim, ClaimKind
from xref.settings import DEFAULT

if TYPE_CHECKING:
    from xref.encoders import Floats

SIZES = (10_000, 100_000)
_REPEATS = 3
_ENCODED = 300
_NEIGHBOURS = 10
OTHERS = "articles/allsides-2015.jsonl.gz"
_INGESTED = 12
_CHECKED = 4
_XREF = (sys.executable, "-c", "from xref.cli import main; main()")
_SCRIPT = """
import sys, json
import numpy as np
from sentence_transformers import SentenceTransformer, util
folder, vectors, article = sys.argv[1:]
told = json.load(open(article))["text"].split("\\n\\n")
asked = SentenceTransformer(folder).encode(told, normalize_embeddings=True)
util.semantic_search(asked, np.load(vectors), top_k=24)
"""
"""The plain way, as a process of its own."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one work took."""

    cpu: float
    wall: float


def took(works: Mapping[str, Callable[[], object]], repeats: int = _REPEATS) -> dict[str, Spent]:
    """Return the medians of each work; the works take turns, after one turn to warm up."""
    spent: dict[str, list[Spent]] = {name: [] for name in works}
    for turn in range(repeats + 1):
        for name, work in works.items():
            cpu, wall = _cpu(), time.perf_counter()
            work()
            if turn:
                spent[name].append(Spent(_cpu() - cpu, time.perf_counter() - wall))
    return {
        name: Spent(
            statistics.median(one.cpu for one in all_), statistics.median(one.wall for one in all_)
        )
        for name, all_ in spent.items()
    }


def _cpu() -> float:
    """Seconds of processor of this process and of those that it has waited for."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


def _rows(set_: str, spent: Mapping[str, Spent], n: int, plain: str) -> Iterator[Row]:
    """Yield the seconds of each way, and how many times as fast as the plain one it is."""
    for name, one in spent.items():
        yield Row(set_, name, "cpu s", one.cpu, n)
        yield Row(set_, name, "wall s", one.wall, n)
        yield Row(set_, name, f"times as fast as {plain}", spent[plain].cpu / one.cpu, n)


def _run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)


def starting() -> Iterator[Row]:
    """Yield what the command line takes to say what it can do."""
    works = {
        "python -c pass": lambda: _run(sys.executable, "-c", "pass"),
        "xref --help": lambda: _run(*_XREF, "--help"),
    }
    yield from _rows("help", took(works), 1, "python -c pass")


def encoding(made: Made, model: Encoder) -> Iterator[Row]:
    """Yield the speed of encoding, and how many of the nearest neighbours stay the same."""
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(bundled.folder()))
    texts = list(made.texts[:_ENCODED])
    answers: dict[str, Floats] = {}

    def theirs() -> None:
        answers["plain"] = plain.encode(texts, normalize_embeddings=True)

    def ours() -> None:
        answers["xref"] = model.encode(texts)

    spent = took({"sentence-transformers": theirs, "xref": ours}, 2)
    yield from _rows("encode", spent, len(texts), "sentence-transformers")
    same = _overlap(answers["plain"], answers["xref"])
    yield Row("encode", "xref", f"same {_NEIGHBOURS} neighbours", same, len(texts))


def _overlap(one: "Floats", other: "Floats") -> float:
    import numpy as np

    near = [np.argsort(-(rows @ rows.T), axis=1)[:, 1 : _NEIGHBOURS + 1] for rows in (one, other)]
    shared = [len(set(a) & set(b)) for a, b in zip(*near, strict=True)]
    return statistics.fmean(shared) / _NEIGHBOURS


def searching(size: int, path: Path, whole: "Floats", made: Made) -> Iterator[Row]:
    """Yield what exact search over all claims takes, by meaning alone and with words and texts."""
    import numpy as np

    most, asked = DEFAULT.passages_a_claim, made.asked_vectors
    claims = [
        Claim(str(n), "checked", 0, len(text), text, ClaimKind.STATEMENT, text)
        for n, text in enumerate(made.asked)
    ]
    found: dict[str, list[set[int]]] = {}

    def plain() -> None:
        scores = asked @ whole.T
        found["numpy f32"] = [set(np.argpartition(-row, most)[:most].tolist()) for row in scores]

    with Corpus.open(path) as corpus:
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            held = matrix(conn, path, whole.shape[1])
        everywhere = np.arange(len(held.rows))

        def bytes_() -> None:
            near = nearest(held, everywhere, asked, most)
            found["xref"] = [set(places.tolist()) for places in near]

        def all_of_it() -> None:
            scope = corpus.scope(None, lambda *_: True)
            hits = corpus.passages(claims, asked, scope, most)
            corpus.claims({hit.number for one in hits for hit in one})

        works: dict[str, Callable[[], object]] = {
            **dict(_libraries(whole, asked, most)),
            "sgemm alone": lambda: asked @ whole.T,
            "numpy f32": plain,
            "xref, by meaning": bytes_,
            "xref, meaning, words and texts": all_of_it,
        }
        spent = took(works)
    yield from _rows(f"search {size}", spent, len(claims), "numpy f32")
    pairs = zip(found["numpy f32"], found["xref"], strict=True)
    recall = statistics.fmean(len(exact & near) / most for exact, near in pairs)
    yield Row(f"search {size}", "xref, by meaning", "recall", recall, len(claims))


def _libraries(
    whole: "Floats", asked: "Floats", most: int
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the exact searches of libraries that are installed, each on one core."""
    import numpy as np

    try:
        import faiss

        faiss.omp_set_num_threads(1)
        flat = faiss.IndexFlatIP(whole.shape[1])
        flat.add(whole)
        yield "faiss flat", lambda: flat.search(asked, most)
    except ImportError:
        print("search: without faiss, which is not installed", file=sys.stderr)
    try:
        from usearch.index import MetricKind, search

        half, asked_half = whole.astype(np.float16), asked.astype(np.float16)
        yield (
            "usearch exact f16",
            lambda: search(half, asked_half, most, MetricKind.IP, exact=True, threads=1),
        )
    except ImportError:
        print("search: without usearch, which is not installed", file=sys.stderr)


def checking(size: int, path: Path, whole: "Floats", made: Made, folder: Path) -> Iterator[Row]:
    """Yield what a whole check takes in a fresh process, and the most memory that it held."""
    import numpy as np

    article, vectors = folder / "article.jsonl", folder / "vectors.npy"
    article.write_text(made.article, "utf-8")
    np.save(vectors, whole)
    command = (*_XREF, "check", article, "--corpus", path, "-f", "json")
    works: dict[str, Callable[[], object]] = {
        "sentence-transformers, encode and search": lambda: _run(
            sys.executable, "-c", _SCRIPT, bundled.folder(), vectors, article
        ),
        "xref check": lambda: _run(*command),
    }
    spent = took(works, 1)
    yield from _rows(f"check {size}", spent, 1, "sentence-transformers, encode and search")
    yield Row(f"check {size}", "xref check", "peak MB", _peak(*command), 1)


_WATCHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A process of its own starts the watched one: a fork is charged with what its parent holds."""


def _peak(*command: str | Path) -> float:
    """Return the most memory that a process held, mapped files included, in megabytes."""
    watched = [sys.executable, "-c", _WATCHED, *map(str, command)]
    return int(subprocess.run(watched, check=True, capture_output=True).stdout) / 1_000


def ingesting(data: Data, folder: Path) -> Iterator[Row]:
    """Yield what ingesting articles takes, beside encoding and committing each claim alone.

    The plain way has the claims from us, and sentence-transformers for their vectors.
    """
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(bundled.folder()))
    articles = list(islice(_articles(data), _INGESTED))
    if not articles:
        return
    turns = iter(range(1_000))

    def ours() -> None:
        with Corpus.open(folder / f"ours-{next(turns)}.db", create=True) as corpus:
            for _ in pipeline.ingest(articles, corpus, pipeline.Tools.default()):
                pass

    def each() -> None:
        conn = sqlite3.connect(folder / f"each-{next(turns)}.db")
        conn.execute("CREATE TABLE claims (text TEXT, vector BLOB)")
        for article in articles:
            for claim in split(article, str):
                vector = plain.encode(claim.reading, normalize_embeddings=True).tobytes()
                conn.execute("INSERT INTO claims VALUES (?, ?)", (claim.text, vector))
                conn.commit()

    spent = took({"each claim alone": each, "xref": ours}, 1)
    yield from _rows("ingest", spent, len(articles), "each claim alone")
    yield Row("ingest", "xref", "articles a cpu s", len(articles) / spent["xref"].cpu, _INGESTED)


def many(data: Data, path: Path, folder: Path) -> Iterator[Row]:
    """Yield what articles take in one process and in one each."""
    articles = list(islice(_articles(data), _INGESTED, _INGESTED + _CHECKED))
    files = [folder / f"checked-{place}.jsonl" for place in range(len(articles))]
    for file, article in zip(files, articles, strict=True):
        told = {"outlet": article.outlet, "published": article.published, "text": article.text}
        file.write_text(json.dumps({**told, "url": article.url, "title": article.title}), "utf-8")
    tools = pipeline.Tools.default()

    def together() -> None:
        with Corpus.open(path) as corpus:
            for article in articles:
                pipeline.check(article, corpus, tools)

    def apart() -> None:
        for file in files:
            _run(*_XREF, "check", file, "--corpus", path, "-f", "json")

    spent = took({"a process each": apart, "one process": together}, 1)
    yield from _rows("check articles", spent, len(articles), "a process each")


def _articles(data: Data) -> Iterator[Article]:
    for row in data.read(OTHERS) or []:
        yield Article(
            row["id"],
            row["url"],
            row["outlet"],
            row["domain"],
            row["title"],
            row["published"],
            row["text"],
        )


def measure(data: Data, sizes: Sequence[int]) -> Iterator[Row]:
    """Yield all figures; a set of sizes that the machine has no room for is left out by hand."""
    for package in ("numpy", "onnxruntime", "sentence-transformers"):
        print(f"{package} {version(package)}", file=sys.stderr)
    print(f"{platform.machine()}, {os.cpu_count()} processors", file=sys.stderr)
    yield from starting()
    model = encoder()
    made = ingredients(data, model)
    if made is None:
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        yield from encoding(made, model)
        yield from ingesting(data, folder)
        for size in sizes:
            path = folder / f"{size}.db"
            whole = fill(path, made, model, size)
            yield from searching(size, path, whole, made)
            yield from checking(size, path, whole, made, folder)
            if size == sizes[0]:
                yield from many(data, path, folder)
            path.unlink()


def main(argv: Sequence[str] | None = None) -> int:
    """Parse the option of this benchmark, and leave the others to what all have in common."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", add_help=False)
    parser.add_argument("--claims", default=",".join(map(str, SIZES)))
    options, rest = parser.parse_known_args(argv)
    sizes = [int(size) for size in options.claims.split(",")]
    return run("speed", lambda data: measure(data, sizes), rest)


if __name__ == "__main__":
    # As the command line has it, for the plain ways, too; numpy has read it when this is reached.
    if "OPENBLAS_NUM_THREADS" not in os.environ:
        again = [sys.executable, "-m", "benchmarks.speed", *sys.argv[1:]]
        os.execve(sys.executable, again, {**os.environ, "OPENBLAS_NUM_THREADS": "1"})  # noqa: S606 - ourselves
    sys.exit(main())
