"""300 real articles for the tests of large runs, picked from the development data by a rule: 200 that share a title, 100 others."""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]

COUNT = 300
_ALIKE = 200


def golden_news(news: Path, folder: Path) -> list[Path]:
    """Write the articles into files of three kinds below `folder`; the paths of a run."""
    table = pq.read_table(news, columns=["id", "title"])
    titles = table.column("title").to_pylist()
    said = Counter(titles)
    alike = sorted((title, at) for at, title in enumerate(titles) if title and len(title) > 40 and 2 <= said[title] <= 4)[:_ALIKE]
    chosen = {at for _, at in alike}
    others = [at for at in range(0, len(titles), len(titles) // COUNT) if at not in chosen][: COUNT - len(chosen)]
    picked = pq.read_table(news).take(sorted([*chosen, *others]))
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(picked.slice(0, 250), folder / "many.parquet")
    rows = picked.slice(250).to_pylist()
    for number in range(0, len(rows), 25):
        _jsonl(folder / f"few-{number:02}.jsonl", rows[number : number + 25])
    return [folder]


def _jsonl(path: Path, rows: list[dict[str, object]]) -> None:
    import json

    lines = [json.dumps({name: value for name, value in row.items() if value is not None}, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
