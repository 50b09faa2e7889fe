"""What the fetcher asks of the world: names, connections, who answers at their other end, and the time. Tests put in another."""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, Queue

RESOLVE_SECONDS = 10.0


def _resolve(host: str, port: int) -> list[str]:
    """The look-up knows no limit of its own, so it is left behind when its time is over."""
    answers: Queue[list[str] | OSError] = Queue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(place[4][0]) for place in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=RESOLVE_SECONDS)
    except Empty as error:
        raise socket.gaierror(socket.EAI_AGAIN, "the name server gives no answer") from error
    if isinstance(answer, OSError):
        raise answer
    return answer


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
