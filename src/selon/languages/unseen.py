"""Characters that no reader sees: they turn the direction of writing, or say where a word or line may be broken.

They stand inside names and words, which are read as if they were not there. What joins letters in other scripts (U+200C, U+200D) is none.
Source: Unicode 15.0, Default_Ignorable_Code_Point and Bidi_Control.
"""

import re

UNSEEN = "".join(
    chr(code)
    for code in (0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF)
)
_UNSEEN = re.compile(f"[{UNSEEN}]+")


def holds_unseen(text: str) -> bool:
    """Does one of them stand in a text?"""
    return not text.isascii() and _UNSEEN.search(text) is not None


def seen(text: str) -> str:
    """A text without them.

    >>> seen("Val\\u200edor")
    'Valdor'
    """
    return _UNSEEN.sub("", text) if holds_unseen(text) else text


def places(text: str) -> list[int]:
    """Where each character of the seen text stands in the text.

    >>> places("a\\u200eb")
    [0, 2]
    """
    found: list[int] = []
    at = 0
    for mark in _UNSEEN.finditer(text):
        found.extend(range(at, mark.start()))
        at = mark.end()
    return [*found, *range(at, len(text))]
