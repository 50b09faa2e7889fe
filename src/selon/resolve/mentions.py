"""Names of persons found in a text, each with the role that stands beside it."""

from dataclasses import dataclass

from selon.model.span import Span
from selon.resolve.beside import role_beside
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import Run, given_gender, is_capital, name_run, opens_sentence
from selon.resolve.parts import Phrase
from selon.resolve.tokens import Token, key, longest


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that is a person's, or may be."""

    run: Run
    form: str
    sure: bool
    at: int  # index of its first word
    role: Phrase | None
    late: bool = False  # its role is still to be looked for, where it turns out to be a person's


def mentions(text: str, tokens: list[Token], told: Lexicon, speakers: dict[int, Phrase]) -> list[Mention]:
    """Who is named, in text order; `speakers`: the sources that hold a name, by where it begins.

    A lone capital of which nothing tells that it is a name counts where it is a word of somebody's full name.
    """
    found: list[Mention] = []
    lone: list[int] = []
    end = 0
    for at in [at for at, word in enumerate(tokens) if word.form[0].isupper()]:
        word = tokens[at]
        if word.start < end:
            continue
        if word.start not in speakers and word.folded not in told.given and not _goes_on(tokens, at, told):
            lone.append(at)
        elif (mention := _mention(text, tokens, at, told, speakers)) is not None:
            found.append(mention)
            end = mention.run.span.end
    known = {form for one in found if one.sure for form in key(one.form).split()}
    found += [one for at in lone if tokens[at].folded in known and (one := _bystander(text, tokens, at, told)) is not None]
    return sorted(found, key=lambda one: one.run.span.start)


def _mention(text: str, tokens: list[Token], at: int, told: Lexicon, speakers: dict[int, Phrase]) -> Mention | None:
    if tokens[at].start in speakers:
        return _speaker(text, tokens, at, told, speakers[tokens[at].start])
    mention = _bystander(text, tokens, at, told)
    own = next((i for i in range(at, min(at + 8, len(tokens))) if tokens[i].start in speakers), None) if mention is not None else None
    if mention is not None and own is not None and tokens[own].start < mention.run.span.end:  # the source knows better where it begins
        return _speaker(text, tokens, own, told, speakers[tokens[own].start])
    return mention


def _speaker(text: str, tokens: list[Token], at: int, told: Lexicon, source: Phrase) -> Mention | None:
    assert source.name is not None
    form = source.name.of(text)
    inner = [word for word in tokens[at : at + 8] if word.end <= source.name.end]
    known = next((i for i, word in enumerate(inner) if word.folded in told.given), -1)
    gender = source.gender if source.shape == "person" else ""
    run = Run(source.name, len(inner), len(inner), known, source.titled, gender)
    role = source if source.role is not None and source.head is not None else role_beside(text, tokens, at, at + len(inner), told)
    return Mention(run, form, source.shape == "person", at, role)


def _bystander(text: str, tokens: list[Token], at: int, told: Lexicon) -> Mention | None:
    """A name outside the sources: from its form of address or given name on."""
    word = tokens[at]
    if word.folded in told.determiners or word.folded in told.prepositions or longest(told.named, tokens, at, at + 8):
        return None
    if not _goes_on(tokens, at, told):
        return _lone(text, tokens, at, told)
    window = tokens[at : at + 8]
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
    role = role_beside(text, tokens, begin, begin + run.size, told) if not alone else None
    place = begin > 0 and tokens[begin - 1].folded in told.ties and run.given < 0
    role = None if place and not run.titled else role
    sure = run.sure or (role is not None and (run.size > 1 or run.given == 0)) or _aged(text, tokens, begin + run.size, told)
    sure = sure or _acts(text, tokens, begin, run.size, told)
    return Mention(run, run.span.of(text), sure, begin, role, late=alone and (run.titled or not place))


def _goes_on(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """May the word be the first of several, or a form of address?"""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].folded in told.titles.reach or (after is not None and (after.form[0].isupper() or after.folded in told.particles))


def _lone(text: str, tokens: list[Token], at: int, told: Lexicon) -> Mention | None:
    """One capital with small letters behind it: a surname, maybe, of somebody who is named in full elsewhere; a given name with an age."""
    word = tokens[at]
    gender = given_gender(word, told)
    place = gender is None and at > 0 and tokens[at - 1].folded in told.ties
    sure = gender is not None and _aged(text, tokens, at + 1, told)
    role = role_beside(text, tokens, at, at + 1, told) if gender is not None and not place else None
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
