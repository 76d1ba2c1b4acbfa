"""The sign-offs beside an article: who accepted which finding, when and why.

`article.md.xref` stands beside `article.md`. Each line is one acceptance:

    # xref: accept SRC001 "The bridge was closed" by Night desk on 2026-11-26: heard it ourselves
    # xref: accept SRC003 at 120 by Night desk on 2026-11-26: the source's life is at risk
    # xref: accept SRC009 by Night desk on 2026-11-26: agency copy is enough for a brief

The words are the first of the statement, `at` is a place in the text; without either it is for
every statement. Other lines that begin with `#` are for people.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xref.errors import SignOffError
from xref.records import Finding, SignOff

ENDING = ".xref"
"""What is added to an article's file name."""
_LARGEST = 1_000_000
"""Bytes of a file of sign-offs that are read: some thousand lines."""
_LINE = re.compile(
    r"#\s*xref:\s*accept\s+(?P<code>[A-Z]{3}\d{3})"
    r"(?:\s+(?:[\"“](?P<words>[^\"”]{1,500})[\"”]|at\s+(?P<at>\d{1,9})))?"
    r"\s+by\s+(?P<by>[^:]{1,200}?)\s+on\s+(?P<date>\d{4}-\d\d-\d\d)\s*:\s*(?P<reason>\S.{0,999})"
)
_MEANT = re.compile(r"#\s*xref\b", re.IGNORECASE)


def sign_offs(article: str) -> tuple[SignOff, ...]:
    """Read the sign-offs beside an article; none where it is no file or has none.

    Raises SignOffError where a line is not in the form: a sign-off must not be lost in silence.
    """
    path = _beside(article)
    if path is None:
        return ()
    try:
        if path.stat().st_size > _LARGEST:
            raise SignOffError(f"{path} is too large for sign-offs; keep those still needed.")
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SignOffError(
            f"The sign-offs {path} cannot be read ({error}); mend the file or move it away."
        ) from error
    return tuple(
        _read(line.strip(), number, path)
        for number, line in enumerate(lines, start=1)
        if line.strip() and (not line.strip().startswith("#") or _MEANT.match(line.strip()))
    )


def _beside(article: str) -> Path | None:
    try:
        path = Path(article + ENDING)
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None  # an address, or a name that no file can have


def _read(line: str, number: int, path: Path) -> SignOff:
    found = _LINE.fullmatch(line)
    if not found or not _is_day(found["date"]):
        raise SignOffError(
            f"Line {number} of {path} is no sign-off; write it as "
            '`# xref: accept SRC001 "first words" by NAME on 2026-01-31: reason`.'
        )
    return SignOff(
        code=found["code"],
        by=found["by"].strip(),
        date=found["date"],
        reason=found["reason"].strip(),
        words=found["words"],
        offset=int(found["at"]) if found["at"] else None,
    )


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def signed(finding: Finding, accepted: Sequence[SignOff]) -> SignOff | None:
    """The first sign-off that is for this finding."""
    return next((one for one in accepted if _is_for(one, finding)), None)


def _is_for(one: SignOff, finding: Finding) -> bool:
    claim = finding.claim
    if one.code != finding.code:
        return False
    if one.offset is not None:
        return claim.start <= one.offset < claim.end
    return one.words is None or _plain(claim.text).startswith(_plain(one.words))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold())) + " "
