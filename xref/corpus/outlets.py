"""The registry of outlets: who publishes, under which domains, and whose house it is.

The registry is `corpora/outlets.toml` of the project, shipped with the package; XREF_OUTLETS names
another file in the same form.
"""

import hashlib
import os
import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from xref.errors import RegistryError
from xref.records import Outlet, OutletKind

_SHORT = 4
"""Aliases up to this length, and those in capitals, must match in case: `AA` is an agency, `aa`
is not."""


class Registry:
    """Outlets by name, alias and domain."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)

    def of(self, name: str, domain: str | None) -> Outlet:
        """Return the outlet of an article; one made of name and domain where it is unknown.

        The domain decides: a label such as a columnist's name may stand in `name`.
        """
        return (
            self.at(domain)
            or self.named(name)
            or Outlet(name=name, domains=(domain,) if domain else ())
        )

    def at(self, domain: str | None) -> Outlet | None:
        """Return the outlet of a domain or of the nearest domain above it."""
        labels = (domain or "").lower().split(".")
        for start in range(len(labels) - 1):
            found = self._by_domain.get(".".join(labels[start:]))
            if found:
                return found
        return None

    def named(self, written: str) -> Outlet | None:
        """Return the outlet that others write like this (a name, an alias or a domain)."""
        written = re.sub(r"\s+", " ", written).strip(" .,:;'\"“”‘’()[]")
        return (
            self._exact.get(written)
            or self._folded.get(written.casefold())
            or (self.at(written) if "." in written and " " not in written else None)
        )

    def matching(self, name: str) -> Callable[[str, str | None], bool]:
        """Return what tells, by outlet and domain as written, whether an article is of `name`."""
        known = self.named(name)

        def ours(written: str, domain: str | None) -> bool:
            if known:
                return self.of(written, domain).name == known.name
            return name.casefold() in (written.casefold(), (domain or "").casefold())

        return ours

    def name_of(self, written: str) -> str | None:
        """Return the registry's name for an outlet that is written like this; None if unknown."""
        outlet = self.named(written)
        return outlet.name if outlet else None

    def nearest(self, written: str, others: Iterable[str], likeness: float) -> str | None:
        """Return the name that an unknown one may be a slip of: one of the others', or ours."""
        from rapidfuzz import fuzz, process

        for names in (list(others), [outlet.name for outlet in self.outlets]):
            folded = [name.casefold() for name in names]
            found = process.extractOne(
                written.casefold(), folded, scorer=fuzz.ratio, score_cutoff=likeness
            )
            if found:
                return names[found[2]]
        return None

    @cached_property
    def sha256(self) -> str:
        """Hash of all entries, in their order: which house is whose decides what is evidence."""
        return hashlib.sha256(repr(self.outlets).encode()).hexdigest()

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets for domain in outlet.domains}

    @cached_property
    def _exact(self) -> dict[str, Outlet]:
        return {
            alias: outlet for outlet in self.outlets for alias in (outlet.name, *outlet.aliases)
        }

    @cached_property
    def _folded(self) -> dict[str, Outlet]:
        return {
            alias.casefold(): outlet
            for alias, outlet in self._exact.items()
            if len(alias) > _SHORT and not alias.isupper()
        }


def registry() -> Registry:
    """Return the registry that is in force.

    Raises RegistryError where the file is missing or not in the form.
    """
    return _read(_place())


@lru_cache(maxsize=2)
def _read(path: Path) -> Registry:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["outlet"]
        return Registry([_outlet(entry) for entry in entries])
    except OSError as error:
        raise RegistryError(
            f"The registry of outlets {path} cannot be read ({error.strerror}); "
            "set XREF_OUTLETS to a file that can, or install xref again."
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RegistryError(
            f"The registry of outlets {path} is not in the form of corpora/outlets.toml: {error}."
        ) from error


def _place() -> Path:
    given = os.environ.get("XREF_OUTLETS")
    if given:
        return Path(given)
    package = Path(__file__).parent.parent
    shipped = package / "outlets.toml"
    # A wheel carries the registry inside the package; a checkout has it in corpora/.
    return shipped if shipped.exists() else package.parent / "corpora" / "outlets.toml"


def _outlet(entry: dict[str, Any]) -> Outlet:
    return Outlet(
        name=entry["name"],
        domains=tuple(entry.get("domains", ())),
        owner=entry.get("owner"),
        country=entry.get("country"),
        kind=OutletKind(entry.get("kind", "unknown")),
        aliases=tuple(entry.get("aliases", ())),
        ties=tuple(entry.get("ties", ())),
        feeds=tuple(entry.get("feeds", ())),
    )
