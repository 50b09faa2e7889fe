"""What a person may set, and how much is read of anything: one frozen record each."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selon import __version__
from selon.errors import UsageError

MAX_REDIRECTS = 5
MAX_TRIES = 3  # of one address, where its host gives no whole answer
MAX_WAIT_SECONDS = 120  # the longest a host can ask us to wait within one run; beyond it the page is left for another run
MIN_PAUSE_SECONDS = 5.0  # between two fetches of one host
_CONTACT = re.compile(r"[!-~]{3,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read, and how long is waited. The counts are those of the findings on hostile input."""

    raw_bytes: int = 20_000_000  # as they come over the line, with headers
    decoded_bytes: int = 60_000_000
    ratio: int = 200  # unpacked bytes for each packed one
    ratio_from_bytes: int = 1_000_000  # a page smaller than this may be packed as tightly as it likes
    connect_seconds: float = 10.0
    read_seconds: float = 20.0  # without a single byte
    total_seconds: float = 60.0  # from the connection to the last byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How pages are asked for."""

    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False  # addresses that are not public, and ports other than 80 and 443
    contact: str | None = None  # an address that whoever runs a site can write to
    pause_seconds: float = MIN_PAUSE_SECONDS
    retry_seconds: float = 1.0  # before the second try; four times that before the third
    ca_file: str | None = None  # certificates of authorities; None: those of this machine, or of SSL_CERT_FILE

    @property
    def agent(self) -> str:
        """What we call ourselves."""
        return f"selon/{__version__} (keeps pages as evidence; contact: {self.contact or 'not given'})"


def settings(environment: Mapping[str, str] = os.environ, *, contact: str | None = None, pause_seconds: float | None = None) -> Settings:
    """The settings of one run: SELON_ALLOW_PRIVATE, SELON_CONTACT, and what the call says.

    Raises:
        UsageError: the contact cannot stand in a request, or the pause is shorter than is polite.
    """
    contact = contact or environment.get("SELON_CONTACT") or None
    if contact and not _CONTACT.fullmatch(contact):
        raise UsageError("this contact cannot be sent", where="--contact", fix="give an e-mail address or an https address, without spaces")
    private = environment.get("SELON_ALLOW_PRIVATE") == "1"
    pause = MIN_PAUSE_SECONDS if pause_seconds is None else pause_seconds
    if pause < 0 or (pause < MIN_PAUSE_SECONDS and not private):
        fix = f"leave at least {MIN_PAUSE_SECONDS:g} seconds between two pages of one host"
        raise UsageError("this pause is too short", where="--pause", fix=fix)
    return Settings(allow_private=private, contact=contact, pause_seconds=pause)
