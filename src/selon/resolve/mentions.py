"""Names of persons found in a text, each with the role that stands beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from selon.model.span import Span
from selon.resolve.beside import role_beside
from selon.resolve.lexicon import Lexicon
from selon.resolve.marks import CAPITALS, NAMES, Words
from selon.resolve.names import Run, given_gender, is_capital, name_run, opens_sentence
from selon.resolve.parts import Phrase
from selon.resolve.tokens import Token, key, longest

_REACH = 8  # words of a name with its forms of address


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that is a person's, or may be."""

    run: Run
    form: str
    sure: bool
    at: int  # index of its first word
    role: Phrase | None
    late: bool = False  # its role is still to be looked for, where it turns out to be a person's


def mentions(words: Words, speakers: dict[int, Phrase]) -> list[Mention]:
    """Who is named, in text order; `speakers`: the sources that hold a name, by where it begins.

    A lone capital of which nothing tells that it is a name counts where it is a word of somebody's full name.
    """
    found: list[Mention] = []
    begins, ends = [0], [0]  # of what a name was found in
    able = _beginnings(words, speakers)
    for at in able:
        if words.tokens[at].start >= ends[-1] and (mention := _mention(words, at, speakers)) is not None:
            found.append(mention)
            begins.append(at)
            ends.append(mention.run.span.end)
    known = {form for one in found if one.sure for form in key(one.form).split()}
    tried = set(able)
    for at in _capitals(words, known):
        inside = words.tokens[at].start < ends[bisect_right(begins, at) - 1]
        if not inside and at not in tried and (one := _bystander(words, at)) is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.run.span.start)


def _beginnings(words: Words, speakers: dict[int, Phrase]) -> list[int]:
    """The words with a capital that a source begins with, or that may be the first of several."""
    tokens = words.tokens
    own = (bisect_left(tokens, (start,)) for start in speakers)
    named = {at for at in own if at < len(tokens) and tokens[at].start in speakers and tokens[at].form[0].isupper()}
    return sorted(named.union(match.start() for match in NAMES.finditer(words.marks)))


def _capitals(words: Words, known: set[str]) -> Iterator[int]:
    """The words with a capital that are known."""
    if known:
        for match in CAPITALS.finditer(words.marks):
            if words.tokens[match.start()].folded in known:
                yield match.start()


def _mention(words: Words, at: int, speakers: dict[int, Phrase]) -> Mention | None:
    if words.tokens[at].start in speakers:
        return _speaker(words, at, speakers[words.tokens[at].start])
    mention = _bystander(words, at)
    if mention is not None:
        for own in range(at, min(at + _REACH, len(words.tokens))):
            if words.tokens[own].start in speakers:  # the source knows better where it begins
                inside = words.tokens[own].start < mention.run.span.end
                return _speaker(words, own, speakers[words.tokens[own].start]) if inside else mention
    return mention


def _speaker(words: Words, at: int, source: Phrase) -> Mention | None:
    assert source.name is not None
    form = source.name.of(words.text)
    inner = [word for word in words.tokens[at : at + _REACH] if word.end <= source.name.end]
    known = next((i for i, word in enumerate(inner) if word.folded in words.told.given), -1)
    gender = source.gender if source.shape == "person" else ""
    run = Run(source.name, len(inner), len(inner), known, source.titled, gender)
    role = source if source.role is not None and source.head is not None else role_beside(words, at, at + len(inner))
    return Mention(run, form, source.shape == "person", at, role)


def _bystander(words: Words, at: int) -> Mention | None:
    """A name outside the sources: from its form of address or given name on."""
    text, tokens, told = words.text, words.tokens, words.told
    word = tokens[at]
    if word.folded in told.determiners or word.folded in told.prepositions or longest(told.named, tokens, at, at + _REACH):
        return None
    if not _goes_on(words, at):
        return _lone(words, at)
    window = tokens[at : at + _REACH]
    run = name_run(text, window, 0, told)
    if run is None:
        return None
    last = run.given == run.size - 1 and not opens_sentence(text, word.start)  # "la ministre Talmar Ida"
    if run.given > 0 and not run.titled and not last:  # "Hier Paul Talmar": the name begins at the given name
        run = name_run(text, window, run.count - run.size + run.given, told) or run
    after_article = at > 0 and tokens[at - 1].folded in told.determiners
    if after_article and run.size > 2 and run.given < 0 and not run.titled:  # "Speaker of the House Ned Barlow"
        run = name_run(text, window, 1, told) or run
    begin = next(i for i, word in enumerate(window) if word.start == run.span.start) + at
    alone = run.size == 1 and run.given < 0  # no role can show that it is a person's
    place = begin > 0 and tokens[begin - 1].folded in told.ties and run.given < 0
    role = role_beside(words, begin, begin + run.size) if not alone and (run.titled or not place) else None
    sure = run.sure or (role is not None and (run.size > 1 or run.given == 0)) or _aged(text, tokens, begin + run.size, told)
    sure = sure or _acts(text, tokens, begin, run.size, told)
    return Mention(run, run.span.of(text), sure, begin, role, late=alone and (run.titled or not place))


def _goes_on(words: Words, at: int) -> bool:
    """May the word be the first of several, or a form of address?"""
    tokens, told = words.tokens, words.told
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].folded in told.titles.reach or (after is not None and (after.form[0].isupper() or after.folded in told.particles))


def _lone(words: Words, at: int) -> Mention | None:
    """One capital with small letters behind it: a surname, maybe, of somebody who is named in full elsewhere; a given name with an age."""
    tokens, told = words.tokens, words.told
    word = tokens[at]
    if word.folded in told.calendar and at > 0 and tokens[at - 1].form.islower():  # "until June, an engineer said"
        return None
    gender = given_gender(word, told)
    place = gender is None and at > 0 and tokens[at - 1].folded in told.ties
    sure = gender is not None and _aged(words.text, tokens, at + 1, told)
    role = role_beside(words, at, at + 1) if gender is not None and not place else None
    run = Run(Span(word.start, word.end), 1, 1, -1 if gender is None else 0, False, gender or "")
    return Mention(run, word.form, sure or role is not None, at, role, late=gender is None and not place)


def _aged(text: str, tokens: list[Token], end: int, told: Lexicon) -> bool:
    """As in "Ivo, 54 ans", "Ivo, Malien de 54 ans", "Ivo, un voisin": an age, a people or a description after the name."""
    if end + 1 >= len(tokens):
        return False
    comma = text[tokens[end - 1].end : tokens[end].start].strip() == ","
    if comma and is_capital(tokens[end]) and tokens[end].folded in told.adjectives:
        return True
    article = told.determiners.get(tokens[end].folded)
    if comma and article is not None and article.kind == "indefinite" and tokens[end - 1].folded in told.given:
        return tokens[end + 1].folded not in told.given
    close = comma or not text[tokens[end - 1].end : tokens[end].start].strip()
    age = int(tokens[end].form) if tokens[end].form.isdecimal() and len(tokens[end].form) <= 3 else 0
    return close and 3 < age < 115 and tokens[end + 1].form.isalpha() and tokens[end - 1].folded in told.given


def _acts(text: str, tokens: list[Token], at: int, size: int, told: Lexicon) -> bool:
    """Two capitals or more that open a sentence without an article and are followed by a verb."""
    if size < 2 or at + size >= len(tokens) or tokens[at + size].folded not in told.verbs:
        return False
    gap = text[tokens[at - 1].end : tokens[at].start] if at else "\n"
    return any(mark in gap for mark in ".\n!?") and not any(longest(told.nouns, tokens, at + i, at + size) for i in range(size))
