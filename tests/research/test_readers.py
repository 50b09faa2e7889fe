"""What services export: Europresse, Factiva, Media Cloud, Telegram, transcripts with times. All texts are made up."""

import json
from pathlib import Path

import pytest

from selon import read
from selon.clean import article
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.rejected import Rejected

EUROPRESSE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Export</title></head><body>
<article><header>
<div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Phare du soir, no. 12 (site web)</span></div>
<div><span class="DocHeader">Détroit, samedi 3 mai 2031 840 mots, p. 4</span></div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">La sirène du quai est restée muette</p></div>
<div class="docAuthors">Ada Brynn et Ivo Talmar</div></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer">
<p>La sirène n'a pas sonné, selon la <mark>mairie</mark> de Port-Elvane.</p>
<p>« Elle était en panne », a déclaré Bo Quay, maire de la ville.</p></div></div></section>
<aside><div class="publiC-lblNodoc">news·20310503·PHS·0a1b2c</div></aside></article>
<article><header><span class="DocPublicationName">Le Môle</span><span class="DocHeader">4 mai 2031</span>
<div class="titreArticle"><p class="titreArticleVisu">Sans texte</p></div></header><div class="docOcurrContainer"></div></article>
</body></html>"""

FACTIVA_TABLE = """<html><body><div class="article frArticle"><table>
<tr><td><b>HD</b></td><td>La sirène du quai est restée muette</td></tr><tr><td><b>BY</b></td><td>Ada Brynn</td></tr>
<tr><td><b>PD</b></td><td>3 mai 2031</td></tr><tr><td><b>SN</b></td><td>Le Phare du soir</td></tr>
<tr><td><b>LP</b></td><td>
<p class="articleParagraph frarticleParagraph">La sirène n'a pas sonné, selon la mairie de Port-Elvane.</p></td></tr>
<tr><td><b>TD</b></td><td><p class="articleParagraph frarticleParagraph">Elle était en panne.</p></td></tr>
<tr><td><b>AN</b></td><td>Document PHARE00020310503e7530000a</td></tr></table></div></body></html>"""

FACTIVA_LINES = """<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">The siren stayed silent</span></div>
<div class="author">By Ada Brynn</div><div>340 words</div><div>3 May 2031</div><div>09:12</div><div>The Beacon</div><div>BEAC</div>
<div>English</div><div>Copyright 2031</div><p class="articleParagraph enarticleParagraph">The siren did not sound, the mayor said.</p>
<p class="articleParagraph enarticleParagraph">It was out of order.</p><p>Document BEAC000020310503e7530000b</p></div></body></html>"""

MEDIA_CLOUD = """id,indexed_date,language,media_name,media_url,publish_date,title,url
a1,2031-05-03 10:00:00,fr,phare.example,phare.example,2031-05-03,"La sirène, muette",https://phare.example/1
a2,2031-05-03 10:00:00,fr,mole.example,mole.example,2031-05-04,Autre,https://mole.example/2
a3,2031-05-03 10:00:00,fr,mole.example,mole.example,2031-05-04,Autre,javascript:alert(1)
"""

TELEGRAM = {
    "name": "Le Phare en direct", "type": "public_channel", "id": 77,
    "messages": [
        {"id": 1, "type": "service", "date": "2031-05-03T10:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2031-05-03T12:00:00", "date_unixtime": "1935828000", "from": "Le Phare en direct",
         "text": ["Selon la ", {"type": "bold", "text": "mairie"}, ", la sirène n'a pas sonné."], "forwarded_from": "Le Môle"},
        {"id": 3, "type": "message", "date": "2031-05-04T00:30:00", "from": "Le Phare en direct", "text": "Elle était en panne."},
        {"id": 4, "type": "message", "date": "2031-05-04T00:31:00", "photo": "x.jpg", "text": ""},
    ],
}  # fmt: skip

SRT = """1
00:00:01,000 --> 00:00:03,000
<i>La sirène</i> n'a pas

2
00:00:03,000 --> 00:00:05,000
sonné, dit la mairie.

3
00:00:12,500 --> 00:00:14,000
{\\an8}Elle était en panne.
"""

VTT = """WEBVTT
Language: en

NOTE made up

intro
00:01.000 --> 00:03.000 align:start
<v Ada Brynn>The siren did not sound.

00:03.000 --> 00:05.000
<v Ada Brynn>It was &amp; stays out of order.

00:05.500 --> 00:07.000
<v.loud Bo Quay>Who says so?
"""


def taken(folder: Path, name: str, content: str | bytes) -> tuple[list[Article], list[Capture], list[Rejected]]:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    records = list(read.captures([folder / name]))
    found = [one for one in records if isinstance(one, Capture)]
    return [article(one) for one in found], found, [one for one in records if isinstance(one, Rejected)]


def test_europresse(tmp_path: Path) -> None:
    (one,), _, (bad,) = taken(tmp_path, "europresse.HTML", EUROPRESSE)
    assert (one.id, one.outlet, one.title) == ("news-20310503-PHS-0a1b2c", "Le Phare du soir", "La sirène du quai est restée muette")
    assert one.published is not None and one.published.earliest == "2031-05-03"
    assert one.authors == ("Ada Brynn", "Ivo Talmar")
    assert "La sirène n'a pas sonné, selon la mairie de Port-Elvane." in one.text
    assert "840 mots" not in one.text and "news·" not in one.text
    assert "has no text" in bad.what


@pytest.mark.parametrize(
    ("content", "name", "outlet", "title", "day", "words"),
    [
        (
            FACTIVA_TABLE, "PHARE00020310503e7530000a", "Le Phare du soir", "La sirène du quai est restée muette", "2031-05-03",
            "Elle était en panne.",
        ),
        (FACTIVA_LINES, "BEAC000020310503e7530000b", "The Beacon", "The siren stayed silent", "2031-05-03", "It was out of order."),
    ],
    ids=["table", "lines"],
)  # fmt: skip
def test_factiva(content: str, name: str, outlet: str, title: str, day: str, words: str, tmp_path: Path) -> None:
    (one,), _, bad = taken(tmp_path, "factiva.html", content)
    assert bad == []
    assert (one.id.upper(), one.outlet, one.title, one.authors) == (name.upper(), outlet, title, ("Ada Brynn",))
    assert one.published is not None and one.published.earliest == day
    assert words in one.text
    assert "Document" not in one.text and "Copyright" not in one.text


def test_media_cloud_lists_addresses(tmp_path: Path) -> None:
    _, found, (bad,) = taken(tmp_path, "stories.csv", MEDIA_CLOUD)
    assert found == []
    assert "2 addresses and no article" in bad.what
    assert read.listed_in(tmp_path / "stories.csv") == ["https://phare.example/1", "https://mole.example/2"]
    assert read.listed_in(tmp_path / "nothing.csv") is None


def test_a_table_of_media_cloud_with_texts_is_read(tmp_path: Path) -> None:
    heading = "id,media_name,media_url,publish_date,title,url,text"
    table = f"{heading}\na1,phare,p,2031-05-03,La sirène,https://phare.example/1,La sirène s'est tue.\n"
    (one,), _, _ = taken(tmp_path, "texts.csv", table)
    assert one.text.strip() == "La sirène s'est tue."
    assert one.outlet == "phare"


def test_telegram(tmp_path: Path) -> None:
    (one, two), captures, bad = taken(tmp_path, "result.json", json.dumps(TELEGRAM, indent=1))
    assert bad == []
    assert one.text.strip() == "Selon la mairie, la sirène n'a pas sonné."
    assert one.outlet == "Le Phare en direct"
    assert captures[0].declared.sources == ("Le Môle",)
    assert captures[0].declared.date == "2031-05-06T10:00:00+00:00"
    assert captures[1].declared.date == "2031-05-04"  # its hour is of nobody's zone
    assert [one.id, two.id] == ["telegram-77-2", "telegram-77-3"]
    whole = {"about": "x", "chats": {"about": "y", "list": [TELEGRAM, {**TELEGRAM, "id": 78}]}}
    assert len(taken(tmp_path, "all.json", json.dumps(whole))[0]) == 4


def test_srt(tmp_path: Path) -> None:
    (one,), _, _ = taken(tmp_path, "talk.srt", SRT.replace("\n", "\r\n"))
    assert one.text.split("\n")[:2] == ["La sirène n'a pas sonné, dit la mairie.", "Elle était en panne."]


def test_vtt(tmp_path: Path) -> None:
    (one,), _, _ = taken(tmp_path, "talk.vtt", VTT)
    assert one.text.strip().split("\n") == ["Ada Brynn: The siren did not sound. It was & stays out of order.", "Bo Quay: Who says so?"]
    assert one.lang == "en"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", '{"name": "x", "type": "channel", "messages": [', "no JSON"),
        ("b.json", '{"name": "x", "type": "channel", "id": 1, "messages": []}', "no message"),
        ("c.vtt", "WEBVTT\n\n", "no cue"),
        ("d.html", "<html><p class='DocPublicationName'>x</p></html>", "no article"),
        ("e.html", "<html><p class='articleParagraph enarticleParagraph'>x</p></html>", "no article"),
        ("f.csv", MEDIA_CLOUD.split("\n", 1)[0] + "\n", "no address"),
    ],
)
def test_what_holds_nothing_is_told(name: str, content: str, said: str, tmp_path: Path) -> None:
    _, found, (bad,) = taken(tmp_path, name, content)
    assert found == []
    assert said in bad.what


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><h1>Fête</h1><p class='articleParagraph'>La fête a eu lieu.</p></body></html>",
        "<html><body><div class='article'><p class='main articleParagraph'>La fête a eu lieu.</p></div></body></html>",
        "<html><body><p>An export of a press service has the class DocPublicationName, or enarticleParagraph.</p></body></html>",
    ],
)
def test_a_page_of_a_newspaper_is_no_export(content: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(content, encoding="utf-8")
    (one,) = read.captures([tmp_path / "page.html"])
    assert isinstance(one, Capture)
    assert one.content == content.encode()


_OPEN = {
    "europresse": "<article><span class='DocPublicationName'>Le Phare</span><div class='docOcurrContainer'><p>La sirène {} sonne.</p>",
    "factiva": "<div class='article frArticle'><p class='articleParagraph frarticleParagraph'>La sirène {} sonne.</p>",
}


@pytest.mark.parametrize("name", _OPEN)
def test_articles_that_are_never_closed_are_apart_and_take_no_square_of_time(name: str, tmp_path: Path) -> None:
    many = 4_000
    (tmp_path / "export.html").write_text("<html><body>" + "".join(map(_OPEN[name].format, range(many))), encoding="utf-8")
    found = list(read.captures([tmp_path / "export.html"]))
    assert len(found) == many
    assert all(isinstance(one, Capture) and len(one.content) < 600 for one in found)


def test_an_article_within_one_of_europresse_is_a_part_of_it(tmp_path: Path) -> None:
    content = EUROPRESSE.replace("<p>La sirène n'a pas", "<article><p>La sirène n'a pas", 1).replace(
        "Port-Elvane.</p>", "Port-Elvane.</p></article>"
    )
    (one,), _, _ = taken(tmp_path, "e.html", content)
    assert "Elle était en panne" in one.text


@pytest.mark.parametrize("content", [EUROPRESSE, FACTIVA_TABLE, FACTIVA_LINES, json.dumps(TELEGRAM), SRT, VTT, MEDIA_CLOUD], ids=range(7))
def test_a_file_that_is_cut_short_never_breaks_a_run(content: str, tmp_path: Path) -> None:
    for end in range(0, len(content), 37):
        (tmp_path / "cut").write_text(content[:end] or " ", encoding="utf-8")
        list(read.captures([tmp_path / "cut"]))
