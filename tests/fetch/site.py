"""Sites that answer on this machine and nowhere else, and a world in which they have public names and addresses, and time costs nothing."""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import trustme

from selon.read.fetch.world import World

Write = Callable[[bytes], None]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What stands at one path. With `write`, the bytes of the line are written by the test itself."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    write: Callable[[Write], None] | None = None


def page(text: str, **headers: str) -> Answer:
    body = f"<!DOCTYPE html><html><head><title>{text}</title></head><body><h1>{text}</h1><p>{text} {text}</p></body></html>".encode()
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body=body, headers={"Content-Type": "text/html; charset=utf-8", **said})


def moved(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to, "Content-Length": "0"})


def feed(site: "Site", *paths: str) -> Answer:
    """An RSS feed of pages of the site."""
    items = "".join(f"<item><title>{path}</title><link>{site.url(f'/{path}')}</link></item>" for path in paths)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Le Phare</title>{items}</channel></rss>'
    return Answer(body=body.encode(), headers={"Content-Type": "application/rss+xml"})


class Site:
    """One server on loopback. `asked` holds the path and headers of every request; `connections` counts those that were opened."""

    def __init__(self, answers: Mapping[str, Answer] | None = None, *, tls: ssl.SSLContext | None = None) -> None:
        self.answers = dict(answers or {})
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.connections = 0
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.site = self
        self._server.tls = tls
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


class _Server(ThreadingHTTPServer):
    site: Site
    tls: ssl.SSLContext | None
    daemon_threads = True
    block_on_close = False

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        self.site.connections += 1
        try:
            if self.tls is not None:
                request = self.tls.wrap_socket(request, server_side=True)
        except OSError:
            request.close()
            return
        super().process_request_thread(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who asked has gone: that is what many of these tests are about."""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            answer = site.answers.get(self.path, Answer(status=404, body=b"nothing here"))
            if answer.write is not None:
                answer.write(self.wfile.write)
                self.close_connection = True
                return
            asked = self.headers.get("If-None-Match")
            if asked is not None and asked == answer.headers.get("ETag"):
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers and answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def secure(ca: trustme.CA, *names: str, days: int = 30) -> ssl.SSLContext:
    """What a server shows whose certificate the authority has made for these names."""
    until = datetime.now(UTC) + timedelta(days=days)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(*names, not_before=until - timedelta(days=60), not_after=until).configure_cert(context)
    return context


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.sleeps: list[float] = []
        self._reads = 0

    def now(self) -> datetime:
        self._reads += 1
        return datetime(2026, 5, 3, 10, tzinfo=UTC) + timedelta(seconds=self.seconds, microseconds=self._reads)

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(round(seconds, 3))
        self.seconds += seconds


def public(sites: Mapping[str, Site], *, clock: Clock | None = None, peer: Callable[[socket.socket], str] | None = None) -> World:
    """A world in which each site has a public address under its name, at whatever port."""
    clock = clock or Clock()
    places = {name: f"93.184.216.{number}" for number, name in enumerate(sites, 1)}
    ports = {places[name]: site.port for name, site in sites.items()}
    addresses = {port: address for address, port in ports.items()}

    def resolve(host: str, port: int) -> list[str]:
        if host not in places:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [places[host]]

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", ports[address]), timeout=seconds)

    def claimed(connection: socket.socket) -> str:
        return addresses[connection.getpeername()[1]]

    return World(resolve=resolve, connect=connect, peer=peer or claimed, now=clock.now, monotonic=lambda: clock.seconds, sleep=clock.sleep)
