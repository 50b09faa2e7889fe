"""What every export must pass: its schema or its reference library, and what is read back is what was written.

`bench/exports.py` runs the same checks on a thousand articles.
"""

import csv
import io
import json
import tomllib
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import networkx
import pandas
import polars
import pyarrow.parquet
import rdflib
import stix2
from jsonschema import Draft202012Validator
from lxml import etree
from rdflib.namespace import PROV, RDF, SDO

from selon.show.exports import Material, export
from selon.show.exports.csv import plain
from selon.show.exports.passages import edge_id
from selon.show.exports.tables import TABLES, columns, rows

Make = Callable[..., Material]
"""Answer -> material; `with_text`, `story`."""
Run = Callable[..., tuple[int, str, str]]
"""Arguments of `selon` -> exit code, stdout, stderr."""

SCHEMAS = Path(__file__).parent / "schemas"
TERMS = tomllib.loads((SCHEMAS / "terms.toml").read_text(encoding="utf-8"))


def check_csv(given: Material) -> None:
    for table in TABLES:
        made = export("csv", given, table=table)
        page = io.StringIO(made.content.decode("utf-8-sig"), newline="")
        back = list(csv.reader(page, strict=True))
        assert back[0] == [column.name for column in columns(table)]
        wanted = [["" if value is None else _text(value) for value in row.values()] for row in rows(table, given)]
        assert [[plain(cell) for cell in row] for row in back[1:]] == wanted
        assert made.count == len(back) - 1
        frame = pandas.read_csv(io.BytesIO(made.content), dtype=str, keep_default_na=False)
        assert (len(frame), list(frame.columns)) == (made.count, back[0])


def _text(value: Any) -> str:
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else json.dumps(value)


def check_jsonl(given: Material) -> None:
    made = export("jsonl", given)
    back = [json.loads(line) for line in made.content.splitlines()]
    assert len(back) == made.count
    assert back == [{"table": table, **row} for table in TABLES for row in rows(table, given)]


def check_parquet(given: Material) -> None:
    for table in TABLES:
        made = export("parquet", given, table=table)
        wanted = list(rows(table, given))
        back = pyarrow.parquet.read_table(io.BytesIO(made.content))
        assert back.to_pylist() == wanted
        assert back.schema.metadata[b"selon.table"] == table.encode()
        assert polars.read_parquet(io.BytesIO(made.content)).height == made.count == len(wanted)


def check_gexf(given: Material) -> None:
    made = export("gexf", given)
    root = etree.fromstring(made.content)
    etree.XMLSchema(etree.parse(SCHEMAS / "gexf-1.3.xsd")).assertValid(root)
    space = {"g": "http://gexf.net/1.3"}
    names = set(root.xpath("//g:node/@id", namespaces=space))
    assert set(given.articles) <= names
    edges = root.xpath("//g:edge", namespaces=space)
    assert [(one.get("source"), one.get("target"), one.get("kind")) for one in edges] == _edges(given)
    assert {one.get(end) for one in edges for end in ("source", "target")} <= names
    declared = {one.get("id") for one in root.xpath("//g:attribute", namespaces=space)}
    assert set(root.xpath("//g:attvalue/@for", namespaces=space)) <= declared
    for node in root.xpath("//g:node[@start][@end]", namespaces=space):
        assert node.get("start") <= node.get("end")


def check_graphml(given: Material) -> None:
    made = export("graphml", given)
    graph = networkx.read_graphml(io.BytesIO(made.content), force_multigraph=True)
    assert sorted((a, b, told["kind"]) for a, b, told in graph.edges(data=True)) == sorted(_edges(given))
    assert {name: told["held"] for name, told in graph.nodes(data=True)} == {name: name in given.articles for name in graph.nodes}
    assert set(given.articles) <= set(graph.nodes)


def _edges(given: Material) -> list[tuple[str, str, str]]:
    return [(one.source, one.target, one.kind) for one in given.lineage.edges]


def check_annotation(given: Material) -> None:
    made = export("annotation", given)
    page = json.loads(made.content)
    Draft202012Validator(json.loads((SCHEMAS / "annotation.json").read_text(encoding="utf-8"))).validate(page)
    items = page["first"]["items"]
    assert page["total"] == made.count == len(items) == len(given.attributions) + len(list(given.denials()))
    assert len({one["id"] for one in items}) == len(items)
    for item in items:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            _check_target(target, given)


def _check_target(target: dict[str, Any], given: Material) -> None:
    text = given.articles[target["selon:article"]].text
    selectors = {one["type"]: one for one in target["selector"]}
    place = selectors["TextPositionSelector"]
    exact = text[place["start"] : place["end"]]
    assert target["selon:exactSha256"] == sha256(exact.encode()).hexdigest()
    assert target["selon:textSha256"] == sha256(text.encode()).hexdigest()
    assert ("TextQuoteSelector" in selectors) is given.with_text
    if given.with_text:
        quote = selectors["TextQuoteSelector"]
        assert quote["exact"] == exact
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(whole) == place["start"] - len(quote["prefix"])
        assert text.find(whole, text.find(whole) + 1) < 0  # it matches once


def check_prov(given: Material) -> None:
    graph = rdflib.Graph().parse(data=export("prov", given).content, format="turtle")
    as_json = export("prov-json", given)
    assert set(rdflib.Graph().parse(data=as_json.content, format="json-ld")) == set(graph)
    assert len(graph) == as_json.count
    check_terms(graph, "prov", PROV)
    told = rdflib.Namespace("urn:selon:terms:")
    assert len(set(graph.subjects(RDF.type, told.Article))) == len({one.digest for one in given.articles.values()})
    assert len(set(graph.subjects(RDF.type, told.Claim))) == len(given.stories)
    directed = {edge_id(one) for one in given.lineage.edges if one.directed}
    assert len(set(graph.subjects(PROV.entity, None))) == len(directed)
    assert not list(graph.triples((None, PROV.hadPrimarySource, None)))
    for derivation, taken in graph.subject_objects(PROV.entity):
        taker = graph.value(predicate=PROV.qualifiedDerivation, object=derivation)
        if taker is not None:
            assert (taker, PROV.wasDerivedFrom, taken) in graph
        else:
            assert (graph.value(predicate=PROV.qualifiedQuotation, object=derivation), PROV.wasQuotedFrom, taken) in graph


def check_schemaorg(given: Material) -> None:
    made = export("schemaorg", given)
    graph = rdflib.Graph().parse(data=made.content, format="json-ld")
    check_terms(graph, "schema", SDO)
    claims = set(graph.subjects(RDF.type, SDO.Claim))
    assert len(claims) == made.count == len(given.stories)
    for story in given.stories:
        me = rdflib.URIRef(f"urn:selon:claim:{story.claim.id}")
        assert len(set(graph.objects(me, SDO.appearance))) == len(
            {given.articles[one.article_id].digest for one in story.claim.appearances}
        )
        assert [str(text) for text in graph.objects(me, SDO.text)] == ([story.claim.label] if given.with_text else [])
    assert b"Rating" not in made.content
    assert b"ClaimReview" not in made.content


def check_terms(graph: rdflib.Graph, name: str, known: Any) -> None:
    """Every class and property is one of the vocabulary's, and stands between what it may stand between."""
    space, also, properties = TERMS[name]["space"], TERMS[name]["also"], TERMS[name]["properties"]

    def classes(node: Any) -> set[str]:
        if isinstance(node, rdflib.Literal):
            return {"text"}
        own = {str(kind).removeprefix(space) for kind in graph.objects(node, RDF.type) if str(kind).startswith(space)}
        assert own <= set(also), f"{node}: {own - set(also)}"
        return own | {above for kind in own for above in also[kind]}

    kinds = {node: classes(node) for node in {*graph.subjects(), *graph.objects()}}
    for subject, predicate, value in graph:
        term = str(predicate).removeprefix(space)
        if term == str(predicate):
            continue
        assert term in known, f"{term} is no term of the vocabulary"
        assert term in properties, f"{term} is not in terms.toml"
        domain, wanted = properties[term]
        assert kinds[subject] & set(domain), f"{subject} {term}: {kinds[subject]}"
        assert kinds[value] & set(wanted), f"{term} {value}: {kinds[value]}"


def check_stix(given: Material) -> None:
    made = export("stix", given)
    bundle = stix2.parse(made.content.decode(), allow_custom=False)
    kinds = Counter(one["type"] for one in json.loads(made.content)["objects"])
    assert not set(kinds) & {"threat-actor", "campaign", "incident", "intrusion-set", "malware", "opinion"}
    assert kinds["note"] == len(given.attributions)
    assert kinds["report"] == len(given.stories)
    assert sum(kinds.values()) == made.count == len({one["id"] for one in bundle.objects})
    names = {one["id"] for one in bundle.objects}
    for one in json.loads(made.content)["objects"]:
        refs = [*one.get("object_refs", []), *(value for key, value in one.items() if key.endswith("_ref"))]
        assert set(refs) <= names, one["id"]
        if one["type"] in ("file", "url"):
            told = {key: value for key, value in one.items() if key in ("type", "spec_version", "hashes", "name", "value")}
            assert stix2.parse(json.dumps(told))["id"].startswith(one["type"])
    urls = [one for one in bundle.objects if one["type"] == "url"]
    assert [one["id"] for one in urls] == [stix2.URL(value=one["value"])["id"] for one in urls]  # deterministic, as the standard has it


def check_ninjs(given: Material) -> None:
    made = export("ninjs", given)
    items = json.loads(made.content)
    schema = json.loads((SCHEMAS / "ninjs.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(items)
    assert [one["altIds"][1]["value"] for one in items] == list(given.articles)
    assert [bool(one.get("bodies")) for one in items] == [given.with_text] * len(items)


CHECKS: dict[str, Callable[[Material], None]] = {
    "csv": check_csv,
    "jsonl": check_jsonl,
    "parquet": check_parquet,
    "gexf": check_gexf,
    "graphml": check_graphml,
    "annotation": check_annotation,
    "prov": check_prov,
    "schemaorg": check_schemaorg,
    "stix": check_stix,
    "ninjs": check_ninjs,
}
