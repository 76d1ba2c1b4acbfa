"""`xref audit`: an outlet over time."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.options import CorpusOption, EncoderOption, JudgeOption, corpus_path
from xref.cli.outputs import form_of
from xref.cli.streams import deliver, steps
from xref.errors import OptionError


class By(StrEnum):
    """Into which stretches an audit's time is cut."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class AuditFormat(StrEnum):
    """How `audit` prints its result."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    CSV = "csv"


_ENDINGS = {
    ".html": AuditFormat.HTML,
    ".htm": AuditFormat.HTML,
    ".json": AuditFormat.JSON,
    ".csv": AuditFormat.CSV,
    ".md": AuditFormat.MARKDOWN,
    ".markdown": AuditFormat.MARKDOWN,
}


def audit(
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="Its name or its domain.")],
    since: Annotated[
        str | None, typer.Option(help="First day of its articles: 2016, 2016-03 or 2016-03-15.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Last day, in the same forms.")] = None,
    by: Annotated[By, typer.Option(help="Into which stretches the time is cut.")] = By.QUARTER,
    compare: Annotated[
        list[str] | None,
        typer.Option(metavar="OUTLET", help="Also audit this outlet's articles on the same events; may be repeated."),  # noqa: E501
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="At most N articles, evenly over the time."),
    ] = None,
    priors: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Ratings by others to show beside the record: domain, rating, source, date."),  # noqa: E501
    ] = None,
    own: Annotated[
        bool,
        typer.Option("--own", help="Also hold each article against the outlet's other ones; not stored, so slow each time."),  # noqa: E501
    ] = False,
    anew: Annotated[
        bool,
        typer.Option("--anew", help="Also judge again what was judged before articles came in out of its reach."),  # noqa: E501
    ] = False,
    corpus: CorpusOption = None,
    form: Annotated[
        AuditFormat | None,
        typer.Option(
            "--format", "-f", help="How to print the audit.",
            show_default="by the ending of --output, else markdown",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write it to this file, in a folder that exists; .html, .json, .csv or .md sets the format."),  # noqa: E501
    ] = None,
    encoder: EncoderOption = None,
    judge: JudgeOption = None,
) -> None:  # fmt: skip
    """Cross-reference all articles of an outlet, as of their time and as of now, and count.

    What was judged is stored in the corpus: an audit that is broken off goes on where it stopped,
    and one after an ingest judges again only what that could change.
    """
    from xref import auditing, pipeline
    from xref.corpus.store import Corpus
    from xref.reliability import read_priors
    from xref.render.audits import renderer

    chosen = form_of(output, form, _ENDINGS, AuditFormat.MARKDOWN)
    asked = auditing.Asked(
        outlet=outlet,
        since=day(since, "--since", last=False),
        until=day(until, "--until", last=True),
        by=by.value,
        compare=tuple(compare or ()),
        sample=sample,
        priors=read_priors(priors) if priors else (),
        own=own,
        anew=anew,
    )
    with Corpus.open(corpus_path(corpus)) as held, steps("articles") as done:
        tools = pipeline.Tools.default(encoder or held.encoder_name, judge)
        found = auditing.audit(asked, held, tools, done)
    text = renderer(chosen.value)(found)
    deliver(text, output)


def day(given: str | None, option: str, *, last: bool) -> str | None:
    """Return the first or the last day that an option's value can mean."""
    from xref.quantities import date_range

    if given is None:
        return None
    span = date_range(given)
    if span is None:
        raise OptionError(f"{option} takes a day, a month or a year, such as 2016-03, not {given}.")
    return span[last].isoformat()
