"""Answers to export: the demo, the seeds, and a folder of hostile texts."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from export_checks import Make, Run

from selon import pipeline
from selon.cli import main
from selon.engine import Local
from selon.model.lineage import Story
from selon.pipeline import Answer
from selon.show.exports import Material, material
from support.told_story import STORY, story_in

HOSTILE = [
    ("=1+1", "=HYPERLINK(\"http://attic.example\",\"x\") a dit Ada Brynn. « Le phare 💡 est éteint », a dit Ada Brynn à la radio."),
    ("+x", "+33 1 : « <b>Le phare</b> & ]]> \x0b\x01 est éteint », selon Bo Quay. </script><!-- \u202ealoc\u202c"),
    ("-y", "@SUM(A1)\tLe port a dit : « Le phare est éteint ». \"\"\"\r\nLe phare est éteint, a déclaré Ada Brynn mardi."),
    ("z{{x}}", "« Le \x1b[31mphare\x00 est \ufffe\uffff éteint\x7f\x85 », a déclaré \u2066Ada\u2069 Brynn à la radio. {{ 7*7 }} ${x}"),
]  # fmt: skip


@pytest.fixture(scope="session")
def demo() -> Answer:
    return pipeline.run([STORY], engine=Local())


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the demo's articles that was run."""
    return story_in(tmp_path_factory.mktemp("collections") / "harbour")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    """Texts and metadata that spreadsheets, XML and pages may stumble over."""
    file = tmp_path_factory.mktemp("hostile") / "wire.jsonl"
    lines = [
        json.dumps(
            {"id": f"{name} é<&>'\"", "title": name, "text": text, "outlet": f"={name}\n<i>", "url": f"https://a.example/{name} \"<x>"}
        )
        for name, text in HOSTILE
    ]  # fmt: skip
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return pipeline.run([file], engine=Local())


@pytest.fixture(scope="session")
def seeds(data: Path) -> Answer:
    return pipeline.run([data / "seeds"], engine=Local())


@pytest.fixture(scope="session")
def make() -> Make:
    """Answer -> material."""

    def made(answer: Answer, *, with_text: bool = True, story: Story | None = None) -> Material:
        return material(
            answer.readings, answer.reuses, answer.lineage, day="2031-03-20", version="0", with_text=with_text, story=story
        )  # fmt: skip

    return made


@pytest.fixture
def selon(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Call with arguments; yields exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["selon", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        told = capfdbinary.readouterr()
        return int(stop.value.code or 0), told.out.decode("utf-8", "replace"), told.err.decode()

    return run
