"""What is made from the code says what the code says."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generators import readme
from generators.comments import Field, described


def test_generated_files_are_current(root: Path) -> None:
    done = subprocess.run([sys.executable, "tools/generate.py", "--check"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_schema_is_a_schema(root: Path) -> None:
    files = sorted((root / "docs" / "schemas").glob("*.json"))
    assert files
    for file in files:
        Draft202012Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))


@pytest.fixture
def module(tmp_path: Path) -> object:
    source = '''
from dataclasses import dataclass
from typing import ClassVar


@dataclass
class Parcel:
    """One parcel."""

    KEY: ClassVar[str] = "parcel"
    weight: float  # kilograms
    kind: str = "box"  # box, bag,
    # or tube
    note: str | None = None


class _Hidden:
    pass
'''
    (tmp_path / "parcels.py").write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("parcels", tmp_path / "parcels.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules["parcels"] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def test_the_comment_behind_a_field_is_its_meaning(module: object) -> None:
    (parcel,) = described(module)  # type: ignore[arg-type]
    assert parcel.doc == "One parcel."
    assert parcel.fields == (
        Field(name="weight", type="float", default=None, comment="kilograms"),
        Field(name="kind", type="str", default="'box'", comment="box, bag, or tube"),
        Field(name="note", type="str | None", default="None", comment=""),
    )


def test_the_readme_repeats_the_first_table_of_the_scores() -> None:
    marks = "a\n<!-- scores: made by tools/generate.py -->\nold\n<!-- end of scores -->\nb\n"
    made = readme(marks, "# Scores\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n| other | table |\n")
    assert "| 1 | 2 |" in made
    assert "old" not in made
    assert "other" not in made
    assert made.startswith("a\n")
    assert made.endswith("\nb\n")
    assert readme(made, "# Scores\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n| other | table |\n") == made
