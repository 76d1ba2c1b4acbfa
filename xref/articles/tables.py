"""CSV and TSV exports -> what is said of each article; columns by the names the user gives."""

import csv
from collections.abc import Iterable, Iterator, Mapping

from xref.articles import characters
from xref.articles.found import KEYS, Found
from xref.articles.transcoding import lost
from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_ALSO = {
    "date": "published",
    "publication_date": "published",
    "headline": "title",
    "body": "text",
    "content": "text",
    "link": "url",
    "source": "outlet",
    "publication": "outlet",
    "author": "authors",
    "lang": "language",
}
"""What exports often call our columns."""


def found_in(
    parts: Iterable[bytes], limits: ReadingLimits, columns: Mapping[str, str]
) -> Iterator[tuple[str, Found | SourceUnreadable]]:
    """Give what each row says; a row that cannot be read is given as the reason.

    Args:
        parts: the export's bytes, in UTF-8.
        limits: how long things may be.
        columns: our names -> the export's, where they differ.

    Raises:
        SourceUnreadable: there is no column with texts, or the quoting is broken.
    """
    lines = _lines(parts, limits)
    head = next(lines, "")
    csv.field_size_limit(limits.line_bytes)
    delimiter = max(",;\t|", key=head.count)
    try:
        names = next(csv.reader([head], delimiter=delimiter), [])
        places = _places(names, columns)
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter), start=2):
            if not any(row):
                continue
            if len(row) != len(names):
                what = f"{len(row)} cells in place of {len(names)}; see that texts are quoted"
                yield f"row {number}", SourceUnreadable(what)
            else:
                said = {key: row[place].strip() or None for key, place in places.items()}
                yield f"row {number}", Found(**said)
                if problem := lost("".join(row)):
                    yield f"row {number}", SourceUnreadable(problem)
    except csv.Error as error:
        raise SourceUnreadable(f"no well-formed CSV ({error}); export it again") from None


def _lines(parts: Iterable[bytes], limits: ReadingLimits) -> Iterator[str]:
    for line in characters.lines(parts, limits.line_bytes):
        if line is None:
            raise SourceUnreadable(f"a line longer than {limits.line_bytes // 1_000_000} MB")
        yield line.decode("utf-8", "replace").removeprefix("\ufeff") + "\n"


def _places(names: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Tell which column holds what; the user's word goes before a name's look."""
    folded = [name.strip().casefold() for name in names]
    places: dict[str, int] = {}
    for place, name in enumerate(folded):
        key = _ALSO.get(name, name)
        if key in KEYS:
            places.setdefault(key, place)
    for key, wanted in columns.items():
        if wanted.strip().casefold() not in folded:
            raise _no_column(wanted, names)
        places[key] = folded.index(wanted.strip().casefold())
    if "text" not in places:
        raise _no_column("text", names)
    return places


def _no_column(wanted: str, names: list[str]) -> SourceUnreadable:
    there = characters.one_line(", ".join(names), 200)
    return SourceUnreadable(
        f"no column {characters.one_line(wanted, 60)!r} among {there}; "
        "name it with --columns, such as text=BODY"
    )
