"""The readings of a run as people decided: articles first, read anew where they changed, then attributions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.model.article import Article
from selon.model.reading import Reading
from selon.model.ruling import Standing, Thing
from selon.rulings.articles import of_articles
from selon.rulings.attributions import of_attributions
from selon.rulings.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The readings of a run as people decided."""

    readings: tuple[Reading, ...]  # without those of articles that are none
    changed: frozenset[str]  # ids of the articles whose readings are others now
    stood_by: dict[str, Thing]  # attributions that people confirmed, added or changed: as such, or as denials
    left_out: tuple[str, ...]  # ids of the articles that are none, sorted


def of_readings(readings: Sequence[Reading], book: Book, again: Callable[[Article], Reading]) -> Ruled:
    """The readings as people decided; `again` reads an article anew, by the stages behind `clean`."""
    if not book:
        return Ruled(readings=tuple(readings), changed=frozenset(), stood_by={}, left_out=())
    articles, none = of_articles([reading.article for reading in readings], book)
    fresh = [
        again(articles[reading.article.id]) if reading.article.id in articles else reading
        for reading in readings
        if reading.article.id not in none
    ]
    changed, stood_by = of_attributions(fresh, book)
    return Ruled(
        readings=tuple(changed.get(reading.article.id, reading) for reading in fresh),
        changed=frozenset(articles) | frozenset(changed),
        stood_by=stood_by,
        left_out=tuple(sorted(none)),
    )


def standing(ruled: Ruled, book: Book) -> Standing:
    """What people have said of an answer, when all its rulings were applied."""
    return Standing(
        attributions=tuple(sorted(name for name, thing in ruled.stood_by.items() if thing is Thing.ATTRIBUTION)),
        denials=tuple(sorted(name for name, thing in ruled.stood_by.items() if thing is Thing.DENIAL)),
        fits=book.fits(),
        left_out=ruled.left_out,
    )
