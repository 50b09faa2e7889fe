"""What one server was started with."""

import ipaddress
import secrets
from dataclasses import dataclass, field

from selon.api import Collection

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """One server over one collection. The token makes its forms its own; it ends with the process."""

    collection: Collection
    names: tuple[str, ...] = ()  # further host names under which it is reached
    is_read_only: bool = False
    is_demo: bool = False  # the story is made up, and the pages say so
    password: str | None = None  # None: this machine only
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    def is_ours(self, host: str) -> bool:
        """Is it a name of this server? With a password also any address in numbers: no foreign page can make a name lead there."""
        name = host.rsplit(":", 1)[0] if not host.endswith("]") and host.rsplit(":", 1)[-1].isdigit() else host
        return name.lower() in (*_LOOPBACK, *self.names) or (self.password is not None and _is_address(name.strip("[]")))


def is_this_machine(host: str) -> bool:
    """Is an address to bind to one that only this machine reaches?"""
    return host.lower() == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
