"""A passage goes on past a short change near its edge.

Seeds are five words long, so the words between an edge and a change that stands closer than that are lost ("Le bac, selon l'agence X, a
heurté …"). From each edge the nearest three words in a row that both texts share, across a short gap, join the passage; then again.
"""

from selon.match.chains import Run
from selon.match.tokens import Tokens

_WORDS = 3  # in a row
_WINDOW_WORDS = 12  # looked at beyond an edge, in each text
_GAP_WORDS = 8  # between the edge and the shared words


def widened(chain: list[Run], tokens: Tokens) -> list[Run]:
    """The chain with what it goes on to on both sides."""
    while (run := _before(chain[0], tokens)) is not None:
        chain = [run, *chain]
    while (run := _after(chain[-1], tokens)) is not None:
        chain = [*chain, run]
    return chain


def _before(run: Run, tokens: Tokens) -> Run | None:
    a, b = (_window(tokens, end, -1) for end in (run.a, run.b))
    if min(len(a), len(b)) < _WORDS:
        return None
    found = _nearest(a[::-1], b[::-1])
    return found and Run(run.a - found.a - found.words, run.b - found.b - found.words, found.words)


def _after(run: Run, tokens: Tokens) -> Run | None:
    a, b = (_window(tokens, start + run.words, 1) for start in (run.a, run.b))
    if min(len(a), len(b)) < _WORDS:
        return None
    found = _nearest(a, b)
    return found and Run(run.a + run.words + found.a, run.b + run.words + found.b, found.words)


def _window(tokens: Tokens, at: int, way: int) -> list[int]:
    """The words that come after (1) or before (-1) one place in its stretch of text, in text order."""
    last = len(tokens.hashes) - 1
    edge, far = (at - 1, min(last, at + _WINDOW_WORDS - 1)) if way > 0 else (at, max(0, at - _WINDOW_WORDS))
    while tokens.place[far] - far != tokens.place[edge] - edge:  # words of one stretch are as far apart by place as by index
        far -= way
    hashes: list[int] = (tokens.hashes[at : far + 1] if way > 0 else tokens.hashes[far:at]).tolist()
    return hashes


def _nearest(a: list[int], b: list[int]) -> Run | None:
    """The nearest shared words, counted from the start of both lists."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(min(len(a) - _WORDS, _GAP_WORDS) + 1):
        places.setdefault(tuple(a[at : at + _WORDS]), at)
    met = [(places[key], at) for at in range(min(len(b) - _WORDS, _GAP_WORDS) + 1) if (key := tuple(b[at : at + _WORDS])) in places]
    if not met:
        return None
    left, right = min(met, key=lambda pair: (sum(pair), pair))
    words = _WORDS
    while left + words < len(a) and right + words < len(b) and a[left + words] == b[right + words]:
        words += 1
    return Run(left, right, words)
