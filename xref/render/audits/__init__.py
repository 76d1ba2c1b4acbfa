"""One renderer a format for audits: an `Audit` goes in, text comes out; none counts."""

from collections.abc import Callable

from xref.accounts import Audit
from xref.errors import OptionError

Render = Callable[[Audit], str]


def _markdown() -> Render:
    from xref.render.audits.markdown import render

    return render


def _json() -> Render:
    from xref.render.audits.json import render

    return render


def _html() -> Render:
    from xref.render.audits.html import render

    return render


def _csv() -> Render:
    from xref.render.audits.csv import render

    return render


FORMATS: dict[str, Callable[[], Render]] = {
    "markdown": _markdown,
    "json": _json,
    "html": _html,
    "csv": _csv,
}


def renderer(name: str) -> Render:
    """Return what renders this format; an `OptionError` names the formats there are."""
    if name not in FORMATS:
        raise OptionError(f"There is no format {name!r}. Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[name]()
