"""What may be a name in a line that is nothing but names, labels and dates."""

import re

RUN = re.compile(r"[^\W_]+")  # a word: letters and figures
NAME_WORDS = 9
_TRIM = ' \t\n\r\u00a0\u202f\u200b\ufeff|*_–—-•·>»«"“”/;,:.…<'
_SENTENCE = re.compile(r"[!?;:«»]|\w{3,}\.\s")


def trim(name: str, *, keep_dot: bool = False) -> str:
    """A name without the signs around it; brackets stay where both do."""
    trimmed = name.strip(_TRIM.replace(".", "") if keep_dot else _TRIM)
    while trimmed[:1] == "(" and trimmed.count("(") > trimmed.count(")"):
        trimmed = trimmed[1:]
    while trimmed[-1:] == ")" and trimmed.count(")") > trimmed.count("("):
        trimmed = trimmed[:-1].rstrip()
    return trimmed


def is_name(said: str) -> bool:
    """Is it short, capitalised and no sentence?"""
    tokens = said.split()
    if (
        not 0 < len(tokens) <= NAME_WORDS
        or not any(map(str.isalpha, said))
        or not (said[0].isupper() or said[0].isdigit() or said[0] == "@")
    ):
        return False
    if _SENTENCE.search(said):
        return False
    low = sum(len(token) > 3 and token[0].islower() and token[1:2] not in "'’" for token in tokens)
    return low <= len(tokens) // 4
