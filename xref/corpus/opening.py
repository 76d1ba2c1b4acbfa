"""The corpus file before it is known to be one."""

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from xref.corpus.schema import APPLICATION_ID, MIGRATIONS, migrations
from xref.errors import CorpusTooNew, NotACorpus

if TYPE_CHECKING:
    from sqlite_utils import Database


def is_nothing(path: Path) -> bool:
    """Whether there is no file, or an empty one."""
    # Path.exists() raises where a name is too long or a folder may not be looked into.
    try:
        return not path.stat().st_size
    except OSError:
        return True


def connect(path: Path, create: bool, *, shared: bool = False) -> sqlite3.Connection:
    """Open the file; from a place where nothing can be written, without SQLite's side files.

    A `shared` connection may be used by several threads, one at a time.
    """
    still = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    how = "mode=rwc" if create else "immutable=1" if still else "mode=rw"
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=not shared)


def refuse_foreign(db: "Database", path: Path) -> None:
    """See that the file is a corpus, or nothing yet, and not newer than this code.

    Raises NotACorpus or CorpusTooNew.
    """
    # In one statement: another process may be making the corpus just now.
    mark, tables = db.conn.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    if mark != APPLICATION_ID and tables:
        raise NotACorpus(
            f"{path} is an SQLite file, but not an xref corpus; name another with --corpus."
        )
    if {migration.name for migration in migrations.applied(db)} - MIGRATIONS:
        raise CorpusTooNew(
            f"{path} was written by a newer xref; upgrade with `pip install -U xref`."
        )
