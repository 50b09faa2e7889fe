"""How much is read. Limits are counts, so that one input has one result on any machine."""

from typing import BinaryIO

from selon.errors import Empty, LimitExceeded

MAX_PAGE_BYTES = 10_000_000  # HTML (findings: pages of 10 MB and more are made to break readers)
MAX_TEXT_BYTES = 10_000_000  # plain text, Markdown
MAX_LINE_BYTES = 20_000_000  # one line of JSON Lines
MAX_RECORD_BYTES = 50_000_000  # one WARC record
MAX_HEADER_BYTES = 65_536  # the headers of one WARC record
MAX_FILES = 1_000_000  # in one folder
MAX_FOLDER_DEPTH = 64
SNIFFED_BYTES = 8_192


def whole(stream: BinaryIO, *, limit: int, where: str) -> bytes:
    """All bytes of a stream.

    Raises:
        Empty: there are none.
        LimitExceeded: there are more than `limit`.
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise LimitExceeded(f"it is larger than {limit // 1_000_000} MB", where=where, fix="give the article alone, or cut the file up")
    if not content.strip():
        raise Empty("the file is empty", where=where, fix="save it again, or leave it out")
    return content
