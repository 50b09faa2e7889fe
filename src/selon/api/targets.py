"""Ids of an answer -> what a ruling is about, in words that stand in texts. Ids change with the rules; words stay."""

from collections.abc import Collection, Sequence

from selon import rulings
from selon.errors import NotFound
from selon.model.article import Article
from selon.model.ruling import Place, Quoted, Target, Thing, Value
from selon.model.span import Span
from selon.pipeline import Answer

_FIX = "selon attributions, selon claims --all and selon article show the ids"


def target(
    answer: Answer, thing: Thing, ids: Sequence[str], *, others: Sequence[str] = (), kind: str | None = None, spans: Sequence[Span] = ()
) -> Target:
    """What a ruling is about.

    Args:
        answer: the one that the ids are of.
        thing: what kind of thing it is.
        ids: of articles ("ext:AFP" too, of edges), attributions, appearances, claims or claimants; their first characters suffice.
        others: the other end, or those that it is told apart from.
        kind: of an edge or a link.
        spans: a passage of the article.

    Raises:
        NotFound: an id is not of this answer, or begins several.
    """
    at = _Ids(answer)
    if thing is Thing.LINK and not others and len(ids) == 1:  # told apart from all the rest of its claim
        return Target(thing=thing, places=tuple(at.appearance(one) for one in ids), others=at.rest_of_claim(ids[0]), kind=kind)
    find = {
        Thing.ARTICLE: at.node,
        Thing.EDGE: at.node,
        Thing.ATTRIBUTION: at.attribution,
        Thing.DENIAL: at.attribution,
        Thing.CLAIMANT: at.claimant,
        Thing.LINK: at.appearance,
    }[thing]
    places = tuple(at.node(one) if at.is_article(one) else find(one) for one in ids)  # what is added is added to an article
    if spans:
        article = at.article(ids[0])
        places = (rulings.place(article, spans), *places[1:])
    ends = tuple(at.appearance(one) if thing is Thing.DENIAL else find(one) for one in others)
    return Target(thing=thing, places=places, others=ends, kind=kind)


def quotes(answer: Answer, article_id: str, spans: Sequence[Span]) -> tuple[Quoted, ...]:
    """The words at some characters of an article, as a ruling holds them."""
    article = _Ids(answer).article(article_id)
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


class _Ids:
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

    def node(self, name: str) -> Place:
        """An article, or a node outside."""
        return rulings.outside(name) if name.startswith("ext:") else rulings.place(self.article(name))

    def is_article(self, name: str) -> bool:
        """Is it the whole id of an article?"""
        return name in self._articles

    def article(self, name: str) -> Article:
        """An article, by its id, address or the beginning of its id."""
        return self._articles[_one(name, self._articles, "article")]

    def attribution(self, name: str) -> Place:
        """The words of an attribution."""
        one, article = self._attributions[_one(name, self._attributions, "attribution")]
        return rulings.place(article, one.content, one.cue)

    def claimant(self, name: str) -> Place:
        """The first attribution to a claimant, or the one that is named."""
        return self.attribution(name if name in self._attributions else self._claimants[_one(name, self._claimants, "claimant")])

    def appearance(self, name: str) -> Place:
        """The words of an appearance; of a claim, those of its smallest one."""
        one = self._appearances[_one(name, self._appearances, "claim or appearance")]
        return rulings.place(self._articles[one.article_id], one.spans)

    def rest_of_claim(self, name: str) -> tuple[Place, ...]:
        """The other appearances of its claim."""
        mine = _one(name, self._appearances, "claim or appearance")
        claim = next(one for one in self._claims if any(appearance.id == mine for appearance in one.appearances))
        return tuple(rulings.place(self._articles[one.article_id], one.spans) for one in claim.appearances if one.id != mine)


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
