"""The shipped list of places is what the packages say, by the rules of training/places.py."""

import gzip
from pathlib import Path

from training.places import entries, longest
from xref.places.gazetteer import FILE, gazetteer, write


def test_the_shipped_list_is_what_is_made_today(tmp_path: Path) -> None:
    made = entries()
    write(tmp_path / "made", made, longest(made))
    again = (tmp_path / "made").read_bytes()
    write(tmp_path / "made", made, longest(made))
    assert again == (tmp_path / "made").read_bytes()
    # The bytes of gzip depend on the machine's zlib.
    assert gzip.decompress(again) == gzip.decompress(FILE.read_bytes())


def test_a_name_is_read_as_it_was_written() -> None:
    made, read = entries(), gazetteer()
    assert all(read.entry(name) == entry for name, entry in made.items())
    assert read.entry("no such place") is None
    assert "turkey" in read
