"""`selon languages check`: tables and examples of a language."""

from collections.abc import Callable

import pytest

from selon.languages import codes

Run = Callable[..., tuple[int, str, str]]


def test_every_language_stands_as_its_examples_say(selon: Run) -> None:
    code, out, _ = selon("languages", "check")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == list(codes())
    assert all("0 not read as they say" in line for line in out.splitlines())


def test_an_unknown_language_is_said(selon: Run) -> None:
    code, _, err = selon("languages", "check", "tlh")
    assert code == 2
    assert "no language 'tlh'" in err


def test_an_example_that_is_not_read_as_it_says_is_named(selon: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = ({"label": "planted", "text": "Rien.", "found": [{"source": "Ada", "cue": "dit", "content": ["oui"]}]},)
    monkeypatch.setattr("selon.cli.languages.examples", lambda stage, code: planted if stage == "attribute" else ())
    code, out, err = selon("languages", "check", "fr")
    assert code == 2
    assert "planted: found nothing" in out
    assert "1 examples" in err
