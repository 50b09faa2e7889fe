"""A user's own table inside a collection: a run joins by it, a changed table joins anew, and nothing is read again."""

from pathlib import Path

import pytest

from selon import api
from selon.engine import Local
from selon.errors import Missing, TableError, Unreadable, UsageError

TEXTS = {
    "bridge": "Le pont\n\nLa Ligue des Marées a annoncé lundi que le pont serait fermé en juin.\n",
    "quay": "Le quai\n\nLe Collectif du Port a annoncé mardi que le quai serait refait en août.\n",
}
ONE = "id,name,kind,aliases\nq2,Ligue des Marées,body,Collectif du Port\n"
APART = "id,name,kind,aliases\nq2,Ligue des Marées,body,Ligue du Phare\n"


@pytest.fixture
def collection(tmp_path: Path) -> api.Collection:
    made = api.made(tmp_path / "harbour")
    for name, text in TEXTS.items():
        (made.folder / "captures" / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def named(collection: api.Collection, table: str | bytes, file: str = "people.csv") -> None:
    settings = collection.folder / "selon.toml"
    (collection.folder / file).write_bytes(table if isinstance(table, bytes) else table.encode())
    if "entities" not in settings.read_text(encoding="utf-8"):
        settings.write_text(f'{settings.read_text(encoding="utf-8")}entities = "{file}"\n', encoding="utf-8")


def claimants(collection: api.Collection) -> set[str]:
    told = [item.claimant for one in collection.answer().readings for item in one.resolutions]
    return {claimant.id for claimant in told if claimant is not None}


def test_without_a_table_the_two_stay_apart(collection: api.Collection) -> None:
    collection.run(engine=Local())
    assert len(claimants(collection)) == 2


def test_a_run_joins_whom_the_table_names(collection: api.Collection) -> None:
    named(collection, ONE)
    collection.run(engine=Local())
    assert len(claimants(collection)) == 1


def test_a_changed_table_joins_anew_and_reads_nothing(collection: api.Collection) -> None:
    collection.run(engine=Local())
    named(collection, ONE)
    report = collection.run(engine=Local())
    assert (report.made, report.is_new, len(claimants(collection))) == (0, True, 1)
    assert not collection.run(engine=Local()).is_new
    named(collection, APART)
    report = collection.run(engine=Local())
    assert (report.made, report.is_new, len(claimants(collection))) == (0, True, 2)


def test_a_table_that_is_taken_out_joins_nobody(collection: api.Collection) -> None:
    named(collection, ONE)
    collection.run(engine=Local())
    settings = collection.folder / "selon.toml"
    settings.write_text('[collection]\nname = "harbour"\n', encoding="utf-8")
    assert collection.run(engine=Local()).is_new
    assert len(claimants(collection)) == 2


def test_followthemoney_is_a_table_too(collection: api.Collection) -> None:
    entity = '{"id": "q2", "schema": "Organization", "properties": {"name": ["Ligue des Marées"], "alias": ["Collectif du Port"]}}\n'
    named(collection, entity, "people.ftm.json")
    collection.run(engine=Local())
    assert len(claimants(collection)) == 1


@pytest.mark.parametrize(("table", "error"), [("no header\n", TableError), (b"id,name\n1,\xff\n", Unreadable)])
def test_what_is_no_table_is_said_and_the_answer_stays(collection: api.Collection, table: str | bytes, error: type[Exception]) -> None:
    collection.run(engine=Local())
    named(collection, table)
    with pytest.raises(error):
        collection.run(engine=Local())
    assert len(claimants(collection)) == 2


def test_a_table_that_is_not_there_is_said(collection: api.Collection) -> None:
    named(collection, ONE)
    (collection.folder / "people.csv").unlink()
    with pytest.raises(Missing):
        collection.run(engine=Local())


def test_settings_that_name_no_file_are_said(collection: api.Collection) -> None:
    settings = collection.folder / "selon.toml"
    settings.write_text("[collection]\nentities = 3\n", encoding="utf-8")
    with pytest.raises(UsageError):
        collection.run(engine=Local())


def test_a_run_over_files_takes_a_table(collection: api.Collection, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from selon.api.entities import Entities, entities
    from selon.api.large import Settings, run
    from selon.engine.local_tables import LocalTables

    def told(by: Entities) -> tuple[int, list[str]]:
        engine = LocalTables(workers=1, spill=tmp_path / "spill")
        report = run([collection.folder / "captures"], tmp_path / "out", engine=engine, settings=Settings(entities=by))
        return report.made, [str(ident) for (ident,) in report.result.rows("claimants", "claimant_id")]

    table = tmp_path / "people.csv"
    table.write_text(ONE, encoding="utf-8")
    assert len(set(told(Entities())[1])) == 2
    made, ids = told(entities(table))
    assert (made, len(set(ids))) == (3, 1)  # who is who, what is one claim, and the lineage
