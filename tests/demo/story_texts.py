"""The words of the demo's articles, read without the pipeline: markup taken out, nothing else changed."""

import gzip
import html
import json
import re
from pathlib import Path


def texts(folder: Path) -> dict[str, str]:
    """The words of every article, markup taken out, by the truth's id."""
    found: dict[str, str] = {}
    for path in sorted((folder / "story").iterdir()):
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            found |= {row["id"]: row["text"] for row in rows}
        elif path.suffix == ".gz":
            found |= _archived(gzip.decompress(path.read_bytes()).decode())
        else:
            found[path.stem] = words_of(path.read_text(encoding="utf-8"))
    return found


def _archived(warc: str) -> dict[str, str]:
    records = re.split(r"(?m)^WARC/1\.1\r$", warc)[1:]
    return {re.search(r"urn:uuid:([^>]+)>", record)[1]: words_of(record[record.index("<!DOCTYPE") :]) for record in records}  # type: ignore[index]


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"(?s)<(script|style).*?</\1>|<[^>]*>", "", page))
