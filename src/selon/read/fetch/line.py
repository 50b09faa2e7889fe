"""The line to a host: what comes over it is kept and counted, and it is cut when its time is over."""

import io
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from selon.errors import LimitExceeded


class Line(io.RawIOBase):
    """The bytes that come from a connection, each of them kept.

    Args:
        limit_bytes: so many come at most.
        where: what is asked, for the words of an error.
    """

    def __init__(self, connection: socket.socket, *, limit_bytes: int, where: str) -> None:
        self.received = bytearray()
        self._raw = connection.makefile("rb", buffering=0)  # outlives the connection, which HTTP closes early
        self._limit_bytes = limit_bytes
        self._where = where

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what has come, and say with how much.

        Raises:
            LimitExceeded: it is more than allowed.
        """
        count = self._raw.readinto(buffer) or 0
        self.received += memoryview(buffer)[:count]
        if len(self.received) > self._limit_bytes:
            said = f"it is larger than {self._limit_bytes // 1_000_000} MB, or has no end"
            raise LimitExceeded(said, where=self._where, fix="save it from a browser, or leave it out")
        return count

    def close(self) -> None:
        """Hear no more."""
        self._raw.close()
        super().close()


class Stopwatch:
    """Cuts a connection when its time is over, whatever the other end is doing: a byte now and then keeps nobody waiting.

    It holds a second handle on the connection, since TLS takes the first one over.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self.has_rung = False
        self._handle = connection.dup()
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()
        self._handle.close()

    def _ring(self) -> None:
        self.has_rung = True
        with suppress(OSError):
            self._handle.shutdown(socket.SHUT_RDWR)
