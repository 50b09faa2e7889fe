"""One request over HTTP/1.1 and its answer, byte for byte as they went over the line. The only file that knows urllib3.

The connection is opened and checked before (connecting.py). Only gzip is asked for, and unpacked by us. TLS is verified always; there is no
way to have it otherwise. Source: RFC 9110, RFC 9112 (HTTP/1.1).
"""

import http.client
import io
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from selon.errors import LimitExceeded, Refused, Unreached
from selon.read.fetch.chunks import unchunked
from selon.read.fetch.connecting import connected
from selon.read.fetch.exchange import Exchange, Tls
from selon.read.fetch.line import Line, Stopwatch
from selon.read.fetch.settings import Limits, Settings
from selon.read.fetch.targets import Target
from selon.read.fetch.tls import tls_of, verifying
from selon.read.fetch.unpack import unpacked
from selon.read.fetch.world import World

_AGAIN = "try again later"


class _Plain(HTTPConnection):
    """Speaks over a connection that stands already, and keeps what it sends."""

    def __init__(self, opened: socket.socket, **options: Any) -> None:
        super().__init__(**options)
        self._opened = opened
        self.sent = bytearray()

    def _new_conn(self) -> socket.socket:
        return self._opened

    def send(self, data: Any) -> None:
        self.sent += data
        super().send(data)


class _Encrypted(_Plain, HTTPSConnection):
    """The same, over TLS."""


class _Answer(http.client.HTTPResponse):
    """An answer that is read through a `Line`, chunks by us."""

    def __init__(self, connection: socket.socket, *, line: Line, limit_bytes: int, **options: Any) -> None:
        super().__init__(connection, **options)
        self.fp.close()
        self.fp = io.BufferedReader(line)
        self._limit_bytes = limit_bytes

    def read(self, amt: int | None = None) -> bytes:
        return unchunked(self.fp, limit_bytes=self._limit_bytes) if self.chunked and self.fp else super().read(amt)


def exchanged(target: Target, headers: Mapping[str, str], *, settings: Settings, world: World) -> Exchange:
    """Ask for one address, and read the whole answer; `headers` are sent beside those that every request has.

    Raises:
        LimitExceeded: the answer is too large, or packed too tightly.
        Malformed: it is packed, and broken.
        Missing: there is no such host.
        Refused: the host is not public, or its certificate does not stand for it.
        Unreached: there is no answer, or not a whole one in time.
        UsageError: this machine has no certificates of authorities.
    """
    instant = world.now()
    context = verifying(settings.ca_file) if target.scheme == "https" else None
    opened, peer = connected(target, settings=settings, world=world)
    with Stopwatch(opened, settings.limits.total_seconds) as watch:
        try:
            spoken, tls = _spoken(target, opened, settings.limits, context)
            line, answer, payload = _asked(spoken, target, _all_headers(headers, settings), settings.limits)
        except ssl.SSLCertVerificationError as error:
            fix = "do not go on; if you know why, save the page from a browser"
            raise Refused(f"its certificate does not stand for it: {error.verify_message}", where=target.url, fix=fix) from error
        except (OSError, HTTPError, http.client.HTTPException) as error:
            raise Unreached(_reason(error, watch, settings.limits), where=target.url, fix=_AGAIN) from error
        finally:
            opened.close()
        if watch.has_rung:  # a connection that was cut looks like the end of an answer without a length
            raise Unreached(_late(settings.limits), where=target.url, fix=_AGAIN)
    found = tuple((str(name), str(value)) for name, value in answer.headers.items())
    coding = answer.headers.get("Content-Encoding")
    start, end = _head(line.received)
    return Exchange(
        target=target,
        peer=peer,
        instant=instant,
        tls=tls,
        request=bytes(spoken.sent),
        response=bytes(line.received[start:]),
        head_bytes=end - start,
        status=answer.status,
        reason=str(answer.reason or "").strip(),
        headers=found,
        content=unpacked(payload, coding, limits=settings.limits, where=target.url),
    )


def _all_headers(headers: Mapping[str, str], settings: Settings) -> dict[str, str]:
    return {
        "User-Agent": settings.agent,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }


def _spoken(target: Target, opened: socket.socket, limits: Limits, context: ssl.SSLContext | None) -> tuple[_Plain, Tls | None]:
    """A connection that speaks HTTP, after the handshake of TLS where there is one."""
    if context is None:
        plain = _Plain(opened, host=target.host, port=target.port, timeout=limits.read_seconds)
        plain.connect()
        return plain, None
    encrypted = _Encrypted(opened, host=target.host, port=target.port, timeout=limits.connect_seconds, ssl_context=context)
    encrypted.connect()
    encrypted.timeout = limits.read_seconds
    return encrypted, tls_of(encrypted.sock)


def _asked(spoken: _Plain, target: Target, headers: Mapping[str, str], limits: Limits) -> tuple[Line, Any, bytes]:
    """What came over the line, the answer's head, and its payload without chunks."""
    spoken.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
    line = Line(spoken.sock, limit_bytes=limits.raw_bytes, where=target.url)
    spoken.response_class = partial(_Answer, line=line, limit_bytes=limits.raw_bytes)  # type: ignore[assignment]
    try:
        answer = spoken.getresponse()
        length = answer.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > limits.raw_bytes:
            said = f"it is larger than {limits.raw_bytes // 1_000_000} MB"
            raise LimitExceeded(said, where=target.url, fix="save it from a browser, or leave it out")
        return line, answer, answer.read(decode_content=False)
    finally:
        with suppress(OSError):
            spoken.close()
        line.close()


def _head(received: bytearray) -> tuple[int, int]:
    """Where the head of the answer begins and ends; interim answers (100) before it are passed over."""
    start = end = 0
    while True:
        start, marks = end, [(at, size) for mark, size in ((b"\r\n\r\n", 4), (b"\n\n", 2)) if (at := received.find(mark, end)) >= 0]
        if not marks:
            return start, len(received)
        end = sum(min(marks))
        if received[start:end].split(b" ", 2)[1:2] != [b"100"]:
            return start, end


def _late(limits: Limits) -> str:
    return f"it took longer than {limits.total_seconds:g} seconds"


def _reason(error: Exception, watch: Stopwatch, limits: Limits) -> str:
    if watch.has_rung:
        return _late(limits)
    if isinstance(error, ssl.SSLError):
        return f"the encrypted connection failed: {error.reason or error}"
    if isinstance(error, TimeoutError) or "timed out" in str(error).lower():
        return f"nothing came for {limits.read_seconds:g} seconds"
    words = "".join(char for char in str(error) if char.isprintable())
    return f"the answer broke off: {words[:200] or type(error).__name__}"
