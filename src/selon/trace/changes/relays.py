"""To whom or where something was said ("told Reuters", "on Canal Nord"), which another text that gives the same words names nowhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from selon.languages.fold import fold
from selon.languages.rows.clean import Agency
from selon.languages.unseen import seen
from selon.languages.words import words
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.changes.claimants import is_one
from selon.trace.changes.credited import is_called, is_named
from selon.trace.changes.likeness import words_alike, words_shared
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name, said
from selon.trace.citations import relay_name
from selon.trace.moments import is_before
from selon.trace.names import key

_ONE_STATEMENT, _LEAST_SHARED = 0.75, 4  # share of the stems of both in common, and how many
_MOST_WORDS = 4  # of a relay; where more are told the name is that of a programme or a place in it
_MOST_BETWEEN = 3  # words between who speaks and the relay: when it was
_LEAST_NAME = 3  # letters by which a name in one word is written in short ("BFM" for "BFMTV")


def relays(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the outlet or agency to which the claimant of both spoke as one of the two tells it, and the other nowhere.

    Of two texts of which none is known to be the earlier, nor to take from the other, either may be the one that tells it.
    """
    if not _is_one_statement(a, b):
        return
    known = directed or is_before(a.article.published, b.article.published)
    for one, other in ((a, b),) if known else ((a, b), (b, a)):
        relay = one.attribution.via if one.attribution else None
        named = _named(one, relay) if relay else None
        if relay and named and _is_beside(one, relay) and not _is_named(named, other):
            verb = "attribution dropped" if directed else "attribution differs"
            sentence = f"{verb}: «{said(one, relay)}» stands in {name(one, a, b)}, and {name(other, a, b)} names it nowhere"
            yield change(one, other, "attribution_dropped", (relay, other.place), sentence, directed)
            return


def is_said_elsewhere(a: Telling, b: Telling) -> bool:
    """Is something said to an agency or outlet that the other text does not name, where that may be another talk?"""
    relay = a.attribution.via if a.attribution else None
    named = _named(a, relay) if relay else None
    return named is not None and not _is_named(named, b)


def _is_one_statement(a: Telling, b: Telling) -> bool:
    """Are both what one person or body is said to have said, in the same words?"""
    if a.claimant is None or b.claimant is None or not is_one(a.claimant, b.claimant):
        return False
    return words_alike(a, b) >= _ONE_STATEMENT and words_shared(a, b) >= _LEAST_SHARED


def _is_beside(telling: Telling, relay: Span) -> bool:
    """Do few words and no comma stand between a relay and who speaks, or the word of saying? Farther off it may be another talk's."""
    told, text = telling.attribution, telling.article.text
    ends = [span.end for span in (told.cue, told.source) if span and span.end <= relay.start] if told else []
    between = text[max(ends) : relay.start] if ends else ""
    return relay.start in ends or (bool(between) and "," not in between and len(between.split()) <= _MOST_BETWEEN)


def _named(telling: Telling, relay: Span) -> str | None:
    """The name in a relay of few words."""
    text = telling.article.text
    return relay_name(relay, text, telling.language) if len(list(words(text, relay.start, relay.end))) <= _MOST_WORDS else None


def _is_named(named: str, telling: Telling) -> bool:
    """Does a text name an outlet or agency anywhere, in any of its forms, or come from it?"""
    article, language = telling.article, telling.language
    agency = next((row.name for row in language.rows(Agency) if is_called(row.name, named, language)), None)
    if agency:
        return is_named(agency, article, language) or bool(article.outlet and is_called(agency, article.outlet, language))
    if re.search(rf"(?<!\w){re.escape(fold(named))}(?!\w)", _folded(article.text)):
        return True
    forms = key(named)
    if "".join(forms) in "".join(key(article.outlet or "")):
        return True
    if len(forms) == 1:
        return any(_is_short_for(form, forms[0]) for form in set(key(article.text)))
    return re.search(r"\W?".join(map(re.escape, forms)), _folded(article.text)) is not None


@lru_cache(maxsize=1 << 6)
def _folded(text: str) -> str:
    """A whole text, folded, without what no reader sees."""
    return fold(seen(text))


def _is_short_for(one: str, other: str) -> bool:
    """Does one of two forms begin with the other?"""
    return min(len(one), len(other)) >= _LEAST_NAME and (one.startswith(other) or other.startswith(one))
