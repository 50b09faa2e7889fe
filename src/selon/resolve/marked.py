"""A name between quotation marks: "« la Rive en colère »" is what a group calls itself, and no state or place that it names."""

import re

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, word_tokens

_OPENS = re.compile(r"[«“\"]\s*(?:\w+['’ \u00a0]\s*)?\Z")
_CLOSES = re.compile(r"\s*[»”\"]")
_BACK_CHARS = 12  # from a mark to the first capital behind it: an article may stand between
_CLOSE_CHARS = 2  # behind a source, within which the mark stands that closes it


def marked_name(text: str, source: list[Token], named: int, lexicon: Lexicon) -> Span | None:
    """The words between the marks that stand in a source around the proper name it opens with, of so many words, and around more."""
    first, behind = source[0], source[named - 1].end
    opened = _OPENS.search(text, max(0, first.start - _BACK_CHARS), first.start)
    closed = _CLOSES.search(text, behind, min(len(text), source[-1].end + _CLOSE_CHARS)) if opened else None
    if opened is None or closed is None or not word_tokens(text, behind, closed.start()):
        return None
    begin = opened.start() + 1
    inner = word_tokens(text, begin, closed.start())
    article = inner[0].folded in lexicon.determiners and inner[0].form[0].islower()
    return Span(inner[1 if article else 0].start, inner[-1].end)
