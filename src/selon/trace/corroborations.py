"""Borrowed corroboration: "confirmed by many sources" in a speaker's own mouth. Listed, counted 0 until the cited text is held."""

from collections.abc import Iterator

from selon.model.lineage import Corroboration
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers


def corroborations(collection: Collection) -> Iterator[tuple[str, Corroboration]]:
    """Yield (parent attribution id, corroboration) for every cue of corroboration inside what a speaker says."""
    for reading, attribution, _ in collection.each():
        if attribution.parent is None or attribution.cue is None:
            continue
        if markers("corroboration", reading.article.text, attribution.cue, collection.language(reading.article.id)):
            speaker = collection.claimant(attribution.parent)
            yield (
                attribution.parent,
                Corroboration(
                    article_id=reading.article.id,
                    span=whole(attribution),
                    by=speaker.name if speaker else None,
                    attribution_id=attribution.id,
                ),
            )
