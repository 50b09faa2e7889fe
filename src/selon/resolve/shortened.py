"""A source that is a body or a document: its full name where the source gives a short one."""

from dataclasses import replace

from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind
from selon.resolve.bodies import head_noun
from selon.resolve.circles import of_circle
from selon.resolve.parts import Phrase
from selon.resolve.scene import DESCRIBED, KINDS, Answer, Scene, best_of, unresolved
from selon.resolve.tokens import key
from selon.resolve.unnamed import of_crowd
from selon.resolve.voices import Voice, of_body

_POINTING = frozenset({"definite", "demonstrative", "possessive"})


def by_body(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """A body: its full name where the source gives a short one."""
    text = scene.article.text
    said = replace(said, named=scene.lexicon.named.get(key(said.core.of(text))))
    kind = KINDS[said.shape]
    if said.determiner == "quantity" or (said.determiner == "indefinite" and said.number == "p"):
        bare = len(said.content) <= 1 or (said.determiner == "indefinite" and kind is ClaimantKind.DOCUMENT)
        return Answer(None, f"not named: «{said.span.of(text)}»", 0.0) if bare else of_crowd(said, scene)
    if kind is ClaimantKind.DOCUMENT and len(said.content) <= 1:
        return _bare_document(item, said, scene)
    full = _full_name(said, scene, kind)
    if full is not None:
        return full
    if said.head is not None and said.head.id == "entourage":
        return of_circle(item, said, scene)
    return _as_it_stands(item, said, scene, kind)


def _full_name(said: Phrase, scene: Scene, kind: ClaimantKind) -> Answer | None:
    """What a short name is short for, by the same noun elsewhere or by an officer's place."""
    form = said.core.of(scene.article.text)
    if said.determiner not in _POINTING or len(said.content) > 2 or form[-1].isdigit():
        return None
    full = scene.bodies.full(said) if said.number == "s" else None
    if full is not None:
        name = " ".join(full.span.of(scene.article.text).split())
        known = replace(said, named=scene.lexicon.named.get(key(name)))
        voice = of_body(known, scene.article, kind, name=name, aliases=_spellings(name, form))
        return Answer(voice, f"short for «{name}»", 0.75, (full.span,), ((name, 0.75),))
    placed = scene.bodies.by_officer(said)
    if placed is None:
        return None
    voice = of_body(said, scene.article, kind, name=placed[0], aliases=_spellings(placed[0], form))
    return Answer(voice, f"short for «{placed[0]}», by its officer", 0.6, (placed[1],), ((placed[0], 0.6),))


def _as_it_stands(item: Attribution, said: Phrase, scene: Scene, kind: ClaimantKind) -> Answer:
    """A body under its own words, unless they only point at one that spoke, or at none in particular."""
    form = said.core.of(scene.article.text)
    bare = len(said.content) <= 1
    crowd = said.head is not None and said.head.id == "crowd" and said.number == "p" and bare
    nameless = said.determiner == "indefinite" and kind in (ClaimantKind.OUTLET, ClaimantKind.DOCUMENT) and form.islower()
    if said.determiner == "possessive" or crowd or nameless:
        return unresolved(said, scene)
    if said.determiner == "demonstrative" or (kind is ClaimantKind.OUTLET and bare and said.number == "s"):
        turns = [turn for turn in scene.memory.before(said.span.start, item.parent) if _of_kind(turn.voice, kind)]
        return best_of([(turn.voice, 0.7) for turn in turns[:1]], said, scene, "the last of its kind that spoke")
    pointing = bare or (form.islower() and len(said.content) <= 2)
    if said.head is not None and not said.head.alone and pointing and not form[:1].isupper():
        return _short_for_speaker(item, said, scene)
    voice = of_body(said, scene.article, kind)
    return Answer(voice, "named in the source", 0.85, (said.span,), ((voice.claimant.name, 0.85),))


def _short_for_speaker(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "l'organisation" after "Marées sans frontières a dit": the last body of that kind, or of a proper name, that spoke."""
    turns = scene.memory.before(said.span.start, item.parent)[:3]
    bodies = [turn.voice for turn in turns if turn.voice.claimant.kind in (ClaimantKind.BODY, ClaimantKind.GROUP, ClaimantKind.OUTLET)]
    wanted = said.head.id if said.head is not None else ""
    heads = [(voice, head_noun(voice.claimant.name, scene.lexicon)) for voice in bodies if voice.claimant.organisation is None]
    fitting = [voice for voice, head in heads if said.number == "s" and (head is None or head.id == wanted)]
    return best_of([(voice, DESCRIBED) for voice in fitting[:1]], said, scene, "short for the body that spoke last")


def _bare_document(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "Le texte": its full name elsewhere, else the last document that spoke; a name written with a capital ("le Coran") is one."""
    form = said.core.of(scene.article.text)
    full = scene.bodies.full(said) if said.number == "s" and said.determiner in ("definite", "demonstrative") else None
    if full is not None:
        name = " ".join(full.span.of(scene.article.text).split())
        voice = of_body(said, scene.article, ClaimantKind.DOCUMENT, name=name, aliases=_spellings(name, form))
        return Answer(voice, f"short for «{name}»", 0.7, (full.span,))
    turns = [turn for turn in scene.memory.before(said.span.start, item.parent) if turn.voice.claimant.kind is ClaimantKind.DOCUMENT]
    head = said.head.key if said.head is not None else form
    turns = [turn for turn in turns if said.determiner == "demonstrative" or head in key(turn.voice.claimant.name).split()]
    if turns:
        return best_of([(turns[0].voice, 0.6)], said, scene, "the last document that spoke")
    if form[:1].isupper() and said.determiner == "definite":
        return Answer(of_body(said, scene.article, ClaimantKind.DOCUMENT), "named in the source", 0.8, (said.span,))
    return unresolved(said, scene)


def _of_kind(voice: Voice, kind: ClaimantKind) -> bool:
    """Is it of that kind? A name of which nothing tells what it is may be an outlet's."""
    claimant = voice.claimant
    plain = claimant.kind is ClaimantKind.BODY and claimant.organisation is None and " " not in claimant.name.strip()
    return claimant.kind is kind or (kind is ClaimantKind.OUTLET and plain)


def _spellings(name: str, short: str) -> tuple[str, ...]:
    """The full name, and the short form where it is a name of its own and no bare noun."""
    return (name, short) if any(char.isupper() for char in short) and short != name else (name,)
