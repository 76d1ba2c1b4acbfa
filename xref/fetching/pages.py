"""address -> page: one polite GET, bounded in time and size, that stays out of private networks.

The host is resolved once for each hop, every address it has is looked at, and the connection goes
to one of those very addresses: a name that answers differently the second time gains nothing.
Proxies are not used, since a proxy would resolve the name again; who needs one saves the page and
gives the file.
"""

import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin

from xref.errors import FetchError
from xref.settings import FETCHING, FetchLimits

if TYPE_CHECKING:
    import httpx

_Answer = TypeVar("_Answer")
_SCHEMES = ("http", "https")
_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSALS = (401, 402, 403, 429, 451)
_TEXT = (
    "text/",
    "application/xhtml+xml",
    "application/json",
    "application/x-ndjson",
    "application/jsonl",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
)
LISTINGS = ("application/gzip", "application/x-gzip", "application/octet-stream")
"""Types under which servers send sitemaps, packed or not, besides those of texts."""
_SAVE = "open it in a browser, save the page and give the file"
# IPv4 addresses written as IPv6 ones by translators; the private ones among them stay private.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: where it was in the end, and its bytes, unpacked."""

    url: str
    content_type: str
    body: bytes
    status: int = 200
    """200, or 304 where it was asked for only if changed, and is not."""
    headers: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """As the server sent them, in its order."""


@dataclass(slots=True)
class _Errand:
    """One fetch under way."""

    limits: FetchLimits
    allow_private: bool
    asked: str
    headers: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = _TEXT
    started: float = field(default_factory=time.monotonic)

    def left(self) -> float:
        """Give the seconds left, or give up."""
        left = self.limits.total_seconds - (time.monotonic() - self.started)
        if left <= 0:
            raise self.too_slow()
        return left

    def too_slow(self) -> FetchError:
        """Say that the time is up."""
        seconds = self.limits.total_seconds
        return self.error(
            f"did not answer in full within {seconds:g} s; try again later", passing=True
        )

    def error(
        self,
        what: str,
        *,
        status: int | None = None,
        retry_after: str | None = None,
        passing: bool = False,
    ) -> FetchError:
        """Say in one sentence what is wrong with the address that was asked for."""
        cut = self.asked[: self.limits.shown_characters]
        shown = "".join(char if char.isprintable() else "\ufffd" for char in cut)
        message = f"{shown or 'An empty address'} {what}."
        return FetchError(message, status=status, retry_after=retry_after, passing=passing)


def fetch(url: str, *, limits: FetchLimits = FETCHING, allow_private: bool = False) -> Page:
    """Get one page.

    Args:
        url: an http or https address.
        limits: how long to wait and how much to take.
        allow_private: whether hosts of this machine and of private networks may be asked.

    Raises:
        FetchError: it did not answer in time, or not with a text of bearable size.
    """
    errand = _Errand(limits, allow_private, url)
    return _in_time(errand, lambda: _follow(errand))


def ask(
    url: str,
    *,
    limits: FetchLimits = FETCHING,
    allow_private: bool = False,
    headers: Mapping[str, str] | None = None,
) -> Page | str:
    """Ask one address, as `fetch` does, but follow no redirect: give where it leads instead.

    `headers` are sent besides our own, such as the conditions on which a page is wanted.
    Listings are taken too.
    """
    errand = _Errand(limits, allow_private, url, headers or {}, (*_TEXT, *LISTINGS))
    return _in_time(errand, lambda: _one_hop(url, errand))


def _in_time(errand: _Errand, work: Callable[[], _Answer]) -> _Answer:
    # In a thread of its own, since neither name resolution nor a server that drips its headers
    # byte by byte can be held to a time limit from within.
    results: list[_Answer | BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(errand.limits.total_seconds)
    if not results:
        raise errand.too_slow()
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


def _follow(errand: _Errand) -> Page:
    url = errand.asked
    for _ in range(errand.limits.redirects + 1):
        answer = _one_hop(url, errand)
        if isinstance(answer, Page):
            return answer
        url = answer
    raise errand.error(f"redirects more than {errand.limits.redirects} times; {_SAVE}")


def _one_hop(url: str, errand: _Errand) -> Page | str:
    """Ask one address; give its page, or where it sends us."""
    import httpx

    try:
        target = httpx.URL(url)
        host = target.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise errand.error(
            "is not a well-formed address (or leads to one); check how it is written"
        ) from None
    if target.scheme not in _SCHEMES or not host:
        raise errand.error("is no http or https address, or leads to none; write https://host/path")
    if target.userinfo:
        raise errand.error(f"holds a password, or leads to an address that does; {_SAVE}")
    failure: Exception | None = None
    for address in _resolved(host, target.port or _port(target.scheme), errand):
        try:
            return _ask(target, host, address, errand)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
        except httpx.TimeoutException:
            raise errand.too_slow() from None
        except httpx.HTTPError as error:
            raise errand.error(
                f"broke off its answer ({type(error).__name__}); try again later", passing=True
            ) from error
    raise errand.error(_unreachable(failure), passing=True)


def _unreachable(failure: Exception | None) -> str:
    if "certificate" in str(failure).lower():
        return f"has a certificate that cannot be trusted; if you know the site, {_SAVE}"
    return "could not be connected to; see whether it opens in a browser"


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _resolved(host: str, port: int, errand: _Errand) -> list[str]:
    """Give the addresses of a host, all of them public unless private ones are allowed."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise errand.error(
            "has a host that no name server knows; check how it is written"
        ) from None
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not errand.allow_private and not all(map(_is_public, addresses)):
        raise errand.error(
            "is (or leads to) a host of this machine or of a private network; "
            "save the page and give the file"
        )
    return addresses


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return _is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _ask(target: "httpx.URL", host: str, address: str, errand: _Errand) -> Page | str:
    import httpx

    left = errand.left()
    timeout = httpx.Timeout(left, connect=min(left, errand.limits.connect_seconds))
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": agent(),
        "Accept": "text/html,application/xhtml+xml,text/*;q=0.9,application/json;q=0.8",
        "Accept-Encoding": "gzip",
        **errand.headers,
    }
    # No environment: a proxy or a .netrc would undo what was checked.
    with (
        httpx.Client(timeout=timeout, trust_env=False, verify=_trusted()) as client,
        client.stream(
            "GET",
            target.copy_with(host=address, fragment=None),
            headers=headers,
            extensions={"sni_hostname": host},
        ) as response,
    ):
        return _taken(response, target, errand)


def _taken(response: "httpx.Response", target: "httpx.URL", errand: _Errand) -> Page | str:
    """Take what the server answered, if it is something we take."""
    location = response.headers.get("location")
    if response.status_code in _REDIRECTS and location:
        try:
            return urljoin(str(target), str(location))
        except ValueError:
            raise errand.error(f"redirects to what is no address; {_SAVE}") from None
    headers = tuple((str(k), str(v)) for k, v in response.headers.multi_items())
    if response.status_code == 304 and errand.headers:
        return Page(str(target), "", b"", 304, headers)
    _refuse_status(response, errand)
    content_type = response.headers.get("content-type", "")
    if content_type and not content_type.strip().lower().startswith(errand.types):
        kind = "".join(c for c in content_type[:60] if c.isprintable())
        raise errand.error(f"is no page but {kind}; save its text and give the file")
    return Page(str(target), content_type, _body(response, errand), 200, headers)


def _refuse_status(response: "httpx.Response", errand: _Errand) -> None:
    status = response.status_code
    if status == 200:
        return
    if status in _REFUSALS:
        what = f"refuses programs like this one (status {status}); {_SAVE}"
    elif status in (404, 410):
        what = f"is not there (status {status}); check how it is written"
    elif status >= 500:
        what = f"has a server in trouble (status {status}); try again later"
    else:
        what = f"answered without a page (status {status}); {_SAVE}"
    passing = status in (408, 425, 429) or status >= 500
    wait = response.headers.get("retry-after")
    raise errand.error(what, status=status, retry_after=wait, passing=passing)


def _body(response: "httpx.Response", errand: _Errand) -> bytes:
    body = bytearray()
    for piece in _unpacked(response, errand):
        body += piece
        if len(body) > errand.limits.body_bytes:
            size = f"{errand.limits.body_bytes / 1_000_000:g} MB"
            raise errand.error(f"is larger than {size}; save the article's text and give the file")
        errand.left()
    return bytes(body)


def _unpacked(response: "httpx.Response", errand: _Errand) -> Iterator[bytes]:
    """Unpack by hand and in bounded pieces: httpx would unpack a bomb before we could count."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip"):
        raise errand.error(f"is packed in a way we did not ask for; {_SAVE}")
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    bound = errand.limits.body_bytes + 1
    try:
        for piece in response.iter_raw():
            # If there is more than the bound in one piece, the caller's count runs over here.
            yield member.decompress(piece, bound)
        if not member.eof:
            raise zlib.error("cut short")
    except zlib.error:
        raise errand.error("sent damaged data; try again later", passing=True) from None


@cache
def _trusted() -> ssl.SSLContext:
    """Load the system's certificates once, not for each hop."""
    return ssl.create_default_context()


def agent(contact: str = "") -> str:
    """Give the name under which we ask: who we are, and where a site's owner can complain."""
    return f"xref/{_version()}" + (f" ({contact})" if contact else "")


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("xref")
    except metadata.PackageNotFoundError:
        return "unreleased"
