"""The corpus file before it is known to be one."""

import os
import sqlite3
from pathlib import Path


def is_nothing(path: Path) -> bool:
    """Whether there is no file, or an empty one."""
    # Path.exists() raises where a name is too long or a folder may not be looked into.
    try:
        return not path.stat().st_size
    except OSError:
        return True


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """Open the file; from a place where nothing can be written, without SQLite's side files."""
    still = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    how = "mode=rwc" if create else "immutable=1" if still else "mode=rw"
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None)
