"""The lineage as GEXF 1.3, for Gephi and its kin. Source: gexf.net, GEXF 1.3: dynamic graphs, kinds of edges.

A node lives from the first to the last instant at which its article can have been published; the interval itself stands beside it as EDTF.
Kinds of edges stand in `kind`, so that two links of one pair stay two.
"""

from collections.abc import Mapping
from dataclasses import fields
from xml.etree import ElementTree as Xml

from selon.show.exports.graph import Arc, Node, arcs, nodes
from selon.show.exports.material import Material

_SPACE = "http://gexf.net/1.3"
_NODE = {"held": "boolean", "outlet": "string", "lang": "string", "published": "string", "url": "string", "text_sha256": "string"}
_EDGE = {"confidence": "double", "state": "string", "reasons": "string", "passages": "string", "changes": "integer"}


def write(given: Material) -> tuple[bytes, int]:
    """The document, and how many edges it has."""
    links = arcs(given)
    root = Xml.Element("gexf", {"xmlns": _SPACE, "version": "1.3"})
    meta = Xml.SubElement(root, "meta", {"lastmodifieddate": given.day})
    Xml.SubElement(meta, "creator").text = f"Selon {given.version}"
    Xml.SubElement(meta, "description").text = "Who took what from whom, in this collection; nodes that are not held are cited only"
    graph = Xml.SubElement(
        root, "graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "dateTime", "timerepresentation": "interval"}
    )
    _declared(graph, "node", _NODE)
    _declared(graph, "edge", _EDGE)
    places = Xml.SubElement(graph, "nodes", {"count": str(len(nodes(given)))})
    for node in nodes(given):
        lifetime = {name: value for name, value in (("start", node.start), ("end", node.end)) if value}
        _values(Xml.SubElement(places, "node", {"id": node.id, "label": node.label, **lifetime}), node, _NODE)
    between = Xml.SubElement(graph, "edges", {"count": str(len(links))})
    for arc in links:
        kind = {"type": "directed" if arc.directed else "undirected", "kind": arc.kind, "label": arc.kind}
        ends = {"id": arc.id, "source": arc.source, "target": arc.target}
        _values(Xml.SubElement(between, "edge", {**ends, **kind, "weight": str(arc.confidence)}), arc, _EDGE)
    Xml.indent(root, " ")
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n", len(links)


def _declared(graph: Xml.Element, kind: str, types: Mapping[str, str]) -> None:
    table = Xml.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    for name, type_ in types.items():
        Xml.SubElement(table, "attribute", {"id": name, "title": name, "type": type_})


def _values(element: Xml.Element, thing: Node | Arc, types: Mapping[str, str]) -> None:
    values = Xml.SubElement(element, "attvalues")
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name in types and value != "":
            Xml.SubElement(values, "attvalue", {"for": field.name, "value": str(value).lower() if isinstance(value, bool) else str(value)})
