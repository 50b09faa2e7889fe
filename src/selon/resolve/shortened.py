"""A source that is a body or a document: its full name where the source gives a short one."""

import re
from itertools import pairwise

from msgspec.structs import replace

from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.bodies import head_noun
from selon.resolve.circles import of_circle
from selon.resolve.documents import bare_document, with_what_follows
from selon.resolve.names import is_acronym, is_capital
from selon.resolve.opened import is_another
from selon.resolve.owners import named_beside
from selon.resolve.parts import Phrase
from selon.resolve.scene import DESCRIBED, KINDS, Answer, Scene, best_of, unresolved
from selon.resolve.states import with_adjective
from selon.resolve.tokens import key, last_words, longest, word_tokens
from selon.resolve.unnamed import of_crowd
from selon.resolve.voices import Voice, of_anonymous, of_body, spellings

_LIKE = {  # which bodies a noun may be short for: "the monitor" for an observatory, "the group" for any that people form
    "organisation": frozenset({"organisation", "centre", "coalition"}),
    "group": frozenset({"group", "organisation", "centre", "coalition", "party"}),
}
_SENTENCE = re.compile(r"[.!?…»”] (?=[A-ZÀ-Þ])")
_SENTENCE_CHARS = 400  # of a sentence, at most
_CONTRACTED_CHARS = 6  # "du ", "aux "
_POINTING = frozenset({"definite", "demonstrative", "possessive"})


def by_body(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """A body: its full name where the source gives a short one."""
    text = scene.article.text
    said = replace(said, named=scene.lexicon.named.get(key(said.core.of(text))))
    kind = KINDS[said.shape]
    if _is_cut(said, scene):
        return unresolved(said, scene)
    if said.determiner == "quantity" or (said.determiner == "indefinite" and said.number == "p"):
        bare = said.determiner == "indefinite" and (len(said.content) <= 1 or kind is ClaimantKind.DOCUMENT)
        return Answer(None, f"not named: «{said.span.of(text)}»", 0.0) if bare else of_crowd(said, scene)
    if kind is ClaimantKind.DOCUMENT and len(said.content) <= 1:
        return bare_document(item, said, scene)
    circle = said.head is not None and said.head.id == "entourage"
    own = circle and said.determiner == "possessive" and named_beside(item, said, scene) is not None
    full = None if own else _full_name(said, scene, kind)
    if full is not None:
        return full
    if circle:
        return of_circle(item, said, scene)
    return _of_the_state(said, scene, kind) or _as_it_stands(item, said, scene, kind)


def _is_cut(said: Phrase, scene: Scene) -> bool:
    """Words that break off: two things joined, the second of which is only a number."""
    if not any(map(str.isdigit, said.core.of(scene.article.text))):
        return False
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    return len(tokens) > 2 and tokens[-1].form[0].isdigit() and tokens[-2].folded in map(key, scene.lexicon.grammar.coordination)


def _full_name(said: Phrase, scene: Scene, kind: ClaimantKind) -> Answer | None:
    """What a short name is short for, by the same noun elsewhere or by an officer's place."""
    form = said.core.of(scene.article.text)
    short = len(said.content) <= 2
    if said.determiner not in _POINTING or not (short or said.countries) or form[-1].isdigit():
        return None
    full = (scene.bodies.full(said) if short else scene.bodies.by_purpose(said)) if said.number == "s" else None
    elsewhere = _elsewhere(said, full.span, scene) if full is not None else None
    if full is not None and elsewhere is None and not _ends_in_a_speaker(full.span, scene):
        name = " ".join(full.span.of(scene.article.text).split())
        known = replace(said, named=scene.lexicon.named.get(key(name)))
        voice = of_body(known, scene.article, kind, name=name, aliases=spellings(name, form))
        return Answer(voice, f"short for «{name}»", 0.75, (full.span,), ((name, 0.75),))
    placed = scene.bodies.by_officer(said) if short else None
    if placed is None:
        return None
    other = elsewhere or (_place_opening(said, scene) if said.head is not None and said.head.officers else None)
    if other is not None and other.of(scene.article.text) not in placed[0]:
        place, why = f"{' '.join(form.split())} {_tied(other, scene)}", "by the place that its paragraph opens with"
        voice = of_body(said, scene.article, kind, name=place, aliases=spellings(place, form))
        return Answer(voice, f"short for «{place}», {why}", 0.6, (other,), ((place, 0.6), (placed[0], 0.4)))
    voice = of_body(said, scene.article, kind, name=placed[0], aliases=spellings(placed[0], form))
    return Answer(voice, f"short for «{placed[0]}», by its officer", 0.6, (placed[1],), ((placed[0], 0.6),))


def _ends_in_a_speaker(name: Span, scene: Scene) -> bool:
    """As in "l'avocate de l'entreprise Ida Corvin": the name of somebody who speaks is no part of the body's."""
    found = scene.cast.ending(name.end)
    return found is not None and found[1].start > name.start and scene.memory.spoke(found[0]) > 0


def _of_the_state(said: Phrase, scene: Scene, kind: ClaimantKind) -> Answer | None:
    """As in "le gouvernement": a bare body of which a state has one, by the only state that the article is about."""
    head = said.head
    bare = said.determiner in ("definite", "") and said.number == "s" and len(said.content) <= 1 and not said.countries
    found = scene.only_state if head is not None and head.national and bare else None
    if head is None or found is None:
        return None
    code, where = found
    name = with_adjective(" ".join(said.core.of(scene.article.text).split()).lower(), code, head.gender, scene.lexicon)
    voice = of_body(replace(said, countries=(code,)), scene.article, kind, name=name)
    return Answer(voice, f"«{name}», by the only state that the text is about", 0.6, (where,), ((name, 0.6),))


def _elsewhere(said: Phrase, full: Span, scene: Scene) -> Span | None:
    """As in "À Marbourg, …, dit la préfecture" after "la préfecture du Nord": another place that its sentence or paragraph opens with."""
    text, at, states = scene.article.text, said.span.start, scene.lexicon.states
    if said.head is None or not said.head.officers:
        return None
    sentence = max((match.end() for match in _SENTENCE.finditer(text, max(0, at - _SENTENCE_CHARS), at)), default=0)
    begins = [begin for begin in (sentence, text.rfind("\n", 0, at) + 1) if full.start < begin]
    places = [place for begin in begins if (place := _opening(begin, said, scene)) is not None]
    return next((place for place in places if place.of(text) not in full.of(text) and key(place.of(text)) not in states), None)


def _place_opening(said: Phrase, scene: Scene) -> Span | None:
    """As in "Dans le Nord, …, dit la préfecture": the place that opens the paragraph of a body."""
    return _opening(scene.article.text.rfind("\n", 0, said.span.start) + 1, said, scene)


def _opening(begin: int, said: Phrase, scene: Scene) -> Span | None:
    """The place that a sentence opens with."""
    text, small = scene.article.text, scene.lexicon.small
    tokens = word_tokens(text, begin, said.span.start)[:6]
    at = next((at for at, word in enumerate(tokens) if at and is_capital(word)), 0)
    if not at or tokens[0].folded not in scene.lexicon.prepositions or any(word.folded not in small for word in tokens[:at]):
        return None
    return Span(tokens[at].start, tokens[at].end)


def _tied(place: Span, scene: Scene) -> str:
    """A place with the small word that ties it to a noun, as the text has it somewhere ("du Nord"), else as most have it."""
    text, form = scene.article.text, place.of(scene.article.text)
    for found in re.finditer(rf"\b(\w{{1,3}}['’]?)\s?{re.escape(form)}\b", text):
        if key(found[1]) in scene.lexicon.of:
            return found[0]
    plain, elided = scene.lexicon.grammar.of_name
    return f"{elided}{form}" if elided != plain and key(form)[0] in "aeiouyh" else f"{plain} {form}"


def _as_it_stands(item: Attribution, said: Phrase, scene: Scene, kind: ClaimantKind) -> Answer:
    """A body under its own words, unless they only point at one that spoke, or at none in particular."""
    form = said.core.of(scene.article.text)
    bare = len(said.content) <= 1
    crowd = said.head is not None and said.head.id == "crowd" and said.number == "p" and bare
    nameless = said.determiner == "indefinite" and kind in (ClaimantKind.OUTLET, ClaimantKind.DOCUMENT) and form.islower()
    if nameless and kind is ClaimantKind.DOCUMENT and (longer := with_what_follows(said, scene)) is not None:
        voice = of_body(said, scene.article, kind, name=longer)
        return Answer(voice, "named by the words that follow", 0.6, (said.span,), ((longer, 0.6),))
    later = scene.bodies.outlet_later(said) if nameless and said.number == "s" else None
    if later is not None:
        name = later.of(scene.article.text)
        return Answer(of_body(said, scene.article, kind, name=name), f"named later: «{name}»", 0.6, (later,), ((name, 0.6),))
    if said.determiner == "possessive" or crowd or nameless:
        return unresolved(said, scene)
    if said.determiner == "demonstrative" or (kind is ClaimantKind.OUTLET and bare and said.number == "s"):
        told_of = (
            turn for turn in scene.memory.before(said.span.start, item.parent) if not (said.number == "s" and turn.voice.number == "p")
        )
        pointing = bool(said.determiner) or _is_contracted(said, scene)
        turns = [turn for turn in told_of if pointing and _of_kind(turn.voice, kind, said, scene)]
        return best_of([(turn.voice, 0.7) for turn in turns[:1]], said, scene, "the last of its kind that spoke")
    pointing = bare or (form.islower() and len(said.content) <= 2 and not _is_of_another(said, scene))
    if said.head is not None and not said.head.alone and pointing and (not form[:1].isupper() or is_acronym(form)):
        if said.determiner != "indefinite":
            return _short_for_speaker(item, said, scene)
        if bare:
            return unresolved(said, scene)
    last = _last_of_the_noun(item, said, scene) if bare and said.determiner == "definite" and form[:1].isupper() else None
    if last is not None:
        return best_of([(last, DESCRIBED)], said, scene, "short for the body that spoke last")
    unnamed = said.determiner == "indefinite" and said.named is None and form.islower()  # another article's "a charity" is another one
    if unnamed and not set(map(key, form.split())).isdisjoint(map(key, scene.lexicon.grammar.coordination)):
        return unresolved(said, scene)  # "a monitor and activists": several, none of whom is told apart
    voice = of_anonymous(said, scene.article, kind) if unnamed else of_body(said, scene.article, kind)
    return Answer(voice, "named in the source", 0.85, (said.span,), ((voice.claimant.name, 0.85),))


def _is_contracted(said: Phrase, scene: Scene) -> bool:
    """Does the word right before hold the article ("selon les informations du | quotidien")?"""
    before = last_words(scene.article.text, max(0, said.span.start - _CONTRACTED_CHARS), said.span.start)
    return bool(before) and before[0].folded in scene.lexicon.contracted


def _last_of_the_noun(item: Attribution, said: Phrase, scene: Scene) -> Voice | None:
    """As in "the Coalition" after "the Norr Coalition said": the last body whose name holds that noun, and more."""
    turns = scene.memory.before(said.span.start, item.parent)
    bodies = (turn.voice for turn in turns if turn.voice.claimant.kind is ClaimantKind.BODY and turn.voice.number == said.number)
    found = next((voice for voice in bodies if said.head == head_noun(voice.claimant.name, scene.lexicon)), None)
    return found if found is not None and key(found.claimant.name) != key(said.core.of(scene.article.text)) else None


def _is_of_another(said: Phrase, scene: Scene) -> bool:
    """As in "la direction de l'hôtel": its words say whose it is, so it is short for no other; "la maison de vente" says of what kind."""
    told, bare = scene.lexicon, {key(form) for form in scene.lexicon.grammar.of_name}
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    ties = ((word.folded, after.folded) for word, after in pairwise(tokens[1:]) if word.folded in told.of)
    return any(tie not in bare or after in told.determiners for tie, after in ties)


def _short_for_speaker(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "l'organisation" after "Marées sans frontières a dit": the last of its kind, or a proper name that was the last of all."""
    turns = scene.memory.before(said.span.start, item.parent)[:3]
    kinds = (ClaimantKind.BODY, ClaimantKind.GROUP, *((ClaimantKind.OUTLET,) if said.shape == "outlet" else ()))
    bodies = [turn.voice for turn in turns if turn.voice.claimant.kind in kinds]
    wanted = said.head.id if said.head is not None else ""
    heads = [(voice, head_noun(voice.claimant.name, scene.lexicon)) for voice in bodies if voice.claimant.organisation is None]
    single = [(voice, head) for voice, head in heads if said.number == voice.number == "s"]
    like = _LIKE.get(wanted, frozenset({wanted}))
    fitting = [voice for voice, head in single if (_may_be(voice, bodies[0], scene) if head is None else head.id in like)]
    own = _in_its_words(item, said, scene) if not fitting else None
    if own is not None:
        return own
    fitting = [voice for voice in fitting[:1] if not is_another(said, voice, scene)]
    return best_of([(voice, DESCRIBED) for voice in fitting], said, scene, "short for the body that spoke last")


def _may_be(voice: Voice, last: Voice, scene: Scene) -> bool:
    """Is a proper name the last body of all that spoke? One that begins with an article is a title ("Le Canard marin")."""
    row = scene.lexicon.determiners.get(key(voice.claimant.name.split()[0]))
    return voice is last and (row is None or scene.lexicon.grammar.head == "last")


def _in_its_words(item: Attribution, said: Phrase, scene: Scene) -> Answer | None:
    """As in "« Le SMV ira jusqu'au bout », écrit le syndicat": the only body that the words name is the one that writes them."""
    text = scene.article.text
    if said.number != "s" or item.kind is not SpeechKind.DIRECT:
        return None
    tokens = [word for span in item.content for word in word_tokens(text, span.start, span.end)]
    found: dict[str, Span] = {}
    for at, word in enumerate(tokens):
        named = longest(scene.lexicon.named, tokens, at) if word.form[0].isupper() else None
        if named is not None and named[0].kind in ("body", "group", "outlet") and not named[0].metonym:
            found.setdefault(named[0].id, Span(word.start, tokens[at + named[1] - 1].end))
        elif named is None and is_acronym(word.form) and word.form.isupper() and word.form not in scene.lexicon.codes:
            found.setdefault(word.folded, Span(word.start, word.end))
    if len(found) != 1:
        return None
    span = next(iter(found.values()))
    name = " ".join(span.of(text).split())
    voice = of_body(replace(said, named=scene.lexicon.named.get(key(name))), scene.article, ClaimantKind.BODY, name=name)
    return Answer(voice, f"the only body that its own words name: «{name}»", DESCRIBED, (span,), ((name, DESCRIBED),))


def _of_kind(voice: Voice, kind: ClaimantKind, said: Phrase, scene: Scene) -> bool:
    """Is it of that kind? A name of which nothing tells what it is may be an outlet's; "cette assemblée" is only what is called so."""
    claimant = voice.claimant
    if kind is ClaimantKind.BODY and said.head is not None and said.head.alone:
        own = head_noun(claimant.name, scene.lexicon)
        return own is not None and own.id == said.head.id
    words = claimant.name.split()
    lone = len(words) == 1 or (len(words) == 2 and key(words[0]) in scene.lexicon.determiners)
    plain = claimant.kind is ClaimantKind.BODY and claimant.organisation is None and lone
    return claimant.kind is kind or (kind is ClaimantKind.OUTLET and plain)
