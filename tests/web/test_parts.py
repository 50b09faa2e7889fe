"""An article of any length is read in parts that open quickly, and no character, passage or note is lost between them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from selon import pipeline
from selon.api import Collection, made
from selon.engine import Local
from selon.model.capture import Capture
from selon.model.reading import Reading
from selon.web import Serving
from selon.web.pages.claimants import whole_of
from selon.web.pages.parts import parts
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")

MOST_BYTES = 150_000
SAID = "« Le quai numéro {n} du port de Norr restera fermé jusqu’au soir », a déclaré Ada Valdor, porte-parole de la régie."
LONG = "« " + "Le phare de Norr brille au bout de la jetée. " * 2_400 + "», a déclaré Ada Valdor."
TEXTS = {
    "one line of many quotations": " ".join(SAID.format(n=n) for n in range(300)),
    "many lines": "\n\n".join(SAID.format(n=n) for n in range(150)),
    "one line without a quotation": "La mer monte le soir et la digue tient encore. " * 2_500,
    "no place to cut": "abcdefghij" * 12_000,
    "thousands of short lines": "Le quai.\n\n" * 1_000,
    "one quotation longer than a page": f"{SAID.format(n=1)} {LONG} {SAID.format(n=2)}",
    "nothing special": "\n\n".join(SAID.format(n=n) for n in range(5)),
}


def read(text: str) -> Reading:
    return pipeline.per_article(
        Capture(id="a", address="a.txt", media_type="text/plain", content=text.encode(), charset="utf-8", fetched=None, record_id=None)
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_parts_hold_each_character_of_each_block_once(text: str) -> None:
    reading = read(text)
    found = [piece for page in parts(reading) for piece in page]
    words = "".join(piece.span.of(reading.article.text) for piece in found)
    assert re.sub(r"\s", "", words) == re.sub(r"\s", "", text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    begun = [piece.block for piece in found if piece.begins]
    assert len(begun) == len(set(begun)) == len([piece for piece in found if piece.ends])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_cut_runs_through_an_attribution_that_a_page_can_hold(text: str) -> None:
    reading = read(text)
    cuts = [page[-1].span.end for page in parts(reading)]
    cut = [whole for whole in map(whole_of, reading.attributions) if any(whole.start < at < whole.end for at in cuts)]
    assert all(len(whole) > 30_000 for whole in cut)
    assert bool(cut) == (text is TEXTS["one quotation longer than a page"])


def test_a_short_article_is_one_part() -> None:
    assert len(parts(read(TEXTS["nothing special"]))) == 1


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Client:
    collection = made(tmp_path_factory.mktemp("long") / "long", name="long")
    for number, text in enumerate(TEXTS.values()):
        Path(collection.folder, "captures", f"text-{number}.txt").write_text(text, encoding="utf-8")
    collection.run(engine=Local(workers=1))
    return Client(Serving(collection=Collection(collection.folder)))


def pages(client: Client, article: str) -> Iterator[str]:
    first = client.get(f"/articles/{article}", headers={"Accept-Language": "en"}).text
    yield first
    many = re.search(r"Part 1 of (\d+)", first)
    for number in range(2, int(many[1]) + 1 if many else 0):
        yield client.get(f"/articles/{article}?part={number}", headers={"Accept-Language": "en"}).text


def test_every_part_is_small_and_every_note_stands_on_one(long: Client) -> None:
    articles = long.links("/articles", r"/articles/([0-9a-f]{16})")
    assert len(articles) == len(TEXTS)
    for article in articles:
        told = list(pages(long, article))
        assert all(len(page.encode()) < MOST_BYTES for page in told)
        notes = [note for page in told for note in re.findall(r' id="n(\d+)"', page)]
        places = [note for page in told for note in re.findall(r' id="r(\d+)"', page)]
        assert sorted(notes) == sorted(set(notes)) == sorted(places)


def test_links_between_text_and_notes_lead_to_what_is_there(long: Client) -> None:
    for article in long.links("/articles", r"/articles/([0-9a-f]{16})"):
        told = [html.fromstring(page) for page in pages(long, article)]
        for at, page in enumerate(told):
            for link in page.xpath("//sup/a/@href | //a[@class='back']/@href"):
                part, _, anchor = link.rpartition("#")
                there = told[int(part.removeprefix("?part=")) - 1] if part else told[at]
                assert there.xpath("//*[@id=$name]", name=anchor), link


def test_a_link_to_characters_opens_the_part_that_holds_them(long: Client) -> None:
    article = next(
        one for one in long.links("/articles", r"/articles/([0-9a-f]{16})") if "Part 1 of" in long.get(f"/articles/{one}?ui=en").text
    )
    for page in pages(long, article):
        for place in re.findall(r'id="(c\d+-\d+)"', page)[:3]:
            at = place.removeprefix("c")
            shown = html.fromstring(long.get(f"/articles/{article}?at={at}").text)
            assert shown.xpath("//mark[@id=$place]", place=place)
