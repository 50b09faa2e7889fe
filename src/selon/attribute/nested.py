"""The same grammar again, inside quotations: who is cited by somebody who is cited.

Only relations with a source and a cue of their own, never the first person quoting itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from selon.attribute.choose import Candidate
from selon.attribute.grammar import Inside, inner
from selon.attribute.lexicon import Lexicon
from selon.attribute.quotation import Quotation
from selon.attribute.tokens import Passage
from selon.languages import Language
from selon.languages.words import words
from selon.model.span import Span

_LEAST = 7  # spaces: shorter quotations hold no relation in fr_dev2


def within(
    text: str,
    span: Span,
    quotes: Sequence[Quotation],
    depth: int,
    language: Language,
    lexicon: Lexicon,
    known: Mapping[Span, Inside] = MappingProxyType({}),
) -> Iterator[tuple[Passage, Candidate]]:
    """The readings inside one quotation or block quotation; `quotes` are those that stand in it, of any depth.

    What is `known` already is not read again.
    """
    if text.count(" ", span.start, span.end) < _LEAST:
        return
    parts = [quote for quote in quotes if quote.depth == depth]
    inside = (known.get(span) if not parts else None) or inner(text, span, parts, language, lexicon)
    if inside.found is None:
        return
    for candidate in inside.told:
        if candidate.source is not None and candidate.cue is not None and not _is_first_person(text, candidate.source, lexicon):
            yield inside.found, candidate


def _is_first_person(text: str, source: Span, lexicon: Lexicon) -> bool:
    forms = [word.form.lower().replace("’", "'") for word in words(text, source.start, source.end)]
    return any("first" in lexicon.kinds.get(form, ()) for form in forms[:1])
