"""A description that answers nobody's role: of whom it may be all the same, where the article leaves one person only.

"Cette élue" is of who spoke last, where nobody was named since; "le ministre" of the one person whose office the article does not
give, and who leads a state only where nobody else without an office stands beside; "l'élue" of who spoke last, where nobody else without
a role spoke as often; whom a name tells apart ("le procureur de Marbourg") only of who spoke several times. Whoever stands in somebody's
own words is another, and so is whom the words name. A wrong name is worse than none.
"""

import re

from selon.model.attribution import Attribution, SpeechKind
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.roles import LOOSE, at_odds
from selon.resolve.scene import LEADERS, Scene
from selon.resolve.subjects import named_since
from selon.resolve.tokens import longest, word_tokens

_MARKED = re.compile(r"«[^»]*|“[^”]*|\"[^\"]*\"?")  # a quoted stretch inside a content
INTRODUCED = frozenset({"spokesperson", "prosecutor", "judge"})  # ids of rows: whom the press names without that role has it not
_HEARER_CHARS = 30  # between a source and its verb, within which a pronoun of the verb stands
_OPENING_LINES = 1  # the headline and a paragraph
_OFTEN = 2  # turns; among 1,400 articles who spoke once before "le maire de Marbourg" was another in two of three


def by_office(said: Phrase, office: frozenset[str], last: Person | None, scene: Scene) -> Person | None:
    """Who may hold an office that the text gives to nobody: the one person without an office who is named most.

    Who leads no state must have spoken last, and nobody may have been described by another office before.
    """
    person = scene.protagonist(said.gender, office)
    if person is None or person.first >= said.span.start or scene.offices.get(id(person), office).isdisjoint(office):
        return None
    if office & LEADERS:
        if _another_leader(office, scene) or _of_another_state(said, scene) or _only_passes(person, scene):
            return None
        if _is_set_beside(said, person, scene):
            scene.epithets.setdefault(id(person), said.head_key)  # he may be it: another noun is another's
            return None
    elif person is not last or _somebody_since(said, person, scene):
        return None
    scene.offices.setdefault(id(person), office)
    return person


def _only_passes(person: Person, scene: Scene) -> bool:
    """Is a person named seldom, and not where the text opens?"""
    opens = scene.article.text.count("\n", 0, person.first) <= _OPENING_LINES
    return len(person.mentions) <= _OFTEN and not opens


def _of_another_state(said: Phrase, scene: Scene) -> bool:
    """As in "le président norvégien" beside "un président danois": does the noun stand there with another state's adjective?"""
    told, first = scene.lexicon, scene.lexicon.grammar.head == "first"
    if not said.countries or said.head is None:
        return False
    for line, at in scene.lines.holding(said.head.key.split()[0]):
        beside = at + len(said.head.key.split()) if first else at - 1
        state = longest(told.adjectives, line.tokens, beside) if 0 <= beside < len(line.tokens) else None
        if state is not None and state[0] not in said.countries:
            return True
    return False


def _is_set_beside(said: Phrase, person: Person, scene: Scene) -> bool:
    """Does somebody else without an office stand in the paragraph of "the president", or in the one before? He may be it."""
    text, at = scene.article.text, said.span.start
    since = text.rfind("\n", 0, max(0, text.rfind("\n", 0, at))) + 1
    others = (other for other, _ in scene.cast.since(since, at) if other is not person and other.may_be(said.gender))
    return any(not scene.cast.is_settled(other) for other in others)


def _somebody_since(said: Phrase, person: Person, scene: Scene) -> bool:
    """Was somebody else named since that person, of any gender? Then an office may be his."""
    return next(scene.cast.since(person.last(said.span.start) + 1, said.span.start), None) is not None


def _another_leader(office: frozenset[str], scene: Scene) -> bool:
    """Does the text speak of another leader whom it does not name either? Then the one name may be his."""
    held = {one for person in scene.cast.persons for role in scene.cast.roles_of(person) for one in role.offices}
    return bool(scene.leaders - office - held)


def may_describe(item: Attribution, said: Phrase, person: Person, scene: Scene) -> bool:
    """May a description that answers no role be of that person? "Cette élue" must be; "la ministre" only of one without an office."""
    if said.determiner not in ("definite", "demonstrative") or said.head is None or _speaks_there(item, said, person, scene):
        return False
    if item.cue is not None and any(one is person for one, _ in scene.cast.since(said.span.end, item.cue.start)):
        return False  # "the inspector, whom Talmar accused, said"
    if item.cue is not None and _is_told_somebody(said.span.end, item.cue.start, scene):
        return False
    if at_odds(said, person, scene.cast, scene.article.text, scene.lexicon) or is_told_of(person, item, scene.article.text):
        return False
    return said.determiner == "demonstrative" or not (scene.cast.is_settled(person) or scene.is_served(person))


def _is_told_somebody(start: int, end: int, scene: Scene) -> bool:
    """As in "le procureur lui a dit": does a pronoun for the hearer stand before the verb? Who spoke last hears it, and says it not."""
    return 0 < end - start <= _HEARER_CHARS and any(
        word.folded in scene.lexicon.told_to for word in word_tokens(scene.article.text, start, end)
    )


def is_told_of(person: Person | None, item: Attribution, text: str) -> bool:
    """Is it a person whose surname stands in the quoted words? Who speaks says "I"."""
    if person is None or item.kind is SpeechKind.INDIRECT:
        return False
    surname = person.name.split()[-1]
    quoted = item.kind is SpeechKind.DIRECT
    words = (stretch for span in item.content for stretch in ([span.of(text)] if quoted else _MARKED.findall(span.of(text))))
    return any(surname in stretch and re.search(rf"\b{re.escape(surname)}\b", stretch) for stretch in words)


def is_epithet(said: Phrase, person: Person, able: list[tuple[Person, float]], scene: Scene) -> bool:
    """Is a description without an office of who spoke last, because of those without a role nobody spoke as often?"""
    if any(other is not person for other, score in able if score > LOOSE) or _has_another(said, person, scene):
        return False
    if _is_one_of_several(said, person, scene):
        return False
    if next(named_since(scene.memory, person.last(said.span.start), said.span.start, said.gender), None) is not None:
        return False
    if said.determiner == "demonstrative":
        return True
    if said.head is not None and said.head.id in INTRODUCED:
        return False
    if said.head is not None and said.head.key in scene.lexicon.ministers and _somebody_since(said, person, scene):
        return False
    free = (other for other in scene.cast.persons if other is not person and other.may_be(said.gender) and not scene.cast.is_settled(other))
    spoke = scene.memory.spoke(person)
    return spoke >= (_OFTEN if _told_by_name(said, scene) else 1) and all(scene.memory.spoke(other) < spoke for other in free)


def _has_another(said: Phrase, person: Person, scene: Scene) -> bool:
    """As in "le présentateur", then "le chroniqueur": one noun describes a person without a role, another noun may be another's."""
    return scene.epithets.get(id(person), said.head_key) != said.head_key


def _is_one_of_several(said: Phrase, person: Person, scene: Scene) -> bool:
    """As in "le pêcheur" after "des pêcheurs ont crié": several of that noun were told of since the person was named, and it may be one."""
    if said.head is None or said.determiner != "definite":
        return False
    tokens = word_tokens(scene.article.text, max(0, person.last(said.span.start)), said.span.start)
    rows = (scene.lexicon.nouns.get(word.folded) for word in tokens)
    return any(row is not None and row.number == "p" and row.key[: len(said.head.key)] == said.head.key for row in rows)


def _told_by_name(said: Phrase, scene: Scene) -> bool:
    """As in "le procureur de Marbourg", "le président du GMH": a small word, and a proper name behind it, none of a body's nouns."""
    told = scene.lexicon
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    tied = next((at for at, word in enumerate(tokens) if at and word.folded in told.ties), len(tokens))
    capitals = [word for word in tokens[tied:] if word.form[0].isupper() and word.folded not in told.states]
    return len(capitals) > 1 or any(word.folded not in told.nouns.reach for word in capitals)


def _speaks_there(item: Attribution, said: Phrase, person: Person, scene: Scene) -> bool:
    """Does the description stand in that person's own quoted words? Nobody calls himself so."""
    at = said.span.start
    outer = scene.by_id.get(item.parent) if item.parent is not None else None
    if outer is not None and outer.kind is SpeechKind.DIRECT and outer.id in scene.voices and scene.voices[outer.id].person is person:
        return True
    turns = (turn.attribution for turn in scene.memory.before(at, None) if turn.voice.person is person and turn.attribution.id != item.id)
    return any(span.start <= at < span.end for one in turns if one.kind is SpeechKind.DIRECT for span in one.content)


def in_other_words(said: Phrase, office: frozenset[str], able: list[tuple[Person, float]], last: Person, scene: Scene) -> bool:
    """As in "le patron" of a "chef d'entreprise": who spoke last is the only one whose role is near; an office is no other office."""
    if [person for person, _ in able] != [last] or said.determiner not in ("definite", "demonstrative"):
        return False
    head = frozenset(said.head.key.split()) if said.head is not None else frozenset()
    if said.content - head and all(role.role is None for role in scene.cast.roles_of(last)):
        return False  # only addressed as a lawyer: "l'avocat du plaignant" may be another one
    return not office or any(_agree(said.content - head, role) for role in scene.cast.roles_of(last))


def _agree(extra: frozenset[str], role: Phrase) -> bool:
    """Has one of the two no complement, or have both something of it in common?"""
    other = role.content - frozenset(role.head.key.split() if role.head is not None else ())
    return not extra or not other or not extra.isdisjoint(other)
