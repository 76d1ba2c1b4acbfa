"""Where a command's result goes, and in which format: by `--format`, else by the file's ending."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from xref.errors import OptionError

Form = TypeVar("Form", bound=StrEnum)


def form_of(
    output: Path | None, given: Form | None, endings: Mapping[str, Form], default: Form
) -> Form:
    """Return the format that is asked for, before anything is read or judged.

    `given` is what `--format` says. A file without an ending gets the `default`. Raises OptionError
    for an ending that stands for no format, and for a file in a folder that does not exist.
    """
    in_its_folder(output)
    if given is not None or output is None or not output.suffix:
        return given or default
    found = endings.get(output.suffix.lower())
    if found is None:
        *some, last = endings
        raise OptionError(
            f"No format has the ending {output.suffix} of {output}: give the file one of"
            f" {', '.join(some)} or {last}, or name a format with --format."
        )
    return found


def in_its_folder(output: Path | None) -> None:
    """Refuse a file in a folder that does not exist: a slip of the pen makes no folders."""
    if output is not None and not output.parent.is_dir():
        raise OptionError(
            f"There is no folder {output.parent} for {output.name}; make it first, or name another"
            " place with --output."
        )
