"""One renderer a format: a report goes in, text comes out.

A renderer counts nothing and decides nothing. Every number it prints is a property of the
records, every word it adds stands in `wording`, and every foreign character passes `safety`.
Renderers are imported on first use, so that `--format json` never loads rich or jinja2.
"""

from collections.abc import Callable
from typing import Protocol

from xref.errors import OptionError
from xref.records import Report


class Renderer(Protocol):
    """Turns a report into the text of one format."""

    def render(self, report: Report) -> str:
        """The whole report as text that ends with a line break."""
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


RENDERERS: dict[str, Callable[[], Renderer]] = {
    "terminal": _terminal,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
}


def renderer(name: str) -> Renderer:
    """The renderer of this format; an `OptionError` names the formats there are."""
    try:
        make = RENDERERS[name]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise OptionError(f"There is no format {name!r}. Choose one of: {known}.") from None
    return make()
