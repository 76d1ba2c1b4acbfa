"""Answers -> the corpus in the moment they come: what was received need not be asked for again."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from xref.corpus.asking import Answered
from xref.corpus.store import Corpus
from xref.fetching.manners import Keep, Request
from xref.fetching.pages import Page
from xref.rounds.work import Work


@contextmanager
def kept(work: Work) -> Iterator[Keep]:
    """Give what stores the pages that were asked for, from whichever thread has one.

    It has a connection of its own: reading a page takes far longer than storing it, and whoever
    reads must not keep the others waiting.
    """
    turn = threading.Lock()
    with Corpus.open(work.corpus.path, shared=True) as beside:

        def keep(request: Request, page: Page) -> None:
            # A listing is read again in each round; one that names nothing is an article's page.
            if page.status != 304 and request.key in work.asked:
                with turn:
                    beside.ledger.arrived(request.key, answered(page, work.clock()))

        yield keep


def answered(page: Page, at: datetime) -> Answered:
    """Give a page as the ledger keeps it."""
    return Answered(page.url, page.headers, page.body, at)
