"""Which question a source asks, by its shape; every other file of the stage answers one."""

import re

from msgspec.structs import replace

from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.resolve.again import last_again
from selon.resolve.circles import behind, complement
from selon.resolve.described import by_description, same_again
from selon.resolve.holders import office_holder
from selon.resolve.joined import by_members
from selon.resolve.lexicon import Lexicon
from selon.resolve.makers import maker
from selon.resolve.named import by_apposition, by_name, by_names, by_proper_name
from selon.resolve.parts import Phrase
from selon.resolve.pronouns import by_pronoun
from selon.resolve.scene import CARRIED, GOES_ON, Answer, Scene, unresolved
from selon.resolve.shortened import by_body
from selon.resolve.tokens import Token, longest, word_tokens
from selon.resolve.unnamed import of_nobody

_UNNAMED = frozenset({ClaimantKind.GROUP, ClaimantKind.ANONYMOUS})
_CLOSING = ".!?…"  # a quoted heading ends in none of them
_ENCLOSED = re.compile(r", ([^,.;:!?…]{4,60})(?=[,.])")  # between a comma and the next, or the end of a sentence
_SENTENCE_ENDS = re.compile(r"[.!?…»”\n]")


def answer(item: Attribution, said: Phrase | None, scene: Scene) -> Answer:
    """What the source of one attribution turns out to be; `said`: its phrase, or the words that announce it."""
    if said is None:
        return Answer(None, "no source is named", 0.0)
    if item.source is None:
        return replace(_of_shape(item, said, scene), how="announced by the text before the quotation")
    found = by_apposition(said, scene) or _of_shape(item, said, scene)
    if found.voice is None and said.shape != "pronoun":
        found = _by_maker(item, said, scene) or found
    return _without_cue(found, item, said, scene) if item.cue is None and said.span.end < item.content[0].start else found


def _by_maker(item: Attribution, said: Phrase, scene: Scene) -> Answer | None:
    """As in "selon un bilan établi par l'AFP": who made what is cited, where that is nobody unnamed."""
    made = maker(said, scene)
    found = _of_shape(item, made, scene) if made is not None else None
    if found is None or made is None or found.voice is None or found.voice.claimant.kind in _UNNAMED:
        return None
    return replace(found, how=f"made what is cited: «{made.span.of(scene.article.text)}»")


def _without_cue(found: Answer, item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """No word of saying stands between: a quotation that goes on, or a headline with a colon.

    A person may go on speaking, a body or an unnamed source hardly does; and a country before a colon is what the headline is about.
    """
    between = scene.article.text[said.span.end : item.content[0].start]
    if _SENTENCE_ENDS.search(between):
        goes_on = found.voice is None or found.voice.person is not None or _in_one_statement(item, between, scene)
        return replace(found, score=min(found.score, GOES_ON if goes_on else CARRIED))
    topic = said.named is not None and said.named.kind == "state" and not said.named.metonym and said.determiner == ""
    return replace(found, score=CARRIED) if topic and ":" in between else found


def _in_one_statement(item: Attribution, between: str, scene: Scene) -> bool:
    """As in "« Le bac coule », écrit la régie dans un communiqué. « Il faut un pont. »": what is quoted on stands there, too."""
    turns = scene.memory.before(item.content[0].start, item.parent)[:1]
    if item.kind is not SpeechKind.DIRECT or "\n" in between or _is_another_s(item, scene):
        return False
    same = [turn.attribution for turn in turns if turn.attribution.source == item.source]
    return any(one.via is not None or _goes_on_at_once(one, item, scene.article.text) for one in same)


def _is_another_s(item: Attribution, scene: Scene) -> bool:
    """As in "« Le pont, s'avance un conseiller, tiendra »": does a verb of no table stand before somebody inside the quotation?"""
    for span in item.content:
        for found in _ENCLOSED.finditer(scene.article.text, span.start, span.end):
            tokens = word_tokens(scene.article.text, *found.span(1))
            if tokens and tokens[0].form.islower() and any(_is_somebody(tokens, at, scene.lexicon) for at in (1, 2)):
                return True
    return False


def _is_somebody(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """Does a name stand there, or an article and a role?"""
    if at >= len(tokens) or tokens[at].form[0].isupper():
        return at < len(tokens)
    noun = longest(told.nouns, tokens, at + 1) if tokens[at].folded in told.determiners and at + 1 < len(tokens) else None
    return noun is not None and noun[0].kind == "role"


def _goes_on_at_once(before: Attribution, item: Attribution, text: str) -> bool:
    """As in "« Le bac coule », écrit la régie. « Il faut un pont. »": does a whole quoted sentence follow with no word between?"""
    spans = [*before.content, *(span for span in (before.source, before.cue) if span is not None)]
    between = text[max(span.end for span in spans) : item.content[0].start]
    after = text[item.content[-1].end - 1 : item.content[-1].end + 2]
    quoted = before.kind is not SpeechKind.INDIRECT
    return quoted and not any(char.isalnum() for char in between) and any(mark in after for mark in _CLOSING)


def _of_shape(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    if said.shape == "pronoun":
        placed = behind(said, scene)
        return by_pronoun(item, said, scene) if placed is None else _of_shape(item, placed, scene)
    joined = by_names(said, scene) or by_members(said, scene, lambda member: _of_shape(item, member, scene))
    if joined is not None:
        return joined
    if said.name is not None:
        return by_name(said, scene)
    if (said.same and said.shape != "rumour") or (
        said.shape == "anonymous" and said.determiner in ("definite", "demonstrative") and said.number == "s" and len(said.content) <= 1
    ):
        return same_again(item, said, scene)
    if said.shape == "named":
        return by_proper_name(said, scene)
    if said.shape in ("role", "thing"):
        return _described(item, said, scene)
    if said.shape == "anonymous":
        return of_nobody(said, scene)
    if said.shape == "words":
        owner = complement(said, scene)
        return _of_shape(item, owner, scene) if owner is not None else unresolved(said, scene)
    if said.shape == "rumour":
        return Answer(None, f"nobody's words: «{said.span.of(scene.article.text)}»", 0.0)
    return by_body(item, said, scene)


def _described(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    surname = _surname(said, scene)
    if surname is not None:
        return by_name(surname, scene)
    found = last_again(said, item.parent, scene) or by_description(item, said, scene)
    return found if found.voice is not None else office_holder(said, scene) or found


def _surname(said: Phrase, scene: Scene) -> Phrase | None:
    """As in "James Baker … Baker said": a noun with a capital and without an article that is the surname of somebody in the text."""
    form = said.span.of(scene.article.text)
    if said.shape != "role" or said.determiner or not form[0].isupper() or not form.isalpha():
        return None
    return replace(said, name=said.span, core=said.span) if scene.cast.named(form, "", said.span.start) else None
