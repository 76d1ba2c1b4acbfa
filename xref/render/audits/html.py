"""An audit as one self-contained page: charts as images, no script, no request."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xref.accounts import Audit
from xref.records import Standing
from xref.render.audits import charts, wording
from xref.render.safety import one_line, visible, web_address

_MOST = 2_000
"""Claims that the page lists; JSON and CSV have all."""


def render(audit: Audit) -> str:
    """Return the whole audit as one HTML document."""
    pictures = (
        (charts.standings(audit), f"Statements by where they stand: {wording.standings(audit)}."),
        (charts.stood(audit), f"Share that stands: {_stood(audit)}."),
    )
    moved = [one for one in audit.told if one.then is not one.now and not one.refuting]
    template = _environment().get_template("audit.html.j2")
    page = template.render(
        audit=audit,
        against=[one for one in audit.told if one.refuting][:_MOST],
        moved=moved[:_MOST],
        charts=pictures,
        policy=_policy(),
    )
    return page.strip() + "\n"


def _stood(audit: Audit) -> str:
    return "; ".join(f"{p.name} {wording.told(p.record.stood)}" for p in audit.periods)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("xref.render"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(href=web_address, line=one_line)
    environment.globals.update(
        wording=wording,
        shown=[standing for standing in Standing if standing is not Standing.NOT_A_CLAIM],
    )
    return environment


def _finalize(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _policy() -> str:
    source = _environment().get_template("audit.css").render()
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
