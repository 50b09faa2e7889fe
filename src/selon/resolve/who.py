"""Who stands behind each attribution of one article.

claimants     one resolution an attribution, in its order
phrase.py     the source's words taken apart           cast.py    the persons of the article, their names and roles
roles.py      which role a description means           memory.py  who spoke so far, whom a pronoun may mean
institutions.py  bodies under short names              voices.py  the claimant that comes out

Below the threshold the claimant stays None, and `how` says "unresolved: «il»".
Not done yet: groups under other words ("les marcheurs", "ils"), descriptions that need knowledge of the world
("le Premier ministre" where the text never names one).
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.span import Span
from selon.resolve.announced import announcement, titled_spellings
from selon.resolve.bodies import head_noun
from selon.resolve.cast import Cast, Person, block_tokens, cast
from selon.resolve.institutions import FullName, antecedent, by_officer, full_names
from selon.resolve.lexicon import Lexicon, lexicon
from selon.resolve.memory import Memory, Riddle, Turn, candidates, recent
from selon.resolve.names import initials, is_acronym
from selon.resolve.offices import offices
from selon.resolve.phrase import Phrase, phrase
from selon.resolve.roles import at_odds, holders
from selon.resolve.tokens import Token, key, word_tokens
from selon.resolve.voices import Voice, of_anonymous, of_body, of_person, several

THRESHOLD = 0.5  # fr_dev (first half), fr_dev2 and the seeds: what scores below is wrong as often as right
_DESCRIBED = 0.55  # a description that nobody's role answers, right after somebody spoke
_KINDS = {kind.value: kind for kind in ClaimantKind}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source phrase turned out to be."""

    voice: Voice | None
    how: str
    score: float
    evidence: tuple[Span, ...] = ()
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Scene:
    """All that the questions about one article need."""

    article: Article
    lexicon: Lexicon
    cast: Cast
    names: tuple[FullName, ...]
    blocks: list[list[Token]]
    memory: Memory
    voices: dict[str, Voice]  # by attribution id
    by_id: dict[str, Attribution]


def claimants(article: Article, attributions: tuple[Attribution, ...], language: Language) -> tuple[Resolution, ...]:
    """Who stands behind each attribution: one resolution for each, in the same order."""
    told = lexicon(language)
    said = {
        item.id: phrase(article.text, span, told)
        for item in attributions
        if (span := item.source or announcement(item, article)) is not None
    }
    blocks = block_tokens(article)
    people = titled_spellings(cast(article, language, [item for item in said.values() if item.name is not None], blocks), article)
    quoted = [span for item in attributions if item.kind is SpeechKind.DIRECT for span in item.content]
    scene = Scene(
        article,
        told,
        people,
        full_names(article, language, blocks),
        blocks,
        Memory(people, article.text, told, quoted=quoted),
        {},
        {item.id: item for item in attributions},
    )
    answers: dict[str, Answer] = {}
    for item in sorted(attributions, key=lambda item: (_depth(item, scene.by_id), *_place(item, said))):
        answers[item.id] = _answer(item, said.get(item.id), scene)
        _remember(item, answers[item.id], said.get(item.id), scene)
    _named_later(attributions, said, answers, scene)
    return tuple(_resolution(item, answers[item.id], article) for item in attributions)


def _depth(item: Attribution, by_id: dict[str, Attribution]) -> int:
    """How many contents it lies in: who speaks outside is asked first."""
    depth, outer = 0, item.parent
    while outer in by_id and depth < len(by_id):
        depth, outer = depth + 1, by_id[outer].parent
    return depth


def _place(item: Attribution, said: dict[str, Phrase]) -> tuple[int, int]:
    at = said[item.id].span.start if item.source is not None else item.content[0].start
    return (at, item.content[0].start)


def _remember(item: Attribution, answer: Answer, said: Phrase | None, scene: Scene) -> None:
    at = said.span.start if said is not None and item.source is not None else item.content[0].start
    if answer.voice is not None and answer.score >= THRESHOLD:
        scene.voices[item.id] = answer.voice
        scene.memory.turns.append(Turn(at, answer.voice, item))
    elif said is not None and said.number == "s" and said.shape in ("role", "person", "pronoun", "anonymous"):
        scene.memory.riddles.append(Riddle(at, said.gender, item.parent))


def _resolution(item: Attribution, answer: Answer, article: Article) -> Resolution:
    claimant: Claimant | None = answer.voice.claimant if answer.voice is not None and answer.score >= THRESHOLD else None
    how = answer.how
    if claimant is None and answer.voice is not None and item.source is not None:
        how = f"unresolved: «{item.source.of(article.text)}»"
    return Resolution(
        attribution_id=item.id,
        claimant=claimant,
        how=how,
        evidence=answer.evidence,
        candidates=answer.candidates,
        confidence=round(answer.score, 2) if claimant is not None else 0.0,
    )


def _answer(item: Attribution, said: Phrase | None, scene: Scene) -> Answer:
    if said is None:
        return Answer(None, "no source is named", 0.0)
    if item.source is None:
        return replace(_of_shape(item, said, scene), how="announced by the text before the quotation")
    return _of_shape(item, said, scene)


def _of_shape(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    if said.shape == "pronoun":
        return _pronoun(item, said, scene)
    joined = _joined(said, scene)
    if joined is not None:
        return joined
    if said.name is not None:
        return _name(said, scene)
    if (said.same and said.shape != "rumour") or (
        said.shape == "anonymous" and said.determiner in ("definite", "demonstrative") and said.number == "s" and len(said.content) <= 1
    ):
        return _same_again(item, said, scene)
    if said.shape == "named":
        return _named(said, scene)
    if said.shape in ("role", "thing"):
        return _described(item, said, scene)
    if said.shape == "anonymous":
        return _anonymous(said, scene)
    if said.shape == "words":
        owner = _complement(said, scene)
        return _of_shape(item, owner, scene) if owner is not None else _unresolved(said, scene)
    if said.shape == "rumour":
        return Answer(None, f"nobody's words: «{said.span.of(scene.article.text)}»", 0.0)
    return _body(item, said, scene)


def _unresolved(said: Phrase, scene: Scene, ranked: tuple[tuple[str, float], ...] = ()) -> Answer:
    return Answer(None, f"unresolved: «{said.span.of(scene.article.text)}»", 0.0, (), ranked)


def _joined(said: Phrase, scene: Scene) -> Answer | None:
    """As in "MM. Talmar et Verlin": all of them."""
    text = scene.article.text
    if said.number != "p" or not said.titled:
        return None
    rest = said.span.of(text)
    for joint in scene.lexicon.grammar.coordination:
        left, middle, right = rest.partition(f" {joint} ")
        found = (
            [scene.cast.named(part.split(". ")[-1].strip(), "", said.span.start) for part in (left.replace("\u00a0", " "), right)]
            if middle
            else []
        )
        if len(found) == 2 and all(found):
            voice = several([of_person(people[0], scene.article, scene.lexicon) for people in found], joint, said, scene.article)
            return Answer(voice, "named in the source", 0.9, (said.span,), ((voice.claimant.name, 0.9),))
    return None


def _person(
    person: Person, how: str, score: float, scene: Scene, evidence: Span | None = None, ranked: tuple[tuple[str, float], ...] = ()
) -> Answer:
    voice = of_person(person, scene.article, scene.lexicon)
    return Answer(voice, how, score, (evidence or person.mentions[0],), ranked or ((person.name, round(score, 2)),))


def _name(said: Phrase, scene: Scene) -> Answer:
    """A name in the source: the person it means; two who may bear it are told apart by gender and by who was named last."""
    text = scene.article.text
    assert said.name is not None
    form = said.name.of(text)
    people = scene.cast.named(form, said.gender, said.span.start)
    if not people:
        people = [person for person in scene.cast.persons if form in person.spellings]
    if not people and is_acronym(form):
        people = [person for person in scene.cast.persons if initials(person.name) == form]
    if not people and _only_opens(form, said, scene):
        return Answer(None, f"no name: «{form}»", 0.0)
    if not people:
        voice = of_body(replace(said, core=said.name), scene.article, ClaimantKind.BODY)
        return Answer(voice, "named in the source; nothing shows a person", 0.7, (said.span,), ((voice.claimant.name, 0.7),))
    rivals = tuple((person.name, round(0.95 - 0.25 * rank, 2)) for rank, person in enumerate(people[:3]))
    full = form == people[0].name
    score = 0.95 if full or len(people) == 1 else 0.7
    how = "named in the source" if full else f"short for «{people[0].name}»"
    return _person(people[0], how, score, scene, said.name, rivals)


def _only_opens(form: str, said: Phrase, scene: Scene) -> bool:
    """A word that has its capital only because a sentence begins: it stands nowhere else with one."""
    text, at = scene.article.text, said.core.start
    before = text[:at].rstrip(" \u00a0\"«“('")
    if (
        " " in form
        or is_acronym(form)
        or not form.replace("-", "")[1:].islower()
        or fold(form) in scene.lexicon.given
        or (before and before[-1] not in ".!?\n:»”" and "\n" not in text[len(before) : at])
    ):
        return False
    return all(_opening(text, match.start()) for match in re.finditer(rf"\b{re.escape(form)}\b", text) if match.start() != at)


def _opening(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \u00a0")
    return not before or before[-1] in '.!?\n:»”«"“'


def _named(said: Phrase, scene: Scene) -> Answer:
    named = said.named
    assert named is not None
    voice = of_body(said, scene.article, _KINDS[named.kind])
    how = "a place that speaks for a state or a body" if named.metonym else "named in the source"
    return Answer(voice, how, 0.95, (said.span,), ((voice.claimant.name, 0.95),))


def _pronoun(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    row = scene.lexicon.pronouns[said.pronoun]
    text, at = scene.article.text, said.span.start
    if row.kind == "impersonal" and text[at - 1 : at] in ("-", "‑"):
        bodies = [turn for turn in scene.memory.before(at, item.parent)[:1] if turn.voice.person is None]
        return _best([(turn.voice, 0.6) for turn in bodies], said, scene, "the last speaker, who is no person")
    if row.kind in ("vague", "impersonal"):
        return Answer(None, f"nobody in particular: «{said.span.of(scene.article.text)}»", 0.0)
    outer = scene.by_id.get(item.parent) if item.parent else None
    able: list[tuple[Voice | Person, float]]
    if row.kind == "recent":
        able = list(recent(said, scene.memory))
    else:
        able = candidates(said, item, scene.memory, outer, scene.voices.get(outer.id) if outer else None)
    return _best(
        able,
        said,
        scene,
        "pronoun: the last named who agrees" if row.kind == "recent" else "pronoun: the last speaker or subject who agrees",
    )


def _best(able: list[tuple[Voice | Person, float]], said: Phrase, scene: Scene, how: str) -> Answer:
    ranked = tuple((one.name if isinstance(one, Person) else one.claimant.name, round(score, 2)) for one, score in able)
    if not able or able[0][1] < THRESHOLD:
        return _unresolved(said, scene, ranked)
    best, score = able[0]
    if isinstance(best, Person):
        return _person(best, how, score, scene, None, ranked)
    return Answer(best, how, score, (best.claimant.spans[0][1],) if best.claimant.spans else (), ranked)


def _same_again(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "la même source", "la source": the last source that was no person, else the last speaker."""
    turns = scene.memory.before(said.span.start, item.parent) or scene.memory.before(said.span.start, None)
    role = said.head is not None and said.head.kind == "role"
    turns = [turn for turn in turns if turn.voice.number == said.number]
    if said.shape == "anonymous" and not said.same:
        turns = [turn for turn in turns if turn.voice.claimant.kind is ClaimantKind.ANONYMOUS] or turns[:1]
    fitting = [turn for turn in turns[:3] if (turn.voice.person is not None) == role] or turns[:1]
    return _best([(turn.voice, 0.8) for turn in fitting[:1]], said, scene, "the same as before")


def _described(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """A role without a name: whose role it is; else, right after somebody spoke, that speaker; else a description of nobody known."""
    if said.number == "p" or said.determiner == "quantity":
        return _crowd(said, scene)
    if said.determiner == "indefinite":
        voice = of_anonymous(said, scene.article)
        return Answer(voice, "not named", 0.8, (said.span,), ((voice.claimant.name, 0.8),))
    text, at = scene.article.text, said.span.start
    able = holders(said, scene.cast, at, text, scene.lexicon) if said.head is not None else []
    turns = scene.memory.before(at, item.parent) or scene.memory.before(at, None)
    last = turns[0].voice.person if turns else None
    ranked = tuple((person.name, round(score, 2)) for person, score in able[:5])
    if able and able[0][1] >= THRESHOLD:
        equals = [person for person, score in able if score >= able[0][1] - 0.02]
        best = last if last in equals and last is not None else equals[0]
        score = able[0][1] if len(equals) == 1 or best is last else able[0][1] - 0.2
        return _person(best, f"role met in the text: «{_role_of(best, text)}»", score, scene, None, ranked)
    office = bool(offices(said, text, scene.lexicon))
    near = _protagonist(scene, said) if office else last
    if [person for person, _ in able] == [last] and last is not None and said.determiner in ("definite", "demonstrative"):
        return _person(last, f"role met in the text, in other words: «{_role_of(last, text)}»", _DESCRIBED, scene, None, ranked)
    if near is not None and _may_describe(said, near, scene) and (office or not any(person is not near for person, _ in able)):
        return _person(near, "a description of who was named last", _DESCRIBED, scene, None, (*ranked, (near.name, _DESCRIBED)))
    if said.head is None and said.shape == "thing" and said.determiner not in ("demonstrative", "possessive"):
        return _thing(said, scene)
    return _unresolved(said, scene, ranked)


def _may_describe(said: Phrase, person: Person, scene: Scene) -> bool:
    """May a description that answers no role be of that person? "Cette élue" must be; "la ministre" only of one without an office."""
    if said.determiner not in ("definite", "demonstrative") or at_odds(said, person, scene.article.text, scene.lexicon):
        return False
    if said.determiner == "demonstrative":
        return said.head is not None
    return said.head is not None and not _settled(person)


def _protagonist(scene: Scene, said: Phrase) -> Person | None:
    """Who may hold an office that the text gives to nobody: the one person without an office who is named most, twice at least."""
    free = [
        person
        for person in scene.cast.persons
        if not _settled(person) and not (said.gender and person.gender and said.gender != person.gender)
    ]
    free.sort(key=lambda person: -len(person.mentions))
    clear = free and len(free[0].mentions) > 1 and (len(free) == 1 or len(free[1].mentions) < len(free[0].mentions))
    return free[0] if clear and free[0].first < said.span.start else None


def _last_named(said: Phrase, scene: Scene) -> Person | None:
    """Where nobody has spoken yet: the person who was named last before, outside quotations."""
    found = [
        (mention.start, person)
        for person in scene.cast.persons
        for mention in person.mentions
        if mention.end <= said.span.start and not scene.memory.in_quotes(mention.start)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _settled(person: Person) -> bool:
    """Does the text give the person a role of another kind than a rank?"""
    return any(role.head is not None and not role.head.rank for role in person.roles)


def _role_of(person: Person, text: str) -> str:
    return " ".join(person.roles[0].span.of(text).split()) if person.roles else person.name


def _thing(said: Phrase, scene: Scene) -> Answer:
    """A noun of no table: a body under its own words, where the first of them has a capital, or a name stands beside it."""
    if not _proper(said, scene):
        return Answer(None, f"not known what speaks: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_body(said, scene.article, ClaimantKind.BODY)
    return Answer(voice, "as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def _proper(said: Phrase, scene: Scene) -> bool:
    """Is it a proper name ("la Macif"), or a noun with one right after it ("le collectif Marées")?"""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    capital = next((at for at, word in enumerate(tokens) if word.form[0].isupper()), None)
    return capital is not None and not any(word.folded in scene.lexicon.small for word in tokens[: capital + 1])


def _crowd(said: Phrase, scene: Scene) -> Answer:
    """Several people: a group under the words that tell it apart; bare "plusieurs responsables" is nobody in particular."""
    text = scene.article.text
    bare = said.head is not None and len(said.content) <= len(said.head.key.split())
    if bare or said.determiner == "quantity" or said.determiner == "possessive" or not any(char.isalpha() for char in said.core.of(text)):
        return Answer(None, f"a group that the text does not tell apart: «{said.span.of(text)}»", 0.0)
    voice = of_anonymous(said, scene.article, ClaimantKind.GROUP)
    return Answer(voice, "a group, as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def _anonymous(said: Phrase, scene: Scene) -> Answer:
    if said.number == "p" or (said.determiner in ("quantity", "indefinite") and len(said.content) <= 1):
        return Answer(None, f"not named: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_anonymous(said, scene.article)
    return Answer(voice, "not named", 0.85, (said.span,), ((voice.claimant.name, 0.85),))


def _body(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """A body: its full name where the source gives a short one."""
    text = scene.article.text
    said = replace(said, named=scene.lexicon.named.get(key(said.core.of(text))))
    kind = _KINDS[said.shape]
    if said.determiner == "indefinite" and said.number == "p" and kind is ClaimantKind.DOCUMENT:
        return Answer(None, f"not named: «{said.span.of(text)}»", 0.0)
    if said.determiner == "quantity" or (said.determiner == "indefinite" and said.number == "p"):
        return Answer(None, f"not named: «{said.span.of(text)}»", 0.0) if len(said.content) <= 1 else _crowd(said, scene)
    if kind is ClaimantKind.DOCUMENT and len(said.content) <= 1:
        return _bare_document(item, said, scene)
    short = (
        said.determiner in ("definite", "demonstrative", "possessive") and len(said.content) <= 2 and not said.core.of(text)[-1].isdigit()
    )
    full = antecedent(said, scene.names) if short and said.number == "s" else None
    if full is not None:
        name = " ".join(full.span.of(text).split())
        known = replace(said, named=scene.lexicon.named.get(key(name)))
        voice = of_body(known, scene.article, kind, name=name, aliases=_spellings(name, said.core.of(text)))
        return Answer(voice, f"short for «{name}»", 0.75, (full.span,), ((name, 0.75),))
    placed = by_officer(said, text, scene.blocks, scene.lexicon) if short else None
    if placed is not None:
        voice = of_body(said, scene.article, kind, name=placed[0], aliases=_spellings(placed[0], said.core.of(text)))
        return Answer(voice, f"short for «{placed[0]}», by its officer", 0.6, (placed[1],), ((placed[0], 0.6),))
    if said.head is not None and said.head.id == "entourage":
        return _circle(item, said, scene)
    crowd = said.head is not None and said.head.id == "crowd" and said.number == "p" and len(said.content) <= 1
    if said.determiner == "possessive" or crowd:
        return _unresolved(said, scene)
    if said.determiner == "demonstrative" or (kind is ClaimantKind.OUTLET and len(said.content) <= 1 and said.number == "s"):
        turns = [turn for turn in scene.memory.before(said.span.start, item.parent) if _of_kind(turn.voice, kind)]
        return _best([(turn.voice, 0.7) for turn in turns[:1]], said, scene, "the last of its kind that spoke")
    if said.head is not None and not said.head.alone and len(said.content) <= 1 and not said.core.of(text)[:1].isupper():
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
    return _best([(voice, _DESCRIBED) for voice in fitting[:1]], said, scene, "short for the body that spoke last")


def _bare_document(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "Le texte": its full name elsewhere, else the last document that spoke; a name written with a capital ("le Coran") is one."""
    form = said.core.of(scene.article.text)
    full = antecedent(said, scene.names) if said.number == "s" and said.determiner in ("definite", "demonstrative") else None
    if full is not None:
        name = " ".join(full.span.of(scene.article.text).split())
        voice = of_body(said, scene.article, ClaimantKind.DOCUMENT, name=name, aliases=_spellings(name, form))
        return Answer(voice, f"short for «{name}»", 0.7, (full.span,))
    turns = [turn for turn in scene.memory.before(said.span.start, item.parent) if turn.voice.claimant.kind is ClaimantKind.DOCUMENT]
    head = said.head.key if said.head is not None else form
    turns = [turn for turn in turns if said.determiner == "demonstrative" or head in key(turn.voice.claimant.name).split()]
    if turns:
        return _best([(turns[0].voice, 0.6)], said, scene, "the last document that spoke")
    if form[:1].isupper() and said.determiner == "definite":
        return Answer(of_body(said, scene.article, ClaimantKind.DOCUMENT), "named in the source", 0.8, (said.span,))
    return _unresolved(said, scene)


def _of_kind(voice: Voice, kind: ClaimantKind) -> bool:
    """Is it of that kind? A name of which nothing tells what it is may be an outlet's."""
    claimant = voice.claimant
    plain = claimant.kind is ClaimantKind.BODY and claimant.organisation is None and " " not in claimant.name.strip()
    return claimant.kind is kind or (kind is ClaimantKind.OUTLET and plain)


def _spellings(name: str, short: str) -> tuple[str, ...]:
    """The full name, and the short form where it is a name of its own and no bare noun."""
    return (name, short) if any(char.isupper() for char in short) and short != name else (name,)


def _circle(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "l'entourage du ministre": the circle of whoever holds that role; "son entourage": of whoever was named last."""
    text = scene.article.text
    person: Person | None
    if said.determiner == "possessive":
        person = _last_named(said, scene)
    else:
        owner = _complement(said, scene)
        inner = _described(item, owner, scene) if owner is not None and owner.shape == "role" else None
        person = inner.voice.person if inner is not None and inner.voice is not None else None
    if person is None:
        voice = of_body(said, scene.article, ClaimantKind.GROUP)
        return Answer(voice, "named in the source", 0.6, (said.span,)) if len(said.content) > 1 else _unresolved(said, scene)
    plain, elided = scene.lexicon.grammar.of_name
    tie = elided if fold(person.name)[0] in "aeiouyh" else f"{plain} "
    head = said.core.of(text).split()[0]
    voice = of_body(said, scene.article, ClaimantKind.GROUP, name=f"{head} {tie}{person.name}".replace("  ", " "))
    return Answer(voice, f"the circle of «{person.name}»", 0.65, (said.span, person.mentions[0]), ((voice.claimant.name, 0.65),))


def _complement(said: Phrase, scene: Scene) -> Phrase | None:
    """What stands after the first small word of a body's name."""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    at = next((i for i, word in enumerate(tokens) if i and word.folded in scene.lexicon.of), None)
    if at is None:
        return None
    begin = at if tokens[at].folded in scene.lexicon.determiners else at + 1
    return phrase(scene.article.text, Span(tokens[begin].start, said.core.end), scene.lexicon) if begin < len(tokens) else None


def _named_later(attributions: tuple[Attribution, ...], said: dict[str, Phrase], answers: dict[str, Answer], scene: Scene) -> None:
    """A head of something who speaks without a name, and is named with nothing but a rank when he speaks next."""
    order = sorted((item for item in attributions if item.parent is None and item.id in said), key=lambda item: said[item.id].span.start)
    for item, after in pairwise(order):
        first, then = said[item.id], answers[after.id]
        person = then.voice.person if then.voice is not None else None
        if (
            answers[item.id].voice is not None
            or first.shape != "role"
            or first.determiner != "definite"
            or person is None
            or first.number == "p"
        ):
            continue
        fresh = said[after.id].name is not None and person.first >= said[item.id].span.end and not _settled(person)
        if fresh and len(first.content) > 1 and not at_odds(first, person, scene.article.text, scene.lexicon):
            person.roles.insert(0, first)
            for other in order:
                if answers[other.id].voice is None or (answers[other.id].voice and answers[other.id].voice.person is person):  # type: ignore[union-attr]
                    answers[other.id] = _answer(other, said[other.id], scene)
