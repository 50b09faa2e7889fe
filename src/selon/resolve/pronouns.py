"""Whom a pronoun means: personal ones by who spoke and who came in since, "ce dernier" by who was named last."""

from msgspec.structs import replace

from selon.languages.fold import fold
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.antecedents import Ranked, candidates, is_open, is_told_on, name_of
from selon.resolve.between import BODIES, another_noun, plural_subject
from selon.resolve.clause_subjects import subject
from selon.resolve.described import is_source
from selon.resolve.epithets import is_told_of
from selon.resolve.memory import Memory, Turn
from selon.resolve.named import by_proper_name
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.phrase import phrase
from selon.resolve.recent import recent
from selon.resolve.scene import AS_TOLD, THRESHOLD, Answer, Scene, best_of, unresolved
from selon.resolve.scores import ELSEWHERE, INSIDE, OUTER, SUBJECT, THING, doubted
from selon.resolve.seated import is_anothers, opening_body
from selon.resolve.shortened import by_body
from selon.resolve.subjects import acts_there, starts
from selon.resolve.tokens import last_words, word_tokens
from selon.resolve.unnamed import of_crowd
from selon.resolve.voices import VOICES, Voice, may_mean

_LONG_NAME = 3  # words
_NEAR_CHARS = 20  # before a pronoun
_CLITICS = 3  # words before it: "lui a-t-on"
_BEHIND_CHARS, _BEHIND_WORDS = 60, 5  # behind it, with the participle: "a-t-on affirmé du côté de"
_MARKS = ("«", "“", '"')
_BRACKETS = ("[", "(")
OF_ITS_OWN = "pronoun: the subject of what is said"
_HELD = "verb.held"  # "after what it said was a raid": whose word it is the subject of the sentence tells


def by_pronoun(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """Whom a pronoun means; nobody, where two are as likely or nothing shows it."""
    row = scene.lexicon.pronouns[said.pronoun]
    text, at = scene.article.text, said.span.start
    if row.kind == "impersonal" and text[at - 1 : at] in ("-", "‑"):
        return best_of(_last_body(item, said, scene), said, scene, "the last speaker, who is no person")
    if row.kind in ("vague", "impersonal") or _is_either(said, scene):
        return Answer(None, f"nobody in particular: «{said.span.of(scene.article.text)}»", 0.0)
    if row.kind == "recent":
        return best_of(recent(said, scene), said, scene, "pronoun: the last named who agrees")
    ahead = item.rule == _HELD or item.content[0].start > said.span.start
    opening = opening_body(said, scene.memory) if item.parent is None and ahead else None
    if opening is not None:
        found = by_proper_name(opening, scene) if opening.named is not None else by_body(item, opening, scene)
        return best_of(
            [(found.voice, SUBJECT)] if found.voice is not None else [], said, scene, "pronoun: the body that opens the sentence"
        )
    if item.rule == _HELD and item.parent is None and is_anothers(said, scene.memory):
        return unresolved(said, scene)
    if item.rule == AS_TOLD:
        return _subject_of_its_own(item, said, scene)
    able = [pair for pair in _personal(item, said, scene) if not _is_another(_person(pair[0]), item, said, scene)]
    able = [pair for pair in able if not _is_named_after_another(_person(pair[0]), scene)]
    comes_in = _comes_in(item, said, scene)
    known = any(score >= THRESHOLD for _, score in able)
    if comes_in is not None and (comes_in.first >= item.content[0].start or not known or is_open(able)):
        able = [(comes_in, SUBJECT)]
    if is_open(able):
        return unresolved(said, scene, tuple((name_of(one), round(score, 2)) for one, score in able))
    return best_of(able, said, scene, "pronoun: the last speaker or subject who agrees")


def _comes_in(item: Attribution, said: Phrase, scene: Scene) -> Person | None:
    """As in "Le préfet Ivo Talmar viendra lundi, a-t-il dit": who is named as the subject of what is told in the narrator's words."""
    own, at = item.content[0], said.span.start
    inverted = item.rule.endswith("incise") and scene.article.text[at - 1 : at] in ("-", "\u2011")
    if not inverted or item.kind is not SpeechKind.INDIRECT or item.parent is not None or said.number != "s" or own.start > at:
        return None
    told = next(subject(own.start, own.end, item, scene), None)
    person = told.person if told is not None else None
    named = told is not None and person is not None and any(told.said.span.covers(span) for span in person.mentions)
    if not named or person is None or person.gender != said.gender or is_told_on(said, item, scene.memory):
        return None
    return person


def _subject_of_its_own(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "Ada Bry s'en va, comme elle l'a dit": the subject of what is said; else nobody is shown."""
    own = item.content[0]
    told = next(subject(own.start, own.end, item, scene), None)
    person = told.person if told is not None else None
    able = person is not None and said.number == "s" and person.may_be(said.gender)
    answer = best_of([(person, SUBJECT)] if able and person is not None else [], said, scene, OF_ITS_OWN)
    return replace(answer, how=OF_ITS_OWN)


def _last_body(item: Attribution, said: Phrase, scene: Scene) -> Ranked:
    """Who spoke last, where "a-t-on ajouté" may mean it: one body or source, and nothing tells of others."""
    text, told = scene.article.text, scene.lexicon
    before = word_tokens(text, max(0, said.span.start - _NEAR_CHARS), said.span.start)[-_CLITICS:]
    behind = word_tokens(text, said.span.end, min(len(text), said.span.end + _BEHIND_CHARS))[:_BEHIND_WORDS]
    if any(word.folded in told.told_to for word in before) or any(word.folded in told.heard for word in (*before, *behind[:2])):
        return []
    if any(word.folded in told.sides for word in behind):
        return []
    turns = scene.memory.before(said.span.start, item.parent)[:1]
    bodies = [turn for turn in turns if turn.voice.claimant.kind in VOICES and _is_one_mouth(turn, scene)]
    return [(turn.voice, 0.6) for turn in bodies]


def _is_one_mouth(turn: Turn, scene: Scene) -> bool:
    """Neither several people nor somebody described: "plusieurs pêcheurs", "un cadre"."""
    if turn.voice.claimant.kind is ClaimantKind.GROUP:
        return turn.voice.number == "s"
    return turn.voice.claimant.kind is not ClaimantKind.ANONYMOUS or is_source(turn, scene)


def _is_either(said: Phrase, scene: Scene) -> bool:
    """As in "he or she": one of two pronouns, of whoever it may be."""
    text, begin, joints = scene.article.text, max(0, said.span.start - _NEAR_CHARS), scene.lexicon.grammar.coordination
    before = fold(text[begin : said.span.start])
    if not any(joint in before for joint in joints):
        return False
    near = last_words(text, begin, said.span.start, 2)
    return len(near) == 2 and near[1].folded in joints and near[0].folded in scene.lexicon.pronouns


def _is_another(person: Person | None, item: Attribution, said: Phrase, scene: Scene) -> bool:
    """Is it somebody whom the words name, be they quoted or told behind the pronoun ("he said Talmar was late")?"""
    if person is None or is_told_of(person, item, scene.article.text) or _is_before_relative(person, said, scene):
        return person is not None
    if item.content[0].start < said.span.start:
        return False
    behind, end = said.span.end, item.content[0].end
    named = (span for one, span in scene.cast.since(behind, end) if one is person and not starts(scene.memory, behind, span.start))
    return any(not _is_his_own(span, said, scene) for span in named)


def _is_named_after_another(person: Person | None, scene: Scene) -> bool:
    """As in "Talmar National Harbour" in a text on Ivo Talmar: no person, where the first of three words is another's surname."""
    words = person.name.split() if person is not None else []
    if len(words) < _LONG_NAME or fold(words[0]) in scene.lexicon.given:
        return False
    return any(one is not person and " " in one.name and one.name.split()[-1] == words[0] for one in scene.cast.persons)


def _is_his_own(name: Span, said: Phrase, scene: Scene) -> bool:
    """As in "he gave it to the Talmar Foundation", "elle [Ada Bry, ndlr]", "S'il le dit, Ivo Talmar a …": may it be the speaker's?"""
    text, at = scene.article.text, name.end
    longer = text[at : at + 1] == " " and text[at + 1 : at + 2].isupper()
    return longer or text[said.span.end : name.start].strip() in _BRACKETS or acts_there(scene.memory, name)


def _is_before_relative(person: Person, said: Phrase, scene: Scene) -> bool:
    """As in "Ivo Talmar, dont il …", "Ivo Talmar, whom he …": whoever the clause is about is not its subject."""
    text, at = scene.article.text, said.span.start
    words = last_words(text, max(0, at - _NEAR_CHARS), at)
    if not words or words[0].folded not in scene.lexicon.relatives:
        return False
    return any(
        one is person and text[span.end : words[0].start].strip() in ("", ",") for one, span in scene.cast.since(at - 2 * _NEAR_CHARS, at)
    )


def _person(one: Voice | Person) -> Person | None:
    return one if isinstance(one, Person) else one.person


def _personal(item: Attribution, said: Phrase, scene: Scene) -> Ranked:
    outer = scene.by_id.get(item.parent) if item.parent else None
    able = _told_by_another(said, item, outer, scene) if outer is not None else candidates(said, item, scene.memory)
    turns = scene.memory.before(said.span.start, item.parent)
    if said.number == "p":
        group = plural_subject(said, scene.memory, turns[0].end if turns else -1, said.span.start)
        answered = of_crowd(group, scene) if group is not None else None
        if group is not None and not (turns and turns[0].end > group.span.start):
            able = [(answered.voice, OUTER)] if answered is not None and answered.voice is not None else []
    if outer is not None and said.number == "s" and said.gender and not able and (scene.lexicon.gendered or said.gender == "n"):
        able = _body_in_the_sentence(item, said, scene, min(span.start for span in outer.content))
    return able


def _told_by_another(said: Phrase, item: Attribution, outer: Attribution, scene: Scene) -> Ranked:
    """A pronoun inside what another says; behind the whole, whoever relays it is not meant ("« … », aurait-il dit, selon la Houle")."""
    voice, at = scene.voices.get(outer.id), said.span.start
    behind = outer.source is not None and outer.source.start > at and outer.kind is not SpeechKind.DIRECT
    inverted = item.rule.endswith("incise") and scene.article.text[at - 1 : at] in ("-", "\u2011")
    before = candidates(said, item, scene.memory) if behind and inverted else []
    if any(score >= THRESHOLD for _, score in before):
        return before
    mute = behind and voice is not None and voice.person is None
    return _inside(said, item, scene.memory, outer, None if mute else voice)


def _body_in_the_sentence(item: Attribution, said: Phrase, scene: Scene, begin: int) -> Ranked:
    """As in "la mairie prendra une décision qu'elle dit juste": where nobody can be meant, the body of that gender that stands before."""
    noun = another_noun(said, scene.memory, begin, BODIES)
    found = phrase(scene.article.text, noun, scene.lexicon) if noun is not None else None
    if found is None or found.head is None or found.shape not in BODIES:
        return []
    voice = by_body(item, found, scene).voice
    return [(voice, THING)] if voice is not None else []


def _inside(said: Phrase, attribution: Attribution, memory: Memory, outer: Attribution, outer_voice: Voice | None) -> Ranked:
    """A pronoun inside a content: who spoke there, else who is named there, else, outside quotation marks, the speaker."""
    found: Ranked = []
    at = said.span.start
    fits = [turn.voice for turn in memory.before(at, attribution.parent) if may_mean(said, turn.voice, memory.lexicon)]
    found += [(voice, doubted(SUBJECT, said.gender, voice.gender)) for voice in fits[:1]]
    begin = min(span.start for span in outer.content)
    near = {person.first: person for person, _ in memory.cast.since(begin, at)} if said.number == "s" else {}
    able = [person for _, person in sorted(near.items()) if person.may_be(said.gender)]
    found += [(person, doubted(INSIDE, said.gender, person.gender)) for person in able]
    quoted = outer.kind is SpeechKind.DIRECT or _is_open_quotation(_mark_before(memory.text, begin) + memory.text[begin:at])
    if not found and outer_voice is not None and outer.kind is SpeechKind.DIRECT:
        others = [turn.voice for turn in memory.anywhere(at) if turn.voice.person not in (None, outer_voice.person)]
        last = _last_named(said, memory, begin, outer_voice.person)
        found += [(voice, ELSEWHERE) for voice in others if may_mean(said, voice, memory.lexicon) and voice.person is last][:1]
    if outer_voice is not None and may_mean(said, outer_voice, memory.lexicon):
        inverted = attribution.rule.endswith("incise") and memory.text[at - 1 : at] in ("-", "\u2011")
        if inverted and outer.kind is SpeechKind.DIRECT and attribution.kind is not SpeechKind.DIRECT:
            found.append((outer_voice, doubted(SUBJECT, said.gender, outer_voice.gender)))
        elif not quoted:
            found.append((outer_voice, OUTER if not found else doubted(OUTER, said.gender, outer_voice.gender)))
    return sorted(found, key=lambda pair: -pair[1])


def _last_named(said: Phrase, memory: Memory, at: int, speaker: Person | None) -> Person | None:
    """Who of that gender is named last before a quotation, besides who speaks in it."""
    return next((person for person, _ in memory.cast.since(0, at) if person is not speaker and person.may_be(said.gender)), None)


def _mark_before(text: str, begin: int) -> str:
    """The mark that opens a content: right before it, or behind a space where French sets one."""
    near = text[max(0, begin - 2) : begin]
    return near[-1:] if near[-1:] in _MARKS else near[:1] if near[:1] == "«" and near[1:].isspace() else ""


def _is_open_quotation(words: str) -> bool:
    """Do the words open quotation marks that they do not close?"""
    return words.count("«") > words.count("»") or words.count("“") > words.count("”") or words.count('"') % 2 == 1
