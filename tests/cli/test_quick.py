"""A command over files loads what it needs and nothing else: what answers in a blink stays so. What is loaded is looked at, no clock."""

import subprocess
import sys
from pathlib import Path

import pytest

_TEXT = "Le phare de Port-Elvane sera repeint au printemps, a dit le maire Jean Valcastel.\nLes travaux dureront dix semaines."
_SHOWN = """
import sys
from selon.cli import main
try:
    main()
finally:
    print("\\n".join(sorted({*sys.modules})), file=sys.stderr)
"""
_FETCH = {"urllib3", "feedparser", "protego", "selon.read.fetch", "warcio"}
_COLLECTION = {"sqlite3", "selon.api.collection", "selon.store"}
_PAGES = {"jinja2", "starlette", "uvicorn", "babel", "selon.web"}
_OTHERS = {"rich", "rdflib", "pyarrow", "pypdf", "numba", "torch", "sentence_transformers"}
_TOGETHER = {"selon.match", "selon.trace", "selon.rulings"}
_NEVER = _FETCH | _COLLECTION | _PAGES | _OTHERS


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        ("--help", _NEVER | _TOGETHER | {"numpy", "selon.attribute", "selon.resolve", "selon.clean", "selon.read"}),
        ("blocks", _NEVER | _TOGETHER | {"selon.attribute", "selon.resolve"}),
        ("reuse", _NEVER | {"selon.attribute", "selon.resolve", "selon.trace", "selon.rulings"}),
        ("attributions", _NEVER | _TOGETHER),
        ("dates", _NEVER | _TOGETHER),
        ("claims", _NEVER),
    ],
)
def test_a_command_over_files_loads_what_it_needs(command: str, missing: set[str], tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(_TEXT, encoding="utf-8")
    call = [command] if command.startswith("-") else [command, str(tmp_path)]
    done = subprocess.run([sys.executable, "-c", _SHOWN, *call], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stderr.split()) & missing == set()
