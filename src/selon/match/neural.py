"""Evidence of a sentence model, where the user has one: two statements that are near one claim, in words that no table knows as alike.

A model only raises. It is asked about pairs that the tables leave below the threshold and not far from it, in two articles; what speaks
against one claim (another time, another measure, another number, a contrary, a denial or negation of one of the two) is never overruled,
and the grounds for joining two articles are asked as ever. What it found stands in the link: "sentence model NAME: .83".

The constants are guesses from the likeness that all-MiniLM-L6-v2 gives to sentences of our own; nothing was fitted. Not done: pairs that
share no key of weight are not proposed to the model.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from selon.match.evidence import MODEL, Statement, is_hopeless, judge
from selon.match.judgement import Judgement
from selon.match.made import Told
from selon.match.shared import Shared

Pair = tuple[int, int]

_LEAST, _MOST = 0.6, 0.9  # cosines: below it the model says nothing, from here on all it can


class Model(Protocol):
    """What is asked of a model."""

    @property
    def name(self) -> str:
        """What evidence calls it."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text: the dot product of two says how alike they are, in [-1, 1]."""


def raised(
    told: Told,
    pairs: Iterable[Pair],
    judged: Mapping[Pair, Judgement],
    passages: Shared,
    texts: Mapping[str, str],
    model: Model,
) -> dict[Pair, Judgement]:
    """The pairs that nothing was found between and that the model makes one claim; `texts` by the ids of articles."""
    near = [pair for pair in pairs if pair not in judged and _is_near(told[pair[0]], told[pair[1]])]
    asked = sorted({index for pair in near for index in pair})
    place = {index: at for at, index in enumerate(asked)}
    rows = model.vectors([_words(told[index], texts) for index in asked]) if asked else np.empty((0, 0), np.float32)
    found = {}
    for pair in near:
        a, b = told[pair[0]], told[pair[1]]
        alike = round(float(rows[place[pair[0]]] @ rows[place[pair[1]]]), 2)
        if alike >= _LEAST:
            said = 1 + (MODEL - 1) * min(1.0, (alike - _LEAST) / (_MOST - _LEAST)), f"sentence model {model.name}: {alike:.2f}"
            judgement = judge(a, b, passages.words(a.appearance, b.appearance), said)
            if judgement and judgement.kind != "denial":
                found[pair] = judgement
    return found


def _is_near(a: Statement, b: Statement) -> bool:
    """May the model make two statements one claim, as far as a quick look tells?"""
    if a.appearance.article_id == b.appearance.article_id or a.rolls or b.rolls:
        return False
    is_told_alike = a.appearance.stance is b.appearance.stance and bool(a.facts.negated) == bool(b.facts.negated)
    return is_told_alike and not is_hopeless(a, b, passages=False, model=MODEL)


def _words(statement: Statement, texts: Mapping[str, str]) -> str:
    text = texts[statement.appearance.article_id]
    return " … ".join(span.of(text) for span in statement.appearance.spans)
