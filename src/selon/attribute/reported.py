"""Sentences in the mood of reported speech that name nobody: they go on with whoever was told before.

"Der Minister sagte, … . Die Brücke sei sicher." The mood stands in the first finite verb of the sentence; a word such as
"demnach" at its beginning does the same. Not done yet: whose words they are where two have spoken.
"""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.conjugation import REPORTED
from selon.attribute.contents import whole
from selon.attribute.forms import is_finite, moods
from selon.attribute.tokens import Passage
from selon.model.span import Span

_NEAR = 250  # characters since the reading before: the sentence between may be the author's


def reported(found: Passage, first: int, end: int, last: tuple[Span, int] | None) -> Iterator[Candidate]:
    """The candidate of a sentence without a reading; none where nobody spoke just before."""
    if last is None or not found.lexicon.reports or not 0 <= found.starts[first] - last[1] <= _NEAR or not _is_reported(found, first, end):
        return
    content = whole(found, first, end)
    if content is not None and found.words(first, end) >= 3 and first not in found.quote_at:
        yield Candidate(
            rule="floating.reported",
            source=last[0],
            cue=None,
            content=(content,),
            features=("floating.reported",),
            reasons=("the mood of reported speech, right after an attributed sentence",),
            reach=content.end,
        )


def _is_reported(found: Passage, first: int, end: int) -> bool:
    if "hence" in found.kinds[first]:
        return True
    verb = next((at for at in range(first, end) if is_finite(found, at)), None)
    if verb is None or any("first" in found.kinds[at] for at in range(first, verb)):
        return False
    if REPORTED in moods(found, verb):
        return True
    return "reported" in found.kinds[verb] and not any("opener" in found.kinds[at] for at in range(first, verb))
