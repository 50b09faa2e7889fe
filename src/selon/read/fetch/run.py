"""One run of `selon add`: addresses are asked one after the other, as each host wishes, and what comes is kept."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from selon.errors import InputError, Refused, Unreached, UsageError
from selon.model.addition import Addition, Outcome
from selon.read.fetch.archive import Archive
from selon.read.fetch.erased import REASON, Erased
from selon.read.fetch.exchange import Fetched
from selon.read.fetch.folder import copies
from selon.read.fetch.following import Choice, Queue, not_added
from selon.read.fetch.held import Held
from selon.read.fetch.hosts import Wanted
from selon.read.fetch.keeping import addition, kept, question
from selon.read.fetch.known import Known, known
from selon.read.fetch.manners import Manners
from selon.read.fetch.records import content_of
from selon.read.fetch.redirects import fetched
from selon.read.fetch.settings import MAX_TRIES, MAX_WAIT_SECONDS, Settings
from selon.read.fetch.waits import back_off_seconds, is_put_off, retry_after_seconds
from selon.read.fetch.world import WORLD, World
from selon.read.paths import is_address

_NAMED = "not asked for: a person named this page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is."""

    done: int
    waiting: int  # addresses that are known and still to be asked
    host: str  # which is asked next
    seconds: float  # of pause before that


def additions(
    sources: Sequence[str],
    captures: Path,
    *,
    settings: Settings,
    choice: Choice,
    erased: Erased | None = None,
    world: World = WORLD,
    say: Callable[[str], None] = lambda words: None,
    tell: Callable[[Progress], None] = lambda progress: None,
) -> Iterator[Addition]:
    """Yield what became of each source, and of each page that it lists; each is kept in `captures` before it is yielded.

    `erased` is not kept again; `say` gets words for the person who waits, `tell` how far the run is, before each request.

    Raises:
        UsageError: the disk takes nothing, or this machine has no certificates of authorities.
    """
    for source in sources:
        if not is_address(source):
            yield from copies(source, captures, erased or Erased())
    addresses = [source for source in sources if is_address(source)]
    if not addresses:
        return
    held = _known(captures, say)
    try:
        with Archive(captures, settings=settings, world=world) as archive:
            queue = Queue(known=held, choice=choice, any_port=settings.allow_private, say=say)
            manners = Manners(settings=settings, world=world)
            run = _Run(captures, held, archive, queue, settings, world, manners, tell, erased or Erased())
            yield from run.additions(addresses)
    finally:
        with suppress(OSError):  # the index can be made again
            held.save(captures)


def _known(captures: Path, say: Callable[[str], None]) -> Known:
    try:
        return known(captures, say=say)
    except OSError as error:
        fix = "see that the folder may be read and written"
        raise UsageError(f"the captures cannot be read: {error.strerror or error}", where=str(captures), fix=fix) from error


@dataclass(slots=True)
class _Run:
    captures: Path
    known: Known
    archive: Archive
    queue: Queue
    settings: Settings
    world: World
    manners: Manners
    tell: Callable[[Progress], None]
    erased: Erased
    done: int = 0

    def additions(self, addresses: Sequence[str]) -> Iterator[Addition]:
        for one in self._all(addresses):
            self.done += 1
            yield one

    def _all(self, addresses: Sequence[str]) -> Iterator[Addition]:
        for url in addresses:
            yield from self.queue.name(url)
        while (found := self.queue.hosts.next()) is not None:
            yield from self._asked(*found)
        self.queue.say_what_is_left()

    def _asked(self, wanted: Wanted, ready: float) -> Iterator[Addition]:
        """Ask for one address, when its host is ready."""
        if self.queue.is_spent(wanted):
            return
        if self.erased.has_address(wanted.target.url):
            yield not_added(wanted.url, wanted.listed_in, Outcome.REFUSED, _erased(wanted))
            return
        why = self.manners.why_left_alone(wanted.target.host)
        if why:
            yield not_added(wanted.url, wanted.listed_in, Outcome.FAILED, Unreached(why, where=wanted.url, fix="try again later"))
            return
        self._pause(wanted, ready)
        if wanted.kind != "named" and not self.manners.knows(wanted.target):
            self.manners.learn(wanted.target)
            self._rest(wanted)
            self.queue.hosts.put_back(wanted)
            return
        try:
            found = self._fetched(wanted)
        except Unreached as error:
            yield from self._silent(wanted, error)
        except InputError as error:
            outcome = Outcome.REFUSED if isinstance(error, Refused) else Outcome.FAILED
            yield not_added(wanted.url, wanted.listed_in, outcome, error)
        else:
            yield from self._answered(wanted, found)

    def _fetched(self, wanted: Wanted) -> Fetched:
        check = None if wanted.kind == "named" else self.manners.check
        if check is not None:
            check(wanted.target)
        headers = question(wanted.target.url, self.known)
        try:
            return fetched(wanted.target, settings=self.settings, world=self.world, headers=headers, check=check)
        finally:
            self._rest(wanted)

    def _answered(self, wanted: Wanted, found: Fetched) -> Iterator[Addition]:
        host = found.last.target.host
        self.manners.has_answered(host)
        if is_put_off(found.last) and self._is_asked_again(wanted, host, retry_after_seconds(found.last)):
            return
        if self.erased.has_address(found.last.target.url) or found.last.sha256 in self.erased.contents:
            yield not_added(wanted.url, wanted.listed_in, Outcome.REFUSED, _erased(wanted))
            return
        robots = _NAMED if wanted.kind == "named" else self.manners.learn(wanted.target).said
        notes = [("robots", robots), ("listed-in", wanted.listed_in or "")]
        held, is_new = kept(found, notes, known=self.known, archive=self.archive)
        yield addition(wanted, found, held, is_new=is_new)
        if held.is_page and wanted.kind != "page":
            yield from self.queue.follow(wanted, self._content(found, held), held.url)

    def _silent(self, wanted: Wanted, error: Unreached) -> Iterator[Addition]:
        if not self._is_asked_again(wanted, wanted.target.host, None):
            self.manners.was_silent(wanted.target.host)
            yield not_added(wanted.url, wanted.listed_in, Outcome.FAILED, error)

    def _is_asked_again(self, wanted: Wanted, host: str, seconds: float | None) -> bool:
        """Put an address back, to be asked after a wait, unless it was asked too often or the wait is too long."""
        wait = back_off_seconds(wanted.tries, self.settings) if seconds is None else seconds
        if wait > MAX_WAIT_SECONDS:
            self.manners.has_put_off(host, wait)
            return False
        if wanted.tries >= MAX_TRIES:
            return False
        for name in (host, wanted.target.host):
            self.queue.hosts.rest(name, self.world.monotonic() + wait)
        self.queue.hosts.put_back(replace(wanted, tries=wanted.tries + 1))
        return True

    def _content(self, found: Fetched, held: Held) -> bytes:
        """The bytes of a page: as they came, or as they are kept where the host says that nothing changed."""
        return found.last.content or content_of(self.captures / held.file, held.record)

    def _rest(self, wanted: Wanted) -> None:
        self.queue.hosts.rest(wanted.target.host, self.world.monotonic() + self.manners.pause_seconds(wanted.target))

    def _pause(self, wanted: Wanted, ready: float) -> None:
        seconds = max(0.0, ready - self.world.monotonic())
        self.tell(Progress(done=self.done, waiting=len(self.queue.hosts) + 1, host=wanted.target.host, seconds=seconds))
        if seconds:
            self.world.sleep(seconds)


def _erased(wanted: Wanted) -> Refused:
    return Refused(REASON, where=wanted.url, fix="add it to another collection")
