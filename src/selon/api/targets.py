"""Ids -> what a ruling is about, in words that stand in texts. Ids change with the rules; words stay.

Where the records of those ids are found is the caller's matter: in a whole answer (`OfAnswer`), or wherever `Known` can be answered from.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from selon import rulings
from selon.errors import NotFound
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claim import Appearance
from selon.model.ruling import Place, Quoted, Target, Thing, Value
from selon.model.span import Span
from selon.pipeline import Answer

_FIX = "selon attributions, selon claims --all and selon article show the ids"


class Known(Protocol):
    """The records behind ids. What is not there raises NotFound."""

    def is_article(self, name: str) -> bool:
        """Is it the whole id of an article?"""

    def is_attribution(self, name: str) -> bool:
        """Is it the whole id of an attribution?"""

    def article(self, name: str) -> Article:
        """An article."""

    def attribution(self, name: str) -> tuple[Attribution, Article]:
        """An attribution, and where it stands."""

    def first_said(self, claimant: str) -> str:
        """The id of the first attribution to a claimant."""

    def appearance(self, name: str) -> Appearance:
        """An appearance, by its id or as the smallest one of the claim of that id."""

    def claim(self, name: str) -> Sequence[Appearance]:
        """All appearances of the claim that an appearance stands under."""


def target(
    known: Known, thing: Thing, ids: Sequence[str], *, others: Sequence[str] = (), kind: str | None = None, spans: Sequence[Span] = ()
) -> Target:
    """What a ruling is about.

    Args:
        known: where the ids are looked up.
        thing: what kind of thing it is.
        ids: of articles ("ext:AFP" too, of edges), attributions, appearances, claims or claimants.
        others: the other end, or those that it is told apart from.
        kind: of an edge or a link.
        spans: a passage of the article.

    Raises:
        NotFound: there is no record of an id.
    """
    if thing is Thing.LINK and not others and len(ids) == 1:  # told apart from all the rest of its claim
        mine = known.appearance(ids[0])
        rest = tuple(_of_appearance(known, one) for one in known.claim(ids[0]) if one.id != mine.id)
        return Target(thing=thing, places=(_of_appearance(known, mine),), others=rest, kind=kind)
    places = tuple(_place(known, thing, one) for one in ids)
    if spans:
        places = (rulings.place(known.article(ids[0]), spans), *places[1:])
    other = Thing.LINK if thing is Thing.DENIAL else thing
    return Target(thing=thing, places=places, others=tuple(_place(known, other, one) for one in others), kind=kind)


def _place(known: Known, thing: Thing, name: str) -> Place:
    """The words that an id stands for; what is added is added to an article, whatever the thing is."""
    if name.startswith("ext:"):
        return rulings.outside(name)
    if thing in (Thing.ARTICLE, Thing.EDGE) or known.is_article(name):
        return rulings.place(known.article(name))
    if thing is Thing.LINK:
        return _of_appearance(known, known.appearance(name))
    said = known.first_said(name) if thing is Thing.CLAIMANT and not known.is_attribution(name) else name
    one, article = known.attribution(said)
    return rulings.place(article, one.content, one.cue)


def _of_appearance(known: Known, one: Appearance) -> Place:
    return rulings.place(known.article(one.article_id), one.spans)


def quotes(answer: Answer, article_id: str, spans: Sequence[Span]) -> tuple[Quoted, ...]:
    """The words at some characters of an article, as a ruling holds them."""
    article = OfAnswer(answer).article(article_id)
    return tuple(rulings.quoted(span, article.text) for span in spans)


def as_read(answer: Answer, about: Target) -> Value:
    """What an attribution is now: it is put back so if other rules do not read it any more."""
    place = about.places[0]
    for reading in answer.readings:
        if reading.article.text_digest == place.text:
            for one, who in zip(reading.attributions, reading.resolutions, strict=True):
                if rulings.place(reading.article, one.content, one.cue).quotes == place.quotes:
                    text, claimant = reading.article.text, who.claimant
                    return Value(
                        source=rulings.quoted(one.source, text) if one.source else None,
                        cue=rulings.quoted(one.cue, text) if one.cue else None,
                        content=place.quotes,
                        stance=one.stance.value,
                        name=claimant.name if claimant else None,
                        kind=claimant.kind.value if claimant else None,
                    )
    return Value()


class OfAnswer:
    """The records of an answer, by the beginning of their ids."""

    def __init__(self, answer: Answer) -> None:
        self._articles = {one.article.id: one.article for one in answer.readings}
        self._attributions = {one.id: (one, reading.article) for reading in answer.readings for one in reading.attributions}
        self._appearances = {one.id: one for story in answer.lineage.stories for one in story.claim.appearances}
        self._claims = [story.claim for story in answer.lineage.stories]
        self._claimants: dict[str, str] = {}
        for reading in answer.readings:
            for one in reading.resolutions:
                if one.claimant is not None:
                    self._claimants.setdefault(one.claimant.id, one.attribution_id)

    def is_article(self, name: str) -> bool:
        """Is it the whole id of an article?"""
        return name in self._articles

    def is_attribution(self, name: str) -> bool:
        """Is it the whole id of an attribution?"""
        return name in self._attributions

    def article(self, name: str) -> Article:
        """An article, by its id, address or the beginning of its id."""
        return self._articles[_one(name, self._articles, "article")]

    def attribution(self, name: str) -> tuple[Attribution, Article]:
        """An attribution, and where it stands."""
        return self._attributions[_one(name, self._attributions, "attribution")]

    def first_said(self, claimant: str) -> str:
        """The first attribution to a claimant."""
        return self._claimants[_one(claimant, self._claimants, "claimant")]

    def appearance(self, name: str) -> Appearance:
        """An appearance; of a claim the smallest one, whose id it has."""
        return self._appearances[_one(name, self._appearances, "claim or appearance")]

    def claim(self, name: str) -> Sequence[Appearance]:
        """All appearances of its claim."""
        mine = _one(name, self._appearances, "claim or appearance")
        return next(one for one in self._claims if any(appearance.id == mine for appearance in one.appearances)).appearances


def _one(name: str, known: Collection[str], what: str) -> str:
    """The one id that is meant.

    Raises:
        NotFound: none, or several.
    """
    if name in known:
        return name
    found = [one for one in known if name and one.startswith(name)]
    if len(found) != 1:
        many = f"'{name}' begins {len(found)} ids" if found else f"no {what} of this collection has the id '{name}'"
        raise NotFound(many, where="the call", fix="give more characters of the id" if found else _FIX)
    return found[0]
