"""Who is asked next: one host after the other, each with its pause; addresses of one host keep their order."""

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from selon.read.fetch.targets import Target


@dataclass(slots=True, kw_only=True)
class Budget:
    """How many pages may still be asked for, of one feed or sitemap and all it lists; None: all."""

    left: int | None
    beyond: int = 0  # pages that were listed and not asked for
    lists_beyond: int = 0  # sitemaps, likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One address that is to be asked."""

    url: str  # as it was given or listed
    target: Target
    kind: Literal["named", "list", "page"]  # a person named it; a sitemap that a sitemap lists; a page that a feed or sitemap lists
    budget: Budget
    listed_in: str | None = None
    depth: int = 0  # of sitemaps within sitemaps
    tries: int = 1  # this one counted


@dataclass(slots=True, kw_only=True)
class _Host:
    ready: float = 0.0  # may be asked from then on; seconds of the monotonic clock
    waiting: deque[Wanted] = field(default_factory=deque)


class Hosts:
    """The addresses that are still to be asked, by host."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        return sum(len(host.waiting) for host in self._hosts.values())

    def put(self, wanted: Wanted) -> None:
        """One more address, behind the others of its host."""
        self._of(wanted.target.host).waiting.append(wanted)

    def put_back(self, wanted: Wanted) -> None:
        """An address that is asked again, before the others of its host."""
        self._of(wanted.target.host).waiting.appendleft(wanted)

    def rest(self, host: str, until: float) -> None:
        """Leave a host alone until then."""
        known = self._of(host)
        known.ready = max(known.ready, until)

    def next(self) -> tuple[Wanted, float] | None:
        """The next address, taken out, and from when on it may be asked; None where all are done.

        The host that may be asked first comes first; of several, the one that was met first.
        """
        waiting = [host for host in self._hosts.values() if host.waiting]
        if not waiting:
            return None
        host = min(waiting, key=lambda one: one.ready)
        return host.waiting.popleft(), host.ready

    def _of(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())
