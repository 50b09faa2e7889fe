"""Bytes to text.

Valid UTF-8 is UTF-8, whatever a page declares; then the detector speaks; a declaration decides only where there are too few bytes to
tell. The detector cannot part iso-8859-15 from windows-1252: a ligature inside a word, or a euro sign after a number, does.
Not done yet: mojibake that somebody else already made ("DÃ©clarÃ©") is kept as it stands.
"""

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from selon.errors import Unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META_BYTES = 4_096  # a page declares its charset in the first 1,024 bytes (HTML standard, 4.2.5.4); some come late
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_C1 = re.compile(rb"[\x80-\x9f]")
_LATIN9 = re.compile(rb"[A-Za-z][\xbc\xbd]|[\xbc\xbd][a-z]|\d\s?\xa4|\xa4\s?\d")  # œ, Œ; the euro sign
_FEW_BYTES = 12  # above ASCII: with fewer, the detector guesses
_MOST_LOST = 0.01  # share of characters that cannot be read: above it, the bytes are no text
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01  # share of control characters: pictures and archives have over .05; a telex leaves one or two in a text
_FEW_CONTROLS = 8


def decode(content: bytes, *, declared: str | None, markup: bool, where: str) -> tuple[str, str | None]:
    """The text of some bytes, and what was lost or had to be guessed (None: nothing).

    Raises:
        Unreadable: the bytes are no text.
    """
    for mark, charset in () if declared else _BOMS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], charset, where), None
    said = declared or (_declared_inside(content) if markup else None)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content, said, where)
    _no_binary(text, where)
    return text, None


def _strict(content: bytes, charset: str, where: str) -> str:
    text = content.decode(charset, errors="replace")
    _no_binary(text, where)
    return text


def _declared_inside(content: bytes) -> str | None:
    found = _META.search(content, 0, _META_BYTES)
    return found.group(1).decode("ascii") if found else None


def _guessed(content: bytes, said: str | None, where: str) -> tuple[str, str | None]:
    known = map_encoding_to_html5(said, False) if said else None
    many = sum(byte > 0x7F for byte in content[:65_536]) >= _FEW_BYTES
    charset = (detect_encoding(content) if many or not known or known == "utf-8" else known) or "windows-1252"
    if charset == "cp1252":
        charset = "iso-8859-15" if _is_latin9(content, known) else "windows-1252"
    if charset == "utf-8":  # the detector's last resort, and it has just failed
        charset = "windows-1252" if content.count(b"\x00") == 0 and not _nearly_utf8(content) else "utf-8"
    text = content.decode(charset, errors="replace")
    _no_binary(text, where)
    lost = text.count("\ufffd")
    if lost > _MOST_LOST * len(text):
        raise Unreadable("its bytes are no text in any encoding we know", where=where, fix="save it again as UTF-8")
    if lost:
        return text, f"{lost} characters cannot be read as {charset}"
    if known and codecs.lookup(known).name != codecs.lookup(charset).name:
        return text, f"declared as {said}, which its bytes are not: read as {charset}"
    return text, None


def _is_latin9(content: bytes, known: str | None) -> bool:
    """Is what reads as windows-1252 rather iso-8859-15? It has no byte from 80 to 9F, and "½" stands where "œ" would."""
    if _C1.search(content):
        return False
    return (known is not None and codecs.lookup(known).name == "iso8859-15") or bool(_LATIN9.search(content))


def _nearly_utf8(content: bytes) -> bool:
    return content.decode("utf-8", errors="replace").count("\ufffd") * 20 < sum(byte > 0x7F for byte in content)


def _no_binary(text: str, where: str) -> None:
    sample = text[:65_536]
    raw = sample.encode("utf-8", "surrogatepass")
    if len(raw) - len(raw.translate(None, _CONTROLS)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(sample)):
        raise Unreadable("this is no text", where=where, fix="give HTML, Markdown, plain text, JSON Lines or WARC")
