"""The bytes of one source, before anybody has looked inside."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the container of a capture says of it (the fields of a record, a feed's item, a PDF); None where it says nothing."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None  # as written there
    published_from: str | None = None  # ISO 8601
    published_to: str | None = None  # ISO 8601
    lang: str | None = None  # ISO 639-1
    authors: tuple[str, ...] = ()  # names, as written there
    sources: tuple[str, ...] = ()  # where it says the article comes from: names, as written there


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one fetch. Source: WARC 1.1 (ISO 28500:2017), response and resource records."""

    id: str  # unique in the run: the record's own id, or the file's name without its endings
    address: str  # canonical URL, else the path within the source ("story/a.html", "wire.jsonl#7")
    media_type: str  # text/html, text/markdown, text/plain, application/pdf
    content: bytes
    charset: str | None = None  # as declared by the container
    fetched: datetime | None = None  # aware, UTC
    record_id: str | None = None  # WARC-Record-ID
    declared: Declared = field(default_factory=Declared)
    degraded: str | None = None  # what its container says is missing, or does not bear out

    @property
    def sha256(self) -> str:
        """Of `content`, hexadecimal; made when it is asked for."""
        return hashlib.sha256(self.content).hexdigest()
