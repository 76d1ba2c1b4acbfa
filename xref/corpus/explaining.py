"""What SQLite and the disk raise -> one sentence that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xref.errors import CorpusUnwritable, NotACorpus


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the file at `path` into CorpusUnwritable or NotACorpus."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise CorpusUnwritable(_why(path, str(error))) from error
    except sqlite3.DatabaseError as error:
        raise NotACorpus(
            f"{path} is not a readable SQLite file ({error}); name another with --corpus, "
            "or restore it from a copy."
        ) from error
    except OSError as error:
        raise CorpusUnwritable(
            f"The corpus {path} cannot be used ({error.strerror}); name another with --corpus."
        ) from error


def _why(path: Path, error: str) -> str:
    if "full" in error:
        return f"The disk that holds {path} is full; free some room and run the command again."
    if "locked" in error:
        return f"Another process is writing to {path}; wait until it is done and try again."
    return (
        f"The corpus {path} cannot be written or opened ({error}); check its permissions and "
        "those of its folder, or name another with --corpus."
    )
