"""Policies: which house rules hold, how much each weighs, and whose they are.

A policy is a TOML file, as `ap.toml`, `reuters.toml` and `bbc.toml` in this folder are:

    name = "Our desk"
    based_on = "bbc"             # optional: the rules of a shipped policy, where not said anew

    [rules]
    SRC003 = { severity = "error", source = "Our style book, p. 12", sign_off = true }
    SRC009 = { severity = "off" }
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xref.errors import PolicyError
from xref.policies.rules import RULES
from xref.records import Severity

SHIPPED = ("ap", "reuters", "bbc")
_OFF = "off"
_LARGEST = 1_000_000
"""Bytes of a policy that are read."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a policy holds one rule."""

    severity: Severity
    source: str | None = None
    sign_off: bool = False
    """Only a named person's acceptance lets it pass."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A newsroom's house rules, by code."""

    name: str
    rules: Mapping[str, Ruling]


def policy(named: str) -> Policy:
    """Return the shipped policy of this name, or the one in this file.

    Raises PolicyError where there is none, or the file is not in the form.
    """
    if named.lower() in SHIPPED:
        return _read(_HERE / f"{named.lower()}.toml")
    path = Path(named)
    if not path.is_file():
        known = ", ".join(SHIPPED)
        raise PolicyError(f"There is no policy {named!r}; choose {known}, or name a TOML file.")
    return _read(path)


def _read(path: Path) -> Policy:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise PolicyError(f"The policy {path} is too large; keep to its rules.")
        held = tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PolicyError(f"The policy {path} cannot be read: {error}.") from error
    return _made(held, path)


def _made(held: dict[str, Any], path: Path) -> Policy:
    unknown = sorted(set(held) - {"name", "based_on", "rules"})
    if unknown:
        raise PolicyError(f"{path} says {unknown[0]!r}, which no policy has; see the README.")
    base = held.get("based_on")
    if base is not None and base not in SHIPPED:
        raise PolicyError(f"{path} is based on {base!r}; choose one of {', '.join(SHIPPED)}.")
    rules = dict(policy(base).rules) if base else {}
    said = held.get("rules", {})
    if not isinstance(said, dict):
        raise PolicyError(f"{path} has no table [rules]; write one with a line for each code.")
    for code, ruling in said.items():
        if code not in RULES:
            known = f"{min(RULES)} to {max(RULES)}"
            raise PolicyError(f"{path} names the rule {code!r}; there are {known}.")
        made = _ruling(ruling, code, path)
        if made is None:
            rules.pop(code, None)
        else:
            rules[code] = made
    name = held.get("name", path.stem)
    if not isinstance(name, str):
        raise PolicyError(f"The name in {path} is no text; put it in quotation marks.")
    return Policy(name, dict(sorted(rules.items())))


def _ruling(said: Any, code: str, path: Path) -> Ruling | None:
    said = {"severity": said} if isinstance(said, str) else said
    if not isinstance(said, dict) or set(said) - {"severity", "source", "sign_off"}:
        raise PolicyError(f"{code} in {path} takes severity, source and sign_off, and no more.")
    severity, source = said.get("severity"), said.get("source")
    sign_off = said.get("sign_off", False)
    if severity == _OFF:
        return None
    if severity not in list(Severity):
        known = ", ".join([*Severity, _OFF])
        raise PolicyError(f"The severity of {code} in {path} is none; choose one of {known}.")
    if not isinstance(source, str | None) or not isinstance(sign_off, bool):
        raise PolicyError(f"{code} in {path}: source is a text, sign_off is true or false.")
    return Ruling(Severity(severity), source, sign_off)
