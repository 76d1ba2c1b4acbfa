"""What all pages share: one environment that escapes, one policy."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xref.records import Stance, Standing
from xref.render import wording
from xref.render.diffing import differences
from xref.render.safety import one_line, visible, web_address
from xref.render.timeline import timeline


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
    made.globals.update(
        wording=wording,
        differences=differences,
        faces=wording.FACES,
        foldings=wording.FOLDINGS,
        timeline=timeline,
        Standing=Standing,
        Stance=Stance,
    )
    return made


def policy(*, style: str, script: str | None = None, images: str = "") -> str:
    """A content security policy that allows these templates, and nothing else.

    `images` are sources of pictures as the policy writes them, such as `data:`.
    """
    allowed = [f"default-src 'none'; style-src '{_digest(style)}'"]
    if script:
        allowed.append(f"script-src '{_digest(script)}'")
    if images:
        allowed.append(f"img-src {images}")
    return "; ".join((*allowed, "base-uri 'none'", "form-action 'none'"))


@cache
def _digest(name: str) -> str:
    source = environment().get_template(name).render()
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _finalize(value: Any) -> Any:
    """Make every printed string visible; what is markup already was made so before."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
