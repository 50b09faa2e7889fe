"""Records that more of are needed than memory holds, on the disk, by number; use it in a `with`, after which they are gone."""

from array import array
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType


class Spilled:
    """Bytes by number, as they were added."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where the disk has room; the file in it has no name."""
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 (closed at the end of the `with`)
        self._ends = array("q", [0])

    def __enter__(self) -> "Spilled":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def add(self, body: bytes) -> None:
        """One more record."""
        self._file.seek(self._ends[-1])
        self._file.write(body)
        self._ends.append(self._ends[-1] + len(body))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])
