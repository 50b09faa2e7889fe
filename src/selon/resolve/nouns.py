"""A source that opens with a noun: a role with or without a name beside it, a body, a thing."""

import re

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.names import Run, ends_in_a_noun, is_acronym, is_namesake, name_run
from selon.resolve.parts import Phrase, countries_in, head_of, role_phrase, span_of
from selon.resolve.tokens import Token, key_of, longest

_DOMAIN = 4  # words that say what a minister is for, at most
_OPENED = re.compile(r"[\"“«]|«\s")  # right before a chunk: a mark that opens its first words


def noun_phrase(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Phrase:
    """What chunks whose first opens with a noun say about who speaks; the determiner is left out."""
    first = chunks[0]
    run, head = _last_run(text, first, lexicon), head_of(first, lexicon)
    noun = head[0] if head else None
    personal = noun is None or noun.kind == "role" or _is_described(first, run, lexicon)
    counterpart = any(word.folded in lexicon.counterpart for word in first)
    plural = noun is not None and noun.number == "p"
    if noun is None and first[0].form[0].isupper() and not (run is not None and run[0].sure):  # "la Gazette des Marées"
        return Phrase(span_of(first), "thing", span_of(first), head_key=first[0].folded, countries=countries_in(first, lexicon))
    beside = _beside(text, first, head, lexicon) if personal and not plural else None
    if beside is not None:
        return _with_name(first[: beside[1] + beside[0].taken], beside, lexicon)
    if run is not None and (personal or counterpart) and not plural and _is_a_name(text, run, first, noun, lexicon):
        return _with_name(first, run, lexicon)
    later = _later_name(text, chunks[1:], lexicon) if (noun is None or noun.kind == "role") and not plural else None
    told = role_phrase(first, head, lexicon)
    if later is not None:
        return told._replace(shape="person", core=later.span, name=later.span, gender=told.gender or later.gender, titled=later.titled)
    if noun is None:
        lower = next((word for word in first if not word.form[0].isupper()), first[0])
        return told._replace(shape="role" if counterpart else "thing", head_key=lower.folded)
    own = _outlet_name(first, head, lexicon) if noun.kind == "outlet" else None
    core = own or with_acronym(text, body_core(first, noun, lexicon), chunks[1:])
    return told._replace(shape=noun.kind, core=core, number=noun.number or _number(first, head))


def _given_at(run: Run) -> int:
    """Which word of its chunk is the given name, what was cut before the name counted; -1: none."""
    return run.given + run.taken - run.size if run.given >= 0 and not run.titled else run.given


def _is_described(chunk: list[Token], run: tuple[Run, int] | None, lexicon: Lexicon) -> bool:
    """As in "leading opposition figure Ivo Talmar": where the head stands last, a full name behind a word in lower case is whose it is."""
    if run is None or lexicon.grammar.head != "last" or not run[0].sure:
        return False
    before = chunk[run[1] - 1]
    return before.form.islower() and before.folded not in lexicon.small


def _number(tokens: list[Token], head: tuple[Noun, int] | None) -> str:
    return "p" if head and len(tokens[head[1]].form) > 3 and tokens[head[1]].form.endswith(("s", "x")) else "s"


def _outlet_name(chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> Span | None:
    """As in "l'agence de presse Lune": the capitals that end the phrase, where no small word stands before them."""
    at = len(chunk)
    while at > 1 and chunk[at - 1].form[0].isupper():
        at -= 1
    alone = head is not None and head[1] < at < len(chunk) and chunk[at - 1].folded not in lexicon.small
    return span_of(chunk[at:]) if alone else None


def with_acronym(text: str, core: Span, chunks: list[list[Token]]) -> Span:
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
        able = chunk[at][2][0].isupper() or chunk[at][3] in lexicon.titles.reach
        run = name_run(text, chunk, at, lexicon) if able else None
        if run is None:
            at += 1
        else:
            best = (run, at)
            at += run.taken
    return best if best and best[1] + best[0].taken == len(chunk) else None


def _beside(text: str, chunk: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> tuple[Run, int] | None:
    """A full name right after the role and its adjectives, whatever follows ("le producteur Ivo Talmar de l'agence Lune")."""
    if head is None or lexicon.grammar.head == "last":
        return None
    at = head[1] + len(head[0].key.split())
    while at < len(chunk) and not chunk[at].form[0].isupper() and chunk[at].folded not in lexicon.small:
        at += 1
    domain = _past_domain(chunk, at, lexicon)
    at = domain or at
    run = name_run(text, chunk, at, lexicon) if at < len(chunk) and chunk[at].form[0].isupper() else None
    able = run is not None and (run.sure or (domain is not None and run.size > 1))
    return (run, at) if run is not None and able and not longest(lexicon.named, chunk, at) else None


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


def _is_a_name(text: str, found: tuple[Run, int], chunk: list[Token], noun: Noun | None, lexicon: Lexicon) -> bool:
    """Is the run the speaker's name, and no complement ("le maire de Marbourg")?"""
    run, at = found
    before = chunk[at - 1].folded
    named = longest(lexicon.named, chunk, at)
    if (named and _given_at(run) < named[1]) or key_of(chunk[at:]) in lexicon.states or _of_a_complement(chunk, at, lexicon):
        return False
    if not run.titled and (is_namesake(chunk, at, at + run.taken, lexicon) or _is_quoted(text, chunk, at)):
        return False
    if run.taken == 1 and is_acronym(chunk[at].form):  # "la candidate UDP": whose candidate she is
        return False
    if run.given < 0 and not run.titled and ends_in_a_noun(chunk, at, at + run.taken, lexicon):  # "the White House Press Secretary"
        return False
    if lexicon.grammar.head == "last" and run.taken == run.size and _is_a_bodys(chunk, at, lexicon):
        return False
    if before in lexicon.small:  # "le maire de Marbourg Ivo Talmar", but "le consul à San Marco"
        behind = run.taken > run.size and run.sure and not run.titled  # "le patron de la CDF Ivo Talmar"
        return behind or 0 < run.given < run.size - 1
    if not run.titled and run.given < 0 and (_of_a_body(chunk, at, lexicon) or (run.size == 1 and _inside(chunk, at, lexicon))):
        return False
    return run.sure or run.size > 1 or noun is not None


def _is_a_bodys(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "the consulting firm Oxford Talmar": does the noun of a body, in lower case, stand right before a name?"""
    if not at or any(word.form[0].isupper() for word in chunk[max(0, at - 2) : at]):
        return False  # "Marbourg centre Ivo Talmar" plays there
    noun = longest(lexicon.nouns, chunk, at - 1, at)
    return noun is not None and noun[0].kind in ("body", "group", "outlet")


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


def _of_a_body(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "le directeur de l'agence Lune", "la présidente de la région Nord": the name belongs to the body's noun right before it."""
    for begin in range(at - 1, max(0, at - 4), -1):
        noun = longest(lexicon.nouns, chunk, begin, at)
        if noun is not None and begin + noun[1] == at:
            return noun[0].kind in ("body", "group", "outlet", "state") and _tied(chunk, begin, lexicon)
    return False


def _tied(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Is the noun there a complement: does a small word of that kind stand before it and its article?"""
    tie = chunk[at - 1].folded
    if tie in lexicon.determiners and tie not in lexicon.ties and at > 1:
        tie = chunk[at - 2].folded
    return tie in lexicon.ties


def _of_a_complement(chunk: list[Token], at: int, lexicon: Lexicon) -> bool:
    """As in "un porte-parole reçu par le ministre de la Mer Ivo Talmar": the name has the role of the complement before it."""
    for begin in range(at - 1, 1, -1):
        noun = longest(lexicon.nouns, chunk, begin, at)
        if noun is None or noun[0].kind != "role" or noun[0].number == "p" or noun[0].rank:
            continue
        return _tied(chunk, begin, lexicon)
    return False


def _with_name(chunk: list[Token], found: tuple[Run, int], lexicon: Lexicon) -> Phrase:
    run, at = found
    place = run.given if run.given > 0 and chunk[at - 1].folded in lexicon.small else 0
    words = chunk[: at + place] if run.titled or place else [word for word in chunk if word.end <= run.start]
    told = role_phrase(words, head_of(words, lexicon), lexicon)
    span = Span(chunk[at + place].start, run.end) if place else run.span
    gender = told.gender or run.gender
    return told._replace(shape="person", core=span, name=span, gender=gender, titled=run.titled)


def _later_name(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> Run | None:
    """As in "…, le vice-amiral Ivo Talmar": the first chunk after the role that is, or ends in, a name."""
    for chunk in chunks:
        found = (name_run(text, chunk, 0, lexicon), 0)
        if found[0] is None or found[0].taken != len(chunk):
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
            return span_of(chunk[:at])
        after = at + 1 + (at + 1 < len(chunk) and key_of(chunk[at + 1 : at + 2]) in lexicon.determiners)
        owner = longest(lexicon.nouns, chunk, after) if word in lexicon.of and at >= 3 and after < len(chunk) else None
        if owner and owner[0].kind in ("body", "state") and len(set(key_of(chunk[:at]).split()) - lexicon.small) >= 3:
            return span_of(chunk[:at])
    return span_of(chunk)
