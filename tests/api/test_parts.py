"""Whatever the parts and the order in which articles come, the answer is that of one batch, digest for digest; what is known is kept."""

import shutil
import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import api
from selon.api import version
from selon.engine import Local
from selon.errors import Damaged
from selon.model.claim import Claim
from selon.model.ruling import Gesture, Thing, Value

LINES = [
    "Le ferry Aurore a coulé devant Port-Alba dans la nuit de lundi, a déclaré la préfecture de Kervel.",
    "« Le ferry Aurore a coulé devant Port-Alba dans la nuit de lundi », a affirmé Ada Brynn, la maire de Kervel.",
    "Selon Le Phare, le ferry Aurore a coulé devant Port-Alba avec 12 passagers.",
    "Le ferry Aurore a coulé avec 15 passagers devant Port-Alba, selon l'agence Vigie.",
    "Ada Brynn a démenti que le ferry Aurore ait coulé devant Port-Alba.",
    "Nora Quill, pilote du port, a démenti ces informations.",
    "La tempête a fait 12 morts et 40 blessés à Port-Alba, selon la préfecture de Kervel.",
    "Le bilan de la tempête à Port-Alba monte à 15 morts, a annoncé mardi le ministère de la Mer.",
    "Trois marins de Brennac ont été secourus par un pêcheur, qui les a trouvés sur un radeau de bois près de la jetée du nord.",
    "Elle a ajouté que les trois marins de Brennac seraient soignés à Kervel.",
    "La mairie de Brennac a fermé la bibliothèque en avril, affirme Lucas Ferrand.",
]
pages = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=5), min_size=2, max_size=7)


def written(folder: Path, number: int, lines: Sequence[str]) -> None:
    outlet = ("Le Phare", "Vigie", "Le Quai")[number % 3]
    head = f"---\noutlet: {outlet}\ndate: 2031-05-0{number % 4 + 1}\n---\n# Page {number}\n\n"
    (folder / "captures" / f"p{number}.md").write_text(head + "\n\n".join(lines) + "\n", encoding="utf-8")


def digest(collection: api.Collection) -> str:
    answer = collection.answer()
    readings = sorted(answer.readings, key=lambda one: one.article.id)
    return sha256(msgspec.msgpack.encode((readings, answer.reuses, answer.lineage, answer.standing))).hexdigest()


def of_one_batch(collection: api.Collection, folder: Path) -> str:
    """The digest of a collection that has the same captures and rulings, and was run once."""
    fresh = api.made(folder)
    shutil.copytree(collection.folder / "captures", folder / "captures", dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
    if (collection.folder / "rulings.jsonl").exists():
        shutil.copy(collection.folder / "rulings.jsonl", folder)
    fresh.run(engine=Local())
    return digest(fresh)


@settings(max_examples=15, deadline=None)
@given(pages, st.randoms(use_true_random=False), st.integers(1, 3))
def test_order_and_parts_change_nothing(many: list[list[str]], luck: object, parts: int) -> None:
    order = list(range(len(many)))
    luck.shuffle(order)  # type: ignore[attr-defined]
    with TemporaryDirectory() as place:
        one = api.made(Path(place) / "parts")
        for part in range(parts):
            for number in order[part::parts]:
                written(one.folder, number, many[number])
            one.run(engine=Local())
        assert digest(one) == of_one_batch(one, Path(place) / "batch")


@pytest.fixture
def grown(tmp_path: Path) -> api.Collection:
    """Two runs, and a ruling between them."""
    one = api.made(tmp_path / "grown")
    for number in range(4):
        written(one.folder, number, LINES[number : number + 5])
    one.run(engine=Local())
    about = one.target(Thing.ARTICLE, one.answer().readings[0].article.id)
    one.rule(one.draft(who="Ada", why="seen", gesture=Gesture.SET, target=about, value=Value(field="outlet", to="Le Môle")))
    for number in range(4, 7):
        written(one.folder, number, LINES[number : number + 4])
    one.run(engine=Local())
    return one


def test_rulings_in_force_change_nothing_of_that(grown: api.Collection, tmp_path: Path) -> None:
    assert digest(grown) == of_one_batch(grown, tmp_path / "batch")
    grown.undo(grown.rulings()[0].ruling.id, who="Ada", why="seen again")
    assert digest(grown) == of_one_batch(grown, tmp_path / "undone")


def test_nor_does_a_page_that_has_changed(grown: api.Collection, tmp_path: Path) -> None:
    written(grown.folder, 5, LINES[:3])
    (grown.folder / "captures" / "p6.md").unlink()
    grown.run(engine=Local())
    assert digest(grown) == of_one_batch(grown, tmp_path / "batch")


def test_nor_what_was_forgotten(grown: api.Collection, tmp_path: Path) -> None:
    gone = next(one.article.id for one in grown.answer().readings if "p5" in one.article.address)
    grown.forget(gone)
    assert digest(grown) == of_one_batch(grown, tmp_path / "batch")


def test_only_what_is_new_is_traced(grown: api.Collection) -> None:
    teller = import_module("selon.trace.stories")._Teller
    plain, told = teller._story, []

    def counted(self: object, claim: Claim) -> object:
        told.append(claim)
        return plain(self, claim)

    (grown.folder / "captures" / "other.md").write_text("# Le bac\n\nLe bac de Valmer est repeint, a dit Jo Tarn.\n", encoding="utf-8")
    with patch.object(teller, "_story", counted):
        grown.run(engine=Local())
    assert {one.article_id for claim in told for one in claim.appearances} == {"other"}


def kept(collection: api.Collection) -> list[tuple[str, bytes]]:
    """The kind and the key of every record that the answer was made with."""
    with sqlite3.connect(collection.folder / "selon.db") as base:
        rows = base.execute("SELECT kind, keys FROM memo").fetchall()
    return sorted((kind, keys[at : at + 16]) for kind, keys in rows for at in range(0, len(keys), 16))


def test_another_version_of_a_stage_takes_nothing_of_the_one_before(grown: api.Collection) -> None:
    before, same = kept(grown), digest(grown)
    with patch.dict(version.MEMOS, {"stories": ("model",)}):
        grown.run(engine=Local(), again=True)
    after = kept(grown)
    assert digest(grown) == same
    assert [one for one in before if one[0] != "stories"] == [one for one in after if one[0] != "stories"]
    assert not {one for one in before if one[0] == "stories"} & set(after)


def test_what_is_not_asked_for_any_more_is_dropped(grown: api.Collection, tmp_path: Path) -> None:
    for path in (grown.folder / "captures").glob("p[1-6].md"):
        path.unlink()
    grown.run(engine=Local())
    assert [kind for kind, _ in kept(grown)].count("statements") == 1


def test_what_is_damaged_is_found_and_mended(grown: api.Collection) -> None:
    same = digest(grown)
    assert grown.faults() == []
    with sqlite3.connect(grown.folder / "selon.db") as base:
        base.execute("UPDATE memo SET body = x'00' WHERE id IN (SELECT min(id) FROM memo WHERE kind = 'statements')")
    base.close()
    assert "selon run --again" in " ".join(grown.faults())
    written(grown.folder, 7, LINES[:1])
    with pytest.raises(Damaged):
        grown.run(engine=Local())
    (grown.folder / "captures" / "p7.md").unlink()
    grown.run(engine=Local(), again=True)
    assert (digest(grown), grown.faults()) == (same, [])
