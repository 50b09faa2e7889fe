"""An address as a person or a page writes it -> what is asked, of which host. Source: RFC 3986; IDNA 2003 for names (Python's codec)."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from selon.errors import Refused

MAX_ADDRESS_CHARS = 8_000
_PORTS = {"http": 80, "https": 443}
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # of an address: everything else that is not a letter, a digit or -._~ is written with %
_HOST = re.compile(r"(?!-)[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")  # a name or IPv4 address, or an IPv6 address without its brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One address to ask."""

    url: str  # ASCII, without a fragment
    scheme: str  # http, https
    host: str  # lower case, ASCII; an IPv6 address without its brackets
    port: int
    path: str  # with the query: what stands in the request line

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt and a pause hold for."""
        return urlunsplit((*urlsplit(self.url)[:2], "", "", ""))


def target(url: str, *, any_port: bool = False) -> Target:
    """What an address asks, of whom.

    Args:
        url: with its scheme; spaces around it are dropped, its fragment too.
        any_port: other ports than 80 and 443.

    Raises:
        Refused: it is no http(s) address, or one that is not asked.

    >>> target("HTTPS://Écluse.example/été?q=à b#là").url
    'https://xn--cluse-9ra.example/%C3%A9t%C3%A9?q=%C3%A0%20b'
    """
    url = url.strip()
    shown = "".join(char if char.isprintable() else "?" for char in url[:200])
    if len(url) > MAX_ADDRESS_CHARS or re.search(r"[\x00-\x1f\x7f\\]", url):
        raise Refused("this is no address of a page", where=shown, fix="copy it from the address line of a browser")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"this is no address of a page: {error}", where=shown, fix="copy it from the address line of a browser") from error
    if parts.scheme not in _PORTS:
        raise Refused("only http and https addresses are fetched", where=shown, fix="give an address that begins with https://")
    if "@" in parts.netloc:
        raise Refused("an address with a name or password in it is not asked", where=shown, fix="give it without what stands before the @")
    host = _host(parts.hostname or "", shown)
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and not any_port:
        fix = "give the page at port 80 or 443; SELON_ALLOW_PRIVATE=1 allows the others"
        raise Refused(f"port {port} is not asked", where=shown, fix=fix)
    netloc = (f"[{host}]" if ":" in host else host) + ("" if port == _PORTS[parts.scheme] else f":{port}")
    path = quote(parts.path or "/", safe=_KEPT)
    query = quote(parts.query, safe=_KEPT)
    whole = urlunsplit((parts.scheme, netloc, path, query, ""))
    return Target(url=whole, scheme=parts.scheme, host=host, port=port, path=path + (f"?{query}" if query else ""))


def redirected(before: Target, location: str, *, any_port: bool = False) -> Target:
    """Where an answer sends us on: an address that is checked like any other.

    Raises:
        Refused: it is one that is not asked, or TLS would end there.
    """
    try:
        joined = urljoin(before.url, _as_meant(location.strip()))
    except ValueError as error:
        fix = "open it in a browser, and give the address of the page itself"
        raise Refused("it leads to what is no address", where=before.url, fix=fix) from error
    after = target(joined, any_port=any_port)
    if before.scheme == "https" and after.scheme == "http":
        fix = f"give {after.url[:200]} itself, if you want it over an open line"
        raise Refused("it leads from an encrypted page to one that is not", where=before.url, fix=fix)
    return after


def _as_meant(location: str) -> str:
    """A header is read as Latin-1; servers that write other letters into it mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _host(name: str, shown: str) -> str:
    try:
        host = name.encode("idna").decode("ascii").lower() if not name.isascii() else name.lower()
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host):
        raise Refused("there is no name of a host in this address", where=shown, fix="copy it from the address line of a browser")
    return host
