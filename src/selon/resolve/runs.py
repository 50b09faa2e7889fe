"""Runs of capitals in a text that may be somebody's name, without the forms of address and roles that they open with."""

from msgspec import Struct

from selon.languages.firms import legal_forms
from selon.model.span import Span
from selon.resolve.doubled import goes_on
from selon.resolve.firms import past_partners
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import given_gender, is_acronym, is_capital, is_prefixed
from selon.resolve.parts import hyphened
from selon.resolve.tokens import Token, last_words, longest

_BEFORE_CHARS = 8  # before a run, for the article that stands there
_LONGEST = 7  # words that one person's name may have, particles counted
_ELIDED = frozenset("CDJLQST")  # capitals before an apostrophe that begin what follows ("C'est", "L'un")
_TOGETHER = frozenset(" \u00a0\u202f-'’#@\u00ad")  # what may stand between the words of one name


class Run(Struct, frozen=True, gc=False):
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


def name_run(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Run | None:
    """The run that begins at a word, with the forms of address before it."""
    if _is_alone(tokens, at, lexicon):
        return _lone_run(text, tokens, at, lexicon)
    start, (at, begin, gender, number) = at, _past_titles(tokens, at, lexicon)
    titled, end = at > start, _end(text, tokens, begin, lexicon)
    if end == begin or end - begin > _LONGEST or _ends_abbreviation(text, tokens[at]) or _is_described(text, tokens, start, end, lexicon):
        return None
    if not titled and (firm := past_partners(text, tokens, end, lexicon)) > end:
        return Run(tokens[at].start, tokens[firm - 1].end, firm - start, firm - at, -1, False, "")
    titles = lexicon.titles
    if not titled and tokens[begin].folded in titles and all(word.folded in titles for word in tokens[begin:end]):  # "Maj"
        return None
    if begin == at:
        at, more = _after_roles(tokens, at, end, lexicon)
        gender, begin = gender or more, at
    if not is_capital(tokens[begin]) or (begin > start and tokens[begin].folded in lexicon.openers):
        return None
    place, known = _given(tokens[at:end], lexicon)
    if 0 < place < end - at - 1 and _only_describe(tokens[at : at + place + 1], lexicon):
        at, place = at + place, 0
    elif _is_a_party(tokens, at, end, lexicon):
        if place < 0:
            return None
        at, place = at + place, 0
    return Run(tokens[at].start, tokens[end - 1].end, end - start, end - at, place, titled, gender or known, number)


def _lone_run(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Run:
    """The run of one capital, or of the firm whose name begins with it ("Talmar and Co")."""
    if (end := past_partners(text, tokens, at + 1, lexicon)) > at + 1:
        return Run(tokens[at].start, tokens[end - 1].end, end - at, end - at, -1, False, "")
    known = given_gender(tokens[at], lexicon)
    return Run(tokens[at].start, tokens[at].end, 1, 1, -1 if known is None else 0, False, known or "")


def _is_described(text: str, tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """As in "the North Carolina Republican": do capitals that end in a role stand behind an article, where the noun stands last?"""
    noun = lexicon.nouns.get(tokens[end - 1].folded) if lexicon.grammar.head == "last" else None
    if noun is None or noun.kind != "role":
        return False
    while at and tokens[at - 1].form[0].isupper():
        at -= 1
    before = last_words(text, max(0, tokens[at].start - _BEFORE_CHARS), tokens[at].start)
    return bool(before) and before[-1].folded in lexicon.determiners


def _ends_abbreviation(text: str, word: Token) -> bool:
    """Is it the last letter of one ("U.S. Has")?"""
    return len(word.form) == 1 and word.start > 1 and text[word.start - 1] == "." and text[word.start - 2].isupper()


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
    return form.isupper() and at + 1 < end and is_acronym(form) and tokens[at + 1].folded in lexicon.particles


def _only_describe(words: list[Token], lexicon: Lexicon) -> bool:
    """Acronyms before a given name without its own capitals ("le député UDP Ivo Talmar"), or a people ("le Norvégien Ivo Talmar")?"""
    before = words[:-1]
    parties = all(is_acronym(word.form) for word in before) and not words[-1].form.isupper()
    return parties or all(word.folded in lexicon.adjectives for word in before)


def _given(name: list[Token], lexicon: Lexicon) -> tuple[int, str]:
    """Which word of a name is the first that is a known given name, and its gender; -1: none."""
    for place, word in enumerate(name):
        if word.folded in lexicon.given:
            return place, lexicon.given[word.folded]
        if "-" in word.folded and (known := given_gender(word, lexicon)) is not None:
            return place, known
    return -1, ""


def _is_alone(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """One capital with small letters behind it: most of those in a text."""
    form, folded = tokens[at].form, tokens[at].folded
    if not form[0].isupper() or folded in lexicon.titles.reach:
        return False
    if at + 1 == len(tokens):
        return True
    form, folded = tokens[at + 1].form, tokens[at + 1].folded
    if _is_elided(tokens, at + 1) and at + 2 < len(tokens):  # "M'jid El Talmar", but "N'oubliez"
        return not is_capital(tokens[at + 2])
    return not (form[0].isupper() or folded in lexicon.particles or ("-" in form and is_prefixed(tokens[at + 1])))


def _after_roles(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> tuple[int, str]:
    """Where the name begins in a run that opens with a role ("President Talmar", "Health Minister Ivo Talmar"), and the role's gender."""
    words = [word.folded for word in tokens[at:end]]
    if lexicon.nouns.reach.keys().isdisjoint(words) and "-" not in "".join(words):  # so it is with most
        return at, ""
    gender = ""
    step = at
    if lexicon.grammar.head == "last" and tokens[end - 1].form in legal_forms():
        return at, gender  # "General Mills Corp"
    while step < end - 1:
        noun = longest(lexicon.nouns, tokens, step, end) if tokens[step].folded in lexicon.nouns.reach else None
        role = hyphened(tokens[step], lexicon) if noun is None else None
        noun = (role, 1) if role is not None else noun
        if noun and noun[0].kind == "role" and noun[0].number != "p" and step + noun[1] < end:  # "Talmar Brothers Inc" names a firm
            at, gender = step + noun[1], noun[0].gender
            step = at
        elif lexicon.grammar.head == "last":
            step += 1
        else:
            break
    return at, gender


def _is_a_day(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """A day, and no part of a name, where days have no capital: not "Le Journal du | Dimanche"."""
    return tokens[at].folded in lexicon.days and not (lexicon.grammar.articled and tokens[at - 1].folded in lexicon.of)


def _end(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the run of capitals from `at` on ends; particles stand between capitals only."""
    end, count = at, len(tokens)
    while end < count:
        form, folded = tokens[end].form, tokens[end].folded
        if not form[0].isupper() and (
            end == at or not (_is_elided(tokens, end, inside=end - at > 1) or ("-" in form and is_prefixed(tokens[end])))
        ):
            break
        if end > at and (folded in lexicon.titles or _is_a_day(tokens, end, lexicon) or not _joined(text, tokens, end)):
            break
        if "-" in form and folded.rpartition("-")[2] in lexicon.grammar.compounded:  # "an Ivo Talmar-inspired scarf"
            break
        if end > at + 1 and (
            _opens_answer(folded, lexicon) or folded == tokens[at].folded
        ):  # a headline told twice: "Ivo Talmar Ivo Talmar"
            break
        end += 1
        if end == count or tokens[end].folded not in lexicon.particles:
            continue
        ahead = end
        while ahead < len(tokens) and tokens[ahead].folded in lexicon.particles and _joined(text, tokens, ahead):
            ahead += 1
        if (
            end < ahead < len(tokens)
            and (is_capital(tokens[ahead]) or is_prefixed(tokens[ahead]))
            and _joined(text, tokens, ahead)
            and (
                (end - at) < 2
                or lexicon.grammar.head == "last"
                or _is_first(tokens, end - 1, lexicon)
                or goes_on(text, tokens, at, ahead, lexicon)  # no "Ivo Talmar de Marbourg"
            )
        ):
            end = ahead
    return end - 1 if end > at + 1 and tokens[end - 1].form[-1] in "'’" else end  # "C'", "L'" begin what follows


def _is_first(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "l'Assemblée Ivo de Talmar": a given name behind a capital that is none, or a particle with a capital ("Ida Van de Talmar")."""
    if tokens[at].folded in lexicon.particles:
        return True
    return tokens[at].folded in lexicon.given and tokens[at - 1].folded not in lexicon.given


def _is_elided(tokens: list[Token], at: int, *, inside: bool = False) -> bool:
    """As in "Farid M’hamdi": small letters close behind a capital with an apostrophe; inside a name more letters ("Donel Jack’sman")."""
    before = tokens[at - 1]
    if before.form[-1] not in "'’" or before.end != tokens[at].start:
        return False
    return before.form[0] not in _ELIDED if len(before.form) == 2 else inside and is_capital(before)


def _opens_answer(folded: str, lexicon: Lexicon) -> bool:
    """As in "Ivo Talmar Il faut un pont", an answer in an interview: a pronoun or "ce" begins what the named one says."""
    row = lexicon.determiners.get(folded)
    return folded in lexicon.pronouns or (row is not None and row.kind == "demonstrative")


def _joined(text: str, tokens: list[Token], at: int) -> bool:
    gap = text[tokens[at - 1].end : tokens[at].start]
    if gap in (" ", "&", " & "):
        return True
    if gap == "/":  # two surnames of one person, no agency or house that a picture is of ("Ivo Talmar/AFP")
        return tokens[at].form[1:].islower()
    if "-" in gap and len(gap) > 1 and tokens[at - 1].form.isupper():  # "PONTS - C'est": a label, then its text
        return False
    if gap.startswith(".") and len(tokens[at - 1].form) == 1:  # an initial
        gap = gap[1:]
    return all(char in _TOGETHER for char in gap)
