"""Whose circle, whose words: what stands after the noun of a source."""

import re

from selon.languages.fold import fold
from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.described import by_description
from selon.resolve.lexicon import Lexicon
from selon.resolve.owners import owner
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.phrase import phrase
from selon.resolve.scene import Answer, Scene, unresolved
from selon.resolve.tokens import Token, key_of, word_tokens
from selon.resolve.voices import of_body

_BEHIND_CHARS = 90
_VERB_WORDS = 4  # of the verb before what stands behind it ("a-t-on fait savoir à …")
_STOP = re.compile(r"[,.;:!?()«»\"“”\n]")
_SPEAK = frozenset({"body", "outlet", "state"})


def of_circle(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "l'entourage du ministre": the circle of whoever holds that role; "son entourage": of whoever was named last."""
    text = scene.article.text
    person: Person | None
    if said.determiner == "possessive":
        person = owner(item, said, scene)
    else:
        of_whom = complement(said, scene)
        inner = by_description(item, of_whom, scene) if of_whom is not None and of_whom.shape == "role" else None
        person = inner.voice.person if inner is not None and inner.voice is not None else None
    if person is None:
        if said.determiner == "possessive" or len(said.content) <= 1:
            return unresolved(said, scene)
        voice = of_body(said, scene.article, ClaimantKind.GROUP)
        return Answer(voice, "named in the source", 0.6, (said.span,))
    plain, elided = scene.lexicon.grammar.of_name
    tie = elided if elided != plain and fold(person.name)[0] in "aeiouyh" else f"{plain} "
    head = said.core.of(text).split()[0]
    voice = of_body(said, scene.article, ClaimantKind.GROUP, name=f"{head} {tie}{person.name}".replace("  ", " "))
    return Answer(voice, f"the circle of «{person.name}»", 0.65, (said.span, person.mentions[0]), ((voice.claimant.name, 0.65),))


def complement(said: Phrase, scene: Scene) -> Phrase | None:
    """What stands after the first small word of a body's name, or after who says some words."""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    told = scene.lexicon
    at = next((i for i in range(1, len(tokens)) if _ties(tokens, i, told) or tokens[i].folded in told.prepositions), None)
    if at is not None and not _ties(tokens, at, told):
        return None  # "propos rapportés par la Gazette de Valbrune"
    if at is None:
        return None
    begin = at if tokens[at].folded in told.determiners else at + 1
    return phrase(scene.article.text, Span(tokens[begin].start, said.core.end), scene.lexicon) if begin < len(tokens) else None


def _ties(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """Does a word tie to a noun whose it is, or who said it?"""
    return tokens[at].folded in told.of or key_of(tokens[at - 1 : at + 1]) in told.agents


def behind(said: Phrase, scene: Scene) -> Phrase | None:
    """As in "a-t-on appris au ministère de la Mer", "ajoute-t-on de même source": the body or source behind a speaker who is nobody."""
    text, told = scene.article.text, scene.lexicon
    begin = said.span.start
    if told.pronouns[said.pronoun].kind != "impersonal":
        return None
    if text[begin - 1 : begin] not in ("-", "‑"):
        return _ahead(begin, scene)
    stop = _STOP.search(text, said.span.end, said.span.end + _BEHIND_CHARS)
    tokens = word_tokens(text, said.span.end, stop.start() if stop else min(len(text), said.span.end + _BEHIND_CHARS))
    at = next((i for i, word in enumerate(tokens[:_VERB_WORDS]) if word.folded in told.ties), None)
    if at is None:
        return None
    if any(word.folded in told.sides for word in tokens[at + 1 : at + 2]):
        at += 2  # "du côté | de la mairie"
    while at < len(tokens) and tokens[at].folded in told.ties and tokens[at].folded not in told.determiners:
        at += 1  # "auprès de la mairie"
    found = phrase(text, Span(tokens[at].start, tokens[-1].end), told) if at < len(tokens) else None
    return found if found is not None and _speaks(found) else None


def _speaks(found: Phrase) -> bool:
    return found.same or found.shape in _SPEAK or (found.named is not None and found.named.kind != "state")


def _ahead(at: int, scene: Scene) -> Phrase | None:
    """As in "Au ministère de la Mer, on explique", "En revanche, du côté de la mairie, on assure": the body that opens the clause."""
    text, told = scene.article.text, scene.lexicon
    floor = max(0, at - _BEHIND_CHARS)
    comma = text.rfind(",", floor, at)
    start = next((i + 1 for i in range(comma - 1, floor, -1) if _STOP.match(text[i])), floor)
    tokens = word_tokens(text, start, at)
    if not tokens or text[tokens[-1].end : at].strip() != "," or tokens[0].folded not in told.ties:
        return None
    if not tokens[0].form[0].isupper() and text[:start].rstrip()[-1:] != ",":
        return None
    if len(tokens) > 2 and tokens[1].folded in told.sides:
        tokens = tokens[2:]
    while len(tokens) > 1 and tokens[0].folded in told.ties and tokens[0].folded not in told.determiners:
        tokens = tokens[1:]
    found = phrase(text, Span(tokens[0].start, tokens[-1].end), told)
    return found if _speaks(found) and not found.same else None
