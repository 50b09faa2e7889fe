"""A floor imports only the floors below it, and the contract that says so does catch a wrong import."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contract of pyproject.toml, held against the package in `folder`/src."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    return subprocess.run([str(LINT), "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The package and its contract, to be spoilt."""
    shutil.copytree(root / "src" / "selon", tmp_path / "src" / "selon", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contract_holds(root: Path) -> None:
    done = lint(root)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("match/__init__.py", "from selon.attribute import attributions", "selon.match is not allowed to import selon.attribute"),
        ("model/span.py", "import selon.languages.words", "selon.model is not allowed to import selon.languages"),
        ("engine/local.py", "from selon import pipeline", "selon.engine is not allowed to import selon.pipeline"),
        ("errors.py", "import selon.model.span", "selon.errors is not allowed to import selon.model"),
    ],
    ids=["a stage its neighbour", "the model a language", "the engine the pipeline", "errors the model"],
)
def test_a_planted_import_is_caught(copy: Path, file: str, line: str, told: str) -> None:
    with (copy / "src" / "selon" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode == 1
    assert told in done.stdout


def test_a_folder_on_no_floor_is_caught(copy: Path) -> None:
    (copy / "src" / "selon" / "attic").mkdir()
    (copy / "src" / "selon" / "attic" / "__init__.py").write_text('"""A room nobody planned."""\n', encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1
    assert "attic" in done.stdout
