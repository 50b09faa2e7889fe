"""Names of persons found in a text, each with the role that stands beside it."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from selon.languages.fold import fold
from selon.resolve.beside import role_beside
from selon.resolve.lexicon import Lexicon
from selon.resolve.lines import Line, Lines
from selon.resolve.names import article_before, given_gender, opens_sentence
from selon.resolve.namesakes import is_a_bodys, is_namesake
from selon.resolve.parts import Phrase
from selon.resolve.personal import acts, aged, holds_office, is_borne, is_headline, is_introduced, names_a_body, only_leads, years_old
from selon.resolve.runs import Run, name_run
from selon.resolve.tokens import Token, beginning, longest

_REACH = 8  # words of a name with its forms of address


class Mention(Struct, frozen=True, gc=False):
    """A name in the text that is a person's, or may be."""

    run: Run
    form: str
    sure: bool
    words: Line
    at: int  # which of these words is its first
    role: Phrase | None
    late: bool = False  # its role is still to be looked for, where it turns out to be a person's


class _Speakers:
    """The sources that hold a name, by where it begins."""

    def __init__(self, sources: Iterable[Phrase]) -> None:
        self.by_start = {item.name.start: item for item in sources if item.name is not None}
        self._starts = sorted(self.by_start)

    def within(self, begin: int, end: int) -> int | None:
        """Where the first name of a source begins between two places."""
        at = bisect_left(self._starts, begin)
        return self._starts[at] if at < len(self._starts) and self._starts[at] < end else None


def mentions(lines: Lines, sources: Iterable[Phrase]) -> list[Mention]:
    """Who is named, in text order; `sources`: those that hold a name.

    A lone capital of which nothing tells that it is a name counts where it is a word of somebody's full name.
    """
    found: list[Mention] = []
    begins: list[int] = []  # the capitals from which these were looked for
    speakers, nameless, end = _Speakers(sources), lines.told.nameless, 0
    leading, lone = lines.capitals(speakers.by_start)
    for start, folded in leading:
        if start < end:
            continue
        if start in speakers.by_start:
            mention = _speaker(*lines.at(start), speakers.by_start[start])
        else:
            mention = _beginning(lines, start, speakers) if folded not in nameless else None
        if mention is not None:
            found.append(mention)
            begins.append(start)
            end = mention.run.end
    ends = [mention.run.end for mention in found]
    surnames = frozenset(
        fold(item.name.of(lines.text))
        for item in speakers.by_start.values()
        if item.name is not None and item.shape == "name" and article_before(lines.text, item.name.start, lines.told) is None
    )
    found = [_borne(one, surnames) for one in found] if surnames else found
    known = {form for one in found if one.sure for word in _own(one) for form in (word.folded, word.folded.rpartition("-")[2])} | surnames
    outside = (start for start, folded in lone if folded in known and not _is_within(start, begins, ends))
    bystanders = (_bystander(*lines.at(start)) for start in outside)
    return sorted([*found, *(_borne(one, surnames) for one in bystanders if one is not None)], key=attrgetter("run.start"))


def _is_within(at: int, begins: list[int], ends: list[int]) -> bool:
    """Does a place lie in one of some stretches that do not overlap?"""
    last = bisect_left(begins, at)
    return last > 0 and at < ends[last - 1]


def _borne(mention: Mention, surnames: frozenset[str]) -> Mention:
    """The mention, sure where somebody speaks under its last word, and an office or a given name stands before that."""
    if mention.sure or mention.words.tokens[mention.at + mention.run.size - 1].folded not in surnames:
        return mention
    if _is_articled(mention.run, mention.words):
        return mention
    words, run, own = mention.words, mention.run, _own(mention)
    if is_borne(own, run, surnames, words.told):
        return replace(mention, sure=True)
    role = role_beside(words, mention.at, mention.at + run.size) if run.size == 1 else None
    return replace(mention, sure=True, role=role, late=False) if holds_office(role, run, words) else mention


def _own(mention: Mention) -> list[Token]:
    """The words of the name."""
    return mention.words.tokens[mention.at : mention.at + mention.run.size]


def _beginning(lines: Lines, start: int, speakers: _Speakers) -> Mention | None:
    """The name that a capital begins, outside the sources or around one."""
    mention = _bystander(*lines.at(start))
    own = speakers.within(start, mention.run.end) if mention is not None else None
    return mention if own is None else _speaker(*lines.at(own), speakers.by_start[own])  # the source knows better where it begins


def _speaker(words: Line, at: int, source: Phrase) -> Mention | None:
    assert source.name is not None
    form = source.name.of(words.text)
    inner = [word for word in words.tokens[at : at + _REACH] if word.end <= source.name.end]
    known = next((i for i, word in enumerate(inner) if word.folded in words.told.given), -1)
    gender = source.gender if source.shape == "person" else ""
    run = Run(source.name.start, source.name.end, len(inner), len(inner), known, source.titled, gender)
    if _is_articled(run, words):
        return Mention(run, form, False, words, at, None)
    role = source if source.role is not None and source.head is not None else role_beside(words, at, at + len(inner))
    return Mention(run, form, source.shape == "person", words, at, None if _is_the_cue(role, source, words.text) else role)


def _is_the_cue(role: Phrase | None, source: Phrase, text: str) -> bool:
    """As in "…, juge Ivo Talmar": a noun in lower case, without an article, right before a source that begins with its name."""
    if role is None or role.determiner or role.span.end > source.span.start:
        return False
    return text[role.span.start].islower() and not text[role.span.end : source.span.start].strip()


def _is_articled(run: Run, words: Line) -> bool:
    """Does the word before a lone name hold its article ("les informations du Brisant"), which no person's has?"""
    return run.size == 1 and not run.titled and run.given < 0 and article_before(words.text, run.start, words.told) is not None


def _is_no_persons(text: str, tokens: list[Token], at: int, run: Run, told: Lexicon) -> bool:
    """Is it what a place or a body is called?"""
    begin, end = at + max(run.taken - run.size + run.given, 0), at + run.taken
    return is_namesake(tokens, begin, end, told) or (run.given < 0 and is_a_bodys(text, tokens, at, end, told))


def _bystander(words: Line, at: int) -> Mention | None:
    """A name outside the sources: from its form of address or given name on."""
    text, tokens, told = words.text, words.tokens, words.told
    word = tokens[at]
    if word.folded in told.determiners or word.folded in told.prepositions:
        return None
    if word.folded in told.named.reach and longest(told.named, tokens, at, at + _REACH):
        return None
    if _is_titled_paper(words, at) or _is_when(words, at):
        return None
    if not _goes_on(words, at):
        return _lone(words, at)
    window = tokens[at : at + _REACH]
    run = name_run(text, window, 0, told)
    if run is None or _is_credited(text, run) or (not run.titled and _is_no_persons(text, tokens, at, run, told)):
        return None
    last = run.given == run.size - 1 and not opens_sentence(text, word.start)  # "la ministre Talmar Ida"
    if run.given > 0 and not run.titled and not last:  # "Hier Paul Talmar": the name begins at the given name
        run = name_run(text, window, run.taken - run.size + run.given, told) or run
    after_article = at > 0 and tokens[at - 1].folded in told.determiners
    cut = after_article and run.size > 2 and run.given < 0 and not run.titled
    if cut and tokens[at].folded in told.nouns.reach:  # "Speaker of the House Ned Barlow"
        run = name_run(text, window, 1, told) or run
    begin = at if run.start == word.start else bisect_left(tokens, run.start, at, key=beginning)
    if run.given < 0 and not run.titled and names_a_body(tokens, begin, begin + run.size, told):
        return None
    if run.given < 0 and run.size > 1 and opens_sentence(text, run.start) and only_leads(text, tokens[begin : begin + run.size], run):
        run = name_run(text, tokens[begin + 1 : begin + _REACH], 0, told) or run
        begin = bisect_left(tokens, run.start, at, key=beginning)
    alone = run.size == 1 and run.given < 0  # no role can show that it is a person's
    place = begin > 0 and tokens[begin - 1].folded in told.ties and run.given < 0
    role = role_beside(words, begin, begin + run.size) if not alone and (run.titled or not place) else None
    sure = run.sure or _is_shown(words, begin, run, role)
    return Mention(run, text[run.start : run.end], sure, words, begin, role, late=alone and (run.titled or not place))


def _is_shown(words: Line, at: int, run: Run, role: Phrase | None) -> bool:
    """Does what stands beside a run of capitals show that it is a person's name?"""
    text, tokens, told = words.text, words.tokens, words.told
    told_so = (role is not None and (run.size > 1 or run.given == 0)) or acts(text, tokens, at, run.size, told)
    if (told_so and not is_headline(tokens)) or aged(text, tokens, at + run.size, told):
        return True
    return years_old(text, tokens, at + run.size, told) or is_introduced(text, tokens, at, run.size, told)


def _is_when(words: Line, at: int) -> bool:
    """As in "On Friday Talmar said": is it a day behind a preposition, and no part of the name that follows?"""
    return words.tokens[at].folded in words.told.days and at > 0 and words.tokens[at - 1].folded in words.told.prepositions


def _is_credited(text: str, run: Run) -> bool:
    """As in "Ivo Talmar/AFP": whom a picture is of nobody speaks of."""
    return text[run.end : run.end + 1] == "/" and text[run.end + 1 : run.end + 2].isupper()


def _is_titled_paper(words: Line, at: int) -> bool:
    """As in "dans L'Est Marin": an elided article with its capital inside a sentence begins a title."""
    before = words.tokens[at - 1] if at else None
    if before is None or before.form[-1] not in "'’" or not before.form[0].isupper() or before.end != words.tokens[at].start:
        return False
    return before.folded in words.told.determiners and not opens_sentence(words.text, before.start)


def _goes_on(words: Line, at: int) -> bool:
    """May the word be the first of several, or a form of address?"""
    tokens, told = words.tokens, words.told
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].folded in told.titles.reach or (after is not None and (after.form[0].isupper() or after.folded in told.particles))


def _lone(words: Line, at: int) -> Mention | None:
    """One capital with small letters behind it: a surname, maybe, of somebody who is named in full elsewhere; a given name with an age."""
    tokens, told = words.tokens, words.told
    word = tokens[at]
    if word.folded in told.calendar and at > 0 and tokens[at - 1].form.islower():  # "until June, an engineer said"
        return None
    gender = given_gender(word, told)
    if is_namesake(tokens, at, at + 1, told):
        return None
    place = gender is None and at > 0 and tokens[at - 1].folded in told.ties
    sure = (gender is not None and aged(words.text, tokens, at + 1, told)) or years_old(words.text, tokens, at + 1, told)
    role = role_beside(words, at, at + 1) if gender is not None and not place else None
    run = Run(word.start, word.end, 1, 1, -1 if gender is None else 0, False, gender or "")
    return Mention(run, word.form, sure or role is not None, words, at, role, late=gender is None and not place)
