"""The phrase of a source, taken apart: what kind of speaker, which words, whose name.

determiner | head and complements | name            le ministre russe de la Santé | Ivo Talmar
name | , | role                                     Ivo Talmar, ministre russe de la Santé
Not done yet: two roles of one person in one phrase (only the first is read); names in lower case.
"""

from dataclasses import dataclass, replace

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Named, Noun
from selon.resolve.names import Run, name_run
from selon.resolve.tokens import Token, key_of, longest, word_tokens

_NOBODY = frozenset({"vague", "impersonal"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One source phrase. Spans count in the article's text."""

    span: Span
    shape: str  # pronoun, person, role, name, named, body, state, outlet, group, document, anonymous, thing
    core: Span  # what names it: without determiner, relative clause, apposition
    determiner: str = ""  # definite, indefinite, demonstrative, possessive, quantity
    gender: str = ""
    number: str = "s"
    head: Noun | None = None
    head_key: str = ""
    name: Span | None = None  # of a person
    titled: bool = False
    role: Span | None = None
    countries: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()  # folded words of the role or body, without small words
    named: Named | None = None
    same: bool = False  # "la même source"
    counterpart: bool = False
    pronoun: str = ""  # its key
    offices: frozenset[str] = frozenset()  # ids, filled in for the roles of the cast


def phrase(text: str, span: Span, lexicon: Lexicon) -> Phrase:
    """What the words at `span` say about who speaks."""
    tokens = _trimmed(word_tokens(text, span.start, span.end), lexicon)
    if not tokens:
        return Phrase(span, "thing", span)
    whole = _span(tokens)
    if key_of(tokens) in lexicon.pronouns:
        row = lexicon.pronouns[key_of(tokens)]
        return Phrase(span, "pronoun", whole, gender=row.gender, number=row.number, pronoun=key_of(tokens))
    vague = _vague(text, tokens, lexicon)
    if vague is not None:
        return vague
    determiner = longest(lexicon.determiners, tokens, 0)
    rest = tokens[determiner[1] :] if determiner and determiner[1] < len(tokens) else tokens
    row_d = determiner[0] if determiner and rest is not tokens else None
    same = rest[0].folded in lexicon.same and len(rest) > 1
    rest = rest[1:] if same else rest
    chunks = _chunks(text, rest, lexicon)
    found = _read(text, chunks, lexicon, determined=row_d is not None)
    if row_d is not None:
        plural = row_d.kind == "quantity" and not row_d.number
        number = "p" if plural else row_d.number or found.number or "s"
        found = replace(found, determiner=row_d.kind, number=number, gender=row_d.gender or found.gender)
        if row_d.kind == "quantity" or (row_d.number == "s" and found.head is not None and found.head.number == "p"):
            found = replace(found, core=Span(tokens[0].start, found.core.end))
    return replace(found, span=span, same=same)


def _vague(text: str, tokens: list[Token], lexicon: Lexicon) -> Phrase | None:
    """As in "certains d'entre eux", "on": nobody, unless a body stands beside ("à l'Élysée, on")."""
    first = longest(lexicon.pronouns, tokens, 0)
    last = lexicon.pronouns.get(key_of(tokens[-1:]))
    opening = first is not None and first[0].kind in _NOBODY and _ends_there(tokens, first[1], lexicon)
    determiner = longest(lexicon.determiners, tokens, 0)
    if first is not None and determiner is not None and first[1] < determiner[1] < len(tokens):  # "l'un des ministres"
        return None
    if not opening and not (last is not None and last.kind in _NOBODY):
        return None
    for at in range(len(tokens)):
        named = longest(lexicon.named, tokens, at)
        if named and named[0].kind != "state" and tokens[at].form[0].isupper():
            return Phrase(_span(tokens), "named", _span(tokens[at : at + named[1]]), named=named[0])
    return Phrase(
        _span(tokens), "pronoun", _span(tokens), number="p", pronoun=key_of(tokens[: first[1]] if opening and first else tokens[-1:])
    )


def _ends_there(tokens: list[Token], count: int, lexicon: Lexicon) -> bool:
    after = tokens[count].folded if count < len(tokens) else ""
    return not after or after in lexicon.of or after in lexicon.prepositions or after in lexicon.relatives


def _trimmed(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    while tokens and tokens[-1].folded in lexicon.relatives:
        tokens = tokens[:-1]
    return tokens


def _span(tokens: list[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _chunks(text: str, tokens: list[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Stretches between commas, brackets and dashes; a relative clause ends the one it stands in."""
    chunks: list[list[Token]] = [[]]
    silent = False
    for at, word in enumerate(tokens):
        gap = text[tokens[at - 1].end : word.start] if at else ""
        if any(mark in gap for mark in ",;:()–—[]") or gap.strip() == "-":
            chunks.append([])
            silent = False
        silent = silent or (word.folded in lexicon.relatives and bool(chunks[-1]))
        if not silent:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _read(text: str, chunks: list[list[Token]], lexicon: Lexicon, *, determined: bool) -> Phrase:
    first = chunks[0]
    whole = longest(lexicon.named, first, 0)
    if whole and first[0].form[0].isupper() | determined and _closes(first, whole[1], lexicon):
        found = _named(first, whole, lexicon)
        return replace(found, core=_with_acronym(text, found.core, chunks[1:])) if whole[1] == len(first) else found
    if not determined:
        opening = _opening_name(text, chunks, lexicon)
        if opening is not None:
            return opening
    return _noun_phrase(text, chunks, lexicon)


def _closes(chunk: list[Token], count: int, lexicon: Lexicon) -> bool:
    """Does the proper name end the chunk, but for what only describes it?"""
    if count == len(chunk):
        return True
    after = chunk[count].folded
    return not chunk[count].form[0].isupper() and after not in lexicon.of and after not in lexicon.states and after not in lexicon.nouns


def _named(chunk: list[Token], found: tuple[Named, int], lexicon: Lexicon) -> Phrase:
    named, count = found
    countries = (named.country,) if named.country else ()
    content = frozenset(key_of(chunk[:count]).split()) - lexicon.small
    return Phrase(_span(chunk), "named", _span(chunk[:count]), named=named, countries=countries, content=content)


def _opening_name(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Phrase | None:
    """As in "M. Talmar", "Ivo Talmar, ministre de la Santé", "Talmar"."""
    first = chunks[0]
    run = name_run(text, first, 0, lexicon)
    if run is None:
        return None
    noun = longest(lexicon.nouns, first, 0)
    ends = [longest(lexicon.nouns, first, at, run.count) for at in range(run.count)]
    if (noun and noun[1] >= run.count) or any(end and at + end[1] == run.count for at, end in enumerate(ends)):
        return None  # "Officials", "Health Minister": a noun that opens the sentence
    if lexicon.grammar.head == "last" and _head_after(first, run.count, lexicon):
        return None
    lead = [word for word in first if word.end <= run.span.start and word.folded not in lexicon.titles]
    role = lead if lead and _head(lead, lexicon) else _apposition(chunks[1:], lexicon)
    said = _role_phrase(role, lexicon) if role else Phrase(_span(first), "person", run.span)
    number = "p" if run.title_number == "p" else "s"
    told = (
        run.sure
        or (said.head is not None and said.head.kind == "role")
        or _looks_personal([word for word in first if run.span.start <= word.start < run.span.end], lexicon)
    )
    shape = "person" if told else "name"
    gender = run.gender or said.gender
    return replace(said, span=_span(first), shape=shape, core=run.span, name=run.span, gender=gender, number=number, titled=run.titled)


def _looks_personal(own: list[Token], lexicon: Lexicon) -> bool:
    """Two or three capitalised words, none of them a noun for a body, a state or an acronym: so persons are written."""
    plain = all(word.form[1:].islower() or "-" in word.form or word.folded in lexicon.particles for word in own)
    body = any(longest(lexicon.nouns, own, at) or longest(lexicon.named, own, at) for at in range(len(own)))
    return len(own) in (2, 3) and plain and not body and not any(longest(lexicon.states, own, at) for at in range(len(own)))


def _head_after(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a role in lower case stand right after capitals ("Harbour Board spokesman …")?"""
    noun = longest(lexicon.nouns, chunk, at) if at < len(chunk) else None
    return noun is not None and noun[0].kind == "role"


def _apposition(chunks: list[list[Token]], lexicon: Lexicon) -> list[Token]:
    """The chunk that tells the role of the name before it."""
    for chunk in chunks:
        determiner = longest(lexicon.determiners, chunk, 0)
        bare = chunk[determiner[1] :] if determiner else chunk
        head = _head(bare, lexicon) if bare else None
        if head is not None and head[0].kind == "role" and head[1] <= 3:
            return bare
    return []


def _role_phrase(tokens: list[Token], lexicon: Lexicon) -> Phrase:
    head = _head(tokens, lexicon)
    noun = head[0] if head else None
    return Phrase(
        _span(tokens), "role", _span(tokens), head=noun, head_key=noun.key if noun else "", gender=noun.gender if noun else "",
        number=(noun.number if noun else "") or "s", role=_span(tokens), countries=countries_in(tokens, lexicon),
        content=frozenset(key_of(tokens).split()) - lexicon.small - lexicon.qualifiers,
        counterpart=any(word.folded in lexicon.counterpart for word in tokens),
    )  # fmt: skip


def _head(tokens: list[Token], lexicon: Lexicon) -> tuple[Noun, int] | None:
    """The head noun of a chunk and where it stands, by the habit of the language."""
    limit = next((at for at, word in enumerate(tokens) if at and word.folded in lexicon.small), len(tokens))
    last = lexicon.grammar.head == "last"
    found = None
    at = 0
    while at < limit or (at == 0 and tokens):
        noun = longest(lexicon.nouns, tokens, at) or _prefixed(tokens[at], lexicon)
        if noun is not None:
            found = (noun[0], at)
            if not last:
                return found
        at += noun[1] if noun else 1
    return found


def _prefixed(word: Token, lexicon: Lexicon) -> tuple[Noun, int] | None:
    """As in "ex-président"."""
    first, dash, rest = word.folded.partition("-")
    noun = lexicon.nouns.get(rest) if dash and first in lexicon.qualifiers else None
    return (noun, 1) if noun else None


def countries_in(tokens: list[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """Codes of the states that the words name, in order, once each."""
    found: dict[str, None] = {}
    for at, word in enumerate(tokens):
        code = longest(lexicon.states, tokens, at)
        if code is not None and (word.form[0].isupper() or word.folded in lexicon.adjectives):
            found[code[0]] = None
    return tuple(found)


def _noun_phrase(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Phrase:
    first = chunks[0]
    run, head = _last_run(text, first, lexicon), _head(first, lexicon)
    noun = head[0] if head else None
    personal = noun is None or noun.kind == "role"
    counterpart = any(word.folded in lexicon.counterpart for word in first)
    plural = noun is not None and noun.number == "p"
    if noun is None and first[0].form[0].isupper() and not (run is not None and run[0].sure):  # "la Gazette des Marées"
        return Phrase(_span(first), "thing", _span(first), head_key=first[0].folded, countries=countries_in(first, lexicon))
    beside = _beside(text, first, head, lexicon) if personal and not plural else None
    if beside is not None:
        return _with_name(first[: beside[1] + beside[0].count], beside, lexicon)
    if run is not None and (personal or counterpart) and not plural and _is_a_name(run, first, noun, lexicon):
        return _with_name(first, run, lexicon)
    later = _later_name(text, chunks[1:], lexicon) if (noun is None or noun.kind == "role") and not plural else None
    told = _role_phrase(first, lexicon)
    if later is not None:
        return replace(told, shape="person", core=later.span, name=later.span, gender=told.gender or later.gender, titled=later.titled)
    if noun is None:
        lower = next((word for word in first if not word.form[0].isupper()), first[0])
        return replace(told, shape="role" if counterpart else "thing", head_key=lower.folded)
    own = _outlet_name(first, head, lexicon) if noun.kind == "outlet" else None
    core = own or _with_acronym(text, body_core(first, noun, lexicon), chunks[1:])
    return replace(told, shape=noun.kind, core=core, number=noun.number or _number(first, head))


def _number(tokens: list[Token], head: tuple[Noun, int] | None) -> str:
    return "p" if head and len(tokens[head[1]].form) > 3 and tokens[head[1]].form.endswith(("s", "x")) else "s"


def _outlet_name(chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> Span | None:
    """As in "l'agence de presse Lune": the capitals that end the phrase, where no small word stands before them."""
    at = len(chunk)
    while at > 1 and chunk[at - 1].form[0].isupper():
        at -= 1
    alone = head is not None and head[1] < at < len(chunk) and chunk[at - 1].folded not in lexicon.small
    return _span(chunk[at:]) if alone else None


def _with_acronym(text: str, core: Span, chunks: list[list[Token]]) -> Span:
    """As in "la Ligue des Marées (LDM)": an acronym or short name belongs to the name."""
    for chunk in chunks[:1]:
        between = text[core.end : chunk[0].start]
        proper = all(word.form[0].isupper() for word in chunk) and len(chunk) <= 3
        if between.strip() == "(" and proper and text[chunk[-1].end : chunk[-1].end + 1] == ")":
            return Span(core.start, chunk[-1].end + 1)
    return core


def _last_run(text: str, chunk: list[Token], lexicon: Lexicon) -> tuple[Run, int] | None:
    """The run of capitals that ends a chunk, and where it begins."""
    best = None
    at = 1
    while at < len(chunk):
        run = name_run(text, chunk, at, lexicon)
        if run is None:
            at += 1
        else:
            best = (run, at)
            at += run.count
    return best if best and best[1] + best[0].count == len(chunk) else None


def _beside(text: str, chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> tuple[Run, int] | None:
    """A full name right after the role and its adjectives, whatever follows ("le producteur Ivo Talmar de l'agence Lune")."""
    if head is None or lexicon.grammar.head == "last":
        return None
    at = head[1] + len(head[0].key.split())
    while at < len(chunk) and not chunk[at].form[0].isupper() and chunk[at].folded not in lexicon.small:
        at += 1
    run = name_run(text, chunk, at, lexicon) if at < len(chunk) and chunk[at].form[0].isupper() else None
    return (run, at) if run is not None and run.sure and not longest(lexicon.named, chunk, at) else None


def _is_a_name(found: tuple[Run, int], chunk: list[Token], noun: Noun | None, lexicon: Lexicon) -> bool:
    """Is the run the speaker's name, and no complement ("le maire de Marbourg")?"""
    run, at = found
    before = chunk[at - 1].folded
    named = longest(lexicon.named, chunk, at)
    if (named and run.given < named[1]) or key_of(chunk[at:]) in lexicon.states:
        return False
    if before in lexicon.small:
        return run.given > 0
    return run.sure or run.size > 1 or noun is not None


def _with_name(chunk: list[Token], found: tuple[Run, int], lexicon: Lexicon) -> Phrase:
    run, at = found
    place = run.given if run.given > 0 and chunk[at - 1].folded in lexicon.small else 0
    told = _role_phrase(chunk[: at + place], lexicon)
    span = Span(chunk[at + place].start, run.span.end) if place else run.span
    gender = told.gender or run.gender
    return replace(told, shape="person", core=span, name=span, gender=gender, titled=run.titled)


def _later_name(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Run | None:
    """As in "…, le vice-amiral Ivo Talmar": the first chunk after the role that is, or ends in, a name."""
    for chunk in chunks:
        found = (name_run(text, chunk, 0, lexicon), 0)
        if found[0] is None or found[0].count != len(chunk):
            last = _last_run(text, chunk, lexicon)
            if last is None or fold(chunk[last[1] - 1].form) in lexicon.of:
                continue
            found = last
        run = found[0]
        if run is not None and (run.sure or run.size > 1) and not longest(lexicon.named, chunk, found[1]):
            return run
    return None


def body_core(chunk: list[Token], noun: Noun, lexicon: Lexicon) -> Span:
    """The words that name a body: up to a body it belongs to, or a participle that no longer names it."""
    for at in range(1, len(chunk)):
        word = chunk[at].folded
        purpose = noun.kind != "document" and word in lexicon.grammar.purpose
        if at > 1 and word in lexicon.participles and noun.kind in ("document", "body", "group") and not purpose:
            return _span(chunk[:at])
        after = at + 1 + (at + 1 < len(chunk) and key_of(chunk[at + 1 : at + 2]) in lexicon.determiners)
        owner = longest(lexicon.nouns, chunk, after) if word in lexicon.of and at >= 3 and after < len(chunk) else None
        if owner and owner[0].kind in ("body", "state") and len(set(key_of(chunk[:at]).split()) - lexicon.small) >= 3:
            return _span(chunk[:at])
    return _span(chunk)
