"""Where a content begins and ends.

A content that opens a clause or an object has several candidate ends: each stop of phrases.toml, each verb group that goes on with
the same subject, a verb in parenthesis, the sentence's end. Each candidate has a name, and weights.toml says how much it is worth for a
clause and for an object; the first end with a positive weight wins.
Not done yet: ends are weighed one by one, without a look at what follows them further on.
"""

from functools import cache

from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, is_hyphen
from selon.attribute.known import Known
from selon.attribute.lexicon import Lexicon
from selon.attribute.stops import MAY_END, ends_in_comma, stops
from selon.attribute.tokens import Passage
from selon.model.span import Span

_EDGES = " \t\n\r\u00a0\u202f,;:–—-.…"
_OPENERS = frozenset({"subordinator", "opener"})
_NOTHING: frozenset[str] = frozenset()
_LEAD = 4  # tokens in which a conjunction opens a sentence
_LINK = frozenset(("http", "https", ">"))  # an address, or arrows that point to it: no words of anybody


def trimmed(found: Passage, start: int, end: int) -> Span | None:
    """The characters [start, end) without space and loose punctuation at their edges, with their marks in balance."""
    text = found.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and (text[end - 1] in _EDGES or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    if start < end and text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return Span(start, end) if start < end else None


def whole(found: Passage, first: int, end: int) -> Span | None:
    """The tokens [first, end) as a content: what stands in marks when that is all there is."""
    if first >= end:
        return None
    span = trimmed(found, found.starts[first], found.end(end - 1))
    if span is None:
        return None
    quote = found.quote_at.get(found.at(span.start))
    if quote is not None and quote.outer.start == span.start and not found.text[quote.outer.end : span.end].strip(_EDGES):
        return quote.inner
    return span


@cache
def _ending(lexicon: Lexicon) -> Known:
    """Of each form: may a content end at it? Else it is a word of no such kind, with which no phrase begins that ends one."""
    phrases, kinds = lexicon.stops["content"].opened, lexicon.kinds

    def told(form: str) -> bool:
        plain = form.isalpha() and form not in _LINK and kinds.get(form, _NOTHING).isdisjoint(MAY_END)
        return not plain or phrases[form] is not None

    return Known(told)


def content_end(found: Passage, begin: int, end: int, shape: str, groups: list[Cue]) -> tuple[int, str]:
    """The token after a content that begins at a token, and the name of the stop; shape is "clause", "phrase" or "object"."""
    ends = found.lexicon.ends.get(shape, frozenset())
    by_first = {group.first: group for group in groups}
    ending, depth = _ending(found.lexicon), 0
    for at, form in enumerate(found.forms[begin + 1 : end], begin + 1):
        if not ending[form] and at not in by_first:
            continue  # a word at which nothing ends, as most are
        depth += (form == "(") - (form == ")")
        if depth < 0:
            return at, "bracket"
        if form in _LINK:
            return at, "link"
        if depth:
            continue
        for name in stops(found, at, begin, end, by_first):
            if name == "dash" and _is_inserted(found, at, begin, end):
                continue
            if name in ends:
                while name == "gerund_cue" and at - 1 > begin and "while" in found.kinds[at - 1]:
                    at -= 1  # "tout | en assurant que"
                return at + (form == ")"), name  # a bracket that closes belongs to the content
    return end, "sentence"


def _is_inserted(found: Passage, at: int, begin: int, end: int) -> bool:
    """Is it a dash around what stands between a subject and its verb: "boats - old and new - | would pay"?"""
    if not found.lexicon.order.analytic:
        return False
    at -= found.forms[at - 1] == found.forms[at]
    closes = [here for here in range(begin, end) if found.forms[here] == found.forms[at] and not is_hyphen(found, here)]
    closes = [here for here in closes if here - 1 not in closes]  # "--" is one
    if len(closes) < 2 or closes[1] <= closes[0] + 1 or at not in closes[:2]:
        return False
    behind = closes[1] + 1 + (found.form(closes[1] + 1) == found.forms[at])
    if found.has(behind, "auxiliary", "being", "modal") and is_finite(found, behind):
        return True  # "the records that the guild leaked — which were old — | had been altered"
    return not has_finite(found, begin, closes[0]) and has_finite(found, closes[1], end)


def is_clause(found: Passage, first: int, end: int) -> bool:
    """Is there a finite verb, or a quotation long enough to hold one?"""
    return has_finite(found, first, end) or any(found.quoted_words(at) >= 4 for at in found.quoted(first, end))


def clause_before(found: Passage, first: int, end: int) -> int:
    """Where the clause begins that a verb in parenthesis closes: after a colon or a semicolon, else at the sentence's start."""
    start = first
    for at in range(first, end):
        if found.forms[at] in (";", ":") and not has_finite(found, at + 1, at + 1):
            start = at + 1
    return start


def subordinate_end(found: Passage, cue: int, after: int, first: int, end: int) -> int:
    """Where a clause ends that opens the sentence with a conjunction ("même si X dit que …, | Y part"); else the sentence's end."""
    for opened in range(first, min(cue, first + _LEAD)):
        if not found.kinds[opened].isdisjoint(_OPENERS) or (opened == first and "elided_if" in found.kinds[opened]):
            break
    else:
        return end  # as most do
    if "," in found.forms[opened:cue] and ("as" in found.kinds[opened] or has_finite(found, opened, cue)):
        return end
    for at in range(after, end):
        if found.forms[at] == "," and _opens_main(found, at + 1, end):
            return at
        if at > after and ends_in_comma(found, at) and _opens_main(found, at + 1, end):
            return at + 1
    return end


def main_clause(found: Passage, after: int, end: int) -> int:
    """Where the main clause begins behind words that only lead to it ("Après avoir dit que …, | le maire part"); else the end."""
    return next(
        (at for at in range(after, end) if found.forms[at] == "," and _ends_clause(found, after, at) and _opens_main(found, at + 1, end)),
        end,
    )


def _ends_clause(found: Passage, after: int, at: int) -> bool:
    """May a clause end at a comma: one behind a conjunction has its verb before it ("disant que, pour lui, | la ville dort, il part")?"""
    that = next((here for here in range(after, at) if "that" in found.kinds[here]), None)
    return that is None or has_finite(found, that + 1, at) or bool(found.quoted(that + 1, at))


def _opens_main(found: Passage, at: int, end: int) -> bool:
    if not (found.has(at, "determiner", "subject", "title") or found.is_capital(at)) or found.has(at, "who", "which"):
        return False
    if "subject" in found.kinds[at] and found.kinds[at].isdisjoint(("determiner", "impersonal")) and found.is_word(at + 1):
        return True  # "s'il dit partir, | elle reste"
    stop = next((here for here in range(at, end) if found.forms[here] in ",;"), end)
    return has_finite(found, at, stop) or (stop < end and has_finite(found, stop, min(end, stop + 12)))
