"""Names of persons: runs of capitals in a text, and when two of them can be one person's."""

from functools import lru_cache
from typing import NamedTuple

from selon.languages.phonetic import name_parts, same_spelling
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, longest

_ROMAN = frozenset("IVX")  # digits of numerals that stand behind kings, acts and meetings
_BACK_CHARS = 12  # marks and space before a word
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "ul"})  # of Arabic names
_TOGETHER = frozenset(" \u00a0\u202f-'’#@\u00ad")  # what may stand between the words of one name


class Run(NamedTuple):
    """A run of capitals that may be a name; forms of address are no part of it."""

    start: int  # its code points, half-open
    end: int
    taken: int  # words of the chunk that it takes up, the forms of address included
    size: int  # words of the name itself
    given: int  # which of its words is a known given name; -1: none
    titled: bool
    gender: str
    title_number: str = "s"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def sure(self) -> bool:
        """Does a form of address or a given name show that this is a person?"""
        return self.titled or (self.given >= 0 and self.size > self.given + 1)


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


def name_run(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Run | None:
    """The run that begins at a word, with the forms of address before it."""
    if _is_alone(tokens, at, lexicon):
        known = given_gender(tokens[at], lexicon)
        return Run(tokens[at].start, tokens[at].end, 1, 1, -1 if known is None else 0, False, known or "")
    start, (at, begin, gender, number) = at, _past_titles(tokens, at, lexicon)
    titled, end = at > start, _end(text, tokens, begin, lexicon)
    if end == begin:
        return None
    if begin == at:
        at, more = _after_roles(tokens, at, end, lexicon)
        gender, begin = gender or more, at
    if not is_capital(tokens[begin]):
        return None
    place, known = _given(tokens[at:end], lexicon)
    if 0 < place < end - at - 1 and _only_describe(tokens[at : at + place + 1], lexicon):
        at, place = at + place, 0
    elif _is_a_party(tokens, at, end, lexicon):
        if place < 0:
            return None
        at, place = at + place, 0
    return Run(tokens[at][0], tokens[end - 1][1], end - start, end - at, place, titled, gender or known, number)


def _past_titles(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int, str, str]:
    """Where the name behind forms of address begins, and its first capital ("M. de | Talmar"); the gender and number that they tell."""
    gender, number, begin = "", "s", at
    while begin == at and tokens[at].folded in lexicon.titles.reach:
        title = longest(lexicon.titles, tokens, at)
        capital = _capital_at(tokens, at + title[1], lexicon) if title is not None else None
        if title is None or capital is None:
            break
        gender, number = title[0].gender or gender, title[0].number
        at, begin = at + title[1], capital
    return at, begin, gender, number


def _capital_at(tokens: list[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where the first capital of a name stands: right there, or behind particles; None: nowhere, as in "Monsieur le Président"."""
    small = at
    while small < len(tokens) and tokens[small].folded in lexicon.particles and not is_capital(tokens[small]):
        small += 1
    if small >= len(tokens) or not is_capital(tokens[small]):
        return None
    return small if small == at or tokens[at].folded not in lexicon.determiners or tokens[at].folded in lexicon.of else None


def _is_a_party(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """As in "la maire UDP de Marbourg Ida Corvin": do an acronym and a small word open a run, no part of the name in it?"""
    form = tokens[at].form
    return at + 1 < end and form.isupper() and is_acronym(form) and tokens[at + 1].folded in lexicon.particles


def ends_in_a_noun(tokens: list[Token], begin: int, end: int, lexicon: Lexicon) -> bool:
    """Does a noun cover all words between two places, or end there?"""
    reach = lexicon.nouns.reach
    for at in range(begin, end):
        if tokens[at].folded in reach and (noun := longest(lexicon.nouns, tokens, at, end if at > begin else None)) and at + noun[1] >= end:
            return True
    return False


def _only_describe(words: list[Token], lexicon: Lexicon) -> bool:
    """Acronyms before a given name without its own capitals ("le député UDP Ivo Talmar"), or a people ("le Norvégien Ivo Talmar")?"""
    before = words[:-1]
    parties = all(is_acronym(word.form) for word in before) and not words[-1].form.isupper()
    return parties or all(word.folded in lexicon.adjectives for word in before)


def _given(name: list[Token], lexicon: Lexicon) -> tuple[int, str]:
    """Which word of a name is the first that is a known given name, and its gender; -1: none."""
    for place, word in enumerate(name):
        if word[3] in lexicon.given:
            return place, lexicon.given[word[3]]
        if "-" in word[3] and (known := given_gender(word, lexicon)) is not None:
            return place, known
    return -1, ""


def _is_alone(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """One capital with small letters behind it: most of those in a text."""
    _, _, form, folded = tokens[at]
    if not form[0].isupper() or folded in lexicon.titles.reach:
        return False
    if at + 1 == len(tokens):
        return True
    _, _, form, folded = tokens[at + 1]
    return not (form[0].isupper() or folded in lexicon.particles or ("-" in form and is_prefixed(tokens[at + 1])))


def _after_roles(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> tuple[int, str]:
    """Where the name begins in a run that opens with a role ("President Talmar", "Health Minister Ivo Talmar"), and the role's gender."""
    if lexicon.nouns.reach.keys().isdisjoint([word[3] for word in tokens[at:end]]):  # so it is with most
        return at, ""
    gender = ""
    step = at
    while step < end - 1:
        noun = longest(lexicon.nouns, tokens, step, end) if tokens[step].folded in lexicon.nouns.reach else None
        if noun and noun[0].kind == "role" and noun[0].number != "p" and step + noun[1] < end:  # "Talmar Brothers Inc" names a firm
            at, gender = step + noun[1], noun[0].gender
            step = at
        elif lexicon.grammar.head == "last":
            step += 1
        else:
            break
    return at, gender


def given_gender(word: Token, lexicon: Lexicon) -> str | None:
    """The gender of a given name; a double one has that of its first half ("Jean-Marc", "Paul-Édouard")."""
    form, given = word.folded, lexicon.given
    return given[form] if form in given else given.get(form.partition("-")[0]) if "-" in form else None


def _end(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the run of capitals from `at` on ends; particles stand between capitals only."""
    end, count = at, len(tokens)
    while end < count:
        _, _, form, folded = tokens[end]
        if not form[0].isupper() and (end == at or "-" not in form or not is_prefixed(tokens[end])):
            break
        if end > at and (folded in lexicon.titles or not _joined(text, tokens, end) or (end > at + 1 and _opens_answer(folded, lexicon))):
            break
        end += 1
        if end == count or tokens[end][3] not in lexicon.particles:
            continue
        ahead = end
        while ahead < len(tokens) and tokens[ahead].folded in lexicon.particles and _joined(text, tokens, ahead):
            ahead += 1
        if (
            end < ahead < len(tokens)
            and (is_capital(tokens[ahead]) or is_prefixed(tokens[ahead]))
            and _joined(text, tokens, ahead)
            and (end - at) < 2
        ):
            end = ahead
    return end - 1 if end > at + 1 and tokens[end - 1].form[-1] in "'’" else end  # "C'", "L'" begin what follows


def _opens_answer(folded: str, lexicon: Lexicon) -> bool:
    """As in "Ivo Talmar Il faut un pont", an answer in an interview: a pronoun or "ce" begins what the named one says."""
    row = lexicon.determiners.get(folded)
    return folded in lexicon.pronouns or (row is not None and row.kind == "demonstrative")


def _joined(text: str, tokens: list[Token], at: int) -> bool:
    gap = text[tokens[at - 1][1] : tokens[at][0]]
    if gap in (" ", "/"):  # "/": two surnames of one person
        return True
    if "-" in gap and len(gap) > 1 and tokens[at - 1].form.isupper():  # "PONTS - C'est": a label, then its text
        return False
    if gap.startswith(".") and len(tokens[at - 1].form) == 1:  # an initial
        gap = gap[1:]
    return all(char in _TOGETHER for char in gap)


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
