"""One renderer a format: a report goes in, text comes out.

A renderer counts nothing and decides nothing. Every number it prints is a property of the
records, every word it adds stands in `wording`, and every foreign character passes `safety`.
Renderers are imported on first use, so that `--format json` never loads rich or jinja2.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from xref.errors import OptionError
from xref.records import Report
from xref.render.drafts import Draft


class Renderer(Protocol):
    """Turns a report into the text of one format."""

    def render(self, report: Report) -> str:
        """The whole report as text that ends with a line break."""
        ...


@runtime_checkable
class DraftRenderer(Renderer, Protocol):
    """A renderer that can point into the file that was checked."""

    def of(self, draft: Draft) -> Renderer:
        """The same renderer, told which file the report is on."""
        ...


def _terminal() -> Renderer:
    from xref.render.terminal import TerminalRenderer

    return TerminalRenderer()


def _json() -> Renderer:
    from xref.render.json import JsonRenderer

    return JsonRenderer()


def _markdown() -> Renderer:
    from xref.render.markdown import MarkdownRenderer

    return MarkdownRenderer()


def _html() -> Renderer:
    from xref.render.html import HtmlRenderer

    return HtmlRenderer()


def _csv() -> Renderer:
    from xref.render.csv import CsvRenderer

    return CsvRenderer()


def _jsonld() -> Renderer:
    from xref.render.jsonld import JsonLdRenderer

    return JsonLdRenderer()


def _sarif() -> Renderer:
    from xref.render.sarif import SarifRenderer

    return SarifRenderer()


def _github() -> Renderer:
    from xref.render.github import GithubRenderer

    return GithubRenderer()


def _misp() -> Renderer:
    from xref.render.misp import MispRenderer

    return MispRenderer()


RENDERERS: dict[str, Callable[[], Renderer]] = {
    "terminal": _terminal,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "jsonld": _jsonld,
    "sarif": _sarif,
    "github": _github,
    "misp": _misp,
}


def renderer(name: str, draft: Draft | None = None) -> Renderer:
    """The renderer of this format; an `OptionError` names the formats there are.

    `draft` is the file that was checked, for formats that point at its lines.
    """
    try:
        make = RENDERERS[name]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise OptionError(f"There is no format {name!r}. Choose one of: {known}.") from None
    made = make()
    return made.of(draft) if draft and isinstance(made, DraftRenderer) else made
