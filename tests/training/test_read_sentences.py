"""The spans of pages that were read."""

import csv
import gzip
import io
import json
from pathlib import Path

from training.sentences import READ, read

ROOT = Path(__file__).parents[2]
TEXT = "The hall burnt down. It was a shame.\n\nFollow us."


def rows() -> list[dict[str, str]]:
    packed = (ROOT / READ).read_bytes()
    return list(csv.DictReader(io.StringIO(gzip.decompress(packed).decode())))


def test_letters_and_places() -> None:
    told = rows()
    assert {row["letter"] for row in told} == set("FCOBQ")
    assert all(0 <= int(row["start"]) < int(row["end"]) for row in told)
    assert len({(row["article"], row["start"]) for row in told}) == len(told)


def test_a_span_comes_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    packed = gzip.compress(json.dumps({"id": "a", "text": TEXT}).encode())
    (tmp_path / "articles" / "news.jsonl.gz").write_bytes(packed)
    told = tmp_path / "read.csv.gz"
    lines = "set,article,start,end,letter\nnews,a,0,20,C\nnews,a,38,48,F\nnews,a,1,5,O\n"
    told.write_bytes(gzip.compress(lines.encode()))
    story, page = read(tmp_path, told)
    assert (story.words, story.letter, story.place.before, story.place.after) == (
        "The hall burnt down.", "C", 0, 1,
    )  # fmt: skip
    assert (page.words, page.letter, page.place.alone) == ("Follow us.", "F", True)
