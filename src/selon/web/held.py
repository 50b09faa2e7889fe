"""The index that pages are answered from: made when the collection has another answer, which other processes may give it at any time.

It stands in a folder of the process and is gone with it, so that nothing that was erased from the collection stays anywhere. While a new
one is made, pages are answered from the one before.
"""

import hashlib
import shutil
import tempfile
import threading
import time
import weakref
from pathlib import Path

from selon.api import Collection
from selon.errors import Damaged, StoreError
from selon.model.collection import DATABASE
from selon.model.ruling import Ruled
from selon.store.decisions import RULINGS
from selon.web.index import Index, index_made

_WATCHED = (DATABASE, f"{DATABASE}-wal", RULINGS)
_LOOK_SECONDS = 1.0  # between two looks at the collection


class Held:
    """The current index of a collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._folder: Path | None = None
        self._index: Index | None = None
        self._ruled: tuple[str, tuple[Ruled, ...]] | None = None
        self.fault: Damaged | None = None  # why there is no index, where there should be one
        self.is_of_these_rules = True  # was the answer made by the rules of this version?
        self._tried = ""  # the state that was looked at last
        self._looked = 0.0
        self._lock = threading.Lock()

    def index(self) -> Index | None:
        """The index to answer from; None: there was no run yet."""
        if self._index is None:
            with self._lock:
                self._refresh()
        elif time.monotonic() - self._looked > _LOOK_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._looked = time.monotonic()
                is_other = self._state() != self._tried
            finally:
                self._lock.release()
            if is_other:
                threading.Thread(target=self._again, daemon=True).start()
        return self._index

    def refresh(self) -> None:
        """Look now, and wait until the index is current: after a change of our own."""
        with self._lock:
            self._refresh()

    def state(self) -> str:
        """A hash that is another one whenever the collection's answer may be: what a form was made for."""
        return self._state()

    def rulings(self, collection: Collection) -> tuple[Ruled, ...]:
        """The rulings of the collection, asked anew only when it may have others."""
        state = self._state()
        if self._ruled is None or self._ruled[0] != state:
            self._ruled = (state, collection.rulings())
        return self._ruled[1]

    def _again(self) -> None:
        with self._lock:
            self._refresh()

    def _refresh(self) -> None:
        state = self._state()
        self._looked = time.monotonic()
        if (self._index is not None and state == self._tried) or not self._collection.was_run():
            return
        try:
            self._index, self._tried = self._made(state), state
            self.is_of_these_rules = self._collection.is_of_these_rules()
            self.fault = None
        except Damaged as error:
            self.fault, self._tried = error, state
        except StoreError:  # a run is at work, or was cut short: the pages stay as they were
            self._tried = state

    def _made(self, state: str) -> Index:
        """The index of the answer as it is now; the one before ends when its last page is answered."""
        answer = self._collection.answer()
        lineage = answer.lineage
        folder = Path(tempfile.mkdtemp(prefix="selon-pages-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        path = folder / "pages.db"
        index_made(path, key=state, readings=answer.readings, edges=lineage.edges, reuses=answer.reuses, stories=lineage.stories)
        before, self._folder = self._folder, folder
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)
        return Index(path)

    def _state(self) -> str:
        """A hash that is another one whenever the answer may be."""
        sha = hashlib.sha256()
        for name in _WATCHED:
            path = self._collection.folder / name
            if path.is_file():
                stat = path.stat()
                sha.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        return sha.hexdigest()[:32]
