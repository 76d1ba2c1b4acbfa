"""addresses -> answers: one request at a time a host, with a pause, retries and robots.txt.

Hosts are asked side by side by a few threads; a host's own addresses are asked in the order in
which they came. A redirect is a request of its own: it waits its turn at the host it leads to,
and that host's robots.txt is heard.
"""

import heapq
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import urlsplit

from xref.errors import FetchError
from xref.fetching import pages, robots
from xref.fetching.pages import Page
from xref.settings import FETCHING, MANNERS, FetchLimits, Manners


@dataclass(frozen=True, slots=True)
class Request:
    """One address to ask for."""

    key: str
    """What the asker knows it by."""
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    hops: int = 0
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page."""

    reason: str
    passing: bool
    """Whether it may well go better at another time."""
    wait: float = 0.0
    """Seconds the server asked us to stay away."""
    tried: bool = True
    """Whether the address itself was asked for."""
    spared: bool = False
    """Whether nothing failed, but the round's limit was reached."""


Answer = tuple[Request, Page | Failure]
Keep = Callable[[Request, Page], None]


@dataclass(slots=True)
class _Host:
    """One host, its queue and how it has answered so far."""

    waiting: deque[Request] = field(default_factory=deque)
    rules: robots.Rules | None = None
    asked: int = 0
    failed: int = 0
    scheduled: bool = False
    free_at: float = 0.0
    """When it has rested."""


class Crew:
    """Threads that ask; a context manager, so that none is left behind.

    Args:
        manners: pauses and bounds.
        limits: of one request.
        allow_private: whether private addresses may be asked.
        contact: how a site's owner reaches whoever runs this.
    """

    def __init__(
        self,
        *,
        manners: Manners = MANNERS,
        limits: FetchLimits = FETCHING,
        allow_private: bool = False,
        contact: str = "",
    ) -> None:
        self._manners = manners
        self._limits = limits
        self._get = partial(
            pages.ask,
            limits=limits,
            allow_private=allow_private,
        )
        self._named = {"User-Agent": pages.agent(contact)}
        self._hosts: dict[str, _Host] = {}
        self._ready: list[tuple[float, int, str]] = []
        self._count = 0
        self._asked = 0
        self._open = 0
        self._stopped = False
        self._changed = threading.Condition()
        self._answers: queue.Queue[Answer] = queue.Queue(manners.waiting_answers)
        self._threads: list[threading.Thread] = []
        self._keep: Keep = lambda request, page: None
        self._broken: Exception | None = None
        """What `keep` raised."""

    def __enter__(self) -> "Crew":
        for _ in range(self._manners.workers):
            thread = threading.Thread(target=self._work, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def add(self, request: Request) -> None:
        """Put a request into its host's queue."""
        with self._changed:
            self._open += 1
            self._enqueue(request, first=False)

    def rules_of(self, url: str) -> robots.Rules | None:
        """Return what the robots.txt of an address's host says; None where it was not asked."""
        host = self._hosts.get(_host_of(url))
        return host.rules if host else None

    def answers(self, keep: Keep = lambda request, page: None) -> Iterator[Answer]:
        """Yield the answers as they come, until every request that was added has its answer.

        What is added while one is being looked at is waited for as well. `keep` is called with
        each page at once, in the thread that got it, so that none is lost while others are looked
        at; what it raises is raised here.
        """
        self._keep = keep
        while self._open:
            answer = self._answers.get()
            if self._broken is not None:
                raise self._broken
            with self._changed:
                self._open -= 1
            yield answer

    # -- the threads' side, under the lock but for the asking itself --------------------------

    def _enqueue(self, request: Request, *, first: bool) -> None:
        name = _host_of(request.url)
        host = self._hosts.setdefault(name, _Host())
        if first:
            host.waiting.appendleft(request)
        else:
            host.waiting.append(request)
        if not host.scheduled:
            self._schedule(name, host)

    def _schedule(self, name: str, host: _Host) -> None:
        host.scheduled = True
        self._count += 1
        heapq.heappush(self._ready, (host.free_at, self._count, name))
        self._changed.notify()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            name, host, request = taken
            outcome = self._outcome(host, request)
            self._settle(host, request, outcome, name)

    def _next(self) -> tuple[str, _Host, Request] | None:
        """Wait until some host may be asked again; None when all is over."""
        with self._changed:
            while not self._stopped:
                now = time.monotonic()
                if self._ready and self._ready[0][0] <= now:
                    _, _, name = heapq.heappop(self._ready)
                    host = self._hosts[name]
                    return name, host, host.waiting.popleft()
                self._changed.wait(self._ready[0][0] - now if self._ready else None)
        return None

    def _outcome(self, host: _Host, request: Request) -> Page | str | Failure | None:
        """Ask, if we may; nobody else asks this host meanwhile. None: only robots.txt was."""
        if host.failed >= self._manners.dead_after:
            return Failure("its host does not answer; try again later", True, tried=False)
        if host.asked >= self._manners.per_host:
            return Failure(
                f"its host was asked {host.asked} times in this round; the next goes on",
                True,
                tried=False,
                spared=True,
            )
        if self._asked >= self._manners.total:
            reason = f"{self._asked} addresses were asked for in this round; the next goes on"
            return Failure(reason, True, tried=False, spared=True)
        try:
            if host.rules is None:
                host.rules = robots.rules(request.url, self._followed)
                return None
            if refusal := host.rules.refusal(request.url):
                return Failure(refusal, host.rules.closed is not None, tried=False)
            host.asked += 1
            with self._changed:
                self._asked += 1
            return self._get(request.url, headers={**self._named, **request.headers})
        except FetchError as error:
            return Failure(str(error), error.passing, _seconds(error.retry_after))
        except Exception as error:  # one address must not end the thread that serves all others
            return Failure(f"could not be asked for ({type(error).__name__})", True)

    def _followed(self, url: str) -> Page:
        """Get a robots.txt, wherever it was moved to."""
        for _ in range(self._limits.redirects + 1):
            answer = self._get(url, headers=self._named)
            if isinstance(answer, Page):
                return answer
            url = answer
        raise FetchError(f"{url} redirects without end.")

    def _settle(
        self, host: _Host, request: Request, outcome: Page | str | Failure | None, name: str
    ) -> None:
        """Hand the answer over, or put the request back; then let the host rest."""
        pause = self._pause(host, outcome)
        answer: Answer | None = None
        with self._changed:
            if outcome is None:
                host.waiting.appendleft(request)
            elif isinstance(outcome, str):
                answer = self._moved(request, outcome)
            elif isinstance(outcome, Failure) and self._worth_another(request, outcome):
                pause = max(pause, outcome.wait, self._manners.backoff * 2**request.tries)
                host.waiting.appendleft(replace(request, tries=request.tries + 1))
            else:
                answer = request, outcome
                self._remember(host, outcome)
        # Outside the lock: the queue may be full, and whoever empties it takes the lock.
        if answer is not None:
            self._kept(answer)
            self._hand_over(answer)
        with self._changed:
            host.scheduled = False
            if pause:
                host.free_at = time.monotonic() + pause
            if host.waiting:
                self._schedule(name, host)

    def _kept(self, answer: Answer) -> None:
        request, outcome = answer
        if isinstance(outcome, Page):
            try:
                self._keep(request, outcome)
            except Exception as error:  # is raised where the answers are taken
                self._broken = error

    def _hand_over(self, answer: Answer) -> None:
        while not self._stopped:
            try:
                self._answers.put(answer, timeout=0.5)
            except queue.Full:
                continue
            return

    def _moved(self, request: Request, target: str) -> Answer | None:
        if request.hops >= self._limits.redirects:
            reason = f"redirects more than {self._limits.redirects} times"
            return request, Failure(f"{request.url[:200]} {reason}.", False)
        moved = replace(request, url=target, hops=request.hops + 1)
        # At the same host it stays first, so that a page is done before the next is begun.
        self._enqueue(moved, first=_host_of(target) == _host_of(request.url))
        return None

    def _worth_another(self, request: Request, failure: Failure) -> bool:
        return (
            failure.passing
            and failure.tried
            and failure.wait <= self._manners.longest_wait
            and request.tries + 1 < self._manners.tries
        )

    def _remember(self, host: _Host, outcome: Page | Failure) -> None:
        if isinstance(outcome, Page):
            host.failed = 0
        elif outcome.passing and outcome.tried:
            host.failed += 1

    def _pause(self, host: _Host, outcome: Page | str | Failure | None) -> float:
        if isinstance(outcome, Failure) and not outcome.tried:
            return 0.0
        return max(self._manners.delay, host.rules.delay if host.rules else 0.0)


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _seconds(retry_after: str | None) -> float:
    """Give the seconds that a Retry-After means, by number or by date."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:8])
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
