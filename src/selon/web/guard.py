"""Around all pages: the headers of every answer, and who is let in.

A page of another host may send its reader's browser here: so the Host must be ours (a foreign name that leads to this machine is
refused), and what writes must come from a page of ours. Source: Content Security Policy Level 3; Fetch Metadata Request Headers; RFC 7617.
"""

import base64
import hmac
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from selon.web.serving import Serving

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""For a drawing as a file of its own: it holds its rules, and nothing in it acts."""

_BODY_BYTES = 64 << 20  # of one form
_LENGTH_DIGITS = 12  # of the header that announces it
_READING = ("GET", "HEAD")


class Guard:
    """An application behind its headers and checks."""

    def __init__(self, app: ASGIApp, *, serving: Serving) -> None:
        self.app = app
        self._serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope), scope["scheme"])
        await (refusal or self.app)(scope, receive, _with_headers(send))

    def _refusal(self, method: str, headers: Headers, scheme: str) -> Response | None:
        """Why a request is not let in; None: it is."""
        host = headers.get("host", "")
        if not self._serving.is_ours(host):
            return _refused(421, "This address is not one of this server's names.")
        if self._serving.password is not None and not self._knows_password(headers.get("authorization", "")):
            return _refused(401, "A password is needed.", {"WWW-Authenticate": 'Basic realm="selon", charset="UTF-8"'})
        if method in _READING:
            return None
        if method != "POST":
            return _refused(405, "Only reading and forms.", {"Allow": "GET, HEAD, POST"})
        if self._serving.is_read_only:
            return _refused(403, "These pages are read-only.")
        if not _is_of_our_pages(headers, f"{scheme}://{host}"):
            return _refused(403, "This form was not sent by a page of this server.")
        length = headers.get("content-length", "")
        if not length.isdecimal() or len(length) > _LENGTH_DIGITS or int(length) > _BODY_BYTES:
            return _refused(413, f"More than {_BODY_BYTES >> 20} MiB at once, or of unknown length.")
        return None

    def _knows_password(self, given: str) -> bool:
        kind, _, code = given.partition(" ")
        try:
            words = base64.b64decode(code, validate=True).decode() if kind.lower() == "basic" else ""
        except ValueError:
            return False
        return hmac.compare_digest(words.partition(":")[2].encode(), (self._serving.password or "").encode())


def _is_of_our_pages(headers: Headers, own: str) -> bool:
    """Is a request sent by a page of ours? A browser that tells no referrer says `Origin: null`, and its Sec-Fetch-Site says the rest."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site == "same-origin" and origin in (None, "null", own)
    return origin == own


def _refused(status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(words + "\n", status, headers=headers)


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
