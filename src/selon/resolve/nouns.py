"""A source that opens with a noun: a role with or without a name beside it, a body, a thing."""

from msgspec.structs import replace

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.bearers import is_a_name, is_given, last_run, name_beside, of_a_body
from selon.resolve.firms import is_firm
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.parts import Phrase, countries_in, head_of, role_phrase, span_of
from selon.resolve.runs import Run, name_run
from selon.resolve.tokens import Token, key_of, longest, word_tokens

_FULL = 2  # words of a given name and a surname
_AFTER_CHARS = 20  # behind a name, for the word right behind it


def noun_phrase(text: str, chunks: list[list[Token]], lexicon: Lexicon, gender: str = "") -> Phrase:
    """What chunks whose first opens with a noun say about who speaks; of the determiner, which is left out, the `gender` is known."""
    first = chunks[0]
    run, head = last_run(text, first, lexicon), head_of(first, lexicon)
    noun = head[0] if head else None
    personal = noun is None or noun.kind == "role" or _is_described(first, run, lexicon)
    counterpart = not lexicon.counterpart.isdisjoint([word.folded for word in first])
    plural = noun is not None and noun.number == "p"
    if noun is None and first[0].form[0].isupper() and not (run is not None and run[0].sure):  # "la Gazette des Marées"
        return Phrase(span_of(first), "thing", span_of(first), head_key=first[0].folded, countries=countries_in(first, lexicon))
    if run is not None and (noun is None or noun.kind == "role") and _is_firm_beside(first, run, lexicon):
        return Phrase(run[0].span, "name", run[0].span, name=run[0].span)
    beside = name_beside(text, first, head, lexicon) if personal and not plural else None
    if beside is not None:
        return _with_name(first[: beside[1] + beside[0].taken], beside, lexicon)
    if run is not None and (personal or counterpart) and not plural and is_a_name(text, run, first, noun, lexicon):
        return _with_name(first, run, lexicon)
    named = (noun is None or noun.kind == "role") and not plural
    later = (
        _later_name(text, chunks[1:], lexicon, sure=_is_a_thing(noun, first, lexicon))
        if named
        else _relative_name(text, first, chunks[1:], lexicon)
    )
    told = role_phrase(first, head, lexicon)
    if later is not None and not (noun is not None and _is_of_another(later, told.gender or gender, first, lexicon)):
        return replace(told, shape="person", core=later.span, name=later.span, gender=told.gender or later.gender, titled=later.titled)
    if noun is None:
        lower = next((word for word in first if not word.form[0].isupper()), first[0])
        return replace(told, shape="role" if counterpart else "thing", head_key=lower.folded)
    own = _outlet_name(first, head, lexicon) if noun.kind == "outlet" else None
    core = own or with_acronym(text, body_core(first, noun, lexicon), chunks[1:])
    return replace(told, shape=noun.kind, core=core, number=noun.number or _number(first, head))


def _is_described(chunk: list[Token], run: tuple[Run, int] | None, lexicon: Lexicon) -> bool:
    """As in "leading opposition figure Ivo Talmar": where the head stands last, a full name behind a word in lower case is whose it is."""
    if run is None or lexicon.grammar.head != "last" or not run[0].sure:
        return False
    before = chunk[run[1] - 1]
    return before.form.islower() and before.folded not in lexicon.small


def _is_firm_beside(chunk: list[Token], found: tuple[Run, int], lexicon: Lexicon) -> bool:
    """As in "l'exploitant Valmer Autoroutes": is a name that ends the chunk a firm's, and tied to nothing before it?"""
    run, at = found
    if run.given > 0 or run.titled or run.taken != run.size or not is_firm(chunk, at, at + run.taken, lexicon):
        return False
    return not any(word.folded in lexicon.ties for word in chunk[1:at])  # "le président du groupe Valmer Autoroutes"


def _number(tokens: list[Token], head: tuple[Noun, int] | None) -> str:
    return "p" if head and len(tokens[head[1]].form) > 3 and tokens[head[1]].form.endswith(("s", "x")) else "s"


def _outlet_name(chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> Span | None:
    """As in "l'agence de presse Lune", "le quotidien L'Écho du Port": the capitals behind the noun, where no small word ties them to it."""
    if head is None or not chunk[-1].form[0].isupper():
        return None
    at = _first_capital(chunk, head, lexicon) if lexicon.grammar.head == "first" else _last_capitals(chunk, lexicon)
    if not head[1] < at < len(chunk) or chunk[at - 1].folded in lexicon.small:
        return None
    apart = lexicon.prepositions.difference(lexicon.of) | set(lexicon.grammar.coordination)  # "Lune sur Canal Nord", "Lune et Canal Nord"
    return None if any(word.folded in apart for word in chunk[at:]) else span_of(chunk[at:])


def _first_capital(chunk: list[Token], head: tuple[Noun, int], lexicon: Lexicon) -> int:
    """Of those behind the noun; behind a people's adjective another one may be ("la télévision d'État norvégienne Canal Nord")."""
    begin = head[1] + len(head[0].key.split())
    capitals = [at for at in range(begin, len(chunk)) if chunk[at].form[0].isupper()]
    told = (at for at in capitals if chunk[at - 1].folded in lexicon.adjectives and chunk[at - 1].form.islower())
    return next(told, capitals[0] if capitals else 0)


def _last_capitals(chunk: list[Token], lexicon: Lexicon) -> int:
    """Where the capitals begin that end a chunk; between two of them one foreign word may stand ("Corriere della Marea")."""
    at = len(chunk)
    while at > 1 and (chunk[at - 1].form[0].isupper() or (chunk[at - 2].form[0].isupper() and _is_foreign(chunk, at - 1, lexicon))):
        at -= 1
    return at


def _is_foreign(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    word = chunk[at].folded
    return at + 1 < len(chunk) and word in lexicon.particles and word not in lexicon.small


def with_acronym(text: str, core: Span, chunks: list[list[Token]]) -> Span:
    """As in "la Ligue des Marées (LDM)": an acronym or short name belongs to the name."""
    for chunk in chunks[:1]:
        between = text[core.end : chunk[0].start]
        proper = all(word.form[0].isupper() for word in chunk) and len(chunk) <= 3
        if between.strip() == "(" and proper and text[chunk[-1].end : chunk[-1].end + 1] == ")":
            return Span(core.start, chunk[-1].end + 1)
    return core


def _with_name(chunk: list[Token], found: tuple[Run, int], lexicon: Lexicon) -> Phrase:
    run, at = found
    of_a_place = run.size - run.given >= _FULL and of_a_body(chunk, at, lexicon)  # "la présidente de la région Nord | Ida Corvin"
    place = run.given if run.given > 0 and (of_a_place or chunk[at - 1].folded in lexicon.small) else 0
    words = chunk[: at + place] if run.titled or place else [word for word in chunk if word.end <= run.start]
    words = _of_one(words, lexicon)
    told = role_phrase(words, head_of(words, lexicon), lexicon)
    span = Span(chunk[at + place].start, run.end) if place else run.span
    gender = told.gender or run.gender
    return replace(told, shape="person", core=span, name=span, gender=gender, titled=run.titled)


def _of_one(words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Of "former chancellor Ida Corvin and former mayor | Ivo Talmar" the words that are of the last one."""
    joints = (at for at in range(1, len(words) - 1) if words[at].folded in lexicon.grammar.coordination and words[at - 1].form[0].isupper())
    cut = next(joints, 0)
    return words[cut + 1 :] if cut and lexicon.grammar.head == "last" else words


def _relative_name(text: str, first: list[Token], chunks: list[list[Token]], lexicon: Lexicon) -> Run | None:
    """As in "les bureaux du préfet, Ivo Talmar, qui …": a full name behind a role that a body is of, before a relative."""
    run = name_run(text, chunks[0], 0, lexicon) if chunks else None
    if run is None or not run.sure or run.taken != len(chunks[0]):
        return None
    after = word_tokens(text, run.end, min(len(text), run.end + _AFTER_CHARS))[:1]
    role = any((noun := longest(lexicon.nouns, first, at)) is not None and noun[0].kind == "role" for at in range(1, len(first)))
    return run if role and after and after[0].folded in lexicon.relatives else None


def _is_of_another(name: Run, gender: str, chunk: list[Token], lexicon: Lexicon) -> bool:
    """As in "un conseiller de la ministre, Ida Corvin": does the given name agree with the role of a complement, and not with the head?"""
    if not name.gender or not gender or name.gender == gender:
        return False
    for at in range(2, len(chunk)):
        noun = longest(lexicon.nouns, chunk, at)
        if noun is not None and noun[0].kind == "role" and not lexicon.ties.isdisjoint(word.folded for word in chunk[at - 2 : at]):
            article = lexicon.determiners.get(chunk[at - 1].folded)
            if (noun[0].gender or (article.gender if article is not None else "")) == name.gender:
                return True
    return False


def _is_a_thing(noun: Noun | None, chunk: list[Token], lexicon: Lexicon) -> bool:
    """Does nothing tell that the head is a person's: a word of no table, which may be a song's or a ship's ("his song, Late Tide")?"""
    return noun is None and lexicon.grammar.head == "last" and len(chunk) == 1


def _later_name(text: str, chunks: list[list[Token]], lexicon: Lexicon, *, sure: bool) -> Run | None:
    """As in "…, le vice-amiral Ivo Talmar": the first chunk after the role that is, or ends in, a name; `sure`: a person's beyond doubt."""
    for chunk in chunks:
        found = (name_run(text, chunk, 0, lexicon), 0)
        if found[0] is None or found[0].taken != len(chunk):
            last = last_run(text, chunk, lexicon)
            if last is None or fold(chunk[last[1] - 1].form) in lexicon.of:
                continue
            found = last
        run = found[0]
        if (
            run is not None
            and (run.sure or (run.size > 1 and not sure))
            and (is_given(run, chunk, found[1], lexicon) or not longest(lexicon.named, chunk, found[1]))
        ):
            return run
    return None


def body_core(chunk: list[Token], noun: Noun, lexicon: Lexicon) -> Span:
    """The words that name a body: up to a body it belongs to, or a participle that no longer names it."""
    ends = lexicon.participles if noun.kind in ("document", "body", "group") else ()
    for at in range(1, len(chunk)):
        word = chunk[at].folded
        if at > 1 and word in ends and (noun.kind == "document" or word not in lexicon.grammar.purpose):
            return span_of(chunk[:at])
        if word not in lexicon.of and word not in lexicon.hearers:
            continue
        after = at + 1 + (at + 1 < len(chunk) and chunk[at + 1].folded in lexicon.determiners)
        owner = longest(lexicon.nouns, chunk, after) if word in lexicon.of and at >= 3 and after < len(chunk) else None
        if word in lexicon.hearers and _is_told(chunk, after, lexicon):
            return span_of(chunk[:at])
        if owner and owner[0].kind in ("body", "state") and len(set(key_of(chunk[:at]).split()) - lexicon.small) >= 3:
            return span_of(chunk[:at])
    return span_of(chunk)


def _is_told(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "(a indiqué) la préfecture au quotidien régional", "le ministère à l'AFP": an outlet behind a preposition is who hears it."""
    if at >= len(chunk):
        return False
    noun, named = longest(lexicon.nouns, chunk, at), longest(lexicon.named, chunk, at)
    return (noun is not None and noun[0].kind == "outlet") or (named is not None and named[0].kind == "outlet")
