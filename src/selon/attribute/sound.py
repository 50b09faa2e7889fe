"""Whether a reading can stand: its source can speak at all, and no span lies across another."""

from selon.attribute.choose import Candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_NOBODY = frozenset({"first", "impersonal"})  # kinds of the words that name nobody else


def is_sound(candidate: Candidate, chosen: list[Candidate], found: Passage) -> bool:
    """Can its source speak at all, and does no span lie across its own or another reading's source and cue?"""
    source, cue, content = candidate.source, candidate.cue, candidate.content
    if not content or (source is not None and cue is not None and (source.overlaps(cue) or _says_nothing(found, candidate, source))):
        return False
    for taken in (source, cue):
        if taken is not None:
            start, end = taken.start, taken.end
            for part in content:
                if part.start < end and start < part.end:
                    return False
    if not chosen or cue is None:
        return True
    return not any(_takes(one, cue) or _tells_again(one, candidate) or _is_told_in(one, source, found) for one in chosen)


def _is_told_in(one: Candidate, source: Span | None, found: Passage) -> bool:
    """Does a source hold another's verb and who speaks there, in no relative clause: "the line said in a statement | posted …"?"""
    if source is None or one.cue is None or one.source is None or not (source.covers(one.cue) and source.covers(one.source)):
        return False
    if not found.lexicon.order.subject_first or not one.rule.startswith("verb.") or "mood.gerund" in one.features:
        return False
    return not found.has(found.at(one.source.end) - 1, "who", "which", "relative_that")


def _tells_again(one: Candidate, candidate: Candidate) -> bool:
    """Does a clause belong to the verb before already: "said in a statement posted on Monday | that it was closed"?"""
    return one.rule == candidate.rule == "verb.that" and one.content == candidate.content


def _takes(one: Candidate, cue: Span) -> bool:
    """Does a reading take a cue for its own, or for a part of its source?"""
    return (one.cue is not None and one.cue.overlaps(cue)) or (one.source is not None and one.source.covers(cue))


def _says_nothing(found: Passage, candidate: Candidate, source: Span) -> bool:
    first = found.at(source.start)
    if found.kinds[first].isdisjoint(_NOBODY) or first >= len(found) or found.starts[first] != source.start:
        return False  # as most are, or inside a quotation, where it was asked already
    alone = found.end(first) == source.end or "who" in found.kinds[first + 1]  # "ce qui montre que"
    if alone and "neuter" in found.kinds[first]:
        return not _may_be_body(candidate)
    return "first" in found.kinds[first] or (alone and "impersonal" in found.kinds[first])


def _may_be_body(candidate: Candidate) -> bool:
    """Is "it" before the verb a body that speaks ("It said the bridge was closed", never "it added a lane")?"""
    frames = candidate.verb.frames if candidate.verb is not None else frozenset()
    if "mood.infinitive" in candidate.features:
        return False  # "it is too early to say"
    return "body" in frames or ("body_that" in frames and (candidate.rule != "verb.clause" or "clause.subject" in candidate.features))
