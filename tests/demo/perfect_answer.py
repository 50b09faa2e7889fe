"""The answer that the truth asks for, built from the truth itself: what the checks must accept, and a start for spoilt ones."""

import hashlib
from typing import Any

from demo_truth import places

from selon.model.article import Article
from selon.model.attribution import Stance
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Change, Corroboration, Denial, Edge, First, Lineage, NamedOrigin, Origins, Story, Unmentioned
from selon.model.passage import Passage, Reuse
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.pipeline import Answer

Row = dict[str, Any]


class Texts(dict[str, str]):
    """The texts of the story, and where passages stand in them."""

    def span(self, article: str, passage: str) -> Span:
        """Where a passage stands first."""
        return places(self[article], passage)[0]


def answer(truth: Row, texts: Texts) -> Answer:
    """An answer without any difference from the truth."""
    return Answer(
        readings=tuple(_reading(row, texts[row["id"]]) for row in truth["articles"]),
        reuses=tuple(_reuse(row, texts) for row in truth["copies"]),
        lineage=Lineage(
            edges=tuple(_edge(row) for row in truth["edges"]),
            stories=tuple(_story(claim, truth, texts) for claim in truth["claims"]),
            open_denials=(),
        ),
        rejected=(),
    )


def _reading(row: Row, text: str) -> Reading:
    published = row["published"]
    article = Article(
        id=row["id"],
        digest=row["id"],
        text_digest=row["id"],
        address=row["file"],
        url=None,
        outlet=row["outlet"],
        title=row["title"],
        authors=(),
        lang=row["lang"],
        published=Interval(earliest=published["from"], latest=published["to"], source="truth") if published else None,
        text=text,
        blocks=(),
        credits=(),
        links=(),
        metadata=(),
        degraded=None,
    )
    return Reading(article=article, attributions=(), dates=(), resolutions=())


def _reuse(row: Row, texts: Texts) -> Reuse:
    a, b = (Passage(article_id=row[side], span=texts.span(row[side], row[f"{side}_text"])) for side in "ab")
    return Reuse(a=a, b=b, tokens=30, edits=(), direction=None, reasons=())


def _edge(row: Row) -> Edge:
    return Edge(
        source=row["from"],
        target=row["to"],
        kind=row["kind"],
        directed=bool(row["directed"]),
        evidence=(),
        reasons=(),
        confidence=1.0,
        state="suggested",
        changes=(),
    )


def _story(claim: Row, truth: Row, texts: Texts) -> Story:
    appearances = tuple(_appearance(row, texts) for row in claim["appearances"])
    return Story(
        claim=Claim(id=claim["key"], label=claim["gist"], appearances=appearances, links=(), variants=()),
        origins=_origins(claim["origins"], appearances),
        first=First(earliest=None, latest=None, articles=tuple(claim["first"]), mentioned=()),
        denials=tuple(_denial(row, texts) for row in claim["denials"]),
        unmentioned=tuple(_unmentioned(row) for row in claim["unmentioned"]),
        corroborations=tuple(
            Corroboration(article_id=row["article"], span=texts.span(row["article"], row["text"]), by=row["by"], attribution_id="")
            for row in claim["corroborations"]
        ),
        changes=tuple(_change(row, texts) for row in truth["changes"] if row["claim"] == claim["key"]),
        circles=(_circle(truth["circle"], texts),) if claim["key"] == "register" else (),
        chains=(),
        gaps=(),
    )


def _appearance(row: Row, texts: Texts) -> Appearance:
    span = texts.span(row["article"], row["text"])
    digest = hashlib.sha256(f"{row['article']} {span}".encode()).hexdigest()[:16]
    return Appearance(
        id=digest,
        article_id=row["article"],
        spans=(span,),
        attribution_id=None,
        claimant=row["claimant"],
        claimant_id=None,
        stance=Stance(row["stance"]),
        conditional=False,
        when=None,
    )


def _origins(row: Row, appearances: tuple[Appearance, ...]) -> Origins:
    passage = Passage(article_id=appearances[0].article_id, span=appearances[0].spans[0])
    named = tuple(
        NamedOrigin(name=name if isinstance(name, str) else name[0], kind="person", passage=passage) for name in row["named"] or ()
    )
    return Origins(articles=0, texts=0, named=named, unknown=row["unknown"], min=row["min"], max=row["max"], proof=())


def _denial(row: Row, texts: Texts) -> Denial:
    span = texts.span(row["article"], row["text"])
    return Denial(article_id=row["article"], span=span, by=row["by"], kind=row["kind"], attribution_id="", claim_id=None, tie="content")


def _unmentioned(row: Row) -> Unmentioned:
    return Unmentioned(article_id=row["article"], denial_article_id=row["denial_article"], denial_span=Span(0, 1), lag_days=1)


def _change(row: Row, texts: Texts) -> Change:
    return Change(
        from_article=row["from"],
        to_article=row["to"],
        kind=row["kind"],
        from_span=texts.span(row["from"], row["from_text"]),
        to_span=texts.span(row["to"], row["to_text"]),
        sentence="",
        directed=True,
    )


def _circle(row: Row, texts: Texts) -> tuple[Passage, ...]:
    return tuple(Passage(article_id=one["article"], span=texts.span(one["article"], one["text"])) for one in row["passages"])
