"""A stream that can be read only once, with its last bytes held: a pipe, or a member of a ZIP, in which a reader must go back."""

import io
from typing import BinaryIO, cast

from selon.read.limits import MAX_HELD_BYTES, MAX_HELD_HEAD_BYTES

_PART_BYTES = 1 << 20


class Window:
    """The bytes of a stream, in which one can go back to the place that is kept, or as far as MAX_HELD_BYTES reach.

    `head`: its first bytes, which are held in any case.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held, self._start = bytearray(), 0  # and the place of the first of them
        self._at = 0
        self._is_over = False
        self.head = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, held ones first; fewer than asked for at the end alone."""
        while (size < 0 or self._start + len(self._held) < self._at + size) and not self._is_over:
            self._more(_PART_BYTES if size < 0 else size)
        inside = self._at - self._start
        part = bytes(self._held[inside:] if size < 0 else self._held[inside : inside + size])
        self._at += len(part)
        return part

    def _more(self, size: int) -> None:
        try:
            part = self._stream.read(size)
        except (OSError, ValueError, EOFError):
            self._is_over = True  # what cannot be read once is not asked for again
            raise
        self._is_over = not part
        if len(self.head) < MAX_HELD_HEAD_BYTES:
            self.head += part[: MAX_HELD_HEAD_BYTES - len(self.head)]
        self._held += part
        if len(self._held) > MAX_HELD_BYTES + len(part):
            self.keep_from(min(self._at, self._start + len(self._held) - MAX_HELD_BYTES))

    def keep_from(self, place: int) -> None:
        """Hold nothing any more of what stands before a place."""
        gone = min(max(0, place - self._start), len(self._held))
        del self._held[:gone]
        self._start += gone
        self._at = max(self._at, self._start)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, or to the first that is held behind it; the place it has gone to."""
        if whence == io.SEEK_END:
            self._at = self._start + len(self._held)
            while self.read(_PART_BYTES):
                pass
            place += self._at
        self._at = max(self._start, min(place, self._start + len(self._held)))
        while self._at < place and self.read(min(_PART_BYTES, place - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        """The place of the next byte."""
        return self._at


def rewindable(stream: BinaryIO) -> BinaryIO:
    """A stream in which one can go back: a file as it is, anything else as a window."""
    if isinstance(stream, Window) or (isinstance(stream, io.IOBase) and stream.seekable()):
        return stream
    return cast(BinaryIO, Window(stream))


def head(stream: BinaryIO, size: int) -> bytes:
    """The first bytes of such a stream, at most `size`, and it stands where it stood."""
    if isinstance(stream, Window):
        if stream.tell() == 0:
            stream.read(size)
            stream.seek(0)
        return stream.head[:size]
    at = stream.tell()
    stream.seek(0)
    first = stream.read(size)
    stream.seek(at)
    return first
