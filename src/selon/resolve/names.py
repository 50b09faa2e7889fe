"""Words of names: capitals, acronyms, given names; and when two names can be one person's."""

from functools import lru_cache

from selon.languages.fold import fold
from selon.languages.phonetic import name_parts, same_spelling
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, last_words, longest

_ROMAN = frozenset("IVX")  # digits of numerals that stand behind kings, acts and meetings
_BACK_CHARS = 12  # marks and space before a word
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "ul"})  # of Arabic names


def is_capital(word: Token) -> bool:
    """Does the word begin with a capital letter?"""
    return word.form[0].isupper()


def is_prefixed(word: Token) -> bool:
    """Is it a part of a name that has an article before its capital ("al-Yusef", "el-Masri")?"""
    article, mark, rest = word.form.partition("-")
    return bool(mark) and article in _ARTICLES and rest[:1].isupper()


def is_acronym(form: str) -> bool:
    """Two capitals or more in a short word that is no number ("Louis XIV", "acte XII")."""
    return 2 <= len(form) <= 10 and not _ROMAN.issuperset(form) and sum(char.isupper() for char in form) >= max(2, len(form) // 2)


def initials(name: str) -> str:
    """The first letters of a name's words.

    >>> initials("Ivo Talmar")
    'IT'
    """
    return "".join(part[0] for part in name.split())


def ends_in_a_noun(tokens: list[Token], begin: int, end: int, lexicon: Lexicon) -> bool:
    """Does a noun cover all words between two places, or end there?"""
    reach = lexicon.nouns.reach
    for at in range(begin, end):
        if tokens[at].folded in reach and (noun := longest(lexicon.nouns, tokens, at, end if at > begin else None)) and at + noun[1] >= end:
            return True
    return False


def given_gender(word: Token, lexicon: Lexicon) -> str | None:
    """The gender of a given name; a double one has that of its first half ("Jean-Marc", "Paul-Édouard")."""
    form, given = word.folded, lexicon.given
    return given[form] if form in given else given.get(form.partition("-")[0]) if "-" in form else None


@lru_cache(maxsize=65536)
def same_person_name(a: str, b: str) -> bool:
    """Can two names of one article be one person's? A surname alone may stand for the full name; other given names may not.

    >>> same_person_name("Talmar", "Ivo Talmar"), same_person_name("Eva Talmar", "Ivo Talmar")
    (True, False)
    """
    left, right = name_parts(a), name_parts(b)
    if not left or not right:
        return False
    short, full = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == len(full):
        return same_spelling(" ".join(short), " ".join(full)) or (
            len(short) > 1 and _initial(short[0], full[0]) and same_spelling(" ".join(short[1:]), " ".join(full[1:]))
        )
    if same_spelling(" ".join(short), " ".join(full[-len(short) :])):
        return True
    return len(short) > 1 and same_spelling(short[-1], full[-1]) and (same_spelling(short[0], full[0]) or _initial(short[0], full[0]))


def _initial(a: str, b: str) -> bool:
    return 1 in (len(a), len(b)) and a[0] == b[0]


def opens_sentence(text: str, at: int) -> bool:
    """Has the word at that place its capital because a sentence begins?"""
    before = text[max(0, at - _BACK_CHARS) : at].rstrip(" \u00a0")
    return not before or before[-1] in '.!?\n:»”«"“'


def article_before(text: str, start: int, lexicon: Lexicon) -> str | None:
    """The article of a name that the word before it holds ("les informations du | Brisant"): no person's name has one."""
    near = fold(text[max(0, start - _BACK_CHARS) : start]).rstrip(" ")
    if not near.endswith(lexicon.contractions) or not text[start : start + 1].isupper():
        return None
    before = last_words(text, max(0, start - _BACK_CHARS), start)
    if not before or text[before[0].end : start].strip("\u00a0 "):
        return None
    return lexicon.contracted.get(before[0].folded)
