"""One request and its answer, byte for byte; and the chain of them that led to a page."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from selon.errors import Refused
from selon.read.fetch.targets import Target, redirected

_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """How a connection was encrypted, and whose certificate stood at its other end."""

    version: str
    cipher: str
    subject: str
    issuer: str
    not_after: str
    sha256: str  # of the certificate (DER), hexadecimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer."""

    target: Target
    peer: str  # network address
    instant: datetime  # of the request; aware, UTC
    tls: Tls | None  # None: an open line
    request: bytes  # as sent
    response: bytes  # as received: headers, then the payload as it came over the line
    head_bytes: int  # of the response, up to and with the empty line
    status: int
    reason: str  # the words beside the status
    headers: tuple[tuple[str, str], ...]  # in their order
    content: bytes  # of the page: without chunks, unpacked

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def answer(self) -> str:
        """The status in words, the server's own where they are plain."""
        words = self.reason if self.reason.isascii() and self.reason.isprintable() else ""
        return f"the server answers {self.status} {words[:80]}".strip()

    @property
    def location(self) -> str | None:
        """Where a redirect sends us; None where this is none."""
        return self.header("location") if self.status in _REDIRECTS else None

    @property
    def leads_to(self) -> str | None:
        """The same as an address of its own; None where it is none that could be asked."""
        try:
            return redirected(self.target, self.location, any_port=True).url if self.location else None
        except Refused:
            return None

    @property
    def sha256(self) -> str:
        """Of the page, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def media_type(self) -> str:
        """As the server says it, in lower case, without its charset."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The chain of exchanges that began with one address: redirects in their order, then the last answer."""

    hops: tuple[Exchange, ...]

    @property
    def last(self) -> Exchange:
        """The answer at the end of the chain."""
        return self.hops[-1]
