"""The order of many reports: articles -> judged once, remembered -> decided -> handed on."""

from collections.abc import Iterable, Iterator

from xref import pipeline
from xref.corpus.store import Corpus
from xref.pipeline import Tools
from xref.records import Article, NotJudged, Report


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
