"""What was cut, replaced or put in between the runs of one passage. Source: Levenshtein 1966, over words; rapidfuzz computes it."""

from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from selon.match.chains import Run
from selon.match.tokens import Tokens
from selon.model.passage import Edit
from selon.model.span import Span


def edits(chain: list[Run], tokens: Tokens) -> tuple[tuple[Edit, ...], int]:
    """The edit script from a to b over words, in text order, and how many words the gaps share beside the runs."""
    found: list[Edit] = []
    shared = 0
    for left, right in pairwise(chain):
        a, b = (left.a + left.words, right.a), (left.b + left.words, right.b)
        between, same = _between(a, b, tokens)
        found += between
        shared += same
    return tuple(found), shared


def _between(a: tuple[int, int], b: tuple[int, int], tokens: Tokens) -> tuple[list[Edit], int]:
    codes = Levenshtein.opcodes(tokens.hashes[slice(*a)].tolist(), tokens.hashes[slice(*b)].tolist())
    found: list[Edit] = []
    same = 0
    pending: tuple[int, int, int, int] | None = None
    for code in codes:
        a0, a1, b0, b1 = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal":
            same += a1 - a0
            found += [_edit(pending, a[0], b[0], tokens)] if pending else []
            pending = None
        else:
            pending = (pending[0], a1, pending[2], b1) if pending else (a0, a1, b0, b1)
    return found + ([_edit(pending, a[0], b[0], tokens)] if pending else []), same


def _edit(at: tuple[int, int, int, int], a: int, b: int, tokens: Tokens) -> Edit:
    gone = span(tokens, a + at[0], a + at[1])
    new = span(tokens, b + at[2], b + at[3])
    return Edit(op="replace" if gone and new else "delete" if gone else "insert", a=gone, b=new)


def span(tokens: Tokens, first: int, end: int) -> Span | None:
    """The characters from one word to another, None for no word."""
    return Span(int(tokens.start[first]), int(tokens.end[end - 1])) if first < end else None
