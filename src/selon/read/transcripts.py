"""Reads transcripts with times, SubRip (.srt) and WebVTT (.vtt): one capture a file. Source: W3C WebVTT 1; SubRip as commonly written.

The cues become running text: a new line where the speaker changes (WebVTT's `<v NAME>`) or after a pause of some seconds. Times and marks
are left out, and so is what a rolling cue repeats of the one before it.
"""

import codecs
import re
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

from selon.errors import Empty
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.limits import MAX_TEXT_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture

_PAUSE_SECONDS = 3.0  # a longer silence begins a new line
_TIME = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[,.](\d{3})"
_TIMES = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ >\t]*)?[ \t]+([^>]{1,200})>")
_MARK = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_LANG = re.compile(rb"^Language:\s*([a-z]{2})", re.MULTILINE)


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the one capture of a file.

    Raises:
        Empty: no cue has words.
        LimitExceeded: it is too large.
    """
    content = whole(stream, limit=MAX_TEXT_BYTES, where=source.address)
    lines = list(_lines(_decoded(content)))
    if not lines:
        raise Empty("no cue of the transcript has words", where=source.address, fix="export it again, with its words")
    lang = _LANG.search(content[:1_000])
    yield capture(
        name=source.id, address=source.address, media_type="text/plain", content=("\n".join(lines) + "\n").encode(), charset="utf-8",
        declared=Declared(lang=lang[1].decode() if lang else None),
    )  # fmt: skip


def _lines(text: str) -> Iterator[str]:
    """Yield the running lines."""
    line: list[str] = []
    speaker: str | None = None
    end, last = 0.0, ""
    for start, stop, who, said in _cues(text):
        fresh = said.removeprefix(last).strip() if last and said.startswith(last) else said
        if line and (start - end > _PAUSE_SECONDS or (who is not None and who != speaker)):
            yield " ".join(line)
            line = []
        if who is not None and who != speaker:
            speaker = who
            line.append(f"{who}:")
        line += [fresh] if fresh else []
        end, last = stop, said
    if line:
        yield " ".join(line)


def _cues(text: str) -> Iterator[tuple[float, float, str | None, str]]:
    """Yield each cue: its two times in seconds, its voice where one is marked, its words on one line."""
    found = list(_TIMES.finditer(text))
    for number, times in enumerate(found):
        begin = text.find("\n", times.end())
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        block = text[begin + 1 : end].split("\n\n")[0] if begin >= 0 else ""
        voice = _VOICE.search(block)
        words = " ".join(unescape(_MARK.sub("", block)).split())
        if words:
            yield _seconds(times.groups()[:4]), _seconds(times.groups()[4:]), voice[1].strip() if voice else None, words


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3_600 + minutes * 60 + seconds + thousandths / 1_000


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("windows-1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
