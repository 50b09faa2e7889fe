"""Sources that stay without a name: anonymous ones, several people at once."""

from itertools import pairwise

from selon.model.claimant import ClaimantKind
from selon.resolve.parts import Phrase
from selon.resolve.scene import Answer, Scene
from selon.resolve.tokens import Token, key, longest, word_tokens
from selon.resolve.voices import Voice, of_anonymous, of_body


def of_crowd(said: Phrase, scene: Scene) -> Answer:
    """Several people: a group under the words that tell it apart; bare "les pêcheurs" only where the text tells which, "certains" never."""
    text = scene.article.text
    if _is_nobody(said, text) or _points_back(said, scene):
        return Answer(None, f"a group that the text does not tell apart: «{said.span.of(text)}»", 0.0)
    counted = said.determiner in ("quantity", "indefinite")
    bare = said.head is not None and len(said.content) <= len(said.head.key.split())
    if bare and not counted:
        voice = None if _is_elsewhere(said, scene) else _met_before(said, scene) or _told_apart(said, scene)
        if voice is None and said.head is not None and said.head.service and said.determiner == "definite":
            voice = of_anonymous(said, scene.article, ClaimantKind.GROUP)
            return Answer(voice, "a service, as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))
        if voice is None:
            return Answer(None, f"a group that the text does not tell apart: «{said.span.of(text)}»", 0.0)
        return Answer(voice, f"short for «{voice.claimant.name}»", 0.6, (voice.claimant.spans[0][1],), ((voice.claimant.name, 0.6),))
    voice = of_anonymous(said, scene.article, ClaimantKind.GROUP)
    return Answer(voice, "a group, as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def _is_elsewhere(said: Phrase, scene: Scene) -> bool:
    """As in "À Valbrune, les pêcheurs": does the sentence name a place before them? So they may be others than those told before."""
    text, told = scene.article.text, scene.lexicon
    begin = max(text.rfind(mark, 0, said.span.start) for mark in (". ", "\n", "! ", "? "))
    tokens = word_tokens(text, begin + 1, said.span.start)
    small = told.prepositions - told.of
    return any(word.folded in small and name.form[0].isupper() for word, name in pairwise(tokens))


def _is_nobody(said: Phrase, text: str) -> bool:
    """No noun that people are called by, or somebody's people ("ses proches"): whose they are is not told here."""
    core = said.core.of(text)
    unknown = (
        said.head is None
        and not said.countries
        and (said.determiner in ("indefinite", "quantity") or (len(said.content) <= 1 and core.islower()))
    )
    return unknown or said.determiner == "possessive" or not any(char.isalpha() for char in core)


def _points_back(said: Phrase, scene: Scene) -> bool:
    """As in "les auteurs de ce rapport": who they are hangs on something that was said before."""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)[1:]
    rows = (scene.lexicon.determiners.get(word.folded) for word in tokens)
    pointing = any(row is not None and row.kind in ("demonstrative", "possessive") and not row.own for row in rows)
    return pointing or _of_what_was_named(tokens, scene)


def _of_what_was_named(tokens: list[Token], scene: Scene) -> bool:
    """As in "des membres de l'organisation", "plusieurs habitants de la commune": a body or town without its name ends the words."""
    told = scene.lexicon
    if any(word.form[0].isupper() for word in tokens):
        return False
    for at in range(len(tokens) - 1, 0, -1):
        article = told.determiners.get(tokens[at - 1].folded)
        if article is not None or tokens[at - 1].folded in told.of:
            definite = article is not None and article.kind == "definite"
            tied = tokens[at - 1].folded in told.of or (at > 1 and tokens[at - 2].folded in told.of)
            return definite and tied and any(_is_bare_name(tokens, place, scene) for place in range(at, len(tokens)))
    return False


def _is_bare_name(tokens: list[Token], at: int, scene: Scene) -> bool:
    noun = longest(scene.lexicon.nouns, tokens, at)
    return noun is not None and noun[0].kind in ("body", "group", "outlet") and (not noun[0].alone or noun[0].id == "town-hall")


def _told_apart(said: Phrase, scene: Scene) -> Voice | None:
    """As in "les pêcheurs" where the text has "les pêcheurs de Sorneville" and no other ones."""
    full = scene.bodies.full_group(said) if said.determiner == "definite" else None
    if full is None or any(item.cue is not None and full.overlaps(item.cue) for item in scene.by_id.values()):
        return None  # a name that runs on over a verb is none
    return of_body(said, scene.article, ClaimantKind.GROUP, name=" ".join(full.of(scene.article.text).split()))


def _met_before(said: Phrase, scene: Scene) -> Voice | None:
    """As in "les pêcheurs" after "des pêcheurs de Sorneville ont dit": the last group under that noun that spoke."""
    head = said.head.key if said.head is not None else ""
    turns = scene.memory.before(said.span.start, None)
    groups = (turn.voice for turn in turns if turn.voice.claimant.kind is ClaimantKind.GROUP)
    return next((voice for voice in groups if key(voice.claimant.name).startswith(head)), None)


def of_nobody(said: Phrase, scene: Scene) -> Answer:
    """A source without a name: a claimant of its own for each article and description, where it is one."""
    if said.number == "p" or (said.determiner in ("quantity", "indefinite") and len(said.content) <= 1):
        return Answer(None, f"not named: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_anonymous(said, scene.article)
    return Answer(voice, "not named", 0.85, (said.span,), ((voice.claimant.name, 0.85),))
