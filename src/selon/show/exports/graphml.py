"""The lineage as GraphML, for any graph program. Source: graphml.graphdrawing.org, GraphML 1.0.

Readers take a graph that is directed throughout or not at all, so every edge is written as a directed one; `directed` says whether its
direction is shown. Two links of one pair stay two: each edge has its id.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from xml.etree import ElementTree as Xml

from selon.show.exports.graph import Arc, Node, arcs, nodes
from selon.show.exports.material import Material

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"str": "string", "str | None": "string", "bool": "boolean", "float": "double", "int": "long"}
_IN_PLACE = {"id", "source", "target"}  # attributes of the element itself


def write(given: Material) -> tuple[bytes, int]:
    """The document, and how many edges it has."""
    links = arcs(given)
    root = Xml.Element("graphml", {"xmlns": _SPACE})
    for row, kind in ((Node, "node"), (Arc, "edge")):
        for name, type_ in _keys(row).items():
            Xml.SubElement(root, "key", {"id": f"{kind}_{name}", "for": kind, "attr.name": name, "attr.type": type_})
    graph = Xml.SubElement(root, "graph", {"id": "lineage", "edgedefault": "directed"})
    for node in nodes(given):
        _data(Xml.SubElement(graph, "node", {"id": node.id}), node, "node")
    for arc in links:
        _data(Xml.SubElement(graph, "edge", {"id": arc.id, "source": arc.source, "target": arc.target}), arc, "edge")
    Xml.indent(root, " ")
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n", len(links)


def _keys(row: Any) -> Mapping[str, str]:
    return {field.name: _TYPES[_written(field.type)] for field in fields(row) if field.name not in _IN_PLACE}


def _written(type_: Any) -> str:
    return type_.__name__ if isinstance(type_, type) else str(type_)


def _data(element: Xml.Element, thing: Node | Arc, kind: str) -> None:
    for name in _keys(type(thing)):
        value = getattr(thing, name)
        if value not in (None, ""):
            Xml.SubElement(element, "data", {"key": f"{kind}_{name}"}).text = str(value).lower() if isinstance(value, bool) else str(value)
