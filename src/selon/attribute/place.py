"""What the readings of one cue may look at, and how a reading is written down."""

from collections.abc import Callable
from dataclasses import dataclass

from selon.attribute.agreement import disagree
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, whole
from selon.attribute.cue import Cue
from selon.attribute.tokens import Passage
from selon.model.span import Span


@dataclass(slots=True, eq=False)
class Place:
    """One cue in its sentence; all numbers are tokens. Never changed, as a passage."""

    found: Passage
    cue: Cue
    first: int  # the sentence, or the content the cue stands in
    end: int  # the sentence
    limit: int  # the end of the content the cue stands in, else the sentence's
    groups: list[Cue]  # of the sentence
    last: Span | None  # the source of the reading before, in this sentence
    before: tuple[Span, ...] = ()  # its content
    speaker: Span | None = None  # who spoke last, in the sentences before
    previous: Callable[[], Span | None] | None = None  # the sentence before, as a content


def candidate(
    place: Place, rule: str, source: Span | None, content: tuple[Span, ...], features: tuple[str, ...], shown: Span | None = None
) -> Candidate:
    """A reading of the cue of a place; the verb's row gives its stance."""
    found, cue = place.found, place.cue
    ends = [found.end(cue.end - 1), *[span.end for span in content]]
    if source is not None:
        ends.append(source.end)
    verb, negated = cue.verb, cue.negated
    return Candidate(
        rule,
        source,
        found.span_of(cue.shown, cue.end) if shown is None else shown,
        content,
        (*features, "negated") if negated and verb.negated is None else features,
        verb,
        (verb.negated or verb.stance) if negated else verb.stance,
        negated,
        reasons=(f"{found.lexicon.code}/verbs.toml {verb.name}",),
        reach=max(ends),
    )


def reach(place: Place, begin: int, shape: str) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The content that begins at a token, as far as it reaches, with the feature of its end; nothing where it is too short."""
    found = place.found
    later = [group for group in place.groups if group.head > place.cue.head and not _is_of_another(place, group)]
    stop, name = content_end(found, begin, place.limit, shape, later)
    span = whole(found, begin, stop)
    if span is None or found.words(begin, stop) < (2 if shape == "object" else 1):
        return (), ()
    return (span,), (f"stop.{name}",)


def _is_of_another(place: Place, group: Cue) -> bool:
    """Does a verb behind "et" have another subject: "les élus disent que la régie ment et | nie tout"?"""
    return place.found.has(group.first - 1, "and", "but") and disagree(place.found, place.cue, group)
