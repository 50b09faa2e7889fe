"""A connection to a host, to a public address only.

The name is resolved by us, once; no address is tried that is not public, and the address at the other end is checked again when the
connection stands and before a byte is sent: whatever a name server answers at another moment changes nothing.
"""

import socket

from selon.errors import Missing, Refused, Unreached
from selon.read.fetch.addresses import not_public
from selon.read.fetch.settings import Settings
from selon.read.fetch.targets import Target
from selon.read.fetch.world import World

_MAX_ADDRESSES = 8  # of one name: a name server may give hundreds, and each could take its time
_FIX = "only pages of the open web are fetched; SELON_ALLOW_PRIVATE=1 allows the others"


def connected(target: Target, *, settings: Settings, world: World) -> tuple[socket.socket, str]:
    """An open connection, and the address at its other end.

    Raises:
        Missing: there is no such host.
        Refused: it has no public address.
        Unreached: nobody answers.
    """
    refused, failed = "", ""
    ends = world.monotonic() + settings.limits.total_seconds
    for address in _addresses(target, world)[:_MAX_ADDRESSES]:
        if failed and world.monotonic() > ends:
            break
        refused_now = "" if settings.allow_private else not_public(address)
        if refused_now:
            refused = f"{address} is not public ({refused_now})"
            continue
        try:
            connection = world.connect(address, target.port, settings.limits.connect_seconds)
        except OSError as error:
            failed = f"{address}: {error.strerror or error}"
            continue
        return connection, _checked(connection, target, settings, world)
    if refused and not failed:
        raise Refused(f"the host has no public address: {refused}", where=target.url, fix=_FIX)
    raise Unreached(f"nobody answers ({failed})", where=target.url, fix="see that the network is there, then try again")


def _addresses(target: Target, world: World) -> list[str]:
    try:
        found = world.resolve(target.host, target.port)
    except socket.gaierror as error:
        if error.errno in (socket.EAI_AGAIN, socket.EAI_FAIL):
            fix = "see that the network is there, then try again"
            raise Unreached(f"the name of the host cannot be looked up: {error.strerror}", where=target.url, fix=fix) from error
        raise Missing(f"there is no host '{target.host}'", where=target.url, fix="look at its spelling") from error
    except OSError as error:
        raise Missing(f"there is no host '{target.host}'", where=target.url, fix="look at its spelling") from error
    if not found:
        raise Missing(f"the host '{target.host}' has no address", where=target.url, fix="look at its spelling")
    return found


def _checked(connection: socket.socket, target: Target, settings: Settings, world: World) -> str:
    """The address at the other end; the connection is closed where it is no public one."""
    try:
        peer = world.peer(connection)
    except OSError as error:
        connection.close()
        raise Unreached(f"the connection is lost: {error.strerror or error}", where=target.url, fix="try again") from error
    what = "" if settings.allow_private else not_public(peer)
    if what:
        connection.close()
        raise Refused(f"who answers is not public: {peer} ({what}); nothing was sent", where=target.url, fix=_FIX)
    return peer
