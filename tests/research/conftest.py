"""A collection of the demo's articles, and the program."""

import shutil
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from selon import api
from selon.cli import main
from selon.engine import Local
from selon.pipeline import Answer

STORY = Path(str(files("selon") / "demo" / "story"))


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    one = api.made(tmp_path_factory.mktemp("collections") / "harbour")
    shutil.copytree(STORY, one.folder / "captures", dirs_exist_ok=True)
    one.run(engine=Local())
    return one.folder


@pytest.fixture(scope="session")
def demo(harbour: Path) -> Answer:
    one = api.found(harbour)
    assert one is not None
    return one.answer()


@pytest.fixture
def selon(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Call with arguments; yields exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["selon", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        told = capsys.readouterr()
        return int(stop.value.code or 0), told.out, told.err

    return run
