"""The phrase of a source, taken apart: what kind of speaker, which words, whose name.

determiner | head and complements | name            le ministre russe de la Santé | Ivo Talmar    -> nouns.py
name | , | role                                     Ivo Talmar, ministre russe de la Santé        -> opening.py
Not done yet: two roles of one person in one phrase (only the first is read); names in lower case.
"""

import re

from msgspec.structs import replace

from selon.languages.fold import fold
from selon.languages.rows.resolve import Determiner
from selon.model.span import Span
from selon.resolve.ahead import speaking
from selon.resolve.apposed import body_beside
from selon.resolve.firms import past_partners
from selon.resolve.lexicon import Lexicon, Named
from selon.resolve.marked import marked_name
from selon.resolve.names import opens_sentence
from selon.resolve.nouns import noun_phrase, with_acronym
from selon.resolve.opening import opening_name
from selon.resolve.parts import Phrase, span_of
from selon.resolve.runs import name_run
from selon.resolve.tokens import Token, key_of, longest, word_tokens

_PLAIN = frozenset({"", " ", "\u00a0"})
_BREAK = re.compile(r"[,;:()–—\[\]]")
_PARTED = re.compile(r"[,;:()–—\[\]]|-[^\w-]|[^\w-]-")  # what may part two chunks
_ADDRESS = re.compile(r"(?:\w[\w-]*\.)+(?P<ending>[a-z]{2,4})\b")
_ENDINGS = frozenset({"com", "org", "net", "info", "gov", "int", "eu", "tv", "io"})
_PRONOUN_CHARS = 5  # most of them; whoever speaks under a longer one is read as any source
_FULL = 2  # words of a given name and a surname
_AFTER_CHARS = 20  # behind a source, for the word right behind it
_COUNTED = Determiner(kind="quantity", forms=())
_NOBODY = frozenset({"vague", "impersonal"})


def phrase(text: str, span: Span, lexicon: Lexicon) -> Phrase:
    """What the words at `span` say about who speaks."""
    key = fold(text[span.start : span.end]) if span.end - span.start <= _PRONOUN_CHARS else ""
    if key in lexicon.pronouns and key not in lexicon.relatives and text[span.end : span.end + 1] != ".":
        row = lexicon.pronouns[key]
        if _is_acronym(span.of(text), row.kind):
            return phrase_of(text, span, word_tokens(text, span.start, span.end), lexicon)
        return Phrase(span, "pronoun", span, gender=row.gender, number=row.number, pronoun=key)
    tokens = word_tokens(text, span.start, span.end)
    return phrase_of(text, span, _with_bearer(text, tokens, lexicon) if len(tokens) == 1 else tokens, lexicon)


def phrase_of(text: str, span: Span, tokens: list[Token], lexicon: Lexicon) -> Phrase:
    """The same, of words that are at hand."""
    if len(tokens) > 1 or (tokens and tokens[0].folded in lexicon.relatives):
        tokens = speaking(text, _trimmed(text, tokens, lexicon), lexicon)
    if not tokens:
        return Phrase(span, "thing", span)
    address = _web_address(text, tokens, lexicon)
    if address is not None:
        return Phrase(span, "named", address, named=Named(_address_kind(tokens, lexicon), f"web:{address.of(text)}", "", ""))
    row = lexicon.pronouns.get(key_of(tokens)) if tokens[0].folded in lexicon.pronouns.reach else None
    if row is not None and not _is_acronym(tokens[-1].form, row.kind):
        return Phrase(span, "pronoun", span_of(tokens), gender=row.gender, number=row.number, pronoun=key_of(tokens))
    vague = _vague(text, tokens, lexicon)
    if vague is not None:
        return _named_of_several(text, span, tokens, lexicon) or vague
    determiner = longest(lexicon.determiners, tokens, 0) if tokens[0].folded in lexicon.determiners.reach else None
    rest = tokens[determiner[1] :] if determiner and determiner[1] < len(tokens) else tokens
    row_d = determiner[0] if determiner and rest is not tokens else None
    if len(rest) > 1 and rest[0].form.isdecimal() and (row_d is None or row_d.number != "s"):
        row_d, rest = (row_d or _COUNTED), rest[1:]
    same = rest[0].folded in lexicon.same and len(rest) > 1
    rest = rest[1:] if same else rest
    chunks = _chunks(text, rest, lexicon)
    beside = body_beside(text, chunks, lexicon) if row_d is not None and row_d.kind == "indefinite" else None
    if beside is not None:
        return phrase_of(text, span, beside, lexicon)
    found = _read(text, chunks, lexicon, row_d)
    if row_d is None:
        return replace(found, span=span, same=same)
    if found.shape in ("name", "thing") and _is_of_the_name(text, tokens):
        core = Span(tokens[0].start, found.core.end)
        return replace(found, span=span, shape="name", core=core, name=core)
    plural = row_d.kind == "quantity" and not row_d.number
    number = "p" if plural else row_d.number or found.number or "s"
    several = row_d.kind == "quantity" or (
        row_d.number == "s" and found.name is None and found.head is not None and found.head.number == "p"
    )
    core = Span(tokens[0].start, found.core.end) if several else found.core
    return replace(found, span=span, same=same, core=core, determiner=row_d.kind, number=number, gender=row_d.gender or found.gender)


def _with_bearer(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "Mrs | May said": a form of address, and the capital behind it, which was read as another word."""
    if tokens[0].folded not in lexicon.titles:
        return tokens
    after = word_tokens(text, tokens[0].end, min(len(text), tokens[0].end + _AFTER_CHARS))[:1]
    bearer = after and after[0].form[0].isupper() and not text[tokens[0].end : after[0].start].strip(" .")
    return [*tokens, *after] if bearer else tokens


def _web_address(text: str, tokens: list[Token], lexicon: Lexicon) -> Span | None:
    """As in "le site marees.org": an address that is a name; the words of a text break it at its dots."""
    if "." not in text[tokens[max(0, len(tokens) - 2)].start : tokens[-1].end + 1]:
        return None
    found = _ADDRESS.match(text, tokens[-1].start) or (_ADDRESS.match(text, tokens[-2].start) if len(tokens) > 1 else None)
    if found is None or found.end() < tokens[-1].end or _is_of_a_name(text, tokens, lexicon):
        return None
    ending = found["ending"]
    states = ending.upper() in lexicon.codes and not (ending in lexicon.stops or ending in lexicon.small)
    return Span(*found.span()) if ending in _ENDINGS or states else None


def _is_of_a_name(text: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Does a full name open the phrase, and a comma or "of" part it from the address: "Ivo Talmar, editor of marees.org"?"""
    if len(tokens) <= _FULL or any(not word.form[0].isupper() or word.folded in lexicon.determiners for word in tokens[:_FULL]):
        return False
    return text.startswith(",", tokens[_FULL - 1].end) or tokens[_FULL].folded in lexicon.of


def _address_kind(tokens: list[Token], lexicon: Lexicon) -> str:
    nouns = (longest(lexicon.nouns, tokens, at) for at in range(len(tokens)))
    return next((noun[0].kind for noun in nouns if noun is not None and noun[0].kind in ("outlet", "body", "group")), "outlet")


def _is_of_the_name(text: str, tokens: list[Token]) -> bool:
    """Is the article a part of the name? So it is where it has a capital inside a sentence and a capital behind it ("selon Le Cap")."""
    first, second = tokens[0], tokens[1]
    return first.form[0].isupper() and first.form[-1].isalpha() and second.form[0].isupper() and not opens_sentence(text, first.start)


def _is_acronym(form: str, kind: str) -> bool:
    """Is a pronoun for nobody in particular a name, written in capitals: "the US said"?"""
    return kind in _NOBODY and len(form) > 1 and form.isupper()


def _vague(text: str, tokens: list[Token], lexicon: Lexicon) -> Phrase | None:
    """As in "certains d'entre eux", "on": nobody, unless a body stands beside ("à l'Élysée, on")."""
    first = longest(lexicon.pronouns, tokens, 0) if tokens[0].folded in lexicon.pronouns.reach else None
    last = lexicon.pronouns.get(tokens[-1].folded)
    last = None if last is not None and _is_acronym(tokens[-1].form, last.kind) else last
    first = None if first is not None and _is_acronym(tokens[0].form, first[0].kind) else first
    if first is None and last is None:
        return None
    opening = first is not None and first[0].kind in _NOBODY and _ends_there(tokens, first[1], lexicon)
    determiner = longest(lexicon.determiners, tokens, 0)
    if first is not None and determiner is not None and first[1] < determiner[1] < len(tokens):  # "l'un des ministres"
        return None
    if not opening and not (last is not None and last.kind in _NOBODY):
        return None
    for at in range(len(tokens)):
        named = longest(lexicon.named, tokens, at)
        if named and named[0].kind != "state" and tokens[at].form[0].isupper():
            return Phrase(span_of(tokens), "named", span_of(tokens[at : at + named[1]]), named=named[0])
    return Phrase(
        span_of(tokens), "pronoun", span_of(tokens), number="p", pronoun=key_of(tokens[: first[1]] if opening and first else tokens[-1:])
    )


def _named_of_several(text: str, span: Span, tokens: list[Token], lexicon: Lexicon) -> Phrase | None:
    """As in "l'un d'eux, Ivo Talmar, 30 ans": whose name fills what stands behind the first comma."""
    chunks = _chunks(text, tokens, lexicon)
    run = name_run(text, chunks[1], 0, lexicon) if len(chunks) > 1 else None
    if run is None or run.taken != len(chunks[1]) or not (run.sure or run.size > 1 or run.given == 0):
        return None
    return Phrase(span, "person", run.span, gender=run.gender, name=run.span, titled=run.titled)


def _one_of_several(text: str, chunks: list[list[Token]], found: Phrase, lexicon: Lexicon) -> Phrase | None:
    """As in "l'un des avocats du port, Ivo Talmar": whose name fills what stands behind the comma, or right behind the role."""
    if found.head is None or found.head.number != "p" or found.head.kind != "role" or found.name is not None:
        return None
    at = len(found.head.key.split())
    place, begin = (1, 0) if len(chunks) > 1 else (0, at)
    run = name_run(text, chunks[place], begin, lexicon) if begin < len(chunks[place]) else None
    if run is None or begin + run.taken != len(chunks[place]) or not (run.titled or run.size > 1):
        return None
    if place == 0 and not run.sure:
        return None
    return replace(found, shape="person", core=run.span, name=run.span, gender=run.gender or found.gender, number="s", titled=run.titled)


def _holder_behind(text: str, chunks: list[list[Token]], found: Phrase, lexicon: Lexicon) -> Phrase | None:
    """As in "le capitaine du navire Punta Norr, Ivo Talmar": a name that a preposition ties to the role is another's than who holds it."""
    name = found.name
    if lexicon.grammar.head == "last" or name is None or found.head is None or found.head.kind != "role" or len(chunks) < 2:
        return None
    between = [word for word in chunks[0][1:] if word.end <= name.start]
    tied = next((at for at in range(len(between) - 1, -1, -1) if between[at].folded in lexicon.of), None)
    if tied is None or (between[tied + 1 :] and all(word.form[0].isupper() for word in between[tied + 1 :])):
        return None
    run = name_run(text, chunks[1], 0, lexicon)
    if run is None or run.taken != len(chunks[1]) or not run.sure or run.size < 2:
        return None
    return replace(found, shape="person", core=run.span, name=run.span, gender=run.gender or found.gender, titled=run.titled)


def _ends_there(tokens: list[Token], count: int, lexicon: Lexicon) -> bool:
    after = tokens[count].folded if count < len(tokens) else ""
    return not after or after in lexicon.of or after in lexicon.prepositions or after in lexicon.relatives


def _trimmed(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Without the relative, the day or the small words that end them ("the Harbour Board on Friday", "la police en")."""
    while tokens and (tokens[-1].folded in lexicon.relatives or _dangles(text, tokens, lexicon) or _opens_verb(tokens, lexicon)):
        tokens = tokens[:-1]
    if len(tokens) > 3 and tokens[-1].folded in lexicon.participles and _goes_on(text, tokens[-1], lexicon):
        tokens = tokens[:-1]
    if len(tokens) > 2 and tokens[-1].folded in lexicon.days:
        before = tokens[-2].folded
        if before not in lexicon.of and before not in lexicon.determiners:
            tokens = tokens[: -2 if before in lexicon.prepositions else -1]
    return tokens


def _goes_on(text: str, last: Token, lexicon: Lexicon) -> bool:
    """As in "le gérant du café situé | sur le port": does what a participle that ends them begins stand behind them?"""
    after = word_tokens(text, last.end, min(len(text), last.end + _AFTER_CHARS))[:1]
    close = bool(after) and not text[last.end : after[0].start].strip()
    return close and (after[0].folded in lexicon.prepositions or after[0].folded in lexicon.days)


def _opens_verb(tokens: list[Token], lexicon: Lexicon) -> bool:
    """As in "un riverain de Lorvan se | présentant comme": the last of several words is of a verb."""
    return len(tokens) > 2 and tokens[-1].form in lexicon.grammar.verbs and tokens[-2].folded not in lexicon.determiners  # "de l'est"


def _dangles(text: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Does a small word tie them to what is missing? Behind a name, what follows must be no more of it ("Le Port en | marche")."""
    last = tokens[-1]
    if len(tokens) < 2 or not last.form.islower() or text[last.start - 1] == "." or last.folded not in lexicon.ties:
        return False
    after = next(iter(word_tokens(text, last.end, min(len(text), last.end + _AFTER_CHARS))), None)
    ends = after is None or not after.form.isalpha() or after.folded in lexicon.small or after.form.endswith(lexicon.grammar.verbal)
    return not tokens[-2].form[0].isupper() or ends


def _chunks(text: str, tokens: list[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Stretches between commas, brackets and dashes; a relative clause ends the one it stands in."""
    if lexicon.relatives.isdisjoint([word.folded for word in tokens]) and not _is_parted(text, tokens[0].start, tokens[-1].end):
        return [tokens]
    chunks: list[list[Token]] = [[]]
    silent = False
    named = _firm_end(text, tokens, lexicon)
    for at, word in enumerate(tokens):
        gap = text[tokens[at - 1].end : word.start] if at else ""
        parted = gap not in _PLAIN and (_BREAK.search(gap) or (gap != "-" and gap.strip() == "-"))  # "the 38-member council" is one
        if parted and not (at < named and gap == ", " and word.form[0].isupper()):
            chunks.append([])
            silent = False
        silent = silent or (word.folded in lexicon.relatives and bool(chunks[-1]))
        if not silent:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _firm_end(text: str, tokens: list[Token], lexicon: Lexicon) -> int:
    """Where the name of a firm ends whose first partner the words open with or, behind a role, hold first; 0: they hold none."""
    if "," not in text[tokens[0].start : tokens[-1].start]:
        return 0
    commas = (at for at in range(1, len(tokens)) if text.startswith(",", tokens[at - 1].end))
    comma = next(commas, 0)
    return past_partners(text, tokens, comma, lexicon) if comma and tokens[comma - 1].form[0].isupper() else 0


def _is_parted(text: str, start: int, end: int) -> bool:
    """May a mark part the words? Most are parted by spaces only, which is told sooner than by the pattern."""
    return not text[start:end].replace(" ", "").isalnum() and _PARTED.search(text, start, end) is not None


def _read(text: str, chunks: list[list[Token]], lexicon: Lexicon, article: Determiner | None) -> Phrase:
    first, determined = chunks[0], article is not None
    whole = longest(lexicon.named, first, 0) if first[0].folded in lexicon.named.reach else None
    marked = marked_name(text, first, whole[1], lexicon) if whole else None
    if marked is not None:
        return Phrase(marked, "body", marked)
    if whole and first[0].form[0].isupper() | determined and _closes(first, whole[1], lexicon):
        found = _named(first, whole, lexicon)
        return replace(found, core=with_acronym(text, found.core, chunks[1:])) if whole[1] == len(first) else found
    if not determined or first[0].folded in lexicon.titles.reach:  # "le Dr Talmar"
        opening = opening_name(text, chunks, lexicon)
        if opening is not None and (not determined or opening.titled):
            return opening
    found = noun_phrase(text, chunks, lexicon, article.gender if article is not None else "")
    one = _one_of_several(text, chunks, found, lexicon) if article is not None and article.number == "s" else None
    return one or (_holder_behind(text, chunks, found, lexicon) if determined else None) or found


def _closes(chunk: list[Token], count: int, lexicon: Lexicon) -> bool:
    """Does the proper name end the chunk, but for what only describes it?"""
    if count == len(chunk):
        return True
    after = chunk[count].folded
    if after.isdecimal():  # "France 3 Marbourg"
        return False
    if lexicon.grammar.head == "last" and any(longest(lexicon.nouns, chunk, at) for at in range(count, len(chunk))):
        return False  # "the Luxembourg foreign minister"
    if (
        lexicon.grammar.head == "last"
        and chunk[count].form.islower()
        and not after.endswith(lexicon.grammar.describing)
        and after not in lexicon.small | lexicon.stops | lexicon.prepositions
    ):
        return False  # "Norwegian Sea | fishermen"
    return not chunk[count].form[0].isupper() and after not in lexicon.of and after not in lexicon.states and after not in lexicon.nouns


def _named(chunk: list[Token], found: tuple[Named, int], lexicon: Lexicon) -> Phrase:
    named, count = found
    countries = (named.country,) if named.country else ()
    content = frozenset(key_of(chunk[:count]).split()) - lexicon.small
    return Phrase(span_of(chunk), "named", span_of(chunk[:count]), named=named, countries=countries, content=content)
