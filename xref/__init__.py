"""xref: where an article's claims stand among other outlets' reporting.

    article -> claims -> candidates -> relations -> origins -> verdicts -> report

`check` runs that line for one article, `ingest` fills the corpus it is checked against. Each
stage is a module of that name; `pipeline` alone knows their order.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xref.corpus.store import Corpus
    from xref.pipeline import check, ingest
    from xref.records import Article, Claim, Report, Verdict

__all__ = ["Article", "Claim", "Corpus", "Report", "Verdict", "check", "ingest"]

_HOMES = {
    "Corpus": "xref.corpus.store",
    "check": "xref.pipeline",
    "ingest": "xref.pipeline",
    **dict.fromkeys(("Article", "Claim", "Report", "Verdict"), "xref.records"),
}


def __getattr__(name: str) -> Any:
    # On first use only: `import xref` alone must not cost the start of the command line.
    if name not in _HOMES:
        raise AttributeError(f"module 'xref' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
