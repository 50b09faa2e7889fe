"""All that one article yields on its own, before it meets any other."""

from dataclasses import dataclass

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.time import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article with its attributions, dates and claimants."""

    article: Article
    attributions: tuple[Attribution, ...]  # in text order, parents before children
    dates: tuple[TimeExpression, ...]  # in text order
    resolutions: tuple[Resolution, ...]  # one for each attribution, in the same order
