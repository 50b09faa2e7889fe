"""The four stages that need one article at a time: read -> clean -> attribute -> resolve."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from selon import attribute, clean, read, resolve
from selon.collector import resting
from selon.engine import Engine
from selon.languages import codes, load
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.pipeline.unseen import unmarked


def per_article(capture: Capture) -> Reading:
    """One capture, read on its own: clean, attribute and half of resolve."""
    return of_article(clean.article(capture))


def of_article(article: Article) -> Reading:
    """What the stages behind `clean` read in one article, as if characters that no reader sees were not there."""
    if (bare := unmarked(article)) is not None:
        return bare.marked(_of_seen(bare.article))
    return _of_seen(article)


def _of_seen(article: Article) -> Reading:
    if article.lang not in codes():  # no tables: the text is kept and compared, nothing is said of who speaks in it
        return Reading(article=article, attributions=(), dates=(), resolutions=())
    language = load(article.lang)
    dates = resolve.dates(article, language)
    article = replace(article, published=resolve.published(article, dates))
    attributions = attribute.attributions(article, language)
    resolutions = resolve.claimants(article, attributions, language)
    attributions = attribute.with_claimants(attributions, resolutions, language)
    return Reading(article=article, attributions=attributions, dates=dates, resolutions=resolutions)


def readings(paths: Iterable[Path | str], *, engine: Engine) -> Iterator[Reading | Rejected]:
    """Each article of the paths, read on its own, and what was rejected."""
    with resting():
        yield from engine.each(per_article, read.captures(paths, apart=engine.apart), stage="clean to resolve")
