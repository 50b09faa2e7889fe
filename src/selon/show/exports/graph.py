"""The lineage as a graph of nodes and edges, for the formats of graph programs."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time

from selon.model.article import Article
from selon.model.span import Interval
from selon.show.edtf import edtf
from selon.show.exports.material import HELD_ELSEWHERE, Material
from selon.show.exports.passages import edge_id, places, sha256

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_DAY_CHARS = len("2019-03-29")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article that is held, or what is cited and not held."""

    id: str
    label: str  # outlet and day, or the name that is cited
    held: bool
    outlet: str
    lang: str
    published: str  # EDTF; "" where nothing tells it
    start: str | None  # first instant of the interval, UTC; None: open, or not known
    end: str | None  # last one
    url: str
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An edge between two nodes: `target` took from `source`, where it is directed."""

    id: str
    source: str
    target: str
    kind: str
    directed: bool
    confidence: float
    state: str
    reasons: str
    passages: str
    changes: int


def nodes(given: Material) -> list[Node]:
    """Every article, then every name that an edge cites and nobody holds, each in the order of its id."""
    names = _names(given)
    return [
        *(_article(one, names[name]) for name, one in given.articles.items()),
        *(_cited(name, names[name]) for name in sorted(names.keys() - given.articles.keys())),
    ]


def _names(given: Material) -> dict[str, str]:
    """The id of every node as XML can hold it: two nodes stay two; what no XML holds gives way to a mark and a hash of the id."""
    wanted = {*given.articles, *(end for edge in given.lineage.edges for end in (edge.source, edge.target))}
    names = {name: name for name in wanted if clean(name) == name}
    for name in sorted(wanted - names.keys()):
        digest = sha256(name)
        names[name] = next(told for size in range(8, 65) if (told := f"{clean(name)}#{digest[:size]}") not in names.values())
    return names


def arcs(given: Material) -> list[Arc]:
    """Every edge of the lineage, in its canonical order."""
    names = _names(given)
    return [
        Arc(
            id=edge_id(one),
            source=names[one.source],
            target=names[one.target],
            kind=one.kind,
            directed=one.directed,
            confidence=round(one.confidence, 4),
            state=one.state,
            reasons=clean("; ".join(one.reasons)) if given.with_text else "",
            passages=clean(places(one.evidence)),
            changes=len(one.changes),
        )
        for one in given.lineage.edges
    ]


def clean(words: str) -> str:
    """The words without characters that no XML document may hold.

    >>> clean("a\\x0bb")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", words)


def _article(article: Article, name: str) -> Node:
    day = edtf(article.published) if article.published else ""
    return Node(
        id=name,
        label=clean(f"{article.outlet or article.id}{', ' + day if day else ''}"),
        held=True,
        outlet=clean(article.outlet or ""),
        lang=article.lang,
        published=day,
        start=instant(article.published, is_end=False),
        end=instant(article.published, is_end=True),
        url=clean(article.url or ""),
        text_sha256=sha256(article.text),
    )


def _cited(name: str, id_: str) -> Node:
    label = clean(name.removeprefix(HELD_ELSEWHERE))
    return Node(
        id=id_, label=label, held=False, outlet="", lang="", published="", start=None, end=None, url="", text_sha256=""
    )  # fmt: skip


def instant(interval: Interval | None, *, is_end: bool) -> str | None:
    """One end of an interval as an instant in UTC; a day without an hour begins and ends with itself.

    >>> instant(Interval(earliest="2031-03-12", latest="2031-03-12T08:00:00+02:00", source=""), is_end=True)
    '2031-03-12T06:00:00Z'
    """
    written = (interval.latest if is_end else interval.earliest) if interval else None
    if not written:
        return None
    if len(written) == _DAY_CHARS:
        when = datetime.combine(datetime.fromisoformat(written), time(23, 59, 59) if is_end else time.min, UTC)
    else:
        when = datetime.fromisoformat(written)
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    try:
        return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:  # the first or the last day of the calendar
        return when.strftime("%Y-%m-%dT%H:%M:%SZ")
