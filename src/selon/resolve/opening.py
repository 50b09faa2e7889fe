"""A source that opens with a name: "M. Talmar", "Ivo Talmar, ministre de la Santé", "Talmar"."""

import re

from msgspec.structs import replace

from selon.resolve.bearers import last_run
from selon.resolve.firms import is_firm
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import ends_in_a_noun, opens_sentence
from selon.resolve.parts import Phrase, head_of, role_phrase, span_of
from selon.resolve.runs import Run, name_run
from selon.resolve.tokens import Token, longest

_LAST_WORD = re.compile(r"\w[\w'’-]*\Z")
_BACK_CHARS = 30  # before a source, for the word that it begins behind
_CLOSE = (" ", ". ")  # what stands between a run and a form of address behind it ("U.S. Rep. Talmar")
_FULL = 2  # words of a given name and a surname
_SPEAKING = frozenset({"role", "body", "group", "outlet", "state", "anonymous"})  # kinds of nouns


def opening_name(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Phrase | None:
    """As in "M. Talmar", "Ivo Talmar, ministre de la Santé", "Talmar"."""
    first = chunks[0]
    run = name_run(text, first, 0, lexicon) if first[0].folded not in lexicon.prepositions else None
    if run is None:  # "Depuis Marbourg": no name
        return None
    run = _without_another(_with_number(run, text, first), text, first)
    goes_on = run.taken < len(first)
    described = goes_on and lexicon.grammar.head == "last"  # by what stands behind the capitals
    if described and not run.titled and _goes_on_titled(text, first, run, lexicon):
        return opening_name(text, [first[run.taken :], *chunks[1:]], lexicon)
    if goes_on and _is_an_abbreviation(text, first, run):
        return None
    if ends_in_a_noun(first, 0, run.taken, lexicon) and not _is_a_surname(first, run, lexicon):
        return None  # "Officials", "Health Minister": a noun that opens the sentence
    role = _unparted_role(first, run, lexicon) if described else []
    if role:
        chunks, first = [first[: run.taken], role, *chunks[1:]], first[: run.taken]
    elif described and (_head_after(first, run.taken, lexicon) or _name_after(text, first, run.taken, lexicon)):
        return None
    if _owns(text, first, run, lexicon):
        return None
    lead = [word for word in first if word.end <= run.start and word.folded not in lexicon.titles]
    told_role = lead if lead and head_of(lead, lexicon) else _apposition(chunks[1:], lexicon)
    said = role_phrase(told_role, head_of(told_role, lexicon), lexicon) if told_role else Phrase(span_of(first), "person", run.span)
    number = "p" if run.title_number == "p" else "s"
    own = [word for word in first if run.start <= word.start < run.end]
    if not run.titled and ("&" in text[run.start : run.end] or is_firm(own, 0, len(own), lexicon)):
        return replace(said, span=span_of(first), shape="name", core=run.span, name=run.span)
    told = run.sure or run.given >= 0 or (said.head is not None and said.head.kind == "role") or _looks_personal(own, lexicon)
    shape = "person" if told else "name"
    gender = run.gender or said.gender
    return replace(said, span=span_of(first), shape=shape, core=run.span, name=run.span, gender=gender, number=number, titled=run.titled)


def _goes_on_titled(text: str, chunk: list[Token], run: Run, lexicon: Lexicon) -> bool:
    """As in "Marbourg Gov. Ivo Talmar": does a form of address follow that a name stands behind, so that the words before only describe?"""
    if (
        run.taken >= len(chunk)
        or chunk[run.taken].folded not in lexicon.titles.reach
        or text[run.end : chunk[run.taken].start] not in _CLOSE
    ):
        return False
    behind = name_run(text, chunk, run.taken, lexicon)
    return behind is not None and behind.titled


def _is_an_abbreviation(text: str, chunk: list[Token], run: Run) -> bool:
    """Do letters with full stops end the run, and words in lower case go on ("U.S. processors")? So a place or a body describes others."""
    last = chunk[run.taken - 1]
    goes_on = run.taken < len(chunk) and chunk[run.taken].form.islower()
    return goes_on and len(last.form) == 1 and text[last.start - 1 : last.start] == "." and text[last.end : last.end + 1] == "."


def _is_a_surname(chunk: list[Token], run: Run, lexicon: Lexicon) -> bool:
    """Is a noun that ends a name a surname, behind a form of address or a given name ("Paul Baker"), no office ("Virginia Governor")?"""
    if run.titled:
        return True
    if run.given != 0 or run.size != _FULL or run.taken != _FULL or chunk[0].folded in lexicon.states:
        return False
    if lexicon.grammar.articled:  # an office would have its article
        return True
    noun = lexicon.nouns.get(chunk[1].folded)
    if noun is None or noun.kind != "role" or noun.number == "p":
        return False
    return chunk[1].folded in lexicon.surnames or not (noun.kinds or noun.rank or noun.id)


def _with_number(run: Run, text: str, chunk: list[Token]) -> Run:
    """As in "Canal 12", "Canal 12 Marbourg", "TM1 Info": a number and capitals behind it belong to a name that may be no person's."""
    if run.titled or run.given >= 0 or len(chunk) <= run.taken:
        return run
    number, behind = chunk[run.taken], chunk[run.taken + 1 :]
    ends = number.form.isdecimal() and len(number.form) <= 4 and all(word.form[0].isupper() for word in behind)
    return replace(run, end=chunk[-1].end) if ends and not text[run.end : number.start].strip() else run


def _without_another(run: Run, text: str, chunk: list[Token]) -> Run:
    """As in "dit à ABC Mundo Ivo Talmar": what stands before the given name ends the name of another, where a capital stands before it."""
    if run.given <= 0 or run.taken > run.size or not _ends_in_a_capital(text, run.start):
        return run
    return replace(run, start=chunk[run.given].start, size=run.size - run.given, given=0)


def _ends_in_a_capital(text: str, at: int) -> bool:
    """Does a word with a capital stand right before that place, in the same sentence?"""
    if text[max(0, at - 1) : at] not in (" ", "\u00a0"):
        return False
    before = _LAST_WORD.search(text, max(0, at - _BACK_CHARS), at - 1)
    return before is not None and before[0][0].isupper() and not opens_sentence(text, before.start())


def _looks_personal(own: list[Token], lexicon: Lexicon) -> bool:
    """Two or three capitalised words, none of them a noun for a body, a state or an acronym: so persons are written."""
    own = [word for word in own if word.form[-1] not in "'’"]  # "M'jid"
    plain = all(word.form[1:].islower() or "-" in word.form or word.folded in lexicon.particles for word in own)
    body = any(longest(lexicon.nouns, own, at) or longest(lexicon.named, own, at) for at in range(len(own)))
    return len(own) in (2, 3) and plain and not body and not any(longest(lexicon.states, own, at) for at in range(len(own)))


def _head_after(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a noun for who speaks end what follows capitals in lower case ("Harbour Board press spokesman", "Ivo Talmar's office")?"""
    for place in range(at, len(chunk)):
        if chunk[place].folded in lexicon.small or (place > at and chunk[place].form[0].isupper()):
            return False
        noun = longest(lexicon.nouns, chunk, place)
        if noun is not None and noun[0].kind in _SPEAKING:
            return True
    return False


def _unparted_role(chunk: list[Token], run: Run, lexicon: Lexicon) -> list[Token]:
    """As in "Ivo Talmar director of the Tide Board": a role with what it is of right behind a name of two words, without a comma."""
    rest = chunk[run.taken :]
    noun = longest(lexicon.nouns, rest, 0) if rest and run.size >= _FULL and run.taken >= run.size else None
    if noun is None or noun[0].kind != "role" or noun[1] >= len(rest) or rest[noun[1]].folded not in lexicon.of:
        return []
    names = chunk[run.taken - run.size : run.taken]
    return [] if any(word.folded in lexicon.nouns.reach or word.folded in lexicon.states for word in names) else rest


def _name_after(text: str, chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a full name end what small letters go on with ("Ida Corvin biographer Paul Brown")?"""
    begin = next((place for place in range(at, len(chunk)) if chunk[place].form[0].isupper()), len(chunk))
    if begin == at or begin == len(chunk) or any(word.folded in lexicon.small for word in chunk[at:begin]):
        return False
    run = name_run(text, chunk, begin, lexicon)
    return run is not None and run.sure and begin + run.taken == len(chunk)


def _owns(text: str, chunk: list[Token], run: Run, lexicon: Lexicon) -> bool:
    """As in "Norway's champion Ivo Talmar", "Tesmar AG <TSMR.F> chairman Ivo Talmar": does a full name end what stands behind an owner?"""
    if text[run.end : run.end + 2] not in ("'s", "’s", " <"):
        return False
    last = last_run(text, chunk, lexicon)
    return last is not None and last[1] > run.taken and last[0].size > 1


def _apposition(chunks: list[list[Token]], lexicon: Lexicon) -> list[Token]:
    """The chunk that tells the role of the name before it."""
    for chunk in chunks:
        determiner = longest(lexicon.determiners, chunk, 0)
        bare = chunk[determiner[1] :] if determiner else chunk
        head = head_of(bare, lexicon) if bare else None
        if head is not None and head[0].kind == "role" and head[1] <= 3:
            return bare
    return []
