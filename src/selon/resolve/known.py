"""A user's own table of persons and bodies: CSV, or FollowTheMoney entities as JSON Lines; and the signals that it gives.

CSV has a header: id, name, and where known: kind (person, body), aliases, country, role; several values are parted by ";".
FollowTheMoney: one entity a line, {"id", "schema", "properties": {"name": [...], "alias": [...], "country": [...], "position": [...]}}.
Source: FollowTheMoney's model (followthemoney.tech), schemata Person, Organization, Company, PublicBody, LegalEntity.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any

from selon.errors import TableError
from selon.languages.fold import fold
from selon.languages.phonetic import same_spelling
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.known import Known
from selon.resolve.names import same_person_name

_BODIES = frozenset({"organization", "company", "publicbody", "legalentity"})
_FIX = "a CSV with a header (id, name, kind, aliases, country, role), or FollowTheMoney entities, one JSON object a line"


def entities(text: str, *, where: str) -> tuple[Known, ...]:
    """The rows of a table.

    Args:
        text: the whole file.
        where: its name, for errors.

    Raises:
        TableError: it is neither of the two forms, or a row has no name.
    """
    rows = list(_from_json(text, where) if text.lstrip().startswith("{") else _from_csv(text, where))
    if not rows:
        raise TableError("there is no entity in it", where=where, fix=_FIX)
    return tuple(rows)


def _from_csv(text: str, where: str) -> Iterator[Known]:
    reader = csv.DictReader(text.lstrip("\ufeff").splitlines())
    if not {"id", "name"} <= {(field or "").strip() for field in reader.fieldnames or ()}:
        raise TableError("its first line does not name the columns id and name", where=where, fix=_FIX)
    for row in reader:
        cells = {(key or "").strip(): value or "" for key, value in row.items() if isinstance(value, str)}
        names = (*_several(cells.get("name", "")), *_several(cells.get("aliases", "")))
        if not cells.get("id") or not names:
            raise TableError(f"line {reader.line_num} has no id or no name", where=where, fix=_FIX)
        yield Known(
            id=cells["id"].strip(),
            names=names,
            is_person=cells.get("kind", "person").strip().lower() in ("person", ""),
            countries=tuple(code.upper() for code in _several(cells.get("country", ""))),
            roles=_several(cells.get("role", "")),
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _from_json(text: str, where: str) -> Iterator[Known]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            schema, told = str(entity["schema"]).lower(), entity["properties"]
            names = (*_texts(told, "name"), *_texts(told, "alias"), *_texts(told, "weakAlias"))
            ident = str(entity["id"])
        except (json.JSONDecodeError, KeyError, TypeError, RecursionError) as error:
            raise TableError(f"line {number} is no entity: {error}", where=where, fix=_FIX) from error
        if names and (schema == "person" or schema in _BODIES):
            countries = (*_texts(told, "country"), *_texts(told, "nationality"), *_texts(told, "jurisdiction"))
            yield Known(
                id=ident,
                names=names,
                is_person=schema == "person",
                countries=tuple(dict.fromkeys(code.upper() for code in countries)),
                roles=_texts(told, "position"),
            )


def _texts(properties: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(str(value).strip() for value in properties.get(name) or () if str(value).strip())


def known_as(claimant: Claimant, known: Sequence[Known]) -> str | None:
    """The id of the one row that a claimant is: by its full name and, for a person, by country or role too; None: no row, or several."""
    found = sorted({row.id for row in known if _is(claimant, row)})
    return found[0] if len(found) == 1 else None


def _is(claimant: Claimant, row: Known) -> bool:
    forms = (claimant.name, *claimant.aliases)
    if claimant.kind in (ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT, ClaimantKind.STATE):
        return False
    if (claimant.kind is ClaimantKind.PERSON) != row.is_person:
        return False
    if not row.is_person:
        return any(same_spelling(form, name) for form in forms for name in row.names)
    named = any(" " in form and same_person_name(form, name) for form in forms for name in row.names if " " in name)
    return named and _has_a_second_sign(claimant, row)


def _has_a_second_sign(claimant: Claimant, row: Known) -> bool:
    if claimant.country and row.countries:
        return claimant.country in row.countries
    told = {word for form in (claimant.role, claimant.organisation) if form for word in fold(form).split() if len(word) > 3}
    return any(len(told & {word for word in fold(role).split() if len(word) > 3}) > 1 for role in row.roles)
