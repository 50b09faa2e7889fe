"""Small PDFs, written by hand. Source: ISO 32000-2, 7.5 for the layout of a file."""

import zlib
from collections.abc import Iterable

Drawn = tuple[float, float, float, str]  # x, y, size, text


def pdf(pages: Iterable[Iterable[Drawn]], *, info: str = "", trailer: str = "", packed: bool = True) -> bytes:
    """A PDF of some pages, in Helvetica."""
    drawings = ["\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in page) for page in pages]
    return of_drawings([drawing.encode("cp1252") for drawing in drawings], info=info, trailer=trailer, packed=packed)


def of_drawings(drawings: list[bytes], *, info: str = "", trailer: str = "", packed: bool = True, resources: str = "") -> bytes:
    """A PDF whose pages are drawn by these operators."""
    many = len(drawings)
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {many} /Kids [{' '.join(f'{5 + 2 * at} 0 R' for at in range(many))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    for at, drawing in enumerate(drawings):
        stream = zlib.compress(drawing) if packed else drawing
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode()
        )
        head = f"<< /Length {len(stream)} {'/Filter /FlateDecode' if packed else ''} >>\nstream\n"
        objects.append(head.encode() + stream + b"\nendstream")
    return written(objects, trailer)


def written(objects: list[bytes], trailer: str = "") -> bytes:
    """A file of some objects, numbered from 1; the first is its catalogue, the fourth what it says of itself."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def column(text: Iterable[str], *, x: float = 70, y: float = 700, size: float = 10, lead: float = 12) -> list[Drawn]:
    """Some lines, one under the other; an empty one leaves a gap."""
    return [(x, y - at * lead, size, line) for at, line in enumerate(text) if line]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
