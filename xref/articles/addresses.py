"""Addresses: what makes two of them one place, whose they are, and ids from places."""

import hashlib
import re
from urllib.parse import SplitResult, urlsplit

from xref.errors import InputError

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\ud800-\udfff<>\"\\^`{|}]")
# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga)(?:=|$)",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {None, 80, 443}
# Hosts that show the same pages for other screens.
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


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

    Scheme, host case, default port, fragment, tracking parameters and the last slash make no
    difference; the case of the path and all other parameters, in their order, do.

    Raises:
        InputError: it is not an http or https address.
    """
    parts = _split(url.strip())
    if parts is None or not is_web(url.strip()):
        raise InputError("This is not an http or https address; write it as https://host/path.")
    kept = [p for p in parts.query.split("&") if p and not _TRACKING.match(p)]
    query = "?" + "&".join(kept) if kept else ""
    port = "" if parts.port in _DEFAULT_PORTS else f":{parts.port}"
    return f"https://{_host(parts)}{port}{parts.path.rstrip('/')}{query}"


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
