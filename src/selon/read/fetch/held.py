"""What is known of one exchange that is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One exchange in a folder of captures."""

    url: str
    file: str  # its archive
    record: str  # WARC-Record-ID of the response
    instant: str  # WARC-Date
    status: int
    sha256: str  # of the page: without chunks, unpacked
    content_bytes: int
    media_type: str = ""
    location: str | None = None  # where a redirect leads, absolute
    etag: str | None = None
    last_modified: str | None = None

    @property
    def is_page(self) -> bool:
        """Is this a page, and no redirect, no error, and not empty?"""
        return 200 <= self.status < 300 and self.content_bytes > 0
