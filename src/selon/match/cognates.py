"""What an article writes as another language would: names, numbers, handles, words in another script.

Source: Simard, Foster, Isabelle 1992, TMI: words that two languages write nearly alike show which sentences are one.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selon.languages.fold import fold
from selon.match.tokens import TEXT
from selon.model.article import Article

_NOTHING = r"(?:[a-zß-öø-ÿ]\w*+|[^\w@#]++|_|[@#](?![^\W\d_]))*+"  # ordinary words and what stands between: passed over at one go
_PIECE = re.compile(_NOTHING + r"(\d+(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[@#]?[^\W\d_]\w*)?")
_GROUPS = re.compile(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))")
_LEAST_LETTERS = 3
_STEM_LETTERS = 5  # "Tunis", "Tunisie" and "Tunisia" are one; measured with 4 to 7 on the translations of lineage/dev
_LATIN_END = 0x024F  # the last code point of the extended Latin letters


def cognates(article: Article) -> Mapping[str, int]:
    """Key -> the place where the article's own text first has it, in text order."""
    found: dict[str, int] = {}
    for block in article.blocks:
        if block.kind in TEXT:
            for match in _PIECE.finditer(article.text, block.span.start, block.span.end):
                key = _key(match[1]) if match[1] else None
                if key and key not in found:
                    found[key] = match.start(1)
    return found


@lru_cache(maxsize=1 << 17)
def _key(word: str) -> str | None:
    """What two languages write alike of a word or numeral; None: nothing that would show.

    >>> _key("12 000"), _key("12,000"), _key("3,5"), _key("Tunisie"), _key("Tunisia"), _key("phare"), _key("7")
    ('12000', '12000', '3.5', 'tunis', 'tunis', None, None)
    """
    first = word[0]
    if first.isdigit():
        return _GROUPS.sub("", word).replace(",", ".") if len(word) > 1 else None
    if len(word) < _LEAST_LETTERS:
        return None
    if first in "@#":
        return word.lower()
    if ord(first) > _LATIN_END:
        return word
    return fold(word[:_STEM_LETTERS]) if first.isupper() else None
