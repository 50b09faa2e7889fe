"""Answers to report on: the demo, a private person, hostile texts; a collection; the program."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run, selon
from selon import api, pipeline
from selon.engine import Local
from selon.pipeline import Answer
from support.told_story import story_in

__all__ = ["Run", "selon"]
PRIVATE = [
    {
        "id": "a",
        "text": "La nuit du 3 mai, la sirène du quai est restée muette.\n« La sirène du quai n'a pas sonné cette nuit-là », a déclaré Léa "
        "Morvan, une habitante du quartier. Selon Léa Morvan, 40 personnes dormaient.\n",
        "outlet": "Le Phare", "date": "2031-05-04",
    },
    {
        "id": "b",
        "text": "« La sirène du quai n'a pas sonné cette nuit-là », a déclaré Léa Morvan à la radio.\n« C'est inexact », a répondu Ivo "
        "Talmar, maire de Port-Elvane. Morvan maintient ses propos.\n",
        "outlet": "Le Môle", "date": "2031-05-05",
    },
]  # fmt: skip
HOSTILE = [
    {
        "id": f"x{number} <i>&\"'",
        "text": "« Le phare de Port-Elvane <script>alert(1)</script><img src=x onerror=alert(1)> est éteint depuis mardi soir 💡 {{ 7*7 }} "
        f"\u202ealoc\u202c », {end}\nLe phare de Port-Elvane est éteint depuis mardi soir, {end}\n",
        "title": "<b onmouseover=alert(1)>", "outlet": "\"><script>alert(2)</script> {{ 7*7 }} \u202ealoc\u202c",
        "url": "javascript:alert(3)", "date": "2031-05-04",
    }
    for number, end in enumerate(("a dit Ada Brynn, maire de Port-Elvane.", "a déclaré Ada Brynn mardi."))
]  # fmt: skip


def read(folder: Path, records: list[dict[str, str]]) -> Answer:
    (folder / "wire.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return pipeline.run([folder / "wire.jsonl"], engine=Local())


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the demo's articles that was run."""
    return story_in(tmp_path_factory.mktemp("collections") / "harbour")


@pytest.fixture(scope="session")
def demo(harbour: Path) -> Answer:
    one = api.found(harbour)
    assert one is not None
    return one.answer()


@pytest.fixture(scope="session")
def private(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    return read(tmp_path_factory.mktemp("private"), PRIVATE)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    return read(tmp_path_factory.mktemp("hostile"), HOSTILE)
