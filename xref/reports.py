"""The order of many reports: articles -> judged once, remembered -> decided -> handed on."""

from collections.abc import Iterable, Iterator

from xref import pipeline
from xref.corpus.store import Corpus
from xref.errors import OptionError
from xref.pipeline import Tools
from xref.records import Article, NotJudged, Report


def held(
    name: str, since: str | None, until: str | None, corpus: Corpus, tools: Tools
) -> list[Article]:
    """Return an outlet's articles of the corpus between two days, by date.

    Raises OptionError where there are none.
    """
    known = tools.outlets.named(name)

    def ours(written: str, domain: str | None) -> bool:
        if known:
            return tools.outlets.of(written, domain).name == known.name
        return name.casefold() in (written.casefold(), (domain or "").casefold())

    found = [one.article for one in corpus.histories(ours, since, until)]
    if not found:
        raise OptionError(
            f"The corpus holds no article of {name!r} in that time; `xref outlets` lists what it "
            "holds."
        )
    return found


def each(
    items: Iterable[Article | NotJudged], corpus: Corpus, tools: Tools, *, reliability: str = "F"
) -> Iterator[Report | NotJudged]:
    """Yield a report an article; what is remembered of an article is not judged again."""
    for item in items:
        if isinstance(item, NotJudged):
            yield item
        else:
            judged = pipeline.consult(item, corpus, tools)
            yield pipeline.decide(judged, corpus, tools, reliability=reliability)
