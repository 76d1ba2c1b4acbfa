"""Which known name an unknown one may be a slip of."""

import pytest

from xref.corpus.outlets import Registry
from xref.records import Outlet
from xref.settings import AUDIT

KNOWN = Registry([Outlet("Example Gazette"), Outlet("Herald")])


@pytest.mark.parametrize(
    ("written", "held", "meant"),
    [
        ("Exmaple Gazette", [], "Example Gazette"),
        ("heralt", [], "Herald"),
        # What the corpus holds comes first.
        ("Heralt", ["Heralf"], "Heralf"),
        ("gazete.example", ["gazette.example"], "gazette.example"),
        ("Quay Tribune", ["Courier"], None),
        ("", [], None),
    ],
)
def test_nearest(written: str, held: list[str], meant: str | None) -> None:
    assert KNOWN.nearest(written, held, AUDIT.name_likeness) == meant
