"""An answer -> files that other programs read: pure functions, the same bytes for the same answer.

material.py   what is exported: a whole answer, or what belongs to one claim; with text, or positions and hashes only
passages.py   how things and passages are named: addresses, hashes, the words around
rows.py tables.py        flat tables, one row a thing       csv.py jsonl.py with_pyarrow.py    ... as files (Parquet: with_pyarrow.py)
graph.py                 nodes and edges                    gexf.py graphml.py                 ... as files
annotation.py            attributions and denials on their pages: W3C Web Annotation
rdf.py                   triples                            prov.py                            where texts come from: PROV-O
schemaorg.py             Claim and NewsArticle              ninjs.py                           items of newsrooms
stix/                    bundles of STIX 2.1

docs/exports.md says what stands in each, and how it is read back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from selon.show.exports.material import Material, material

DEFAULT_TABLE = "appearances"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file, made."""

    content: bytes
    count: int  # of what it holds
    things: str  # what is counted
    ending: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: the function that writes it, loaded when it is called for."""

    module: str
    function: str
    things: str
    ending: str
    media_type: str
    of_tables: bool = False  # one file a table


EXPORTERS: dict[str, Format] = {
    "csv": Format(module="csv", function="write", things="rows", ending="csv", media_type="text/csv; charset=utf-8", of_tables=True),
    "jsonl": Format(module="jsonl", function="write", things="rows", ending="jsonl", media_type="application/jsonl"),
    "parquet": Format(
        module="with_pyarrow", function="write", things="rows", ending="parquet", media_type="application/vnd.apache.parquet",
        of_tables=True,
    ),
    "gexf": Format(module="gexf", function="write", things="edges", ending="gexf", media_type="application/gexf+xml"),
    "graphml": Format(module="graphml", function="write", things="edges", ending="graphml", media_type="application/graphml+xml"),
    "annotation": Format(
        module="annotation", function="write", things="annotations", ending="jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ),
    "prov": Format(module="prov", function="write_turtle", things="triples", ending="ttl", media_type="text/turtle; charset=utf-8"),
    "prov-json": Format(module="prov", function="write_json_ld", things="triples", ending="jsonld", media_type="application/ld+json"),
    "schemaorg": Format(module="schemaorg", function="write", things="claims", ending="jsonld", media_type="application/ld+json"),
    "stix": Format(module="stix", function="write", things="objects", ending="json", media_type="application/stix+json;version=2.1"),
    "ninjs": Format(module="ninjs", function="write", things="items", ending="json", media_type="application/json"),
}  # fmt: skip
"""Every format; the file of this folder that writes it is loaded when it is called for."""


def export(name: str, given: Material, *, table: str = DEFAULT_TABLE) -> Export:
    """One file in the format of that name; `table` is for formats that hold one table a file."""
    one = EXPORTERS[name]
    write: Callable[..., tuple[bytes, int]] = getattr(import_module(f"{__name__}.{one.module}"), one.function)
    content, count = write(given, table=table) if one.of_tables else write(given)
    return Export(content=content, count=count, things=one.things, ending=one.ending, media_type=one.media_type)


__all__ = ["DEFAULT_TABLE", "EXPORTERS", "Export", "Format", "Material", "export", "material"]
