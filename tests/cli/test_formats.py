"""Every format through the real command: alone, in a folder of all of them, through a pipe."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from support.pdfs import column, pdf
from support.warcs import gzipped, response, wacz

Run = Callable[..., tuple[int, str, str]]
SAID = "Le bac a quitté le port à l'aube, a déclaré mardi la capitaine Una Brel."
PAGE = f"<!DOCTYPE html><html lang=fr><body><article><p>{SAID}</p></article></body></html>"
FEED = (
    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Le Phare</title>"
    f"<item><title>Le bac</title><link>https://phare.example/1</link><content:encoded><![CDATA[<p>{SAID}</p>]]></content:encoded></item></channel></rss>"
)


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["parquet"], "text": [SAID]}), out)
    return out.getvalue()


FILES: dict[str, bytes] = {
    "page.html": PAGE.encode(),
    "note.md": f"+++\ntitle = 'Le bac'\n+++\n\n{SAID}\n".encode(),
    "text.txt": SAID.encode(),
    "paper.pdf": pdf([column([SAID])]),
    "wire.jsonl": json.dumps({"id": "jsonl", "text": SAID}).encode(),
    "wire.csv": f'id;texte\ncsv;"{SAID}"\n'.encode("windows-1252"),
    "wire.parquet": _parquet(),
    "feed.xml": FEED.encode(),
    "pages.warc.gz": gzipped(response(1, PAGE.encode())),
    "pages.wacz": wacz({"archive/a.warc": response(2, PAGE.encode())}, []),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format(selon: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    code, out, err = selon("attributions", "--json", tmp_path / name)
    assert (code, err) == (0, "")
    (line,) = [json.loads(line) for line in out.splitlines()]
    assert [one["source"]["text"] for one in line["attributions"]] == ["la capitaine Una Brel"]


def test_a_folder_of_all_formats(selon: Run, tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    code, out, err = selon("blocks", "--json", tmp_path)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(FILES)
    assert all(SAID in json.loads(line)["text"] for line in out.splitlines())


@pytest.mark.parametrize("name", FILES)
def test_through_a_pipe(selon: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(FILES[name]))))
    code, out, err = selon("blocks", "--json", "-")
    assert (code, err) == (0, "")
    assert SAID in json.loads(out)["text"]


def test_what_comes_of_a_sitemap_and_of_a_summary_is_said(selon: Run, tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://x.example/1</loc></url></urlset>"
    )
    (tmp_path / "feed.xml").write_text(FEED.replace("content:encoded", "description"))
    code, out, err = selon("blocks", "--json", tmp_path)
    assert code == 3
    assert json.loads(out)["degraded"] == "only the feed's summary"
    assert "lists 1 addresses and holds no article; fetch what it lists: selon add" in err
    assert "only the feed's summary" in err
