"""Scraped text, whose mark-up is lost: one segment a line; what a line is for is told by the line and its neighbours."""

import re

from selon.clean.lines import lines, too_many_lines
from selon.clean.segment import Cut, Segment
from selon.model.article import BlockKind

_NOTHING = re.compile(r"[\W_]*")  # "---|", "![]() |", a byte order mark in the middle
_SHORTCODE = re.compile(r"\s*(?:\{\{[<%].*[>%]\}\}|\{%.*%\}|\{:[^{}\n]*\})\s*", re.DOTALL)  # Hugo, Jekyll, Kramdown
_PICTURE = re.compile(r"\s*!\[[^\]\n]*\]\([^)\n]*\)[\s|]*")
_POST = re.compile(r"\s*(?:RT |\.)?@\w{2,20}[ :]")  # a line that opens with a handle is a post
_LINK_ALONE = re.compile(r"\s*\[[^\[\]\n]{1,200}\]\([^)\n]*\)[\s.]*")
_URL_ALONE = re.compile(r"\s*https?://\S+\s*")
_MEDIA = re.compile(r"https?://(?:www\.)?(?:twitter|x|youtube|youtu\.be|instagram|facebook|tiktok|t|vimeo|dailymotion)\b")


def hint_of_line(line: str) -> BlockKind | None:
    """What the characters of a line alone say it is."""
    if _NOTHING.fullmatch(line) or _PICTURE.fullmatch(line):
        return BlockKind.DEBRIS
    if _SHORTCODE.fullmatch(line):
        return BlockKind.EMBED
    if _POST.match(line):
        return BlockKind.EMBED
    if _LINK_ALONE.fullmatch(line):
        return BlockKind.RELATED
    if _URL_ALONE.fullmatch(line):
        return BlockKind.EMBED if _MEDIA.match(line.strip()) else BlockKind.RELATED
    return None


def cut_text(text: str) -> Cut:
    """Plain text, cut into lines. No links: a bare address in a line is left to be read as text."""
    return Cut(text=text, segments=tuple(_segment(text, start, end) for start, end in lines(text)), degraded=too_many_lines(text))


def _segment(text: str, start: int, end: int) -> Segment:
    line = text[start:end]
    return Segment(start=start, end=end, hint=hint_of_line(line), picture=line.lstrip().startswith("!["))
