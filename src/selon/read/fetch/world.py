"""What the fetcher asks of the world: names, connections, who answers at their other end, and the time. Tests put in another."""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


def _peer(connection: socket.socket) -> str:
    return str(connection.getpeername()[0])


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The network and the clock."""

    resolve: Callable[[str, int], list[str]] = _resolve  # host, port -> addresses, best first; raises OSError
    connect: Callable[[str, int, float], socket.socket] = _connect  # address, port, seconds; raises OSError
    peer: Callable[[socket.socket], str] = _peer  # the address at the other end
    now: Callable[[], datetime] = _now  # aware, UTC
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


WORLD = World()
