"""The demo story, rewritten: other names, numbers, days and another order, with its truth rewritten the same way.

    python tests/demo/story_variants.py SEED FOLDER

`variant(seed, into)` writes `into/story/` and `into/truth.json`; the same seed writes the same bytes. `rewrite(identity(), into)`
writes the story as it is.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import demo_archive
from story_slots import Rewriting, identity, rewriting

DEMO = demo_archive.STORY.parent
STORY = demo_archive.STORY
ARCHIVE = "archive.warc.gz"
PLAIN = (".html", ".md", ".txt")


def variant(seed: int, into: Path) -> Path:
    """Write the story of one seed into a folder, and give the folder back."""
    return rewrite(rewriting(seed), into)


def rewrite(by: Rewriting, into: Path) -> Path:
    """Write the whole demo into a folder, rewritten, and give the folder back."""
    story = into / "story"
    story.mkdir(parents=True, exist_ok=True)
    truth = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
    ids = _ids([article["id"] for article in truth["articles"]], by)
    files = _ids(sorted(path.stem.removesuffix(".warc") for path in STORY.iterdir()), by)
    files |= {stem: ids[stem] for stem in files if stem in ids}  # a file's name is its article's id
    for path in sorted(STORY.iterdir()):
        _write_file(path, story, files, ids, by)
    told = _truth(truth, ids, files, by)
    (into / "truth.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return into


def _write_file(path: Path, story: Path, files: dict[str, str], ids: dict[str, str], by: Rewriting) -> None:
    stem = path.stem.removesuffix(".warc")
    target = story / path.name.replace(stem, files[stem], 1)
    if path.name == ARCHIVE:
        records = [replace(page, id=ids[page.id]) for page in demo_archive.pages(by)]
        demo_archive.write(_shuffled(records, by), target)
    elif path.suffix == ".jsonl":
        rows = [json.loads(line) for line in by(path.read_text(encoding="utf-8")).splitlines()]
        rows = _shuffled([row | {"id": ids[row["id"]]} for row in rows], by)
        target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    else:
        target.write_text(by(path.read_text(encoding="utf-8")), encoding="utf-8")


def _ids(old: list[str], by: Rewriting) -> dict[str, str]:
    """New ids in another order; UUIDs stay UUIDs."""
    if by.rng is None:
        return {one: one for one in old}
    ranks = by.rng.sample(range(1, len(old) + 1), len(old))
    return {one: f"{one[:-2]}{rank:02d}" if _is_uuid(one) else f"{rank:02d}-{one}" for one, rank in zip(old, ranks, strict=True)}


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4 and text[14] == "4"


def _shuffled(records: Iterable[Any], by: Rewriting) -> list[Any]:
    records = list(records)
    if by.rng is not None:
        by.rng.shuffle(records)
    return records


def _truth(value: Any, ids: dict[str, str], files: dict[str, str], by: Rewriting, key: str = "") -> Any:
    """The truth rewritten: an id by its new id, a file by its new name, any other text like the story."""
    if isinstance(value, dict):
        return {name: _truth(part, ids, files, by, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_truth(part, ids, files, by, key) for part in value]
    if not isinstance(value, str) or key == "key":
        return value
    if key == "file":
        stem, dot, endings = value.partition(".")
        return files[stem] + dot + endings
    return ids.get(value) or by(value)


if __name__ == "__main__":
    seed, folder = sys.argv[1:]
    variant(int(seed), Path(folder)) if seed != "same" else rewrite(identity(), Path(folder))
