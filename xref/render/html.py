"""The report as one self-contained page: no request goes out, no foreign markup gets in.

The page opens from disk, works without its script and is forbidden by its own policy to run any
other. Whatever the template prints is made visible (`safety`) and escaped (autoescape); nothing
foreign ever enters the style or the script.
"""

import re

from xref.records import Report, Standing, Verdict
from xref.render import wording
from xref.render.highlighting import paragraphs
from xref.render.pages import environment, policy

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
        page = (
            environment()
            .get_template("report.html.j2")
            .render(
                report=report,
                article=report.article,
                numbered=wording.numbered(report),
                urgent=_urgent(report),
                paragraphs=paragraphs(report.article.text, wording.numbered(report)),
                language=_language(report),
                policy=policy(style="report.css", script="report.js"),
            )
        )
        return page.strip() + "\n"


def _urgent(report: Report) -> list[tuple[int | None, Verdict]]:
    """The statements to look at first: contradicted ones first, corroborated ones not at all."""
    found = [pair for pair in wording.numbered(report) if pair[1].standing in _URGENT]
    return sorted(found, key=lambda pair: _URGENT.index(pair[1].standing))


def _language(report: Report) -> str | None:
    language = report.article.language
    return language if language and _LANGUAGE.match(language) else None
