"""The flat tables of a large run: one row class a table, columns that any program reads.

A row holds texts, whole numbers, numbers, yes or no, and bytes; nothing nested, no unsigned number, no instant without its offset, so that
a table is the same to DuckDB, to Spark and to whatever reads Parquet. Where a record is richer than its row, `body` has all of it (see
docs/clusters.md). Spans are code points in `articles.text`, half-open.
"""

from dataclasses import dataclass, fields
from types import NoneType
from typing import NamedTuple, get_args, get_type_hints

_KINDS = {str: "string", int: "int64", float: "float64", bool: "bool", bytes: "binary"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article as it was read on its own; table `articles`."""

    key: int  # what the tables of a run join on: 63 bits of a hash of the part and its place there
    part: str  # the part of the input that it stands in
    place: int  # its place there
    id: str
    digest: str
    text_digest: str
    address: str
    url: str | None
    outlet: str | None
    outlet_key: str | None  # equal for one outlet under its spellings
    title: str | None
    lang: str
    published_from: str | None  # as the page has it
    published_to: str | None
    published_source: str | None
    day: str  # what articles are ordered by, before the id: the earliest publication, "9999" where it is not known
    degraded: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """All that one article yields on its own; table `readings`."""

    key: int
    body: bytes  # a packed Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow:
    """One attribution with its claimant as its article tells it; table `attributions`."""

    key: int  # of its article
    id: str
    article_id: str
    source_start: int | None
    source_end: int | None
    source: str | None
    cue: str | None
    content_start: int  # of its first span
    content_end: int  # of its last one
    content: str  # its spans, " … " between
    kind: str
    stance: str
    conditional: bool
    parent: str | None
    claimant: str | None
    claimant_kind: str | None
    role: str | None
    organisation: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """One expression of time; table `dates`."""

    key: int  # of its article
    article_id: str
    span_start: int
    span_end: int
    text: str
    earliest: str | None
    latest: str | None
    granularity: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """What was set aside, and why; table `rejected`."""

    record: str
    stage: str
    what: str
    place: str  # the record's `where`
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """The claimants of one article as all articles know them; table `named`."""

    key: int  # of its article
    body: bytes  # a packed tuple of Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsRow:
    """What one article states, known of it alone; table `statements`."""

    key: int  # of its article
    body: bytes  # packed, as `match.statements` folds them


@dataclass(frozen=True, slots=True, kw_only=True)
class GramRow:
    """Some words in a row of one article, as a number; table `grams`."""

    key: int  # of its article
    kind: int  # 0: any words; 1: long words
    hash: int
    place: int  # of the first word, among the words of its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRow:
    """One passage that stands in two articles; table `reuses`."""

    a: str  # article id
    a_start: int
    a_end: int
    b: str  # article id, greater than `a`
    b_start: int
    b_end: int
    tokens: int
    edits: int
    direction: str | None
    relation: str
    body: bytes  # a packed Reuse


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimantRow:
    """Who stands behind one attribution, with one id in all articles; table `claimants`."""

    article_id: str
    attribution_id: str
    claimant_id: str | None
    name: str | None
    kind: str | None
    role: str | None
    organisation: str | None
    country: str | None
    how: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow:
    """The appearances that make one claim, before anything is traced; table `clusters`."""

    id: str  # of the claim
    body: bytes  # a packed Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim with what the collection shows of it; table `claims`."""

    id: str
    label: str
    articles: int
    texts: int
    origins_min: int
    origins_max: int
    first_from: str | None
    first_to: str | None
    denials: int
    body: bytes  # a packed Story


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceRow:
    """One claim in one article; table `appearances`."""

    claim_id: str
    id: str
    article_id: str
    span_start: int  # of its first span
    span_end: int  # of its last one
    attribution_id: str | None
    claimant: str | None
    claimant_id: str | None
    stance: str
    conditional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """One link of the lineage; table `edges`."""

    source: str
    target: str
    kind: str
    directed: bool
    confidence: float
    reasons: str  # one a line
    body: bytes  # a packed Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRow:
    """One denial that is tied to no claim; table `open_denials`."""

    article_id: str
    span_start: int
    span_end: int
    denier: str | None
    kind: str
    tie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """The place of a part among those of its run; table `parts`."""

    part: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """The numbers of the rules that a query keeps; table `limits`, one row."""

    holders: int  # earliest holders of a gram that each later one meets
    furniture: int  # articles of one outlet with one gram that make it that outlet's own
    least: int  # grams that two articles share before they are looked at
    block: int  # later articles of the pairs of one part


class Column(NamedTuple):
    """One column of a table."""

    name: str
    kind: str  # string, int64, float64, bool, binary
    may_be_null: bool


def columns(row: type) -> tuple[Column, ...]:
    """The columns of a row class, in their order.

    >>> columns(ReadingRow)
    (Column(name='key', kind='int64', may_be_null=False), Column(name='body', kind='binary', may_be_null=False))

    Raises:
        KeyError: a field of a kind that tables do not hold.
    """
    hints = get_type_hints(row)
    return tuple(_column(one.name, hints[one.name]) for one in fields(row))


def _column(name: str, hint: type) -> Column:
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not NoneType]
    return Column(name, _KINDS[kinds[0]], NoneType in get_args(hint))
