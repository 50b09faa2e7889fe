"""Text for a terminal: on one line, nothing in it obeyed, and of what is very long the ends, with how much was left out.

Source: Unicode 15.0, 4.5 for the categories; Boucher and Anderson 2023, "Trojan Source", for what bidirectional controls do.
"""

import unicodedata

MOST_CHARS = 1_200  # shown of one passage or name; real quotations are shorter, but for statements that are quoted whole
_END_SHARE = 4  # of what is shown, one part in so many is the end
_OBEYED = ("Cc", "Cf", "Cs", "Co")


def visible(text: str, *, most: int | None = None) -> str:
    """The text on one line, control and bidirectional characters as marks; of a longer one than `most` characters its ends.

    >>> visible("a\\x1b[1mb"), visible("x" * 50, most=8)
    ('a⟨U+001B⟩[1mb', 'xxxxxx [… 42 characters left out, --json has them …] xx')
    """
    if most is None or len(text) <= most:
        return "".join(map(_shown, text))
    start, end = ends(len(text), most)
    return f"{''.join(map(_shown, text[:start]))} {left_out(end - start)} {''.join(map(_shown, text[end:]))}"


def ends(size: int, most: int) -> tuple[int, int]:
    """Where what is left out of a text of `size` characters begins and ends, so that `most` are shown; nothing is, where all are.

    >>> ends(50, 8), ends(7, 8)
    ((6, 48), (7, 7))
    """
    if size <= most:
        return size, size
    return most - most // _END_SHARE, size - most // _END_SHARE


def left_out(many: int) -> str:
    """What stands in the place of what is left out."""
    return f"[… {many} characters left out, --json has them …]"


def harmless(text: str) -> str:
    """The text with its lines, and the other control characters as marks.

    >>> harmless("a\\nb\\x1b")
    'a\\nb⟨U+001B⟩'
    """
    return text if text.isprintable() else "".join(char if char == "\n" else _shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\t\r" or (char.isspace() and char != "\u202f"):
        return " " if char != "\u00a0" else char
    if unicodedata.category(char) in _OBEYED:
        return "␣" if char == "\u200b" else f"⟨U+{ord(char):04X}⟩"
    return char
