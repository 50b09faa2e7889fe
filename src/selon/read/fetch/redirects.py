"""An address -> the chain of exchanges that it begins: redirects are followed by us, each checked like an address of its own."""

from collections.abc import Callable, Mapping

from selon.errors import LimitExceeded, Refused
from selon.read.fetch.exchange import Exchange, Fetched
from selon.read.fetch.over_http import exchanged
from selon.read.fetch.settings import MAX_REDIRECTS, Settings
from selon.read.fetch.targets import Target, redirected
from selon.read.fetch.world import WORLD, World


def fetched(
    target: Target,
    *,
    settings: Settings,
    world: World = WORLD,
    headers: Mapping[str, Mapping[str, str]] | None = None,
    check: Callable[[Target], None] | None = None,
) -> Fetched:
    """Ask for an address, and follow where it leads.

    `headers` says for some addresses of the chain what their request says besides (a question whether a page has changed);
    `check` is called with every address that a redirect leads to, and raises Refused where it may not be asked.

    Raises:
        InputError: one of the errors of `exchanged`, or a redirect that is not followed (a circle, too many, to what is not asked).
    """
    hops: list[Exchange] = []
    while True:
        hop = exchanged(target, (headers or {}).get(target.url, {}), settings=settings, world=world)
        hops.append(hop)
        if hop.location is None:
            return Fetched(hops=tuple(hops))
        if len(hops) > MAX_REDIRECTS:
            said = f"it leads on more than {MAX_REDIRECTS} times"
            raise LimitExceeded(said, where=hops[0].target.url, fix="open it in a browser, and give the address of the page itself")
        target = redirected(hop.target, hop.location, any_port=settings.allow_private)
        if target.url in {one.target.url for one in hops}:
            said = f"it leads in a circle, back to {target.url[:200]}"
            raise Refused(said, where=hops[0].target.url, fix="open it in a browser: it may want a cookie, which is not sent")
        if check is not None:
            check(target)
