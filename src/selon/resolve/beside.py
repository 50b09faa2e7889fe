"""The role that stands beside a name in a text: before it, or after a comma."""

import re
from itertools import pairwise

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.lines import Line
from selon.resolve.names import opens_sentence
from selon.resolve.parts import Phrase, span_of
from selon.resolve.phrase import phrase_of
from selon.resolve.tokens import Token, longest

_WINDOW = 16  # words of a role before a name
_SPACES = frozenset({" ", "\u00a0"})
_STOP = re.compile(r'[.;:!?«»"“”()\n]')
_STOP_OR_COMMA = re.compile(r'[,.;:!?«»"“”()\n]')


def role_beside(words: Line, at: int, end: int) -> Phrase | None:
    """The role of the name that stands at `words.tokens[at:end]`; None: nothing tells one."""
    first = _past_titles(words, at)
    titled = at > 0 and words.tokens[at - 1].folded in words.told.titles
    before = _role_before(words, first)
    if titled and before is not None and (first == at or before.determiner != "definite"):  # "once a candidate, Mr. Talmar said"
        before = None
    if before is not None and _acts_behind(before, words, first, end):
        return None
    if before is not None or not _may_go_on(words, end):
        return before
    after = _role_after(words, end) or _trade_after(words, end)
    return None if after is not None and _is_a_subject(after, words, first, end) else after


def _is_a_subject(role: Phrase, words: Line, at: int, end: int) -> bool:
    """As in "Selon Le Brisant, le maire a dit": a definite role behind a name that opens no sentence, and a verb right behind the role."""
    tokens, titles = words.tokens, words.told.titles
    while at > 0 and tokens[at - 1].folded in titles:
        at -= 1
    stop = _end_after(words, end)
    if role.determiner != "definite" or stop >= len(tokens) or tokens[stop].form not in words.told.grammar.verbs:
        return False
    return words.text[tokens[stop - 1].end : tokens[stop].start] in _SPACES and not opens_sentence(words.text, tokens[at].start)


def _acts_behind(role: Phrase, words: Line, at: int, end: int) -> bool:
    """As in "Selon la ministre, | Mme Talmar | possède un visa": a role behind a preposition, a comma, a name, and at once its verb."""
    tokens, told, text = words.tokens, words.told, words.text
    opening = next((here for here in range(at) if tokens[here].start >= role.span.start), at)
    if told.grammar.head == "last" or end >= len(tokens) or opening == 0 or tokens[opening - 1].folded not in told.prepositions:
        return False
    if text[tokens[at - 1].end : tokens[at].start].strip() != "," or text[tokens[end - 1].end : tokens[end].start] not in _SPACES:
        return False
    after = tokens[end]
    verbal = after.form.islower() and after.folded not in told.small and not after.form.endswith(told.grammar.describing)
    return verbal and after.folded not in told.relatives


def _past_titles(words: Line, at: int) -> int:
    """As in "l'avocat du port, Me Ivo Talmar": where the forms of address before a name begin, behind a comma."""
    first = at
    while first > 0 and words.tokens[first - 1].folded in words.told.titles:
        first -= 1
    comma = 0 < first < at and words.text[words.tokens[first - 1].end : words.tokens[first].start].strip() == ","
    return first if comma else at


def _may_go_on(words: Line, end: int) -> bool:
    """Stands a comma or a bracket behind the name? So it is with few."""
    tokens = words.tokens
    gap = words.text[tokens[end - 1].end : tokens[end].start] if end < len(tokens) else ""
    return "," in gap or "(" in gap


def _role_before(words: Line, at: int) -> Phrase | None:
    """As in "le ministre de la Santé, Ivo Talmar", "le ministre Talmar": the last role noun before the name that is no complement."""
    tokens, told = words.tokens, words.told
    if at == 0 or _is_stopped(words, at) or _is_tied(tokens[at - 1], told) or not _noun_before(words, at):
        return None
    start = _window(words, at)
    complement = None
    for head in range(at - 1, start - 1, -1):
        noun = longest(told.nouns, tokens, head, at) if tokens[head].folded in told.nouns.reach else None
        before = tokens[head - 1].folded if head > 0 else ""
        if noun is None or noun[0].kind != "role" or noun[0].number == "p":
            continue
        if head > 0 and tokens[head - 1].form in told.grammar.verbs:  # "a accusé lundi l'administration Talmar"
            continue
        if head > 0 and longest(told.nouns, tokens, head - 1, at):  # "secrétaire général": a longer noun begins before
            continue
        if told.grammar.head == "last" and head + noun[1] < at and tokens[head + noun[1]].folded not in told.ties | told.naming:
            continue  # "her daughter remained at home, Talmar said"
        if before in told.qualifiers and head > 1:  # "le représentant du grand juge Ivo Talmar"
            before = tokens[head - 2].folded
        if before not in told.of:
            return _role_at(words, head, at, start) if _is_one_office(words, head, at) else None
        complement = head
    return _role_at(words, complement, at, start) if complement is not None and _is_one_office(words, complement, at) else None


def _is_stopped(words: Line, at: int) -> bool:
    """Does a mark that ends a phrase stand before a word? Before most there is a space."""
    end, start = words.tokens[at - 1].end, words.tokens[at].start
    return words.text[end:start] != " " and _STOP.search(words.text, end, start) is not None


def _is_tied(before: Token, told: Lexicon) -> bool:
    """As in "le porte-parole d'Ivo Talmar", "le maire et Ivo Talmar", "the leader of the Alliance Marine": the word before the name."""
    return before.folded in told.ties or before.folded in told.grammar.coordination or _is_definite(before, told)


def _is_definite(word: Token, told: Lexicon) -> bool:
    row = told.determiners.get(word.folded)
    return row is not None and row.kind == "definite" and word.form[0].islower()


def _is_one_office(words: Line, head: int, at: int) -> bool:
    """Does no word stand between a role and a name that ties to something else ("general, in the columns of The Tide")? Or a comma."""
    if "," in words.text[words.tokens[at - 1].end : words.tokens[at].start]:
        return True
    return words.told.apart.isdisjoint([word.folded for word in words.tokens[head + 1 : at]])


def _noun_before(words: Line, at: int) -> bool:
    """Does a noun stand before a name, and no word behind it that ends a phrase?"""
    nouns, stops = words.told.nouns.reach, words.told.stops
    for word in words.tokens[max(0, at - _WINDOW) : at][::-1]:
        if word.folded in nouns:
            return True
        if word.folded in stops:
            return False
    return False


def _window(words: Line, at: int) -> int:
    """The first word of those before a name that may tell its role; only right before it may a comma stand."""
    text, tokens, stops = words.text, words.tokens, words.told.stops
    start = at
    begin = tokens[at].start
    for word in tokens[max(0, at - _WINDOW) : at][::-1]:
        if word.folded in stops:
            break
        if text[word.end : begin] != " " and (_STOP if start == at else _STOP_OR_COMMA).search(text, word.end, begin):
            break
        start, begin = start - 1, word.start
    return start


def _role_at(words: Line, head: int, at: int, start: int) -> Phrase | None:
    tokens, told = words.tokens, words.told
    begin = head
    if told.grammar.head == "last":
        while begin > start and tokens[begin - 1].folded not in told.small and tokens[begin - 1].folded not in told.openers:
            begin -= 1
    if begin > 0 and begin - 1 >= start and tokens[begin - 1].folded in told.determiners:
        begin -= 1
    return _role_in(words, begin, at)


def _role_in(words: Line, begin: int, end: int) -> Phrase | None:
    """The role that words tell, where it is one person's and names nobody."""
    tokens = words.tokens[begin:end]
    if _names_another(tokens, words.told) or _lists_kin(tokens, words.told):
        return None
    found = phrase_of(words.text, span_of(tokens), tokens, words.told)
    if found.head is not None and _is_clause(tokens, found.head, words.told):
        return None
    return found if found.head is not None and found.head.kind == "role" and found.number == "s" and found.name is None else None


def _dangles(word: Token, told: Lexicon) -> bool:
    """Does a word tie what is before it to something that is missing ("et", "de", "le"; not "numéro un")?"""
    row = told.determiners.get(word.folded)
    return word.folded in told.small and (row is None or row.kind != "indefinite")


def _names_another(tokens: list[Token], told: Lexicon) -> bool:
    """As in "son ami Ivo dans les colonnes de": a given name right behind the noun."""
    return any(
        after.form[0].isupper() and after.folded in told.given and word.folded in told.nouns and word.form[0].islower()
        for word, after in pairwise(tokens)
    )


def _is_clause(tokens: list[Token], head: Noun, told: Lexicon) -> bool:
    """As in "comme Ida Corvin, l'actrice soutient l'idée": do an unknown word and an article go on behind a noun with its article?"""
    if told.grammar.head == "last" or told.determiners.get(tokens[0].folded) is None:
        return False
    at = next((at for at in range(1, len(tokens)) if head.key.startswith(tokens[at].folded)), len(tokens)) + len(head.key.split())
    if at + 1 >= len(tokens) or tokens[at].folded in told.small or not tokens[at].form.islower():
        return False
    after = tokens[at + 1].folded
    return after in told.determiners and after not in told.ties and tokens[at].folded not in told.adjectives


def _lists_kin(tokens: list[Token], told: Lexicon) -> bool:
    """As in "Ivo Talmar, sa mère et son mari": people in a row, each with whose they are."""
    joints = told.grammar.coordination
    places = [tokens[0], *(after for word, after in pairwise(tokens) if word.folded in joints)]
    rows = [told.determiners.get(word.folded) for word in places]
    return len(rows) > 1 and all(row is not None and row.kind == "possessive" for row in rows)


def _role_after(words: Line, end: int) -> Phrase | None:
    """As in "Ivo Talmar, ministre de la Santé": a role noun soon after a comma or a bracket."""
    text, tokens = words.text, words.tokens
    if end >= len(tokens) or not text[tokens[end - 1].end : tokens[end].start].lstrip("\u00a0").startswith((",", " (", "(")):
        return None
    stop = _end_after(words, end)
    while stop > end + 1 and _dangles(tokens[stop - 1], words.told):  # "maire de Marbourg et | « père du port »"
        stop -= 1
    return _role_in(words, end, stop) if _noun_in(words, end, stop) else None


def _noun_in(words: Line, at: int, end: int) -> bool:
    """Does a noun stand there, or a word with a dash, which may hold one ("ex-président")?"""
    nouns = words.told.nouns.reach
    return any(word.folded in nouns or "-" in word.form for word in words.tokens[at:end])


def _end_after(words: Line, end: int) -> int:
    """Where the words after a name end that may tell its role."""
    text, tokens, told, stops = words.text, words.tokens, words.told, words.told.stops
    stop = end
    while stop < len(tokens) and stop - end < _WINDOW and tokens[stop].folded not in stops:
        last, begin = tokens[stop - 1].end, tokens[stop].start
        close = text[last:begin] == " " or tokens[stop - 1].folded in told.titles  # "adviser to Mrs. Talmar"
        if stop > end and not close and _STOP_OR_COMMA.search(text, last, begin):
            break
        stop += 1
    return stop


def _trade_after(words: Line, end: int) -> Phrase | None:
    """As in "Ivo, un couvreur de Sorneville,": a noun of no table after a comma and an indefinite article is a role."""
    text, tokens, told = words.text, words.tokens, words.told
    if end + 1 >= len(tokens) or text[tokens[end - 1].end : tokens[end].start].strip() != ",":
        return None
    article, noun = told.determiners.get(tokens[end].folded), tokens[end + 1]
    if article is None or article.kind != "indefinite" or article.number != "s" or noun.folded in told.small or noun.folded in told.given:
        return None
    if longest(told.nouns, tokens, end + 1) or len(noun.form) < 4:
        return None
    span, head = Span(noun.start, noun.end), Noun("role", noun.folded, article.gender)
    return Phrase(span, "role", span, gender=article.gender, head=head, head_key=head.key, role=span, content=frozenset({head.key}))
