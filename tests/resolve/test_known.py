"""A user's own table: what it joins, and what it must leave apart."""

import sys
from pathlib import Path

import pytest

from selon import pipeline
from selon.errors import TableError
from selon.resolve import across, entities

sys.path.insert(0, str(Path(__file__).parent))
from staged import read

MAYOR = "[Le maire de Sorneville, Ivo Talmar,] annonce {un pont}."
SAILOR = "[Le marin Ivo Talmar] raconte {la tempête}."
TABLE = "id,name,kind,aliases,country,role\nq1,Ivo Talmar,person,Ivo Talmard,NO,maire de Sorneville\n"


def _ids(table: str, *texts: str) -> list[str]:
    readings = [read(text, "fr", ident=f"r{number}") for number, text in enumerate(texts)]
    together = across(readings, entities(table, where="a table"))
    return [item.claimant.id for one in together for item in one.resolutions if item.claimant is not None]


def test_a_row_joins_only_with_a_second_sign() -> None:
    a, b = _ids(TABLE, MAYOR, SAILOR)
    assert a != b


def test_a_row_joins_its_spellings() -> None:
    a, b = _ids(TABLE, MAYOR, "[Le maire de Sorneville, Ivo Talmard,] annonce {un quai}.")
    assert a == b


def test_a_row_joins_the_names_of_a_body() -> None:
    table = "id,name,kind,aliases\nq2,Ligue des Marées,body,Collectif du Port\n"
    a, b = _ids(table, "[La Ligue des Marées] annonce {un pont}.", "[Le Collectif du Port] annonce {un quai}.")
    assert a == b


def test_both_forms_say_the_same() -> None:
    entity = (
        '{"id": "q1", "schema": "Person", "properties": {"name": ["Ivo Talmar"], "alias": ["Ivo Talmard"], '
        '"country": ["no"], "position": ["maire de Sorneville"]}}'
    )
    assert entities(entity, where="a table") == entities(TABLE, where="a table")


@pytest.mark.parametrize(
    "table", ["", "name\nIvo\n", "id,name\nq1,\n", "{", '{"id": "q"}', '{"id": "q", "schema": "Vessel", "properties": {}}']
)
def test_what_is_no_table_is_said(table: str) -> None:
    with pytest.raises(TableError):
        entities(table, where="a table")


def test_the_whole_flow_takes_a_table() -> None:
    table = "id,name,kind,aliases\nq2,Ligue des Marées,body,Collectif du Port\n"
    alone = [
        read(text, "fr", ident=f"r{n}")
        for n, text in enumerate(("[La Ligue des Marées] annonce {un pont}.", "[Le Collectif du Port] annonce {un quai}."))
    ]
    claimants = [
        {
            item.claimant.id
            for one in pipeline.joined(alone, entities=known).readings
            for item in one.resolutions
            if item.claimant is not None
        }
        for known in ((), entities(table, where="a table"))
    ]
    assert [len(idents) for idents in claimants] == [2, 1]
