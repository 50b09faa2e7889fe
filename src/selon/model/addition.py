"""What became of one address, or of one file, that was to be added to a collection."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of it."""

    ADDED = "added"  # a new capture
    UNCHANGED = "unchanged"  # asked for, and the same as the latest capture
    HELD = "held"  # captured before, and not asked for again
    REFUSED = "refused"  # by a rule of ours, or of its own host
    FAILED = "failed"  # no page came


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One address, or one file. Source: WARC 1.1 (ISO 28500:2017) for captures and digests."""

    url: str  # as it was given or listed; a path for a file
    listed_in: str | None = None  # the feed or sitemap that lists it; None: a person named it
    final_url: str | None = None  # after redirects; None: there was no answer
    status: int | None = None  # of HTTP; None: there was no answer, or none was asked for
    capture: str | None = None  # WARC-Record-ID, or the path within the collection
    sha256: str | None = None  # of the page, unpacked; hexadecimal
    content_bytes: int | None = None  # of the page, unpacked
    outcome: Outcome
    reason: str | None = None  # why nothing was added, and what to do
