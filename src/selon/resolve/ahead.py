"""What stands in a source before the words that name the speaker.

"Reçue lundi, une autre porte-parole, Eva Talmar": a participle with its complements. "#URGENT des proches du maire": a mark of the trade.
"(a appris) l'AFP de source judiciaire": who hears it. "Tout comme Ivo Talmar": a comparison.
"The Valbrune-based Harbour Board": what only describes a name. "Tesmar Bank's Ivo Talmar": whose he is.
"""

from selon.resolve.firms import past_partners
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import is_acronym, is_capital
from selon.resolve.namesakes import is_namesake
from selon.resolve.runs import name_run
from selon.resolve.tokens import Token, key_of, last_words, longest

_WITH_BODY = 5  # tokens of a body with "of", an office and a name
_BACK_CHARS = 15  # before a source, for the preposition right before it


def speaking(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words of a source from the speaker on."""
    if len(tokens) > 1 and _is_mark(text, tokens, lexicon):
        tokens = tokens[1:]
    lead = longest(lexicon.leads, tokens, 0) if tokens and tokens[0].folded in lexicon.leads.reach else None
    if lead is not None and lead[1] < len(tokens) and tokens[0].folded not in lexicon.pronouns:
        tokens = tokens[lead[1] :]
    tokens = _past_hearer(_undescribed(_past_place(text, tokens, lexicon), lexicon), lexicon)
    if lexicon.grammar.head == "last":
        tokens = _past_domains(text, _past_body(text, _past_owner(text, tokens, lexicon), lexicon), lexicon)
    if not tokens or "," not in text[tokens[0].start : tokens[-1].end]:
        return tokens
    comma = next((at for at in range(1, len(tokens)) if text[tokens[at - 1].end : tokens[at].start].strip() == ","), None)
    if comma is None or past_partners(text, tokens, comma, lexicon) > comma:  # "Lead manager Bear, Corvin and Sons"
        return tokens
    if not _only_describes(text, tokens[:comma], lexicon) or not _names_somebody(text, tokens[comma:], lexicon):
        return tokens
    return tokens[comma:]


def _undescribed(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Without compounds that describe a name, and the article before them: "the state-run Harbour Board", "a Valbrune-based ferryman"."""
    at = 1 if len(tokens) > 1 and tokens[0].folded in lexicon.determiners else 0
    after = at
    while after + 1 < len(tokens) and tokens[after].folded.rpartition("-")[2] in lexicon.grammar.compounded and "-" in tokens[after].form:
        after += 1
    return tokens[after:] if after > at and is_capital(tokens[after]) else tokens


def _past_place(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "a expliqué sur | Radio Marine | le maire Ivo Talmar": capitals behind a preposition, and whoever speaks behind them."""
    if len(tokens) < 3 or not is_capital(tokens[0]) or text[tokens[0].start - 1 : tokens[0].start] != " ":
        return tokens
    before = last_words(text, max(0, tokens[0].start - _BACK_CHARS), tokens[0].start)
    if not before or before[0].folded not in lexicon.prepositions or text[before[0].end : tokens[0].start] != " ":
        return tokens
    run = name_run(text, tokens, 0, lexicon)
    if run is None or run.sure or run.taken + 1 >= len(tokens) or text[tokens[run.taken - 1].end : tokens[run.taken].start] != " ":
        return tokens
    after = tokens[run.taken]
    row = lexicon.determiners.get(after.folded)
    return tokens[run.taken :] if row is not None and after.form.islower() and after.folded not in lexicon.ties else tokens


def _past_owner(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "Tesmar Bank's | Ivo Talmar, who": a full name right behind a genitive, up to the end or a comma."""
    if len(tokens) < 2 or "s " not in text[tokens[0].start : tokens[-1].end]:
        return tokens
    for at in range(1, len(tokens)):
        if text[tokens[at - 1].end : tokens[at].start] not in ("'s ", "’s "):
            continue
        run = name_run(text, tokens, at, lexicon)
        ends = run is not None and (at + run.taken == len(tokens) or text[run.end : run.end + 1] == ",")
        if run is not None and ends and run.sure and not is_namesake(tokens, at, at + run.taken, lexicon):
            return tokens[at:]
    return tokens


def _past_body(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "Bank of Norr | Governor Ivo Talmar": an office and a full name behind a body with "of", up to the end or a comma."""
    if len(tokens) < _WITH_BODY or not is_capital(tokens[0]) or tokens[1].folded not in lexicon.of:
        return tokens
    body = lexicon.nouns.get(tokens[0].folded)
    if body is None or body.kind != "body" or body.number == "p":
        return tokens
    for at in range(2, len(tokens) - 1):
        if text[tokens[at - 1].end : tokens[at].start] != " ":
            return tokens
        noun = lexicon.nouns.get(tokens[at].folded) if at > 2 else None
        if noun is not None and noun.kind == "role" and noun.number != "p":
            run = name_run(text, tokens, at + 1, lexicon)
            ends = run is not None and (at + 1 + run.taken == len(tokens) or text[run.end : run.end + 1] == ",")
            return tokens[at:] if run is not None and ends and run.size > 1 else tokens
        if not is_capital(tokens[at]):
            return tokens
    return tokens


def _past_domains(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "Trade and Industry | Minister Ivo Talmar": an office over two domains, and a full name up to the end or a comma."""
    joint = next((at for at, word in enumerate(tokens[:_WITH_BODY]) if word.folded in lexicon.grammar.coordination), 0)
    if not joint or not is_capital(tokens[0]) or lexicon.domains.longest(key_of(tokens[:joint])) is None:
        return tokens
    for at in range(joint + 1, len(tokens) - 1):
        if not is_capital(tokens[at]) or "," in text[tokens[at - 1].end : tokens[at].start]:
            return tokens
        noun = lexicon.nouns.get(tokens[at].folded)
        if noun is not None and noun.kind == "role" and noun.number != "p":
            run = name_run(text, tokens, at + 1, lexicon)
            ends = run is not None and (at + 1 + run.taken == len(tokens) or text[run.end : run.end + 1] == ",")
            return tokens[at:] if run is not None and ends and run.size > 1 else tokens
    return tokens


def _past_hearer(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """As in "a appris l'AFP | de source judiciaire": an agency that was told, and the source that told it."""
    begin = 1 if len(tokens) > 1 and tokens[0].folded in lexicon.determiners else 0
    named = longest(lexicon.named, tokens, begin) if len(tokens) > begin + 2 else None
    if named is None or named[0].kind != "outlet":
        return tokens
    at = begin + named[1]
    noun = longest(lexicon.nouns, tokens, at + 1) if at + 1 < len(tokens) and tokens[at].folded in lexicon.of else None
    return tokens[at + 1 :] if noun is not None and noun[0].kind == "anonymous" else tokens


def _is_mark(text: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """A word in capitals, or after a hash, before a determiner in lower case."""
    first, second = tokens[0], tokens[1]
    shouted = text[first.start - 1 : first.start] == "#" or (first.form.isupper() and len(first.form) > 4)
    return shouted and is_acronym(first.form) and second.folded in lexicon.determiners and second.form.islower()


def _only_describes(text: str, chunk: list[Token], lexicon: Lexicon) -> bool:
    """One capital, that of a sentence's beginning, in words that name neither a person nor a body and have no article before them."""
    first = chunk[0]
    if not is_capital(first) or any(is_capital(word) for word in chunk[1:2]) or is_acronym(first.form):
        return False
    if first.folded in lexicon.determiners or first.folded in lexicon.given or first.folded in lexicon.pronouns:
        return False
    if _ends_in_a_name(text, chunk, lexicon):  # "Co-study leader Dr Talmar"
        return False
    known = longest(lexicon.nouns, chunk, 0) is not None or longest(lexicon.named, chunk, 0) is not None
    return (
        not known
        and longest(lexicon.titles, chunk, 0) is None
        and (len(chunk) > 1 or first.form.lower().endswith(lexicon.grammar.describing))
    )


def _ends_in_a_name(text: str, chunk: list[Token], lexicon: Lexicon) -> bool:
    """Does a given name or a form of address begin what ends the chunk, and is no complement?"""
    places = (at for at in range(1, len(chunk)) if is_capital(chunk[at]) and chunk[at - 1].folded not in lexicon.small)
    runs = ((at, name_run(text, chunk, at, lexicon)) for at in places)
    return any(run is not None and run.sure and at + run.taken == len(chunk) for at, run in runs)


def _names_somebody(text: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Does what follows hold a full name or one with a form of address?"""
    runs = (name_run(text, tokens, at, lexicon) for at in range(len(tokens)) if is_capital(tokens[at]))
    return any(run is not None and (run.sure or run.size > 1) for run in runs)
