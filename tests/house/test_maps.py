"""The map that opens a package names every module in it, and none that is not there."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "selon"
PACKAGES = sorted(path.parent for path in SOURCE.rglob("__init__.py"))


def map_of(package: Path) -> str:
    return ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8"))) or ""


def modules(package: Path) -> set[str]:
    """The files and folders of Python in a package; of the commands, those that are none."""
    found = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    found |= {path.parent.name for path in package.glob("*/__init__.py")}
    return found


def is_command(path: Path) -> bool:
    return "@click.command" in path.read_text(encoding="utf-8") or "@click.group" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_map_names_every_module(package: Path) -> None:
    drawn = map_of(package)
    there = {name for name in modules(package) if not (package.name == "cli" and is_command(package / f"{name}.py"))}
    named = {name for name in there if re.search(rf"\b{name}\b", drawn)}
    if named:  # else the package has no map: it is small, or its files are called as what they hold
        assert named == there


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_map_names_no_other(package: Path) -> None:
    drawn = map_of(package)
    files = re.findall(r"(?<![\w/])(\w+\.py)\b", drawn)
    folders = re.findall(r"^ *(\w+)/ ", drawn, re.MULTILINE)
    assert [name for name in (*files, *folders) if not (package / name).exists()] == []
