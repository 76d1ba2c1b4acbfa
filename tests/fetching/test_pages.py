"""`fetch` against a real server on this machine: what it takes, and what it will not be led to."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from xref.errors import FetchError
from xref.fetching import pages
from xref.fetching.pages import Page, fetch
from xref.settings import FetchLimits

BODY = b"<html><body>Rescue workers retrieve bodies from the sea.</body></html>"
HTML = "text/html; charset=utf-8"
SMALL = FetchLimits(body_bytes=100_000)
HASTY = FetchLimits(total_seconds=1)


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"
    seen: dict[str, str]

    def do_GET(self) -> None:
        """Answer."""
        type(self).seen = dict(self.headers)
        name, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"do_{name}")(rest)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for key, value in {"Content_Type": HTML, **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_page(self, _: str) -> None:
        """Give a page."""
        self.answer(BODY)

    def do_status(self, rest: str) -> None:
        """Give a status without a page."""
        self.answer(b"", int(rest))

    def do_type(self, rest: str) -> None:
        """Give something of another type."""
        self.answer(BODY, Content_Type=rest)

    def do_hops(self, rest: str) -> None:
        """Redirect a number of times, then give a page."""
        left = int(rest)
        self.answer(b"", 302, Location=f"/hops/{left - 1}" if left > 1 else "/page")

    def do_to(self, rest: str) -> None:
        """Redirect to wherever the path says."""
        self.answer(b"", 301, Location=rest)

    def do_packed(self, rest: str) -> None:
        """Give a packed page, or a bomb of so many bytes."""
        body = gzip.compress(b"x" * int(rest) if rest else BODY)
        self.answer(body, Content_Encoding="gzip")

    def do_damaged(self, _: str) -> None:
        """Give half of a packed page."""
        self.answer(gzip.compress(BODY)[:-12], Content_Encoding="gzip")

    def do_brotli(self, _: str) -> None:
        """Pack as nobody asked."""
        self.answer(BODY, Content_Encoding="br")

    def do_large(self, _: str) -> None:
        """Give too much."""
        self.answer(b"x" * 200_000)

    def do_drip(self, rest: str) -> None:
        """Send the headers or the body a byte at a time, for longer than anyone waits."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if rest == "body" else b"X: "))
        for _ in range(60):
            time.sleep(0.05)
            self.wfile.write(b"x")
            self.wfile.flush()

    def do_cut(self, _: str) -> None:
        """Promise more than is sent."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort")
        self.close_connection = True

    def do_garbage(self, _: str) -> None:
        """Answer in no protocol."""
        self.wfile.write(b"\0\xff nonsense\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing when a client hangs up, as some of these tests do."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Give the address of a server on this machine."""
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(url: str) -> Page:
    """Fetch from this machine."""
    return fetch(url, limits=SMALL, allow_private=True)


def refusal(url: str, *, limits: FetchLimits = SMALL, allow_private: bool = True) -> str:
    """Fetch what must not be had, and give the sentence."""
    with pytest.raises(FetchError) as caught:
        fetch(url, limits=limits, allow_private=allow_private)
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 450
    return message


def test_page(site: str) -> None:
    page = get(f"{site}/page")
    assert page == Page(f"{site}/page", HTML, BODY)
    assert Handler.seen["User-Agent"].startswith("xref/")
    assert Handler.seen["Host"] == site.removeprefix("http://")


def test_packed(site: str) -> None:
    assert get(f"{site}/packed").body == BODY


def test_redirects(site: str) -> None:
    page = get(f"{site}/hops/5")
    assert page.url == f"{site}/page"
    assert "redirects more than 5 times" in refusal(f"{site}/hops/6")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("status/403", "refuses programs"),
        ("status/401", "refuses programs"),
        ("status/429", "refuses programs"),
        ("status/451", "save the page and give the file"),
        ("status/404", "is not there"),
        ("status/500", "in trouble"),
        ("status/204", "without a page"),
        ("status/304", "without a page"),
        ("type/application/pdf", "application/pdf"),
        ("type/image/png", "image/png"),
        ("large", "larger than 0.1 MB"),
        ("packed/50000000", "larger than 0.1 MB"),
        ("damaged", "damaged"),
        ("brotli", "did not ask for"),
        ("cut", "broke off"),
        ("garbage", "broke off"),
        ("to/file:///etc/passwd", "no http"),
        ("to/http://[", "no address"),
        ("to/http://a:b@localhost/", "holds a password"),
    ],
)
def test_refused(site: str, path: str, words: str) -> None:
    assert words in refusal(f"{site}/{path}")


@pytest.mark.parametrize("part", ["headers", "body"])
def test_dripping_server(site: str, part: str) -> None:
    started = time.monotonic()
    assert "within 1 s" in refusal(f"{site}/drip/{part}", limits=HASTY)
    assert time.monotonic() - started < 2.5


def test_silent_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert "within 1 s" in refusal(url, limits=HASTY)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "could not be connected to" in refusal(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://224.0.0.1/",
    ],
)
def test_private(url: str) -> None:
    assert "private network" in refusal(url, allow_private=False)


def test_redirect_to_private(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public site that sends us to this machine is not followed."""
    port = int(site.rpartition(":")[2])
    resolve = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **options: resolve(
            "127.0.0.1" if host == "public.example" else host, *rest, **options
        ),
    )
    is_public = pages._is_public
    asked: list[str] = []

    def first_is_public(address: str) -> bool:
        asked.append(address)
        return len(asked) == 1 or is_public(address)

    monkeypatch.setattr(pages, "_is_public", first_is_public)
    url = f"http://public.example:{port}/to/http://127.0.0.1:{port}/page"
    assert "private network" in refusal(url, allow_private=False)
    assert asked == ["127.0.0.1", "127.0.0.1"]


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "192.168.1.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    assert "private network" in refusal("http://two.example/", allow_private=False)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://no-such-host.invalid/", "no name server knows"),
        ("http://" + "a" * 300 + ".example/", "no name server knows"),
        ("ftp://example.org/", "no http"),
        ("http://", "no http"),
        ("http://user:secret@localhost/", "holds a password"),
        ("http://localhost:99999/", ""),
        ("http://\x00\x1b[31m/", ""),
        ("http://[::1", ""),
        ("nonsense", "no http"),
        ("", ""),
        ("http://localhost/" + "x" * 70_000, ""),
    ],
)
def test_bad_address(url: str, words: str) -> None:
    assert words in refusal(url)
