"""Lines of a PDF, made paragraphs: a gap, another size, an indent, a short last line end one; a column or a page alone does not.

A word parted at the end of a line is put together. Its hyphen goes, unless the document elsewhere writes the word with it, or both
halves as words of their own ("dit-/il", "porte-/parole").
Thresholds are of typography, in sizes of the letters; they were tried on PDFs of our own and on two manuals, not on newspapers' pages.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from selon.clean.pdf.columns import Line

_GAP = 1.3  # of the usual distance of two lines
_INDENT = 0.8  # of the size of the letters
_OTHER_SIZE = 0.08
_SHORT = 0.75  # of the usual number of characters in a line
_SENTENCE_END = re.compile(r"[.!?…:]['\"”»)\s]*$")
_GOES_ON = re.compile(r"['\"«“(]?[a-zà-öø-ÿœ]")
_PARTED = re.compile(r"(\w+)[-\u2010\u00ad]$")
_REST = re.compile(r"(\w+)([-\u2010]\w)?")
_BULLET = re.compile(r"[•▪◦‣·–—-]\s|\(?\d{1,2}[.)]\s")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The text of some lines, in one line."""

    text: str
    size: float
    page: int
    runs: bool = False


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """The paragraphs in the order of reading; what every page repeats stands at the end."""
    words = _words(lines)
    leads = _leads(lines)
    usual = median([len(line.text) for line in lines if not line.runs] or [1])
    groups: list[list[Line]] = []
    for line in (line for line in lines if not line.runs):
        if groups and not _begins(groups[-1], line, leads, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    found = [Paragraph(text=_joined(group, words), size=group[0].size, page=group[0].page) for group in groups]
    found += [Paragraph(text=_clean(line.text), size=line.size, page=line.page, runs=True) for line in lines if line.runs]
    return [one for one in found if one.text]


def body_size(lines: list[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leads(lines: list[Line]) -> dict[float, float]:
    """For each size of letters, the usual distance of two lines, in points."""
    gaps: dict[float, list[float]] = {}
    for one, other in pairwise(lines):
        if one.page == other.page and one.size == other.size and 0 < one.y - other.y < 4 * one.size:
            gaps.setdefault(one.size, []).append(one.y - other.y)
    return {size: sorted(found)[len(found) // 3] for size, found in gaps.items()}  # gaps between paragraphs are the larger ones


def _begins(group: list[Line], line: Line, leads: dict[float, float], usual: float) -> bool:
    """Does a line begin a paragraph?"""
    last = group[-1]
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return True
    drop = last.y - line.y
    ended = bool(_SENTENCE_END.search(last.text))
    if line.page != last.page or drop <= 0:  # the next column or page
        return ended if not _PARTED.search(last.text) and not _GOES_ON.match(line.text) else False
    lead = leads.get(line.size, 1.2 * line.size)
    if drop > _GAP * lead or _BULLET.match(line.text):
        return True
    left = _left(group)
    if line.x - (last.x if left is None else left) > _INDENT * line.size and (ended or left is not None):
        return True
    return ended and len(last.text) < _SHORT * usual


def _left(group: list[Line]) -> float | None:
    """Where the lines of a paragraph begin in its last column; None where only one line, perhaps indented, stands there."""
    here = [group[-1]]
    for one, after in pairwise(reversed(group)):
        if after.page != one.page or after.y <= one.y:
            break
        here.append(after)
    goes_on = len(here) < len(group)  # from another column: its first line here is not indented
    return min(line.x for line in (here if goes_on else here[:-1])) if goes_on or len(here) > 1 else None


def _words(lines: list[Line]) -> frozenset[str]:
    """The words of the document, but for those at the end of a line."""
    return frozenset(
        word.lower()
        for line in lines
        for word in re.findall(r"\w+(?:[-\u2010]\w+)*", line.text.rsplit(" ", 1)[0] if " " in line.text else "")
    )


def _joined(group: list[Line], words: frozenset[str]) -> str:
    text = group[0].text
    for line in group[1:]:
        text = _put_together(text, line.text, words)
    return _clean(text)


def _put_together(text: str, line: str, words: frozenset[str]) -> str:
    parted = _PARTED.search(text)
    rest = _REST.match(line)
    if not parted or not rest or not _GOES_ON.match(line):
        return f"{text} {line}"
    if text.endswith("\u00ad"):
        return text[:-1] + line
    first, second = parted.group(1).lower(), rest.group(1).lower()
    if rest.group(2) or f"{first}-{second}" in words:  # "a-/t-il": the rest has a hyphen of its own
        return text + line
    return text + line if first in words and second in words and first + second not in words else text[:-1] + line


def _clean(text: str) -> str:
    return re.sub(r"[ \t]+", " ", unicodedata.normalize("NFC", text.translate(_LIGATURES))).replace("\x00", "").strip()
