"""One page, fetched for a command that reads and keeps nothing: the same fetcher, the same checks."""

from dataclasses import replace

from selon.errors import Empty, Missing
from selon.read.fetch.records import held, packed
from selon.read.fetch.redirects import fetched
from selon.read.fetch.settings import Settings, settings
from selon.read.fetch.targets import target
from selon.read.fetch.world import WORLD, World
from selon.read.first_bytes import certain
from selon.read.limits import SNIFFED_BYTES

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def content(url: str, *, chosen: Settings | None = None, world: World = WORLD) -> bytes:
    """The bytes behind an address: a page as the WARC record of its fetch, with address, charset and instant; other formats as they are.

    Raises:
        InputError: nothing came, or it may not be asked for.
    """
    chosen = chosen or settings()
    last = fetched(target(url, any_port=chosen.allow_private), settings=chosen, world=world).last
    if not 200 <= last.status < 300:
        raise Missing(last.answer, where=url, fix="see in a browser what stands there")
    if not last.content.strip():
        raise Empty("the page is empty", where=url, fix="see in a browser what stands there")
    if last.media_type not in _PAGES or certain(last.content[:SNIFFED_BYTES]) is not None:
        return last.content
    return packed(last, replace(held(last, ""), record=f"<{last.target.url}>"), [("robots", "not asked for: a person named this page")])
