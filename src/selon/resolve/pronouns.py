"""Whom a pronoun may mean.

Scores are ordered by hand and checked on the first half of fr_dev and on fr_dev2: the last speaker who agrees is meant in nine of ten.
"""

from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.resolve.memory import Memory
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.scene import Answer, Scene, best_of
from selon.resolve.scores import EARLIER, ELSEWHERE, INSIDE, LAST_SPEAKER, OUTER, RECENT, SPEAKER_BEFORE, SUBJECT, THING, UNLIKELY, doubted
from selon.resolve.subjects import another_noun, beside, described_subject, named_since, opens
from selon.resolve.voices import Voice

_BACK = 4  # turns that a pronoun looks back
_FAR_CHARS = 400  # on fr_dev2: 300 loses three right ones, 700 lets two wrong ones in
_VOICES = frozenset({ClaimantKind.BODY, ClaimantKind.STATE, ClaimantKind.OUTLET, ClaimantKind.GROUP, ClaimantKind.ANONYMOUS})


def by_pronoun(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """Whom a pronoun means; nobody, where two are as likely or nothing shows it."""
    row = scene.lexicon.pronouns[said.pronoun]
    text, at = scene.article.text, said.span.start
    if row.kind == "impersonal" and text[at - 1 : at] in ("-", "‑"):
        bodies = [turn for turn in scene.memory.before(at, item.parent)[:1] if turn.voice.claimant.kind in _VOICES]
        return best_of([(turn.voice, 0.6) for turn in bodies], said, scene, "the last speaker, who is no person")
    if row.kind in ("vague", "impersonal"):
        return Answer(None, f"nobody in particular: «{said.span.of(scene.article.text)}»", 0.0)
    outer = scene.by_id.get(item.parent) if item.parent else None
    able: list[tuple[Voice | Person, float]]
    if row.kind == "recent":
        able = list(recent(said, scene.memory))
    else:
        able = candidates(said, item, scene.memory, outer, scene.voices.get(outer.id) if outer else None)
    return best_of(
        able,
        said,
        scene,
        "pronoun: the last named who agrees" if row.kind == "recent" else "pronoun: the last speaker or subject who agrees",
    )


def agrees(gender: str, number: str, voice: Voice) -> bool:
    """Do gender and number allow it? What is not known speaks against nothing, but a person is never "it"."""
    if number != voice.number:
        return False
    if gender == "n":
        return voice.person is None
    return not (gender and voice.gender and gender != voice.gender) and not (gender and voice.gender == "n")


def candidates(
    said: Phrase, attribution: Attribution, memory: Memory, outer: Attribution | None, outer_voice: Voice | None
) -> list[tuple[Voice | Person, float]]:
    """Whom a personal pronoun may mean, best first."""
    at = said.span.start
    if outer is not None:
        return _inside(said, attribution, memory, outer, outer_voice)
    found: list[tuple[Voice | Person, float]] = []
    turns = memory.before(at, None)
    for rank, turn in enumerate(turns[:_BACK]):
        if not agrees(said.gender, said.number, turn.voice) or (said.number == "s" and turn.voice.claimant.kind is ClaimantKind.GROUP):
            continue
        personal = turn.voice.person is not None or said.number == "p" or turn.voice.claimant.kind is ClaimantKind.ANONYMOUS
        score = (LAST_SPEAKER if rank == 0 else EARLIER) if personal else THING
        score = UNLIKELY if turn.voice.claimant.kind is ClaimantKind.ANONYMOUS else score
        score = UNLIKELY if _far(memory, turn.at, at) else score
        found.append((turn.voice, doubted(score, said.gender, turn.voice.gender)))
        if personal:
            break
    since = turns[0].end if turns else -1
    riddle = memory.riddle(since, at, said.gender, None) if said.number == "s" else None
    if riddle is not None:
        found, since = [], riddle.at
    if said.number == "s" and said.gender != "n":
        described = described_subject(said, memory, since, at)
        if described is not None:
            return [*((person, SUBJECT) for person in described), *((one, UNLIKELY) for one, _ in found)]
        for person, mention in named_since(memory, since, at, said.gender):
            if opens(memory, mention.start):
                found = [(one, min(score, SPEAKER_BEFORE)) for one, score in found]
                found.append((person, doubted(SUBJECT, said.gender, person.gender)))
                break
        else:
            found = beside(said, memory, since, found)
    return sorted(found, key=lambda pair: -pair[1])


def _far(memory: Memory, turn: int, at: int) -> bool:
    """Did the last speaker speak in an earlier paragraph, a good while ago? Then others may have come in."""
    return at - turn > _FAR_CHARS and "\n" in memory.text[turn:at]


def _inside(
    said: Phrase, attribution: Attribution, memory: Memory, outer: Attribution, outer_voice: Voice | None
) -> list[tuple[Voice | Person, float]]:
    """A pronoun inside a content: who spoke there, else who is named there, else, outside quotation marks, the speaker."""
    found: list[tuple[Voice | Person, float]] = []
    at = said.span.start
    fits = [turn.voice for turn in memory.before(at, attribution.parent) if agrees(said.gender, said.number, turn.voice)]
    found += [(voice, doubted(SUBJECT, said.gender, voice.gender)) for voice in fits[:1]]
    begin = min(span.start for span in outer.content)
    near = {person.first: person for person, _ in memory.cast.since(begin, at)} if said.number == "s" else {}
    able = [person for _, person in sorted(near.items()) if person.may_be(said.gender)]
    found += [(person, doubted(INSIDE, said.gender, person.gender)) for person in able]
    if not found and outer_voice is not None:
        others = [turn.voice for turn in memory.anywhere(at) if turn.voice.person not in (None, outer_voice.person)]
        found += [(voice, ELSEWHERE) for voice in others if agrees(said.gender, said.number, voice)][:1]
    if outer.kind is not SpeechKind.DIRECT and outer_voice is not None and agrees(said.gender, said.number, outer_voice):
        found.append((outer_voice, doubted(OUTER, said.gender, outer_voice.gender)))
    return sorted(found, key=lambda pair: -pair[1])


def recent(said: Phrase, memory: Memory) -> list[tuple[Person, float]]:
    """As in "ce dernier": the person who was named last and agrees."""
    near = memory.cast.since(0, said.span.start)
    last = next(((person, mention) for person, mention in near if person.may_be(said.gender)), None)
    if last is None or said.number != "s" or another_noun(said, memory, last[1].start):
        return []
    return [(last[0], doubted(RECENT, said.gender, last[0].gender))]
