"""Files with bytes changed, cut out or put in: whatever comes of them, it is captures and sentences, never a fault."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.clean import article
from selon.errors import InputError
from selon.model.capture import Capture
from selon.read import captures
from support.pdfs import column, pdf
from support.warcs import PAGE, gzipped, response, wacz

_ITEM = (
    "<item><title>Un</title><link>https://x.example/1</link><pubDate>Mon, 03 May 2021 08:11:12 +0200</pubDate>"
    "<description>Oui.</description></item>"
)
_URL = "<url><loc>https://x.example/1</loc><lastmod>2021-05-03</lastmod></url>"


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": ["La mer est calme.", "Oui, non."], "authors": [["x"], ["y"]]}), out)
    return out.getvalue()


_FILES: dict[str, Callable[[], bytes]] = {
    "a.pdf": lambda: pdf([column(["La brume s'est levée mardi, a dit Una Brel.", "Oui."])], packed=False),
    "a.wacz": lambda: wacz({"archive/a.warc.gz": gzipped(response(1))}, [{"url": "https://x.example/1", "title": "x"}]),
    "a.warc": lambda: response(1, warc="WARC-Block-Digest: sha1:AAAA\r\n") + response(2),
    "a.warc.gz": lambda: gzipped(response(1), response(2)),
    "a.parquet": _parquet,
    "a.rss": lambda: f"<rss version='2.0'><channel><title>x</title>{_ITEM * 2}</channel></rss>".encode(),
    "a.json": lambda: json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Oui."}]}).encode(),
    "a.xml": lambda: f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{_URL * 2}</urlset>".encode(),
    "a.csv": lambda: b'id;text;title\r\n1;"Oui; non\n""x""";t\r\n2;Deux;u\r\n',
    "a.jsonl": lambda: b'{"id":"a","text":"Oui.","published":{"from":"2021"}}\n{"id":2,"html":"<p>x</p>","url":"http://x.example"}\n',
    "a.html": PAGE.encode,
    "a.md": lambda: b"---\ntitle: Un\ndate: 2021-05-03\n---\n\n# Un\n\n> Oui.\n\n{{< figure src=x >}}\n",
}
_CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=6
)  # where, how many bytes go, which come


@pytest.mark.parametrize("name", _FILES)
@settings(max_examples=25)
@given(changes=_CHANGES)
def test_a_file_that_was_changed(tmp_path_factory: pytest.TempPathFactory, name: str, changes: list[tuple[float, int, bytes]]) -> None:
    content = bytearray(_FILES[name]())
    for where, gone, come in changes:
        at = int(where * len(content))
        content[at : at + gone] = come
    path: Path = tmp_path_factory.mktemp("changed") / name
    path.write_bytes(bytes(content))
    for one in captures([path]):
        if isinstance(one, Capture):
            try:
                found = article(one)
            except InputError:
                continue
            assert "".join(block.span.of(found.text) for block in found.blocks) == found.text
        else:
            assert one.what
            assert one.fix
