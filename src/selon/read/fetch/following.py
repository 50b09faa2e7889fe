"""What a feed or a sitemap lists -> addresses to ask for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selon.errors import InputError, Refused
from selon.model.addition import Addition, Outcome
from selon.read.entries import Entry, Listed
from selon.read.fetch.held import Held
from selon.read.fetch.hosts import Budget, Hosts, Wanted
from selon.read.fetch.known import Known
from selon.read.fetch.listed import Since, is_later, listed
from selon.read.fetch.targets import target

MAX_DEPTH = 2  # of sitemaps within a sitemap that is named; the standard knows one level


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of a feed or a sitemap is asked for."""

    again: bool = False  # pages that are held, too
    limit: int | None = None  # so many pages at most of each feed or sitemap that is named
    since: str | None = None  # YYYY-MM-DD: nothing older


class Queue:
    """The addresses of one run: those that are named, and those that are listed, each once."""

    def __init__(self, *, known: Known, choice: Choice, any_port: bool, say: Callable[[str], None]) -> None:
        self.hosts = Hosts()
        self._known = known
        self._choice = choice
        self._any_port = any_port
        self._say = say
        self._since = Since(day=choice.since)
        self._budgets: list[tuple[str, Budget]] = []
        self._seen: set[str] = set()

    def name(self, url: str) -> Iterator[Addition]:
        """Put in an address that a person names; yield why not, where it cannot be."""
        budget = Budget(left=self._choice.limit)
        self._budgets.append((url, budget))
        try:
            asked = target(url, any_port=self._any_port)
        except Refused as error:
            yield not_added(url, None, Outcome.REFUSED, error)
            return
        if self._is_first(asked.url):
            self.hosts.put(Wanted(url=url, target=asked, kind="named", budget=budget))

    def follow(self, wanted: Wanted, content: bytes, address: str) -> Iterator[Addition]:
        """Put in what a feed or sitemap lists; yield what is held already, and what cannot be put in."""
        found = self._listed(content, address)
        if found is None:
            return
        if found.broken or found.left_out:
            self._say(f"{address}: {found.broken or f'{found.left_out} items beyond the limit were left out'}")
        for entry in found.entries:
            if entry.url and self._since.admits(entry):
                yield from self._put(entry, entry.url, wanted, address)

    def is_spent(self, wanted: Wanted) -> bool:
        """Is this a sitemap of whose pages none may be asked for any more? Then it is counted, and left."""
        is_spent = wanted.kind == "list" and wanted.budget.left == 0
        wanted.budget.lists_beyond += is_spent
        return is_spent

    def say_what_is_left(self) -> None:
        """Say what was listed and not asked for."""
        for url, budget in self._budgets:
            if budget.beyond or budget.lists_beyond:
                more = f" and {budget.lists_beyond} more sitemaps" if budget.lists_beyond else ""
                self._say(f"{url}: {budget.beyond} more pages{more} are listed; the same command goes on, --limit asks for more at once")
        if self._since.undated:
            self._say(f"{self._since.undated} pages are listed without a date and were left out; without --since they are asked for")

    def _listed(self, content: bytes, address: str) -> Listed | None:
        try:
            return listed(content, where=address)
        except InputError as error:
            self._say(str(error))
            return None

    def _put(self, entry: Entry, url: str, above: Wanted, address: str) -> Iterator[Addition]:
        try:
            asked = target(url, any_port=self._any_port)
        except Refused as error:
            yield not_added(url, address, Outcome.REFUSED, error)
            return
        if not self._is_first(asked.url):
            return
        if entry.is_list:
            self._put_list(Wanted(url=url, target=asked, kind="list", budget=above.budget, listed_in=address, depth=above.depth + 1))
        else:
            yield from self._put_page(Wanted(url=url, target=asked, kind="page", budget=above.budget, listed_in=address), entry)

    def _put_list(self, wanted: Wanted) -> None:
        if wanted.depth > MAX_DEPTH:
            self._say(f"{wanted.url}: this sitemap is listed too deep within others, and is not followed")
        else:
            self.hosts.put(wanted)

    def _put_page(self, wanted: Wanted, entry: Entry) -> Iterator[Addition]:
        held = None if self._choice.again else self._known.page(wanted.target.url)
        if held is not None and not is_later(entry.date, held.instant):
            yield _held(wanted, held)
        elif wanted.budget.left == 0:
            wanted.budget.beyond += 1
        else:
            wanted.budget.left = None if wanted.budget.left is None else wanted.budget.left - 1
            self.hosts.put(wanted)

    def _is_first(self, url: str) -> bool:
        first = url not in self._seen
        self._seen.add(url)
        return first


def not_added(url: str, listed_in: str | None, outcome: Outcome, error: InputError) -> Addition:
    """What to say of an address of which nothing came."""
    return Addition(url=url, listed_in=listed_in, outcome=outcome, reason=f"{error.what}; {error.fix}")


def _held(wanted: Wanted, held: Held) -> Addition:
    return Addition(
        url=wanted.url,
        listed_in=wanted.listed_in,
        final_url=held.url,
        status=held.status,
        capture=held.record.strip("<>"),
        sha256=held.sha256,
        content_bytes=held.content_bytes,
        outcome=Outcome.HELD,
        reason="it is held already; --again asks for it anew",
    )
