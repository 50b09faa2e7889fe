"""A PDF, cut into paragraphs: the text that is stored is made here, once, from the lines of its pages, and offsets count in it.

document.py     bytes to pages of lines, each with its place; what the file says of itself        pypdf, here alone
columns.py      lines that a file writes across its columns are put in order; what every page repeats is told
paragraphs.py   lines to paragraphs: by their gaps, sizes, indents; words parted at a line's end
cut.py          the text, its segments and fields

Letters drawn as one (ﬁ) are written as two, accents are composed (NFC), hyphens that only part a word at a line's end go: what is
left is what a reader of the paper would copy by hand. Not done yet: tables, text in pictures, notes at the foot of a page.
"""

from selon.clean.pdf.cut import cut_pdf

__all__ = ["cut_pdf"]
