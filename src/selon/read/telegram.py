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
    many = 0
    for chat in _chats(content.removeprefix(b"\xef\xbb\xbf"), source):
        for number, raw in enumerate(chat.messages, 1):
            try:
                message = _MESSAGE.decode(raw)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                where = f"{source.address}, message {number}"
                what = f"the message is not as it should be: {error}"
                yield Rejected(
                    record=f"{source.address}#{number}", stage="read", what=what, where=where, fix="export it again from Telegram"
                )
                continue
            words = _words(message.get("text"))
            if words.strip() and message.get("type", "message") == "message":
                many += 1
                yield _capture(chat, message, words, source)
    if not many:
        raise Empty("no message of the export has words", where=source.address, fix="export the history with its texts, as JSON")


class _Chat(msgspec.Struct):
    name: Any = None
    type: Any = None
    id: Any = None
    messages: list[msgspec.Raw] = []


class _Chats(msgspec.Struct):
    told: list[_Chat] = msgspec.field(name="list", default_factory=list)


class _Export(_Chat):
    chats: _Chats | None = None


_EXPORT = msgspec.json.Decoder(_Export)
_MESSAGE = msgspec.json.Decoder(dict[str, Any])


def _chats(content: bytes, source: Source) -> list[_Chat]:
    """The chats of an export: itself, or those it lists."""
    try:
        told = _EXPORT.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        kind = "no such export" if isinstance(error, msgspec.ValidationError) else "no JSON"
        raise Malformed(f"this is {kind}: {error}", where=source.address, fix="export it again from Telegram, as JSON") from error
    return [told] if told.messages or told.chats is None else told.chats.told


def _capture(chat: _Chat, message: dict[str, Any], words: str, source: Source) -> Capture:
    place = f"{source.address}#{message.get('id')}"
    name = f"telegram-{chat.id}-{message.get('id')}" if chat.id and message.get("id") else place
    taken = message.get("forwarded_from")
    author = message.get("author") or (message.get("from") if "channel" not in str(chat.type) else None)
    return capture(
        name=name,
        address=place,
        media_type="text/plain",
        content=words.encode("utf-8", "replace"),
        charset="utf-8",
        declared=Declared(
            outlet=str(chat.name) if chat.name else None, date=_instant(message), authors=(str(author),) if author else (),
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
