"""What a host asks of programs: its robots.txt, read by Protego. Source: RFC 9309.

It holds for what a feed or a sitemap lists. A page that a person asks for by its own address is fetched as a browser would, and the record
of it says so. The only file that knows Protego.
"""

import hashlib
from dataclasses import dataclass

from protego import Protego

from selon.errors import InputError
from selon.read.fetch.redirects import fetched
from selon.read.fetch.settings import Settings
from selon.read.fetch.targets import target
from selon.read.fetch.world import World

AGENT = "selon"
_MAX_BYTES = 512_000  # RFC 9309 section 2.5: at least 500 kibibytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one host."""

    said: str  # in words, with the digest of the file: what the record of a fetch says
    shut: bool  # nothing may be asked, since the rules themselves cannot be had
    protego: Protego | None  # None: no rules

    def allows(self, url: str) -> bool:
        """May this address be asked by a program?"""
        return not self.shut and (self.protego is None or self.protego.can_fetch(url, AGENT))

    @property
    def pause_seconds(self) -> float:
        """The pause that the host asks for between two fetches; 0 where it says nothing."""
        return float((self.protego.crawl_delay(AGENT) if self.protego else None) or 0)


def rules(origin: str, *, settings: Settings, world: World) -> Rules:
    """Ask a host for its rules: none (4xx) allows everything, and no answer (5xx, nothing) allows nothing for now."""
    url = f"{origin}/robots.txt"
    try:
        last = fetched(target(url, any_port=settings.allow_private), settings=settings, world=world).last
    except InputError as error:
        return Rules(said=f"{url} cannot be had: {error.what}", shut=True, protego=None)
    if 400 <= last.status < 500:
        return Rules(said=f"{url} does not exist (status {last.status})", shut=False, protego=None)
    if last.status != 200:
        return Rules(said=f"{url} cannot be had (status {last.status})", shut=True, protego=None)
    text = last.content[:_MAX_BYTES]
    said = f"{url} was followed, sha256:{hashlib.sha256(text).hexdigest()}"
    return Rules(said=said, shut=False, protego=Protego.parse(text.decode("utf-8", "replace")))
