"""The report as one self-contained page: no request goes out, no foreign markup gets in.

The page opens from disk, works without its script and is forbidden by its own policy to run any
other. Whatever the template prints is made visible (`safety`) and escaped (autoescape); nothing
foreign ever enters the style or the script.
"""

import base64
import hashlib
import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xref.records import Report, Stance, Standing, Verdict
from xref.render import wording
from xref.render.diffing import differences
from xref.render.highlighting import paragraphs
from xref.render.safety import one_line, visible, web_address
from xref.render.timeline import timeline

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z")
# A reader has to look at these first, in this order.
_URGENT = (
    Standing.CONTRADICTED,
    Standing.DISPUTED,
    Standing.SINGLE_SOURCE,
    Standing.UNMATCHED,
    Standing.NOT_COVERED,
)


class HtmlRenderer:
    """The page a newsroom opens."""

    def render(self, report: Report) -> str:
        """The whole report as one HTML document."""
        environment = _environment()
        page = environment.get_template("report.html.j2").render(
            report=report,
            article=report.article,
            numbered=wording.numbered(report),
            urgent=_urgent(report),
            paragraphs=paragraphs(report.article.text, wording.numbered(report)),
            language=_language(report),
            policy=_policy(),
        )
        return page.strip() + "\n"


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
    environment.filters.update(day=wording.day, href=web_address, line=one_line)
    environment.globals.update(
        wording=wording,
        differences=differences,
        faces=wording.FACES,
        foldings=wording.FOLDINGS,
        timeline=timeline,
        Standing=Standing,
        Stance=Stance,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Make every printed string visible; what is markup already was made so before."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _policy() -> str:
    """A content security policy that allows our style and our script, and nothing else."""
    style, script = (_digest(name) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(name: str) -> str:
    """The hash by which the policy knows this file, as it stands in the page."""
    source = _environment().get_template(name).render()
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _urgent(report: Report) -> list[tuple[int | None, Verdict]]:
    """The statements to look at first: contradicted ones first, corroborated ones not at all."""
    found = [pair for pair in wording.numbered(report) if pair[1].standing in _URGENT]
    return sorted(found, key=lambda pair: _URGENT.index(pair[1].standing))


def _language(report: Report) -> str | None:
    language = report.article.language
    return language if language and _LANGUAGE.match(language) else None
