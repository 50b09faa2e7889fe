"""Claimants -> the line that `selon who` prints."""

from collections.abc import Mapping
from typing import Any, cast

from selon.model.attribution import Attribution, Stance
from selon.model.claimant import Resolution
from selon.model.profile import Profile
from selon.model.reading import Reading
from selon.show import lines as out


def who_line(profile: Profile, readings: Mapping[str, Reading]) -> out.WhoLine:
    """What `selon who` says of one claimant; `readings` by article id."""
    said = [_said(article_id, told(readings[article_id], ident), readings[article_id]) for article_id, ident in profile.said]
    return out.WhoLine(
        id=profile.id,
        name=profile.name,
        kind=profile.kind.value,
        names=[
            out.NameItem(
                form=one.form,
                count=one.count,
                first=out.PlaceItem(article=one.first.article_id, start=one.first.span.start, end=one.first.span.end),
            )
            for one in profile.names
        ],
        roles=[
            out.RoleItem(role=one.role, organisation=one.organisation, country=one.country, day=one.day, article=one.article_id)
            for one in profile.roles
        ],
        articles=list(dict.fromkeys(article_id for article_id, _ in profile.said)),
        said=said,
        denials=[one.attribution for one in said if one.stance == Stance.DENIED.value],
        possibly=list(profile.possibly),
    )


def told(reading: Reading, ident: str) -> tuple[Attribution, Resolution]:
    """An attribution of an article, and who stands behind it."""
    return next(pair for pair in zip(reading.attributions, reading.resolutions, strict=True) if pair[0].id == ident)


def _said(article_id: str, pair: tuple[Attribution, Resolution], reading: Reading) -> out.SaidItem:
    attribution, resolution = pair
    text, when = reading.article.text, reading.article.published
    source = attribution.source
    return out.SaidItem(
        article=article_id,
        day=when.earliest[:10] if when is not None and when.earliest is not None else None,
        attribution=attribution.id,
        source=out.SpanText(start=source.start, end=source.end, text=source.of(text)) if source is not None else None,
        content=[out.SpanText(start=span.start, end=span.end, text=span.of(text)) for span in attribution.content],
        stance=cast("Any", attribution.stance.value),
        how=resolution.how,
        confidence=round(resolution.confidence, 4),
    )
