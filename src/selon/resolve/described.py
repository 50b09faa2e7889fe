"""A source that describes a person without a name: "le ministre", "cette élue", "la même source"."""

import re

from msgspec.structs import replace

from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind
from selon.resolve.again import unnamed_again
from selon.resolve.epithets import by_office, in_other_words, is_epithet, may_describe
from selon.resolve.lexicon import Noun
from selon.resolve.memory import Turn
from selon.resolve.names import is_acronym
from selon.resolve.offices import offices
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.roles import LOOSE, SAME_HEAD, WIDER, holders, is_former
from selon.resolve.scene import DESCRIBED, EITHER, LEADERS, THRESHOLD, Answer, Scene, answer_with, best_of, unresolved
from selon.resolve.subjects import named_since
from selon.resolve.tokens import key, longest, word_tokens
from selon.resolve.unnamed import of_crowd
from selon.resolve.voices import of_anonymous, of_body

NAMED_AFTER = 0.7
_OWNED = re.compile(r"\w(?:['’]s|s['’])\s+([^\W\d_][\w\s-]*)\Z")  # what stands behind a genitive
AFTER_CHARS = 600  # from "un procureur" to the name of the only prosecutor in the text


def by_description(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """A role without a name: whose role it is; else, right after somebody spoke, that speaker; else a description of nobody known."""
    if said.number == "p" or said.determiner == "quantity":
        return of_crowd(said, scene)
    if _is_owner(said, scene.article.text) or (said.determiner == "indefinite" and said.head is None):
        return unresolved(said, scene)
    if said.determiner == "indefinite":
        after = _named_after(said, scene)
        if after is not None:
            return answer_with(after, f"named after: «{_role_of(after, scene.article.text)}»", NAMED_AFTER, scene)
        voice = of_anonymous(said, scene.article, lexicon=scene.lexicon)
        return Answer(voice, "not named", 0.8, (said.span,), ((voice.claimant.name, 0.8),))
    text, at = scene.article.text, said.span.start
    if said.head is None and said.head_key and said.determiner in ("definite", "demonstrative") and not said.countries:
        said = _of_a_trade(said, scene)
    able = _able(said, scene)
    turns = scene.memory.before(at, item.parent) or scene.memory.before(at, None)
    last = turns[0].voice.person if turns else None
    if able and able[0][1] >= THRESHOLD:
        equals = [person for person, score in able if score >= able[0][1] - 0.02]
        best = last if last in equals and last is not None else equals[0]
        sure = len(equals) == 1 and not _of_another(said, best, scene) and not _is_somebody_nearer(said, able[0], last, scene)
        score = able[0][1] if sure or best is last else EITHER
        return answer_with(best, f"role met in the text: «{_role_of(best, text)}»", score, scene, None, _ranked(able))
    return unnamed_again(said, item.parent, scene) or _of_nobodys_role(item, said, able, turns, scene)


def _of_nobodys_role(item: Attribution, said: Phrase, able: list[tuple[Person, float]], turns: list[Turn], scene: Scene) -> Answer:
    """A description that nobody's role answers well: of who spoke last, where he may be meant."""
    text, ranked = scene.article.text, _ranked(able)
    last = turns[0].voice.person if turns else None
    office = offices(said, text, scene.lexicon)
    if last is not None and in_other_words(said, office, able, last, scene):
        return answer_with(last, f"role met in the text, in other words: «{_role_of(last, text)}»", DESCRIBED, scene, None, ranked)
    near = by_office(said, office, last, scene) if office else _if_nobody_else_spoke(said, last, turns, scene)
    if near is not None and may_describe(item, said, near, scene) and (office or is_epithet(said, near, able, scene)):
        scene.epithets.setdefault(id(near), said.head_key)
        return answer_with(near, "a description of who was named last", DESCRIBED, scene, None, (*ranked, (near.name, DESCRIBED)))
    if said.head is None and said.shape == "thing" and said.determiner not in ("demonstrative", "possessive"):
        return _thing(said, scene)
    return unresolved(said, scene, ranked)


def _is_owner(said: Phrase, text: str) -> bool:
    """Does the noun only say whose the others are, whom no table knows ("the mayor's backers")?"""
    owned = _OWNED.search(said.span.of(text))
    noun = said.head.key if said.head is not None else said.head_key
    return owned is not None and bool(noun) and noun not in " ".join(map(key, owned[1].split()))


def _ranked(able: list[tuple[Person, float]]) -> tuple[tuple[str, float], ...]:
    return tuple((person.name, round(score, 2)) for person, score in able[:5])


def _if_nobody_else_spoke(said: Phrase, last: Person | None, turns: list[Turn], scene: Scene) -> Person | None:
    """Who spoke last, unless somebody whom the text leaves open did since ("the mayor's spokesman said")."""
    since = turns[0].end if turns else -1
    return None if scene.memory.riddle(since, said.span.start, said.gender, None) is not None else last


def _able(said: Phrase, scene: Scene) -> list[tuple[Person, float]]:
    """Whose role it may be, best first; without an article ("a senior U.S. | Official") nothing says that somebody known is meant."""
    if said.head is None:
        return []
    able = _in_their_time(said, holders(said, scene.cast, said.span.start, scene.article.text, scene.lexicon), scene)
    if not said.determiner and not scene.lexicon.grammar.articled:
        return [pair for pair in able if pair[1] > SAME_HEAD]
    return [(one, EITHER if score == WIDER and _is_hardly(said, one, scene) else score) for one, score in able]


def _is_hardly(said: Phrase, person: Person, scene: Scene) -> bool:
    """As in "the official": hardly a minister who did not speak last; "the Norwegian leader": hardly who leads something else.

    Nobody is called by such a wider noun before the text has named him.
    """
    if said.determiner != "definite":
        return False
    if person.first > said.span.end:
        return True
    turns = scene.memory.before(said.span.start, None)
    last = next((turn.voice.person for turn in turns if turn.voice.person is not None), None)
    stated = any(role.countries for role in scene.cast.roles_of(person))
    return last is not person and (len(said.content) == 1 or (bool(said.countries) and not stated))


def _in_their_time(said: Phrase, able: list[tuple[Person, float]], scene: Scene) -> list[tuple[Person, float]]:
    """Without who holds an office still, where the description is "l'ancien maire"; without who held it once, where it is "le maire"."""
    text, told = scene.article.text, scene.lexicon
    if not able:
        return able
    if is_former(said.span, said, text, told):
        return [pair for pair in able if any(is_former(role.span, role, text, told) for role in scene.cast.roles_of(pair[0]))]
    office = offices(said, text, told)
    return [pair for pair in able if not _held_once(pair[0], said, office, scene)]


def _held_once(person: Person, said: Phrase, office: frozenset[str], scene: Scene) -> bool:
    """Does the text tell that office, or that role, of the person only as one of the past?"""
    text, told, head = scene.article.text, scene.lexicon, said.head.key if said.head is not None else ""
    roles = scene.cast.roles_of(person)
    held = [role for role in roles if (role.offices & office if office else role.head is not None and role.head.key == head)]
    return bool(held) and all(is_former(role.span, role, text, told) for role in held)


def _of_another(said: Phrase, best: Person, scene: Scene) -> bool:
    """As in "le président" where the text has a president of an assembly by name, and speaks of the head of state without one."""
    office = offices(said, scene.article.text, scene.lexicon) & LEADERS
    if not office or any(role.offices & office for role in scene.cast.roles_of(best)):
        return False
    held = {one for person in scene.cast.persons for role in scene.cast.roles_of(person) for one in role.offices}
    return bool(office & scene.leaders - held)


def _is_somebody_nearer(said: Phrase, best: tuple[Person, float], last: Person | None, scene: Scene) -> bool:
    """As in "l'acteur" after "Ivo Talmar a dit": may a bare noun rather mean who spoke last, whose role is not told?

    A former holder is rather anybody named since whose role is not told: the press names them so.
    """
    person, score = best
    bare = said.head is not None and len(said.content) <= len(said.head.key.split()) and score <= SAME_HEAD
    at = said.span.start
    if is_former(said.span, said, scene.article.text, scene.lexicon):
        free = (one for one, _ in scene.cast.since(max(person.last(at), 0), at) if " " in one.name and one.may_be(said.gender))
        return not all(any(scene.cast.roles_of(one)) for one in free)
    if bare and said.determiner == "demonstrative" and any(named_since(scene.memory, person.last(at), at, said.gender)):
        return True  # "ce chercheur" is who was named last
    if not bare or said.determiner != "definite" or last is None or " " not in last.name:
        return False
    if not last.may_be(said.gender) or any(scene.cast.roles_of(last)):
        return False
    return last.last(at) > person.last(at)


def _named_after(said: Phrase, scene: Scene) -> Person | None:
    """As in "a déclaré un procureur. …, a dit Ivo Talmar, procureur de Sorneville": its only holder, named first soon after."""
    assert said.head is not None
    text = scene.article.text
    able = [
        person
        for person, score in holders(said, scene.cast, said.span.start, text, scene.lexicon)
        if score > LOOSE and any(role.head is not None and role.head.key == said.head.key for role in person.roles)
    ]
    if len(able) != 1 or not said.span.end < able[0].first < said.span.end + AFTER_CHARS:
        return None
    return able[0]


def _of_a_trade(said: Phrase, scene: Scene) -> Phrase:
    """As in "le couvreur" after "Ivo, un couvreur": a noun of no table that the text gave to somebody as a role."""
    known = scene.cast.holding([said.head_key])
    return replace(said, head=Noun("role", said.head_key, said.gender), shape="role") if known else said


def last_named(said: Phrase, scene: Scene) -> Person | None:
    """Where nobody has spoken yet: the person who was named last before, outside quotations."""
    near = scene.cast.since(0, said.span.start)
    return next((person for person, mention in near if not scene.memory.in_quotes(mention.start)), None)


def _role_of(person: Person, text: str) -> str:
    return " ".join(person.roles[0].span.of(text).split()) if person.roles else person.name


def same_again(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "la même source", "la source": the last source that was no person, else the last speaker."""
    turns = scene.memory.before(said.span.start, item.parent) or scene.memory.before(said.span.start, None)
    role = said.head is not None and said.head.kind == "role"
    turns = [turn for turn in turns if turn.voice.number == said.number]
    if said.shape == "anonymous":
        turns = [turn for turn in turns if turn.voice.claimant.kind is not ClaimantKind.STATE or turn.voice.number == "s"]
    if said.shape == "anonymous" and not said.same:
        nobodys = [turn for turn in turns if _is_unnamed(turn) and (turn in turns[:2] or is_source(turn, scene))]
        turns = nobodys or [turn for turn in turns[:1] if turn.voice.person is None]
    if (
        said.shape == "anonymous"
        and turns
        and (scene.memory.left_open(turns[0].end, said.span.start, said.number) or _is_mentioned(said, turns[0], scene))
    ):
        return unresolved(said, scene)  # "une source a dit …", which nobody tells apart, stands nearer
    if said.shape == "document":  # "ce même texte" is not who spoke last
        turns = [turn for turn in turns if turn.voice.claimant.kind is ClaimantKind.DOCUMENT]
    fitting = [turn for turn in turns[:3] if (turn.voice.person is not None) == role] or turns[:1]
    return best_of([(turn.voice, 0.8) for turn in fitting[:1]], said, scene, "the same as before")


def _with_particle(said: Phrase, scene: Scene) -> Person | None:
    """As in "de Talmar said" in a text on Ivo de Talmar: the one person whose full name ends so."""
    form = " ".join(said.span.of(scene.article.text).split())
    if not form[:1].islower() or " " not in form:
        return None
    able = [person for person in scene.cast.persons if person.name.endswith(f" {form}")]
    return able[0] if len(able) == 1 else None


def _is_mentioned(said: Phrase, turn: Turn, scene: Scene) -> bool:
    """As in "selon la Houle, qui cite une source anonyme": does such a source stand nearer, whose words none are?"""
    told = scene.lexicon
    tokens = word_tokens(scene.article.text, turn.end, said.span.start)
    pairs = ((told.determiners.get(first.folded), longest(told.nouns, tokens, at + 1)) for at, first in enumerate(tokens[:-1]))
    return any(
        row is not None and row.kind == "indefinite" and row.number == said.number and noun is not None and noun[0].kind == "anonymous"
        for row, noun in pairs
    )


def _is_unnamed(turn: Turn) -> bool:
    return turn.voice.claimant.kind is ClaimantKind.ANONYMOUS


def is_source(turn: Turn, scene: Scene) -> bool:
    """As in "une source proche du dossier": a noun for a source, and none for an office, opens the name."""
    name = turn.voice.claimant.name
    noun = longest(scene.lexicon.nouns, word_tokens(name, 0, len(name)), 0)
    return noun is not None and noun[0].kind == "anonymous"


def _thing(said: Phrase, scene: Scene) -> Answer:
    """A noun of no table: a body under its own words, where the first of them has a capital, or a name stands beside it."""
    bearer = _with_particle(said, scene)
    if bearer is not None:
        return answer_with(bearer, f"short for «{bearer.name}»", 0.7, scene, said.span)
    if not _proper(said, scene) or _may_be_epithet(said, scene) or _is_of_a_people(said, scene):
        return Answer(None, f"not known what speaks: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_body(said, scene.article, ClaimantKind.BODY)
    return Answer(voice, "as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def _may_be_epithet(said: Phrase, scene: Scene) -> bool:
    """As in "le Patriarche" after "Ivo Talmar a dit": capitals that stand nowhere else, after a person of that gender spoke."""
    form = said.core.of(scene.article.text)
    turns = scene.memory.before(said.span.start, None)[:1]
    person = turns[0].voice.person if turns else None
    able = person is not None and person.may_be(said.gender) and said.determiner == "definite" and said.gender != ""
    return able and form[:1].isupper() and not is_acronym(form.split()[0]) and scene.article.text.count(form) == 1


def _is_of_a_people(said: Phrase, scene: Scene) -> bool:
    """As in "le Norvégien": somebody by his people alone, which names nobody."""
    return said.determiner == "definite" and said.number == "s" and key(said.core.of(scene.article.text)) in scene.lexicon.adjectives


def _proper(said: Phrase, scene: Scene) -> bool:
    """Is it a proper name ("la Macif"), or a noun with one right after it ("le collectif Marées")?"""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    capital = next((at for at, word in enumerate(tokens) if word.form[0].isupper()), None)
    return capital is not None and not any(word.folded in scene.lexicon.small for word in tokens[: capital + 1])
