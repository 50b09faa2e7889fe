"""A large run has more parts than its processes take: all are made, by fresh processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PARTS = 8  # that a process takes, here
_RUN = """
import sys
from pathlib import Path
from selon.engine import local_tables
from tests.engine.parts import leave_a_note

local_tables._PARTS_A_PROCESS = {parts}
folder = Path(sys.argv[1])
engine = local_tables.LocalTables(workers={workers}, spill=folder)
engine.carry(leave_a_note, [folder / str(at) for at in range({many})], done=lambda: None)
"""


@pytest.mark.parametrize(("workers", "many"), [(1, 3 * _PARTS + 1), (2, 5 * _PARTS)])
def test_every_part_is_made_and_no_process_takes_more_than_its_share(tmp_path: Path, workers: int, many: int) -> None:
    code = _RUN.format(parts=_PARTS, workers=workers, many=many)
    root = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, timeout=120, cwd=root, env={**os.environ, "PYTHONPATH": path})
    notes = [(tmp_path / str(at)).read_text(encoding="utf-8") for at in range(many)]
    assert len(set(notes)) >= many / _PARTS / workers
    assert all(notes.count(process) <= _PARTS * workers for process in set(notes))
