"""What the pages over many reports share: one environment that escapes, one policy."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xref.records import Standing
from xref.render import wording
from xref.render.safety import one_line, visible, web_address


@cache
def environment() -> Environment:
    """Templates whose every printed string is made visible and escaped."""
    made = Environment(
        loader=PackageLoader("xref.render"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=wording.day, href=web_address, line=one_line)
    made.globals.update(wording=wording, faces=wording.FACES, Standing=Standing)
    return made


def policy(*, style: str, script: str) -> str:
    """A content security policy that allows these two templates, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(name: str) -> str:
    source = environment().get_template(name).render()
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _finalize(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
