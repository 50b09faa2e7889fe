"""All stages but the last, for articles that are asked about together: resolve, across them -> match -> trace, as people ruled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selon import match, resolve, rulings, trace
from selon.collector import resting
from selon.engine import Engine
from selon.match.neural import Model
from selon.model.known import Known
from selon.model.lineage import Lineage
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.ruling import Ruling, Standing
from selon.pipeline.alone import of_article, readings
from selon.resolve.nodes import Node

_Nodes = tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that one run yields."""

    readings: tuple[Reading, ...]
    reuses: tuple[Reuse, ...]
    lineage: Lineage
    rejected: tuple[Rejected, ...]
    standing: Standing = field(default_factory=Standing)  # what people said of it


def run(paths: Iterable[Path | str], *, engine: Engine, entities: Sequence[Known] = (), model: Model | None = None) -> Answer:
    """All seven stages but the last; `entities`, `model`: a user's own table of persons and bodies, and own sentence model."""
    told = list(readings(paths, engine=engine))
    rejected = tuple(record for record in told if isinstance(record, Rejected))
    return joined([record for record in told if isinstance(record, Reading)], rejected, entities=entities, model=model)


def joined(
    alone: Sequence[Reading],
    rejected: tuple[Rejected, ...] = (),
    decided: Sequence[Ruling] = (),
    *,
    persons: int = 1,
    entities: Sequence[Known] = (),
    model: Model | None = None,
    memo: Memo = NOTHING,
) -> Answer:
    """The stages that need all articles together, in whatever order they come, as people decided.

    Args:
        alone: each article on its own.
        rejected: what could not be read.
        decided: people's rulings.
        persons: so many must say one thing before a link counts as confirmed.
        entities: rows of a user's own table, as `resolve.entities` reads it: who is one row of it is one claimant.
        model: a sentence model that the user has.
        memo: what was worked out before, of the same articles and others.
    """
    with resting():
        return _joined(alone, rejected, rulings.Book(decided, persons=persons), entities, model, memo)


def _joined(
    alone: Sequence[Reading], rejected: tuple[Rejected, ...], book: rulings.Book, entities: Sequence[Known], model: Model | None, memo: Memo
) -> Answer:
    ruled = rulings.of_readings(alone, book, of_article)
    named = resolve.across(ruled.readings, entities, _nodes(ruled.readings, memo))  # one id for one claimant in all articles
    together, strangers = rulings.of_claimants(named, book)
    articles = [reading.article for reading in together]
    reuses, translations = match.reuses(articles, memo), match.translations(articles)
    claims = match.claims(together, reuses, model, memo=memo)
    links = rulings.of_links(together, claims, book, strangers)
    claims = match.decided(claims, together, links)
    lineage = trace.lineage(together, reuses, claims, translations, links, memo)
    return Answer(readings=together, reuses=reuses, lineage=lineage, rejected=rejected, standing=rulings.standing(ruled, book))


def _nodes(readings: Sequence[Reading], memo: Memo) -> Sequence[tuple[Node, ...]] | None:
    """The claimants of each article as `across` asks for them, where they are kept."""
    if not memo.is_kept:
        return None
    rests = [(memo.alone(one), one.resolutions) for one in readings]
    return memo.many("nodes", rests, _Nodes, lambda wanted: [resolve.nodes(readings[at]) for at in wanted])
