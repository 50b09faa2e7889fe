"""The wheel alone, in an environment of its own, tells the story of the demo."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]  # one build and one installation for all


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    said([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def selon(wheel: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed from the wheel with the pinned versions and nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    pins = folder / "pins.txt"
    pins.write_text(without_hashes((root / "requirements.lock").read_text(encoding="utf-8")), encoding="utf-8")
    uv = shutil.which("uv")
    venv.create(folder / "env", with_pip=uv is None)
    python = str(folder / "env" / "bin" / "python")
    install = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install", "--disable-pip-version-check"]
    said([*install, "--quiet", "--constraint", str(pins), str(wheel)], cwd=folder)
    return folder / "env" / "bin" / "selon"


def said(command: list[str], *, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def without_hashes(lock: str) -> str:
    return re.sub(r" *\\\n +--hash=\S+", "", lock)


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"selon", f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}
    assert "selon/py.typed" in names
    assert "selon/languages/fr/language.toml" in names
    assert not [name for name in names if "__pycache__" in name]


def test_the_installed_program_tells_the_demo(selon: Path, tmp_path: Path) -> None:
    assert said([str(selon), "demo"], cwd=tmp_path).strip()


def test_the_installed_program_reads_a_language(selon: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Selon la mairie de Port-Clair, le marché rouvre samedi.\n", encoding="utf-8")
    assert '"attributions"' in said([str(selon), "attributions", "note.txt", "--json"], cwd=tmp_path)
