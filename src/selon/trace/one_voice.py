"""Why two voices of one claim are one.

A person is not merged across articles on a name alone: that the texts are linked, or of the same days, is the second sign beside the claim.
A body is one under its name and a shorter form of it, and one with who speaks for it. Who utters the same words is one under any name; in
few words only one of the two may be named beside them, the other is described.
"""

from selon.groups import Groups
from selon.model.claimant import ClaimantKind
from selon.trace.moments import begins
from selon.trace.names import key, proper, written
from selon.trace.utterances import one_utterance
from selon.trace.voice import Voice

_FULL_NAME = 2  # words
_STORY_DAYS = 7
UTTERANCE = "one utterance, word for word"
_SHORT_UTTERANCE = "one utterance in few words, of whom one text names and the other describes"
_MARKED = "one statement word for word, some of it quoted, of whom one text names and the other describes"
_DESCRIBED = "an outlet, and the words for it without its name"
_LEAST_DESCRIBING = 5  # letters of a word that tells one kind of outlet from another ("state", "local")
OFFICE = "an office without a name, and who holds it, for one claim in texts of the same days"
_SAME_WORDS = "one unnamed source, in the same words and more, in texts that are linked"
_PLACED = "a body, and the same words with what tells whose it is, for one claim in texts of the same days"
_LEAST_PLACED = 2  # words of such a body ("port office", "port office of Norr"); one is that of many ("office")
_LEAST_OFFICE = 2  # words of an office that tell whose it is ("spokesman of the port")
_LEAST_SAME = 3  # words of a description that another one goes on from
SPOKEN_FOR = "a body and who speaks for it"
UTTERED = frozenset({UTTERANCE, _SHORT_UTTERANCE, _MARKED})
_SURNAMED = frozenset({ClaimantKind.PERSON, ClaimantKind.BODY})  # kinds that a bare surname is read as


def why_one(a: Voice, b: Voice, groups: Groups[str], persons: frozenset[tuple[str, str]]) -> str | None:
    """Why two voices of one claim are one; None where they may be two. A name alone is never enough for a person."""
    if one_utterance(a.quoted, b.quoted) or not persons.isdisjoint(((a.claimant.id, b.claimant.id), (b.claimant.id, a.claimant.id))):
        return UTTERANCE
    told = _one_statement(a, b)
    if told is not None:
        return told
    told = next((why for test, why in _ONE_WAY if test(a, b) or test(b, a)), None)
    if told is not None:
        return told
    mine, theirs = key(a.claimant.name), key(b.claimant.name)
    linked = _linked(a, b, groups)
    if mine == theirs and linked:
        return "one name, in texts that are linked"
    if linked and not a.is_named and not b.is_named and _goes_on(mine, theirs):
        return _SAME_WORDS
    if a.is_person or b.is_person:
        return _one_person(a, b)
    if not written(a.claimant.name).isdisjoint(written(b.claimant.name)):
        return "one name, written in full or short"
    if _is_placed(a, b) or _is_placed(b, a):
        return _PLACED
    shorter, longer = sorted((proper(a.claimant.name), proper(b.claimant.name)), key=len)
    if shorter and shorter <= longer and (len(shorter) >= _FULL_NAME or linked):
        return "one name, in a shorter form" if shorter != longer else "one name"
    return None


def _one_statement(a: Voice, b: Voice) -> str | None:
    """Why two of whom one text names and the other describes tell one statement, in texts of the same days."""
    if _days_apart(a, b) > _STORY_DAYS:
        return None
    if a.is_described != b.is_described and one_utterance(a.few_words, b.few_words):
        return _SHORT_UTTERANCE
    persons = a.is_person and b.is_person and a.is_anonymous != b.is_anonymous
    return _MARKED if persons and not a.marked.isdisjoint(b.marked) else None


def _one_person(a: Voice, b: Voice) -> str | None:
    """Why two voices are one person, in texts of the same days."""
    if _days_apart(a, b) > _STORY_DAYS:
        return None
    mine, theirs = key(a.claimant.name), key(b.claimant.name)
    if mine == theirs:
        return "one full name, for one claim in texts of the same days" if len(mine) >= _FULL_NAME and a.is_person and b.is_person else None
    full, short = (a, b) if len(mine) > len(theirs) else (b, a)
    surname = key(short.claimant.name)
    bare = len(surname) == 1 and full.claimant.kind is ClaimantKind.PERSON and short.claimant.kind in _SURNAMED
    return (
        "a full name and its surname, for one claim in texts of the same days" if bare and key(full.claimant.name)[-1:] == surname else None
    )


def _holds(person: Voice, office: Voice) -> bool:
    """Is one a person whose office, in the same words, is all that the other is known by?"""
    role = person.claimant.role
    if role is None or person.claimant.kind is not ClaimantKind.PERSON or office.claimant.kind is not ClaimantKind.ANONYMOUS:
        return False
    words = key(office.claimant.name)
    return len(words) >= _LEAST_OFFICE and words == key(role) and _days_apart(person, office) <= _STORY_DAYS


def _is_placed(body: Voice, longer: Voice) -> bool:
    """Is one a body without a name of its own, from whose words the other's name goes on?"""
    short, long = key(body.claimant.name), key(longer.claimant.name)
    if proper(body.claimant.name) or not proper(longer.claimant.name) or _days_apart(body, longer) > _STORY_DAYS:
        return False
    return len(long) > len(short) >= _LEAST_PLACED and long[: len(short)] == short


def _goes_on(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Does one description go on from the whole of the other ("experts of the port", "experts of the port in Norr")?"""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST_SAME and long[: len(short)] == short


def _is_described(outlet: Voice, other: Voice) -> bool:
    """Is one an outlet without a name ("state media") whose first word others use of the other, which has one ("state news agency ...")?"""
    if {outlet.claimant.kind, other.claimant.kind} != {ClaimantKind.OUTLET} or _days_apart(outlet, other) > _STORY_DAYS:
        return False
    words = [word for word in key(outlet.claimant.name) if len(word) >= _LEAST_DESCRIBING]
    return not proper(outlet.claimant.name) and bool(proper(other.claimant.name)) and len(words) > 1 and words[0] in other.called


def _speaks_for(person: Voice, body: Voice) -> bool:
    """Is one a person whose body, by the same name, is the other?"""
    organisation = person.claimant.organisation
    if organisation is None or not person.claimant.acts or not person.is_person or body.is_person:
        return False
    mine, theirs = proper(organisation), proper(body.claimant.name)
    return not written(organisation).isdisjoint(written(body.claimant.name)) or bool(mine and mine == theirs)


def _days_apart(a: Voice, b: Voice) -> int:
    """Days between the nearest texts of two voices; many where none is dated."""
    days = [[begins(one.when) for one in voice.appearances if one.when and one.when.earliest] for voice in (a, b)]
    return min((abs(x - y).days for x in days[0] for y in days[1]), default=_STORY_DAYS + 1)


def _linked(a: Voice, b: Voice, groups: Groups[str]) -> bool:
    mine, theirs = ({groups.root(one.article_id) for one in voice.appearances} for voice in (a, b))
    return bool(mine & theirs)


_ONE_WAY = ((_speaks_for, SPOKEN_FOR), (_is_described, _DESCRIBED), (_holds, OFFICE))  # what one of two may be to the other
