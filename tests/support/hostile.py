"""Input that was made to break readers, one file a kind: made anew, never kept. Each stands for a row of what was measured on peers."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from support.pdfs import of_drawings
from support.warcs import PAGE, http, record, response

PROSE = "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin. "
_GIB = 1 << 30


def _page(body: str) -> bytes:
    return f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>x</title></head><body>{body}</body></html>".encode()


def _packed_blanks(head: bytes, size: int, *, wbits: int) -> bytes:
    """A head and then `size` blanks, packed (31: gzip, 15: zlib): one packed block, again and again, so that none of it is ever held."""
    packer = zlib.compressobj(9, wbits=-15)
    block = b" " * (1 << 20)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    many = size >> 20
    body = first + again * many + zlib.compressobj(9, wbits=-15).flush()
    if wbits == 15:
        check = zlib.adler32(head)
        for _ in range(many):
            check = zlib.adler32(block, check)
        return b"\x78\xda" + body + struct.pack(">I", check)
    check = zlib.crc32(head)
    for _ in range(many):
        check = zlib.crc32(block, check)
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + body + struct.pack("<II", check, (len(head) + (many << 20)) & 0xFFFFFFFF)


def _laughs(root: str, item: str) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>{root % (item % "&l10;")}'.encode()


_RSS = "<rss version='2.0'><channel><title>x</title>%s</channel></rss>"
_ITEM = "<item><title>%s</title><link>https://x.example/1</link></item>"
_OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_MAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%s</urlset>"
_URL = "<url><loc>https://x.example/%s</loc></url>"


def _bomb_pdf() -> bytes:
    stream = _packed_blanks(b"BT /F1 12 Tf 70 700 Td (Oui) Tj ET\n", _GIB, wbits=15)
    head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
    return of_drawings([b"x"]).replace(b"<< /Length 9 /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"x"), head + stream, 1)


def _overlapping_zip() -> bytes:
    """A ZIP whose members all point to the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc", b"WARC/1.1\r\n" + b" " * 50_000_000)
        packed.writestr("datapackage.json", b"{}")
        info = packed.infolist()[0]
        for number in range(200):
            other = zipfile.ZipInfo(f"archive/b{number}.warc")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "external_attr", "flag_bits"):
                setattr(other, name, getattr(info, name))
            packed.filelist.append(other)
            packed.NameToInfo[other.filename] = other
    return out.getvalue()


def _parquet(rows: dict[str, list[str]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(rows), out)
    return out.getvalue()


def _doubled(number: int) -> str:
    """A list of nine times the list before it, as an alias."""
    return f"b{number}: &b{number} [{f'*b{number - 1}, ' * 9}]\n"


def _mhtml() -> bytes:
    message = EmailMessage()
    for _ in range(90):  # parts in parts
        outer = EmailMessage()
        outer.make_mixed()
        outer.attach(message)
        message = outer
    return message.as_bytes()


FILES: dict[str, Callable[[], bytes]] = {
    "nested.html": lambda: _page("<div>" * 200_000 + PROSE),
    "under_a_thousand.html": lambda: _page("<div>" * 1_000 + f"<p>{PROSE}</p><p>{PROSE}</p>"),
    "million_paragraphs.html": lambda: _page(f"<p>{PROSE}</p>" + "<p>mot</p>" * 900_000),
    "breaks.html": lambda: _page("<div>" + "mot<br><br>" * 60_000),
    "links.html": lambda: _page(f"<p>{PROSE}</p>" + "<a href='/x'>mot</a>" * 300_000),
    "attributes.html": lambda: _page("<p " + " ".join(f"a{n}=b" for n in range(200_000)) + f">{PROSE}</p>"),
    "open_formats.html": lambda: _page("<b><i><font color=red>" * 30_000 + PROSE),
    "tables.html": lambda: _page("<table><tr><td>" * 30_000 + PROSE),
    "digits.html": lambda: _page(f"<p>{PROSE}</p><p>" + "2021-05-03 08:11 " * 150_000 + "</p>"),
    "one_word.txt": lambda: b"mot" * 1_000_000,
    "digits.txt": lambda: b"0123456789" * 300_000,
    "quotes.txt": lambda: ("« " * 300_000 + PROSE).encode(),
    "bomb.html.gz": lambda: _packed_blanks(b"<html><body><p>Oui</p>", _GIB, wbits=31),
    "bomb.jsonl.gz": lambda: _packed_blanks(b'{"text": "', _GIB, wbits=31),
    "laughs_feed.xml": lambda: _laughs(_RSS, _ITEM),
    "laughs_map.xml": lambda: _laughs(_MAP, _URL),
    "laughs.html": lambda: _laughs("<html><body>%s</body></html>", "<p>%s</p>"),
    "outside.html": lambda: f"{_OUTSIDE}<html><body><p>&e; {PROSE}</p></body></html>".encode(),
    "outside.xml": lambda: f'<?xml version="1.0"?>{_OUTSIDE}{_RSS % (_ITEM % "&e;")}'.encode(),
    "bomb.pdf": _bomb_pdf,
    "many_operators.pdf": lambda: of_drawings([b"BT /F1 1 Tf " + b"1 0 Td (a) Tj " * 250_000 + b"ET"]),
    "one_gigabyte.warc.gz": lambda: gzip.compress(response(1)) + _packed_blanks(_gib_record(), _GIB, wbits=31) + gzip.compress(response(3)),
    "length.warc": lambda: response(1) + record("response", 2, "application/http", http(PAGE.encode()), length=10**12),
    "no_address.warc": lambda: response(1).replace(b"WARC-Target-URI: https://x.example/1\r\n", b"") + response(2),
    "long_header.warc": lambda: response(1) + response(2, warc="X-Long: " + "x" * 1_000_000 + "\r\n"),
    "overlap.wacz": _overlapping_zip,
    "scripts.html": lambda: _page(f"<p>{PROSE}<a href='javascript:alert(1)'>ici</a><svg onload=alert(1)></svg></p><p>{PROSE}</p>"),
    "mojibake.txt": lambda: ("DÃ©clarÃ© à l'aube. " + PROSE).encode(),
    "deep.jsonl": lambda: b'{"id": "a", "text": "Oui."}\n{"text": ' + b"[" * 1_000_000 + b'\n{"text": "Non."}\n',
    "quote.csv": lambda: b"id,text\na,Oui\nb,\"" + b"Non\n" * 3_000_000,
    "repeated.parquet": lambda: _parquet({"text": [PROSE * 9_000] * 40}),
    "front.md": lambda: ("---\nb0: &b0 [a]\n" + "".join(_doubled(n) for n in range(1, 30)) + "---\n" + PROSE).encode(),
    "parts.mhtml": _mhtml,
}  # fmt: skip
"""The name of each file, and what makes its bytes."""


def _gib_record() -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Oui</p>"
    return record("response", 2, "application/http", head, length=_GIB + len(head))[:-4]


def write(folder: Path) -> None:
    """Write them all into a folder."""
    for name, make in FILES.items():
        (folder / name).write_bytes(make())


__all__ = ["FILES", "PROSE", "write"]
