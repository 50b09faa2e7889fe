"""Text without accents and case, of the same length: offsets in the folded text are offsets in the text."""

import unicodedata

_PLAIN = {
    "œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "ß": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": "'", "›": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".",
}  # fmt: skip


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _PLAIN:
            folded = _PLAIN[char]
        elif char.isspace():
            folded = "\n" if char == "\n" else " "
        else:
            base = unicodedata.normalize("NFKD", char)[0].lower()
            folded = base if len(base) == 1 else char
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Lower case without accents, one kind of quote, dash and space; `len(fold(text)) == len(text)`.

    >>> fold("Œuvre d’Élise")
    "ouvre d'elise"
    """
    return text.translate(_TABLE)
