"""The letters that name the nodes, as a critical edition names its witnesses.

Source: Maas 1927, Textkritik, for Greek letters of what is lost.
"""

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def siglum(number: int, *, inferred: bool) -> str:
    """The letter of that number, counted from 0; when the letters are used up, they begin again with a figure.

    >>> siglum(0, inferred=False), siglum(27, inferred=False), siglum(0, inferred=True)
    ('A', 'B1', 'α')
    """
    letters = _GREEK if inferred else _LATIN
    turn, letter = divmod(number, len(letters))
    return letters[letter] + (str(turn) if turn else "")
