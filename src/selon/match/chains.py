"""Runs of shared words that follow each other in both texts are one passage.

Greedy: a run joins the chain that ends shortly before it in both texts with least drift. A passage needs twelve shared words, so that a
name with its titles and a date does not make one.
"""

from dataclasses import dataclass

GAP_WORDS = 12  # between two runs, in either text; measured by others on 6,300 articles with 12 kinds of edits
DRIFT_WORDS = 8  # the two gaps may differ by so much: what was cut or put in; not measured apart
LEAST_WORDS = 12  # shared and aligned


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts in one order: token indices."""

    a: int
    b: int
    words: int


def chains(runs: list[Run]) -> list[list[Run]]:
    """Passages, each as its runs in order, without overlap between them; the runs of two articles, sorted by their place."""
    open_chains: list[list[Run]] = []
    done: list[list[Run]] = []
    for run in runs:
        live: list[list[Run]] = []
        for chain in open_chains:
            (live if run.a - _end(chain)[0] <= GAP_WORDS else done).append(chain)
        open_chains = live
        best = min((chain for chain in open_chains if _follows(chain, run)), key=lambda chain: _drift(chain, run), default=None)
        if best is None:
            open_chains.append([run])
        else:
            best.append(_trimmed(best, run))
    found = [chain for chain in done + open_chains if sum(run.words for run in chain) >= LEAST_WORDS]
    return sorted(found, key=lambda chain: (chain[0].a, chain[0].b))


def _end(chain: list[Run]) -> tuple[int, int]:
    return chain[-1].a + chain[-1].words, chain[-1].b + chain[-1].words


def _drift(chain: list[Run], run: Run) -> int:
    a, b = _end(chain)
    return abs((run.a - a) - (run.b - b))


def _follows(chain: list[Run], run: Run) -> bool:
    a, b = _end(chain)
    gaps = (run.a - a, run.b - b)
    return max(gaps) <= GAP_WORDS and min(gaps) > -run.words and _drift(chain, run) <= DRIFT_WORDS


def _trimmed(chain: list[Run], run: Run) -> Run:
    """The run without the words its chain holds already (a word said twice at the seam of two diagonals)."""
    a, b = _end(chain)
    cut = max(0, a - run.a, b - run.b)
    return Run(run.a + cut, run.b + cut, run.words - cut)
