"""Interviews: a paragraph that asks, and the answer behind it, told as the words of whoever answers.

Whoever answers is told by a label at the beginning of an answer: "Ada Bry : …", "Ada BRY. – …", or a name without a mark with which two
answers and more begin. An answer without a label is theirs, if nobody else answers in the article. Only where weights.toml says so
("label.answer"): of 192 answers in 47 French interviews 189 were told rightly. Not done yet: answers of several paragraphs but for their
first one, and interviews whose labels name nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.attribute.carried import Read
from selon.attribute.choose import Candidate
from selon.attribute.lexicon import Lexicon
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Span

_ASKING = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s(?:d[eu'’]\s?|la\s)?[^\W\d_a-zà-öø-ÿ][\w'’-]+){1,3}"
_LABEL = re.compile(rf"\s*({_NAME})(?:\s?:|\s?\.?\s?[–—-]+)\s+(?=\S)")
_OPENING = re.compile(rf"\s*({_NAME})\s+(?=\S)")
_MARKS = "«\"“„'–—-"  # a question that opens with one is quoted
_AROUND = " \t\n\r\u00a0\u202f,;:–—-.…"
_QUESTION = 700  # characters: the longest in 80 interviews has 560
_LEAST_WORDS = 3  # of an answer
_LEAST = 2  # answers that make an interview, and that a name without a mark opens
_NAMED = frozenset({"role", "title"})  # kinds of words that a name may end with
_LABELS = "label."  # with which the rules of names before a colon begin


@dataclass(frozen=True, slots=True)
class Interview:
    """Which paragraphs ask, and the readings of those that answer."""

    asking: frozenset[Span] = frozenset()
    answers: dict[Span, Candidate] | None = None


def interview(article: Article, blocks: Sequence[Block], words: Lexicon) -> Interview:
    """The questions and the answers of an article; none where it is no interview."""
    text = article.text
    if words.weights.get("label.answer", 0.0) <= 0 or "?" not in text:
        return Interview()
    asked = [_asks(text, block) for block in blocks]
    pairs = [
        (one.span, two.span)
        for (one, asks), (two, again) in pairwise(zip(blocks, asked, strict=True))
        if asks and not again and two.kind is BlockKind.PARAGRAPH
    ]
    answers = [answer for _, answer in pairs]
    labels = _labels(text, answers, words) if len(pairs) >= _LEAST else {}
    if not labels:
        return Interview()
    return Interview(frozenset(question for question, _ in pairs), dict(_answers(text, answers, labels)))


def apart(told: Iterator[Read], block: Block, found: Interview) -> Iterator[Read]:
    """The readings of a paragraph, its answer first; a label before a question, or the answer's own, is told no second time."""
    answer = found.answers.get(block.span) if found.answers else None
    if answer is not None:
        yield None, answer
    labelled = answer is not None or block.span in found.asking
    yield from (read for read in told if not (labelled and read[1].rule.startswith(_LABELS)))


def _asks(text: str, block: Block) -> bool:
    told = block.span.of(text).strip()
    return block.kind in _ASKING and told.endswith("?") and len(told) <= _QUESTION and told[0] not in _MARKS


def _labels(text: str, answers: Sequence[Span], words: Lexicon) -> dict[Span, Span]:
    """By answer: the name at its beginning, with a mark behind it or shared with another answer."""
    marked = {answer: match for answer in answers if (match := _LABEL.match(text, answer.start, answer.end))}
    opening = {answer: match for answer in answers if (match := _OPENING.match(text, answer.start, answer.end))}
    shared = Counter(name for match in opening.values() for name in _beginnings(match.group(1), words))
    found = {answer: Span(*match.span(1)) for answer, match in marked.items()}
    for answer in opening.keys() - marked.keys():
        names = [name for name in _beginnings(opening[answer].group(1), words) if shared[name] >= _LEAST]
        if names:
            start = opening[answer].start(1)
            found[answer] = Span(start, start + len(max(names, key=lambda name: (shared[name], len(name)))))
    return found


def _beginnings(name: str, words: Lexicon) -> Iterator[str]:
    """What a name may be of the capitalised words that open an answer: two of them and more ("Ada Bry | Il faut un pont")."""
    for match in list(re.finditer(r"\S+", name))[1:]:
        if words.kinds.get(match.group().lower(), _NAMED) <= _NAMED:
            yield name[: match.end()]


def _answers(text: str, answers: Sequence[Span], labels: dict[Span, Span]) -> Iterator[tuple[Span, Candidate]]:
    alone = len({label.of(text).lower() for label in labels.values()}) == 1
    speaker: Span | None = None
    for answer in answers:
        label = labels.get(answer)
        speaker = label or speaker
        if speaker is None or (label is None and not alone):
            continue
        start, end = label.end if label is not None else answer.start, answer.end
        while start < end and text[start] in _AROUND:
            start += 1
        while end > start and text[end - 1] in _AROUND:
            end -= 1
        if len(text[start:end].split()) >= _LEAST_WORDS:
            yield answer, _candidate(Span(start, end), label, speaker)


def _candidate(content: Span, label: Span | None, speaker: Span) -> Candidate:
    announced = () if label is not None else (f"announced at {speaker.start}:{speaker.end}",)
    return Candidate(
        rule="label.answer",
        source=label,
        cue=None,
        content=(content,),
        reasons=("an answer in an interview", *announced),
        reach=content.end,
    )
