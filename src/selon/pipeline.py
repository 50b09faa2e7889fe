"""The whole flow on one screen: read -> clean -> attribute -> resolve -> match -> trace.

Stages meet here and in the model, nowhere else. `show` turns what comes out into something to hold.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from selon import attribute, clean, match, read, resolve, rulings, trace
from selon.engine import Engine
from selon.languages import codes, load
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.known import Known
from selon.model.lineage import Lineage
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.ruling import Ruling, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that one run yields."""

    readings: tuple[Reading, ...]
    reuses: tuple[Reuse, ...]
    lineage: Lineage
    rejected: tuple[Rejected, ...]
    standing: Standing = field(default_factory=Standing)  # what people said of it


def per_article(capture: Capture) -> Reading:
    """One capture, read on its own: clean, attribute and half of resolve."""
    return of_article(clean.article(capture))


def of_article(article: Article) -> Reading:
    """What the stages behind `clean` read in one article."""
    if article.lang not in codes():  # no tables: the text is kept and compared, nothing is said of who speaks in it
        return Reading(article=article, attributions=(), dates=(), resolutions=())
    language = load(article.lang)
    dates = resolve.dates(article, language)
    article = replace(article, published=resolve.published(article, dates))
    attributions = attribute.attributions(article, language)
    resolutions = resolve.claimants(article, attributions, language)
    attributions = attribute.with_claimants(attributions, resolutions, language)
    return Reading(article=article, attributions=attributions, dates=dates, resolutions=resolutions)


def articles(paths: Iterable[Path | str], *, engine: Engine, mask: bool = False) -> Iterable[Article | Rejected]:
    """Only the first two stages."""
    clean_one = partial(clean.article, mask=True) if mask else clean.article
    return engine.each(clean_one, read.captures(paths, apart=engine.apart), stage="clean")


def readings(paths: Iterable[Path | str], *, engine: Engine) -> Iterable[Reading | Rejected]:
    """The four stages that need one article at a time."""
    return engine.each(per_article, read.captures(paths, apart=engine.apart), stage="clean to resolve")


def run(paths: Iterable[Path | str], *, engine: Engine, entities: Sequence[Known] = ()) -> Answer:
    """All seven stages but the last; `entities`: a user's own table of persons and bodies."""
    told = list(readings(paths, engine=engine))
    rejected = tuple(record for record in told if isinstance(record, Rejected))
    return joined([record for record in told if isinstance(record, Reading)], rejected, entities=entities)


def joined(
    alone: Sequence[Reading],
    rejected: tuple[Rejected, ...] = (),
    decided: Sequence[Ruling] = (),
    *,
    persons: int = 1,
    entities: Sequence[Known] = (),
) -> Answer:
    """The stages that need all articles together, in whatever order they come, as people decided.

    Args:
        alone: each article on its own.
        rejected: what could not be read.
        decided: people's rulings.
        persons: so many must say one thing before a link counts as confirmed.
        entities: rows of a user's own table, as `resolve.entities` reads it: who is one row of it is one claimant.
    """
    book = rulings.Book(decided, persons=persons)
    ruled = rulings.of_readings(alone, book, of_article)
    together, strangers = rulings.of_claimants(resolve.across(ruled.readings, entities), book)  # one id for one claimant in all articles
    articles = [reading.article for reading in together]
    reuses, translations = match.reuses(articles), match.translations(articles)
    claims = match.claims(together, reuses)
    links = rulings.of_links(together, claims, book, strangers)
    claims = match.decided(claims, together, links)
    lineage = trace.lineage(together, reuses, claims, translations, links)
    return Answer(readings=together, reuses=reuses, lineage=lineage, rejected=rejected, standing=rulings.standing(ruled, book))
