"""The line that each command prints with --json, as typed records. Source: docs/commands.md; the schemas are made from these.

Offsets count code points in the article's text, half-open. A field that is null was looked for and not found.

texts.py       blocks, attributions, dates, explain        claims.py       claims, trace
links.py       reuse, lineage                              lookups.py      changes, denials, gaps, near, compare, who
collections.py add, status, search
"""

from msgspec import Struct

from selon.show.lines.claims import (
    AppearanceItem,
    ChainItem,
    ClaimsLine,
    CorroborationItem,
    DenialItem,
    FirstItem,
    GapItem,
    HopItem,
    LinkEvidence,
    MentionItem,
    OriginItem,
    OriginsItem,
    ProofItem,
    UnmentionedItem,
    VariantItem,
)
from selon.show.lines.collections import AddLine, SearchLine, StatusLine
from selon.show.lines.links import ChangeItem, EditItem, LineageLine, PassageItem, PlaceItem, ReuseLine
from selon.show.lines.lookups import (
    ChangesLine,
    CompareLine,
    DenialsLine,
    GapsLine,
    NameItem,
    NearClaim,
    NearLine,
    RoleItem,
    SaidItem,
    WhoLine,
)
from selon.show.lines.texts import (
    AttributionItem,
    AttributionsLine,
    BlockItem,
    BlocksLine,
    CandidateItem,
    ClaimantItem,
    CreditItem,
    DateItem,
    DatesLine,
    ExplainLine,
    IntervalItem,
    LinkItem,
    MetadataItem,
    SpanText,
)

LINES: dict[str, type[Struct]] = {
    "add": AddLine,
    "blocks": BlocksLine,
    "attributions": AttributionsLine,
    "dates": DatesLine,
    "reuse": ReuseLine,
    "lineage": LineageLine,
    "claims": ClaimsLine,
    "trace": ClaimsLine,
    "changes": ChangesLine,
    "denials": DenialsLine,
    "gaps": GapsLine,
    "near": NearLine,
    "who": WhoLine,
    "compare": CompareLine,
    "explain": ExplainLine,
    "status": StatusLine,
    "search": SearchLine,
}
"""The line of each command."""

__all__ = [
    "LINES",
    "AddLine",
    "AppearanceItem",
    "AttributionItem",
    "AttributionsLine",
    "BlockItem",
    "BlocksLine",
    "CandidateItem",
    "ChainItem",
    "ChangeItem",
    "ChangesLine",
    "ClaimantItem",
    "ClaimsLine",
    "CompareLine",
    "CorroborationItem",
    "CreditItem",
    "DateItem",
    "DatesLine",
    "DenialItem",
    "DenialsLine",
    "EditItem",
    "ExplainLine",
    "FirstItem",
    "GapItem",
    "GapsLine",
    "HopItem",
    "IntervalItem",
    "LineageLine",
    "LinkEvidence",
    "LinkItem",
    "MentionItem",
    "MetadataItem",
    "NameItem",
    "NearClaim",
    "NearLine",
    "OriginItem",
    "OriginsItem",
    "PassageItem",
    "PlaceItem",
    "ProofItem",
    "ReuseLine",
    "RoleItem",
    "SaidItem",
    "SearchLine",
    "SpanText",
    "StatusLine",
    "UnmentionedItem",
    "VariantItem",
    "WhoLine",
]
