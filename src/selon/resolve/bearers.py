"""Whose name it is that stands in a source which opens with a noun: the speaker's, or a complement's.

"Le ministre de la Mer Ivo Talmar" is Ivo Talmar; "le maire de Marbourg" and "le porte-parole du ministre Ivo Talmar" name nobody.
"""

import re

from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.names import ends_in_a_noun, is_acronym
from selon.resolve.namesakes import is_namesake
from selon.resolve.parts import head_of
from selon.resolve.runs import Run, name_run
from selon.resolve.tokens import Token, key, key_of, longest

_FULL = 2  # words of a given name and a surname
_DOMAIN = 4  # words that say what a minister is for, at most
_OPENED = re.compile(r"[\"“«]|«\s")  # right before a chunk: a mark that opens its first words


def last_run(text: str, chunk: list[Token], lexicon: Lexicon) -> tuple[Run, int] | None:
    """The run of capitals that ends a chunk, and where it begins."""
    best = None
    at = 1
    while at < len(chunk):
        able = chunk[at].form[0].isupper() or chunk[at].folded in lexicon.titles.reach
        run = name_run(text, chunk, at, lexicon) if able else None
        if run is None:
            at += 1
        else:
            best = (run, at)
            at += run.taken
    return best if best and best[1] + best[0].taken == len(chunk) else None


def name_beside(text: str, chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> tuple[Run, int] | None:
    """A full name right after the role and its adjectives, whatever follows ("le producteur Ivo Talmar de l'agence Lune")."""
    if head is None:
        return None
    at = head[1] + len(head[0].key.split())
    if lexicon.grammar.head == "last":
        return _name_right_behind(text, chunk, at, lexicon)
    while at < len(chunk) and not chunk[at].form[0].isupper() and chunk[at].folded not in lexicon.small:
        at += 1
    domain = _past_domain(chunk, at, lexicon)
    at = domain or at
    run = name_run(text, chunk, at, lexicon) if at < len(chunk) and chunk[at].form[0].isupper() else None
    able = run is not None and (run.sure or (domain is not None and run.size > 1))
    if run is None or not able or (longest(lexicon.named, chunk, at) and not is_given(run, chunk, at, lexicon)):
        return None
    return run, at


def _name_right_behind(text: str, chunk: list[Token], at: int, lexicon: Lexicon) -> tuple[Run, int] | None:
    """As in "analyst Ivo Talmar of the Harbour Bank": a full name right behind a role in lower case, before what it is of."""
    run = name_run(text, chunk, at, lexicon) if at < len(chunk) and chunk[at - 1].form.islower() else None
    if run is None or not run.sure or run.titled or at + run.taken >= len(chunk) or longest(lexicon.named, chunk, at):
        return None
    return (run, at) if chunk[at + run.taken].folded in lexicon.ties else None


def _past_domain(chunk: list[Token], at: int, lexicon: Lexicon) -> int | None:
    """As in "le ministre de l'Intérieur | Bazo Talmar": where the words end that say what a minister is for."""
    if at >= len(chunk) or chunk[at].folded not in lexicon.ties:
        return None
    begin = at + 1 + (at + 1 < len(chunk) and chunk[at + 1].folded in lexicon.determiners)
    for end in range(min(len(chunk), begin + _DOMAIN), begin, -1):
        told = key_of(chunk[begin:end])
        domain = lexicon.domains.longest(told)
        if domain is not None and domain[0] == told:
            return end
    return None


def is_a_name(text: str, found: tuple[Run, int], chunk: list[Token], noun: Noun | None, lexicon: Lexicon) -> bool:
    """Is the run the speaker's name, and no complement ("le maire de Marbourg")?"""
    run, at = found
    before = chunk[at - 1].folded
    named = longest(lexicon.named, chunk, at)
    if (named and _given_at(run) < named[1] and not is_given(run, chunk, at, lexicon)) or key_of(chunk[at:]) in lexicon.states:
        return False
    if _of_a_complement(chunk, at, lexicon):
        return _is_told_again(chunk[at], noun, lexicon)
    begin = at + run.taken - run.size + run.given if run.given > 0 else at  # "le patron de Valmer Autoroutes Ivo Talmar"
    if not run.titled and (is_namesake(chunk, begin, at + run.taken, lexicon) or _is_quoted(text, chunk, at)):
        return False
    if run.taken == 1 and is_acronym(chunk[at].form):  # "la candidate UDP": whose candidate she is
        return False
    if noun is None and run.given < 0 and not run.titled and is_acronym(chunk[at].form):  # "le préparateur norvégien MSV Marée"
        return False
    if run.given < 0 and not run.titled and ends_in_a_noun(chunk, at, at + run.taken, lexicon):  # "the White House Press Secretary"
        return False
    if lexicon.grammar.head == "last" and (
        (run.taken == run.size and _is_a_bodys(chunk, at, lexicon)) or _is_an_object(chunk, at, lexicon)
    ):
        return False
    if before in lexicon.small:  # "le maire de Marbourg Ivo Talmar", but "le consul à San Marco"
        behind = run.taken > run.size and run.sure and not run.titled  # "le patron de la CDF Ivo Talmar"
        return (behind and not _is_an_office(chunk[at : at + run.taken - run.size], lexicon)) or (
            0 < run.given < run.size - 1 and chunk[begin - 1].folded not in lexicon.of
        )
    if not run.titled and run.given < 0 and (of_a_body(chunk, at, lexicon) or (run.size == 1 and _inside(chunk, at, lexicon))):
        return False
    return run.sure or run.size > 1 or noun is not None


def _is_told_again(title: Token, noun: Noun | None, lexicon: Lexicon) -> bool:
    """As in "l'avocate de l'accusée, Me Ida Corvin": a form of address that tells the very role which opens the source."""
    row = lexicon.titles.get(title.folded)
    role = lexicon.nouns.get(row.role) if row is not None and row.role else None
    return role is not None and noun is not None and (noun.key == role.key or role.key in noun.kinds or noun.key in role.kinds)


def is_given(run: Run, chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "le procureur Dominique Talmar": a given name that is a state's as well, behind no small word, and a surname behind it."""
    return run.given == 0 and run.size == run.taken == _FULL and (at == 0 or chunk[at - 1].folded not in lexicon.small)


def _given_at(run: Run) -> int:
    """Which word of its chunk is the given name, what was cut before the name counted; -1: none."""
    return run.given + run.taken - run.size if run.given >= 0 and not run.titled else run.given


def _is_an_office(words: list[Token], lexicon: Lexicon) -> bool:
    """As in "le porte-parole du Premier ministre Ivo Talmar": is what stands between the small word and the name the name's own role?"""
    noun = longest(lexicon.nouns, words, 0)
    return noun is not None and noun[0].kind == "role"


def _is_a_bodys(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "the consulting firm Oxford Talmar": does the noun of a body, in lower case, stand right before a name?"""
    if not at or any(word.form[0].isupper() for word in chunk[max(0, at - 2) : at]):
        return False  # "Marbourg centre Ivo Talmar" plays there
    noun = longest(lexicon.nouns, chunk, at - 1, at)
    return noun is not None and noun[0].kind in ("body", "group", "outlet")


def _is_an_object(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "a pastor supporting Mr. Talmar": a participle between the head and the name."""
    word = chunk[at - 1]
    if not word.form.islower() or not word.folded.endswith(lexicon.grammar.describing) or word.folded in lexicon.nouns.reach:
        return False
    return any(longest(lexicon.nouns, chunk, begin, at - 1) is not None for begin in range(at - 1))


def _is_quoted(text: str, chunk: list[Token], at: int) -> bool:
    """Does a quotation mark open before a name, that of a body ("le collectif « Sauvons Ida Corvin »")?"""
    start = chunk[0].start
    opened = next((size for size in (1, 2) if _OPENED.fullmatch(text, max(0, start - size), start)), 0)
    before = text[start - opened : chunk[at].start]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _inside(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "le président de la commission sur l'affaire Talmar": a word in lower case right before it, behind a small word."""
    head = head_of(chunk, lexicon)
    begin = head[1] + len(head[0].key.split()) if head is not None and lexicon.grammar.head == "first" else at
    return begin < at - 1 and chunk[at - 1].form.islower() and any(word.folded in lexicon.ties for word in chunk[begin : at - 1])


def of_a_body(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "le directeur de l'agence Lune", "la présidente de la région Nord": the name belongs to the body's noun right before it."""
    for begin in range(at - 1, max(0, at - 4), -1):
        noun = longest(lexicon.nouns, chunk, begin, at)
        if noun is not None and begin + noun[1] == at:
            if at + _FULL == len(chunk) and (noun[0].kind == "state" or _is_bare(chunk, begin, lexicon)):
                return False  # "la porte-parole du gouvernement Bazo Talmar", "le capitaine de police Bazo Talmar"
            return noun[0].kind in ("body", "group", "outlet", "state") and _tied(chunk, begin, lexicon)
    return False


def _is_bare(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a noun without an article stand behind "de": it tells of what kind a role is?"""
    return lexicon.grammar.articled and at > 0 and chunk[at - 1].folded in (key(form) for form in lexicon.grammar.of_name)


def _of_a_complement(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "un porte-parole reçu par le ministre de la Mer Ivo Talmar": the name has the role of the complement before it."""
    head = longest(lexicon.nouns, chunk, 0)  # "rédactrice en chef"
    for begin in range(at - 1, max(1, head[1] - 1 if head is not None else 1), -1):
        noun = longest(lexicon.nouns, chunk, begin, at)
        if noun is None or noun[0].kind != "role" or noun[0].number == "p" or noun[0].rank:
            continue
        longer = longest(lexicon.nouns, chunk, begin - 1, at)
        if longer is not None and (longer[1] > 1 or lexicon.grammar.head == "first"):  # "premier ministre"
            continue
        while lexicon.grammar.head == "last" and begin > 2 and chunk[begin - 1].folded not in lexicon.small:
            begin -= 1  # "a spokesman for Harbour Board chairman Ivo Talmar"
        return _tied(chunk, begin, lexicon)
    return False


def _tied(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Is the noun there a complement: does a small word of that kind stand before it and its article?"""
    tie = chunk[at - 1].folded
    if tie in lexicon.determiners and tie not in lexicon.ties and at > 1:
        tie = chunk[at - 2].folded
    return tie in lexicon.ties
