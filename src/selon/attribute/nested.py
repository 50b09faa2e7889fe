"""The same grammar again, inside quotations: who is cited by somebody who is cited.

Only relations with a source and a cue of their own, never the first person quoting itself.
"""

from collections.abc import Iterator, Sequence

from selon.attribute.choose import Candidate
from selon.attribute.grammar import Memory, read
from selon.attribute.lexicon import Lexicon
from selon.attribute.quotation import Quotation
from selon.attribute.tokens import Passage, passage
from selon.languages import Language
from selon.languages.words import words
from selon.model.span import Span

_LEAST = 7  # spaces: shorter quotations hold no relation in fr_dev2


def within(
    text: str, span: Span, quotes: Sequence[Quotation], depth: int, language: Language, lexicon: Lexicon
) -> Iterator[tuple[Passage, Candidate]]:
    """The readings inside one quotation or block quotation; `quotes` are those that stand in it, of any depth."""
    if text.count(" ", span.start, span.end) < _LEAST:
        return
    found = passage(text, span, [quote for quote in quotes if quote.depth == depth], lexicon)
    if not found.spots:
        return
    for candidate in read(found, language, Memory(), loose=False):
        if candidate.source is not None and candidate.cue is not None and not _is_first_person(text, candidate.source, lexicon):
            yield found, candidate


def _is_first_person(text: str, source: Span, lexicon: Lexicon) -> bool:
    forms = [word.form.lower().replace("’", "'") for word in words(text, source.start, source.end)]
    return any("first" in lexicon.kinds.get(form, ()) for form in forms[:1])
