"""Feeds: one capture an item, with what the feed says of it; what the feed does not give is said."""

import json
from pathlib import Path

import pytest

from selon.errors import LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from selon.read.feeds import entries

_RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Le Phare du soir</title><link>https://phare.example/</link><language>fr-FR</language>
<item><title>Le bac &amp; la brume</title><link>https://phare.example/1</link><guid isPermaLink="false">urn:phare:1</guid>
<pubDate>Mon, 03 May 2021 08:11:12 +0200</pubDate><dc:creator>Una Brel</dc:creator><dc:creator>Hugo Lam</dc:creator>
<source url="https://depeche.example/rss">Agence Dépêche</source><description>La brume.</description>
<content:encoded><![CDATA[<p>La brume s'est levée.</p><p>Le bac est parti, a dit la capitaine.</p>]]></content:encoded></item>
<item><title>Le marché</title><link>https://phare.example/2</link><guid>2</guid>
<description>Trois cents personnes sont venues.</description></item>
<item><title>Le concert</title><link>https://phare.example/3</link><pubDate>jeudi</pubDate></item>
<item><title>Le pont</title><content:encoded><![CDATA[<p>Le pont a été repeint [&#8230;]</p>]]></content:encoded></item>
</channel></rss>"""

_ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Phare</title><id>urn:x</id>
<entry><title type="html">Le &lt;em&gt;bac&lt;/em&gt;</title><id>tag:phare.example,2021:1</id><link href="https://phare.example/1"/>
<published>2021-05-03T08:11:12+02:00</published><updated>2021-05-04T08:00:00Z</updated><author><name>Una Brel</name></author>
<source><title>Dépêche</title><id>urn:y</id></source><content type="html">&lt;p&gt;La brume.&lt;/p&gt;</content></entry></feed>"""

_RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://phare.example/"><title>Phare</title></channel>
<item rdf:about="https://phare.example/1"><title>Le bac</title><link>https://phare.example/1</link><dc:date>2021-05-03T08:11:12Z</dc:date>
<description>La brume.</description></item></rdf:RDF>"""

_JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Phare",
    "language": "fr",
    "items": [
        {"id": "https://phare.example/1", "title": "Le bac", "content_html": "<p>La brume.</p>",
         "date_published": "2021-05-03T08:11:12+02:00", "authors": [{"name": "Una Brel"}]},
        {"id": 2, "content_text": "Le pont est repeint.\n\nIl est bleu & blanc."},
        {"id": "3", "title": 12},
    ],
}  # fmt: skip


def read(tmp_path: Path, content: str, name: str = "wire.xml") -> tuple[list[Capture], list[Rejected]]:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = list(captures([path]))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Rejected)]


def test_an_item_of_rss_is_a_capture_with_what_the_feed_says(tmp_path: Path) -> None:
    (bac, *_), rejected = read(tmp_path, _RSS)
    assert not rejected
    assert (bac.id, bac.address, bac.media_type) == ("urn:phare:1", "https://phare.example/1", "text/html")
    said = bac.declared
    assert (said.title, said.outlet, said.lang) == ("Le bac & la brume", "Le Phare du soir", "fr-FR")
    assert (said.date, said.authors, said.sources) == ("2021-05-03T08:11:12+02:00", ("Una Brel", "Hugo Lam"), ("Agence Dépêche",))
    assert "a dit la capitaine" in bac.content.decode()
    assert "<h1>Le bac &amp; la brume</h1>" in bac.content.decode()


def test_what_a_feed_does_not_give_is_said(tmp_path: Path) -> None:
    found, _ = read(tmp_path, _RSS)
    assert [one.degraded for one in found] == [None, "only the feed's summary", "only the feed's headline", "only the feed's summary"]
    assert [one.id for one in found[1:]] == ["https://phare.example/2", "https://phare.example/3", "wire.xml#4"]
    assert found[2].declared.date == "jeudi"


@pytest.mark.parametrize("content", [_ATOM, _RDF], ids=["Atom", "RSS 1.0"])
def test_other_feeds(tmp_path: Path, content: str) -> None:
    (bac,), rejected = read(tmp_path, content)
    assert not rejected
    assert (bac.address, bac.declared.title, bac.declared.outlet) == ("https://phare.example/1", "Le bac", "Phare")
    assert (bac.declared.date or "").startswith("2021-05-03T08:11:12")


def test_atom_has_sources_and_authors(tmp_path: Path) -> None:
    (bac,), _ = read(tmp_path, _ATOM)
    assert (bac.declared.sources, bac.declared.authors, bac.degraded) == (("Dépêche",), ("Una Brel",), None)


def test_a_json_feed(tmp_path: Path) -> None:
    found, (said,) = read(tmp_path, json.dumps(_JSON), "feed.json")
    assert [one.id for one in found] == ["https://phare.example/1", "feed.json#2"]
    assert (found[0].declared.authors, found[0].declared.date) == (("Una Brel",), "2021-05-03T08:11:12+02:00")
    assert "<p>Il est bleu &amp; blanc.</p>" in found[1].content.decode()
    assert "item 3" in said.what


@pytest.mark.parametrize("field", ["title", "home_page_url", "language"])
def test_what_is_no_text_in_a_json_feed_costs_no_item(tmp_path: Path, field: str) -> None:
    found, _ = read(tmp_path, json.dumps({**_JSON, field: 5}), "feed.json")
    assert len(found) == 2


def test_a_broken_feed_gives_what_can_be_read_and_says_so(tmp_path: Path) -> None:
    found, (said,) = read(tmp_path, _RSS[: _RSS.index("<item><title>Le concert")])
    assert len(found) == 2
    assert "broken" in said.what


@pytest.mark.parametrize("content", ["<rss version='2.0'><channel></channel></rss>", "<rss></rss>", "<feed></feed>"])
def test_an_empty_feed_is_said(tmp_path: Path, content: str) -> None:
    found, (said,) = read(tmp_path, content)
    assert not found
    assert "no item" in said.what or "no feed" in said.what


def test_what_is_no_feed() -> None:
    with pytest.raises(Malformed, match="no feed"):
        entries(b"<html><p>Oui</p></html>", where="x")
    with pytest.raises(Malformed, match="no JSON Feed"):
        entries(b'{"items": 3}', where="x")


def test_bytes_that_name_a_file_are_no_name(tmp_path: Path) -> None:
    path = tmp_path / "secret.xml"
    path.write_text(_RSS, encoding="utf-8")
    for name in (str(path).encode(), f"file://{path}".encode()):
        with pytest.raises(Malformed):
            entries(name, where="x")


def test_limits_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.feeds.MAX_FEED_ITEMS", 3)
    found, (said,) = read(tmp_path, _RSS)
    assert len(found) == 3
    assert said.what == "only its first 3 items were read, 1 were not"
    monkeypatch.setattr("selon.read.feeds.MAX_FEED_BYTES", 100)
    with pytest.raises(LimitExceeded):
        entries(_RSS.encode(), where="x")
    assert "larger than" in read(tmp_path, _RSS)[1][0].what


def test_marks_without_end_are_said() -> None:
    with pytest.raises(LimitExceeded, match="more than 300000 marks"):
        entries(b"<rss version='2.0'><channel>" + b"<item/>" * 300_001, where="x")
