"""The program `selon`, called as a person calls it, in this process."""

import sys
from collections.abc import Callable

import pytest

from selon.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def selon(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call with arguments; yields exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["selon", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        told = capsys.readouterr()
        return int(stop.value.code or 0), told.out, told.err

    return run
