"""House rules on the command line: which policy, which sign-offs, and what makes a run fail."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.errors import OptionError
from xref.records import Article, Report, Severity, SignOff, Standing

if TYPE_CHECKING:
    from xref.articles import Given
    from xref.policies import Policy

FailOnOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="STANDING,...",
        help="Exit with 1 if a statement has one of these standings: "
        + ", ".join(s for s in Standing)
        + "; with --policy also codes (SRC001) and severities (error) of findings that "
        "nobody has signed off.",
    ),
]
PolicyOption = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="NAME|FILE",
        help="House rules to hold it against: ap, reuters, bbc or a TOML file. Sign-offs are "
        "read from a file beside the article, such as article.md.xref.",
    ),
]


def rules_of(named: str | None) -> "Policy | None":
    """Return the policy of this name or file; None where none is asked for."""
    if named is None:
        return None
    from xref.policies import policy

    return policy(named)


def failing(given: str | None, rules: "Policy | None") -> list[str]:
    """What is to fail: standings, and under a policy its codes and the severities."""
    names = [name.strip() for name in (given or "").split(",") if name.strip()]
    known: list[str] = list(Standing)
    for name in names:
        if name in known:
            continue
        if rules is None:
            raise OptionError(
                f"--fail-on knows no standing {name!r}; it takes {', '.join(known)}, separated by "
                "commas, and codes such as SRC001 where --policy ap, reuters, bbc or FILE.toml "
                "says which house rules hold."
            )
        if name not in rules.rules and name not in list(Severity):
            raise OptionError(
                f"The policy {rules.name} has no rule {name!r}; --fail-on takes "
                f"{', '.join([*rules.rules, *Severity, *known])}."
            )
    return names


def fails(report: Report, names: Iterable[str]) -> bool:
    """Whether a report has what is to fail; a finding that somebody signed off does not count."""
    told = {str(standing) for standing, count in report.summary.items() if count}
    for finding in report.unaccepted:
        told |= {finding.code, finding.severity}
    return bool(told & set(names))


def signed_beside(sources: Iterable[str], given: "Given") -> Mapping[str, tuple[SignOff, ...]]:
    """Return the sign-offs beside the articles of some files and folders, by the articles' ids."""
    from xref import articles
    from xref.policies.signoffs import ENDING, sign_offs

    found: dict[str, tuple[SignOff, ...]] = {}
    for source in sources:
        names = [source]
        if Path(source).is_dir():
            names = sorted(str(at)[: -len(ENDING)] for at in Path(source).rglob(f"*{ENDING}"))
        for name in names:
            signed = sign_offs(name)
            held = articles.read(name, given) if signed and Path(name).is_file() else ()
            found |= {item.id: signed for item in held if isinstance(item, Article)}
    return found
