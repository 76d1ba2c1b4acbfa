"""Pages that could not be read -> what their feeds carry of them, in their place."""

from dataclasses import replace
from itertools import islice

from xref import pipeline
from xref.articles import carried
from xref.corpus.asking import Address
from xref.records import Article, Completeness, NotJudged
from xref.rounds.work import BATCH, Work, listed


def stand_in(work: Work) -> None:
    """Bring in what feeds carry of pages that gave nothing; the pages count as not read still."""
    waiting = iter(work.corpus.ledger.untold())
    while batch := list(islice(waiting, BATCH)):
        found = [(*one, article) for one in batch if (article := _carried(work, *one))]
        list(pipeline.ingest([article for *_, article in found], work.corpus, work.tools))
        for address, reason, _, article in found:
            _tell(work, address, reason, article)


def _carried(work: Work, address: Address, reason: str, written: str) -> Article | None:
    known = listed(work, address, address.url)
    article = carried.article(written, address.url, known, reason)
    held = work.corpus.article(address.key)
    # Whoever was killed here has stored it, but did not say so yet.
    if article is None or not (held is None or held.text == article.text):
        return None
    return replace(article, id=address.key)


def _tell(work: Work, address: Address, reason: str, article: Article) -> None:
    what = "summary" if article.partial else "text"
    unread = NotJudged(address.url, f"{reason}; its feed's {what} stands for it", address.url)
    whole = Completeness.TEASER if article.partial else Completeness.FULL
    work.corpus.ledger.stood_in(address, whole, unread, work.clock())
    work.tally(address.source).counts["from feed"] += 1
