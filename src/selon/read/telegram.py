"""Reads what Telegram Desktop exports as JSON (`result.json`): one capture a message. Source: Telegram Desktop, "Export chat history".

The outlet is the name of the channel or group; who a message was forwarded from is where it says it comes from. Messages without
words (pictures, joins, calls) are left out; instants are those of `date_unixtime`, in UTC, else the day as it is written, without an hour.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

import msgspec

from selon.errors import Empty, Malformed
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.limits import MAX_PIPED_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture

_DAY_CHARS = len("2031-05-03")


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a message that has words, in their order.

    Raises:
        Empty: no message has words.
        LimitExceeded: it is too large.
        Malformed: it is no such export.
    """
    content = whole(stream, limit=MAX_PIPED_BYTES, where=source.address)
    try:
        told = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise Malformed(f"the export is no JSON: {error}", where=source.address, fix="export it again from Telegram") from error
    chats = told.get("chats", {}).get("list", []) if "messages" not in told else [told]
    many = 0
    for chat in (chat for chat in chats if isinstance(chat, dict)):
        for message in chat.get("messages") or []:
            words = _words(message.get("text")) if isinstance(message, dict) else ""
            if words.strip() and message.get("type", "message") == "message":
                many += 1
                yield _capture(chat, message, words, source)
    if not many:
        raise Empty("no message of the export has words", where=source.address, fix="export the history with its texts, as JSON")


def _capture(chat: dict[str, Any], message: dict[str, Any], words: str, source: Source) -> Capture:
    place = f"{source.address}#{message.get('id')}"
    name = f"telegram-{chat['id']}-{message.get('id')}" if chat.get("id") and message.get("id") else place
    taken = message.get("forwarded_from")
    author = message.get("author") or (message.get("from") if "channel" not in str(chat.get("type")) else None)
    return capture(
        name=name,
        address=place,
        media_type="text/plain",
        content=words.encode("utf-8", "replace"),
        charset="utf-8",
        declared=Declared(
            outlet=str(chat["name"]) if chat.get("name") else None, date=_instant(message), authors=(str(author),) if author else (),
            sources=(str(taken),) if taken else (),
        ),
    )  # fmt: skip


def _words(text: Any) -> str:
    """The words of a message: a text, or a list of texts and marked parts."""
    parts = text if isinstance(text, list) else [text]
    return "".join(part if isinstance(part, str) else str(part.get("text", "")) for part in parts if isinstance(part, str | dict))


def _instant(message: dict[str, Any]) -> str | None:
    try:
        return datetime.fromtimestamp(int(message["date_unixtime"]), UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        day = message.get("date")
        return day[:_DAY_CHARS] if isinstance(day, str) else None  # its hour is that of whoever exported it
