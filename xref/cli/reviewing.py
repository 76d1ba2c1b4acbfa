"""`xref claimreview`: a draft that a person signs."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.outputs import in_its_folder
from xref.cli.streams import deliver


def claimreview(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A JSON report.")],
    number: Annotated[int, typer.Argument(metavar="N", help="The number of the statement in it.")],
    rating: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="The rating, in the words of whoever gives it."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who gives it: a person, and not xref.")
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Where the review will be published.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the draft to this file.")
    ] = None,
) -> None:
    """Draft a schema.org ClaimReview of one statement, under a named person's rating.

    xref rates nothing: without --rating and --by there is no draft.
    """
    from xref import changes
    from xref.render.claimreview import draft

    in_its_folder(output)
    deliver(draft(changes.read(report), number, rating, by, url), output)
