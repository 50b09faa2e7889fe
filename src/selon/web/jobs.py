"""An import at work: pages fetched, files copied, all of it read; one at a time. It can be stopped, and goes on when called again."""

import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from selon.api import Collection
from selon.engine import Local
from selon.errors import SelonError
from selon.model.addition import Addition, Outcome
from selon.read import fetch

_LISTED = 200  # additions that a job's page shows
_PAGES = 100  # of one feed or sitemap
_WELL = (Outcome.ADDED, Outcome.UNCHANGED, Outcome.HELD)


class Stopped(Exception):
    """A person has stopped the job; what was kept stays kept."""


@dataclass(slots=True, kw_only=True)
class Job:
    """One import, as far as it is."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    phase: str = "adding"  # adding, reading, joining, done, stopped, failed
    sources: int = 0
    done: int = 0  # of the sources, and of the pages they list
    read: int = 0
    additions: list[Addition] = field(default_factory=list)
    error: SelonError | None = None
    started: float = field(default_factory=time.monotonic)
    ended: float | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Is nothing more to come?"""
        return self.ended is not None

    @property
    def is_stopping(self) -> bool:
        """Was it asked to stop?"""
        return self._stop.is_set()

    @property
    def seconds(self) -> float:
        """Since it began, or how long it took."""
        return (self.ended or time.monotonic()) - self.started

    @property
    def failed(self) -> list[Addition]:
        """What was not added."""
        return [one for one in self.additions if one.outcome not in _WELL]

    def stop(self) -> None:
        """Ask it to stop after the page at hand."""
        self._stop.set()

    def look(self) -> None:
        """Go on, unless somebody has stopped it.

        Raises:
            Stopped: somebody has.
        """
        if self._stop.is_set():
            raise Stopped


class Jobs:
    """The jobs of one server; the last few are remembered."""

    def __init__(self, collection: Collection, *, ended: Callable[[], None]) -> None:
        self._collection = collection
        self._ended = ended
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()

    def get(self, ident: str) -> Job | None:
        """A job by its id."""
        return self._jobs.get(ident)

    def running(self) -> Job | None:
        """The job that is at work."""
        return next((one for one in self._jobs.values() if not one.is_over), None)

    def start(self, sources: Sequence[str], *, contact: str | None, clean: Callable[[], None]) -> Job | None:
        """Begin an import; None where one is at work. `clean` is called at its end, whatever that is."""
        with self._lock:
            if self.running():
                return None
            job = Job(sources=len(sources))
            self._jobs = dict([*self._jobs.items()][-8:]) | {job.id: job}
        threading.Thread(target=self._work, args=(job, sources, contact, clean), daemon=True).start()
        return job

    def _work(self, job: Job, sources: Sequence[str], contact: str | None, clean: Callable[[], None]) -> None:
        try:
            self._add(job, sources, contact)
            job.phase = "reading"
            self._read(job)
            job.phase = "done"
        except Stopped:
            job.phase = "stopped"
        except SelonError as error:
            job.phase, job.error = "failed", error
        finally:
            clean()
            if job.phase not in ("done", "stopped", "failed"):
                job.phase = "failed"
            self._ended()
            job.ended = time.monotonic()

    def _add(self, job: Job, sources: Sequence[str], contact: str | None) -> None:
        captures = fetch.captures_folder(self._collection.folder, self._collection.folder)
        choice = fetch.Choice(again=False, limit=_PAGES, since=None)

        def tell(progress: fetch.Progress) -> None:
            job.look()

        for one in fetch.additions(sources, captures, settings=fetch.settings(contact=contact), choice=choice, tell=tell):
            job.done += 1
            if len(job.additions) < _LISTED:
                job.additions.append(one)
            job.look()

    def _read(self, job: Job) -> None:
        def tell(made: int) -> None:
            job.read = made
            job.look()

        report = self._collection.run(engine=Local(workers=1), tell=tell)
        job.read = report.made
