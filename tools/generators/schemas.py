"""docs/schemas: JSON Schemas (draft 2020-12) of the records and of the line each command prints with --json."""

import json
from dataclasses import is_dataclass
from typing import Any

import msgspec

from generators.comments import Described, described
from generators.records import modules
from selon.show.lines import LINES, claims, collections, links, lookups, research, rulings, texts

PARTS = (texts, links, claims, lookups, collections, rulings, research)
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name -> text: `record-<name>.json` for each record, `line-<command>.json` for each command."""
    records = [one for module in modules() for one in described(module)]
    comments = {one.cls.__name__: one for one in [*records, *(one for module in PARTS for one in described(module))]}
    named: dict[str, type[Any]] = {f"record-{_dashed(one.cls.__name__)}": one.cls for one in records if is_dataclass(one.cls)}
    named |= {f"line-{command}": line for command, line in LINES.items()}
    return {f"{name}.json": _text(cls, comments) for name, cls in sorted(named.items())}


def _text(cls: type[Any], comments: dict[str, Described]) -> str:
    schema = msgspec.json.schema(cls)
    for name, part in schema.get("$defs", {}).items():
        _explain(part, comments.get(name))
    return json.dumps({"$schema": DRAFT, **schema}, indent=1, ensure_ascii=False) + "\n"


def _explain(part: dict[str, Any], one: Described | None) -> None:
    """Put the comment behind each field into the schema, as its description."""
    for field in one.fields if one else ():
        name = field.name if field.name in part.get("properties", {}) else field.name.rstrip("_")
        if field.comment and name in part.get("properties", {}):
            part["properties"][name] |= {"description": field.comment}


def _dashed(name: str) -> str:
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")
