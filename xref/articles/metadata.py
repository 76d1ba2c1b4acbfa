"""What is said about an article: its address and its date, and what the command line gives.

An address says whose an article is and which, so ids come from addresses (or from other places),
never from words. Dates are ISO 8601, whole or partial, and are kept as they were given.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import SplitResult, urlsplit

from xref.errors import InputError, OptionError
from xref.settings import READING

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\ud800-\udfff<>\"\\^`{|}]")
# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga)(?:=|$)",
    re.IGNORECASE,
)
# What marks the copy of a page for phones, in its path and among its parameters.
_AMP_PATH = re.compile(r"^/amp(?=/.)|(?<=.)/amp/?$|\.amp(?=(?:\.html?)?$)", re.IGNORECASE)
_AMP = re.compile(r"(?:amp(?:=[^=]*)?|outputtype=amp)$", re.IGNORECASE)
# Copies of such copies that search engines serve; the page's own address stands in the path.
_AMP_CACHE = re.compile(
    r"(?:[\w-]+\.cdn\.ampproject\.org/[a-z]/|www\.google\.[a-z.]{2,6}/amp/)(?:s/)?"
    r"(?P<page>[^/]+\.[^/]+/.*)",
    re.IGNORECASE | re.DOTALL,
)
_DEFAULT_PORTS = {None, 80, 443}
# Hosts that show the same pages for other screens.
_PREFIXES = ("www.", "m.", "amp.", "mobile.")
_SHAPE = re.compile(
    r"""[0-9]{4}
        (?:-[0-9]{2}
            (?:-[0-9]{2}
                (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?
                    \ ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?""",
    re.VERBOSE,
)
_FIRST_DAY = "-01-01"
# From here on a date is a day, to which nothing has to be added.
_DAY = len("2018-11-20")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of an article; it overrides what the source says.

    Four things that a plain text cannot say of itself, None where nothing was given, and how to
    read a table.
    """

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Our names and an export's for its columns or keys, where they differ."""
    encoding: str | None = None
    """How a file's bytes are to be understood; None to find out."""

    def __post_init__(self) -> None:
        """Refuse a date or an address that makes no sense.

        Raises:
            OptionError: `--published` or `--url` cannot be understood.
        """
        if self.published is not None and understood(self.published) is None:
            raise OptionError(
                "--published is not a date we understand; "
                "write 2018, 2018-11, 2018-11-20 or 2018-11-20T10:00:00Z."
            )
        longest = READING.address_characters
        if self.url is not None and web_address(self.url, longest) is None:
            raise OptionError("--url is not an address; write it as https://host/path.")

    @property
    def of_one(self) -> bool:
        """Whether it can only be said of a single article."""
        return self.title is not None or self.url is not None


def is_web(source: str) -> bool:
    """Whether a source was meant as an address."""
    return _WEB.match(source) is not None


def web_address(value: object, longest: int) -> str | None:
    """Give a usable http or https address as it was written, or None.

    Whatever else stands in an address field (`n/a`, `javascript:...`) is no address.
    """
    address = value.strip() if isinstance(value, str) else ""
    if len(address) > longest or not is_web(address) or _UNPRINTABLE.search(address):
        return None
    return address if _split(address) else None


def canonical_address(url: str) -> str:
    """Give one form to all addresses of a page.

    Scheme, host case, `www.`, default port, fragment, tracking parameters, the last slash and the
    marks of copies for phones (`m.`, `/amp`) make no difference; the case of the path and all other
    parameters, in their order, do.

    Raises:
        InputError: it is not an http or https address.
    """
    parts = _split(url.strip())
    if parts is None or not is_web(url.strip()):
        raise InputError("This is not an http or https address; write it as https://host/path.")
    cached = _AMP_CACHE.fullmatch(f"{_host(parts)}{parts.path}")
    inner = cached and _split(f"https://{cached['page']}")
    if cached and inner:
        return canonical_address(f"https://{cached['page']}?{parts.query}")
    kept = [p for p in parts.query.split("&") if p and not _of_no_page(p)]
    query = "?" + "&".join(kept) if kept else ""
    port = "" if parts.port in _DEFAULT_PORTS else f":{parts.port}"
    return f"https://{bare_domain(_host(parts))}{port}{_plain_path(parts.path)}{query}"


def _of_no_page(parameter: str) -> bool:
    return _TRACKING.match(parameter) is not None or _AMP.match(parameter) is not None


def _plain_path(path: str) -> str:
    """Give the path without what marks a copy for phones, however often it is marked."""
    path = path.rstrip("/")
    while (plain := _AMP_PATH.sub("", path, count=1).rstrip("/")) != path:
        path = plain
    return path


def has_path(url: str) -> bool:
    """Whether an address names something on its site, and not the front page."""
    parts = _split(url)
    return parts is not None and bool(parts.path.strip("/") or parts.query)


def domain_of(url: str) -> str | None:
    """Give the host of an address without `www.`, `m.` or `amp.`; None if it has none."""
    parts = _split(url)
    return bare_domain(_host(parts)) if parts else None


def bare_domain(host: str) -> str:
    """Give a host name in lower case without `www.`, `m.` or `amp.`."""
    host = host.strip().lower().rstrip(".")
    while prefix := next((p for p in _PREFIXES if host.startswith(p)), None):
        if "." not in host.removeprefix(prefix):
            break
        host = host.removeprefix(prefix)
    return host


def id_from(place: str) -> str:
    """Give the id of the article at a place: 16 hexadecimal digits."""
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _split(url: str) -> SplitResult | None:
    """Take an address apart; None where the host or the port makes no sense."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts if _host(parts) else None


def _host(parts: SplitResult) -> str:
    """Give the host as name servers know it; nothing of what can be none."""
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    try:
        # Cut afterwards: encoding makes dots of the full stops of other scripts.
        return host.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError:
        return ""


def understood(value: object) -> str | None:
    """Give the date without blanks around it, or None if it is no ISO date or date-time.

    `2018`, `2018-11`, `2018-11-20` and `2018-11-20T10:00:00+03:00` are; `20181120` and
    `20 November 2018` are not.
    """
    date = str(value).strip() if isinstance(value, str | int) else ""
    # Checked before the pattern, so that a long value costs nothing.
    if len(date) > 40 or not _SHAPE.fullmatch(date):
        return None
    return date if _in_calendar(date) else None


def _in_calendar(date: str) -> bool:
    whole = date + _FIRST_DAY[len(date) - len("2018") :] if len(date) < _DAY else date
    try:
        datetime.fromisoformat(whole.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return False
    return True
