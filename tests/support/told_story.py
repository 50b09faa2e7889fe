"""The demo's story as a collection."""

import shutil
from importlib.resources import files
from pathlib import Path

from selon import api
from selon.engine import Local

STORY = Path(str(files("selon") / "demo" / "story"))


def story_in(folder: Path) -> Path:
    """A new collection of the demo's articles that was run."""
    one = api.made(folder)
    shutil.copytree(STORY, one.folder / "captures", dirs_exist_ok=True)
    one.run(engine=Local())
    return one.folder
