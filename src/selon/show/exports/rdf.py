"""Triples, written as Turtle and as JSON-LD. Source: W3C RDF 1.1, Turtle, JSON-LD 1.1.

No node is without a name, and the order is that in which triples come, so that one graph is always the same bytes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NOT_IRI = re.compile('[\\x00-\\x20<>"{}|\\\\^`]')
TYPE = "rdf:type"


@dataclass(frozen=True, slots=True)
class Name:
    """A node with an address; with a prefix ("prov:Entity") where the graph has that prefix."""

    iri: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: plain, of a language, or of a type ("xsd:dateTime")."""

    value: str
    type: str = ""
    lang: str = ""


Triple = tuple[str, str, Name | Literal]


def iri(address: str) -> str:
    """An address without the characters that none may hold, each percent-encoded.

    >>> iri("https://phare.example/a b")
    'https://phare.example/a%20b'
    """
    return _NOT_IRI.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address.encode("utf-8", "replace").decode())


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> bytes:
    """The graph as Turtle."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in prefixes.items()]
    for subject, told in _by_subject(triples).items():
        lines += ["", _term(Name(subject), prefixes)]
        pairs = [(predicate, value) for predicate, values in told.items() for value in values]
        for number, (predicate, value) in enumerate(pairs, 1):
            said = "a" if predicate == TYPE else predicate
            lines.append(f"    {said} {_term(value, prefixes)} {'.' if number == len(pairs) else ';'}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def json_ld(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> bytes:
    """The graph as JSON-LD, one object a node."""
    graph: list[dict[str, Any]] = []
    for subject, told in _by_subject(triples).items():
        one: dict[str, Any] = {"@id": subject}
        for predicate, values in told.items():
            if predicate == TYPE:
                one["@type"] = [value.iri for value in values if isinstance(value, Name)]
            else:
                one[predicate] = [_value(value) for value in values]
        graph.append(one)
    page = {"@context": dict(prefixes), "@graph": graph}
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _by_subject(triples: Iterable[Triple]) -> dict[str, dict[str, list[Name | Literal]]]:
    """Each subject in the order it comes, its types first; each triple once."""
    found: dict[str, dict[str, dict[Name | Literal, None]]] = {}
    for subject, predicate, value in triples:
        found.setdefault(subject, {TYPE: {}}).setdefault(predicate, {})[value] = None
    return {subject: {predicate: list(values) for predicate, values in told.items() if values} for subject, told in found.items()}


def _value(value: Name | Literal) -> Any:
    if isinstance(value, Name):
        return {"@id": value.iri}
    if value.lang:
        return {"@value": value.value, "@language": value.lang}
    return {"@value": value.value, "@type": value.type} if value.type else value.value


def _term(value: Name | Literal, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, Name):
        prefix, _, local = value.iri.partition(":")
        return value.iri if prefix in prefixes and _LOCAL.fullmatch(local) else f"<{value.iri}>"
    written = json.dumps(value.value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if value.lang:
        return f"{written}@{value.lang}"
    return f"{written}^^{value.type}" if value.type else written
