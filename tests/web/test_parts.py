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
    "a post that is no article": (
        f"{SAID.format(n=1)}\n\n@AdaValdor : « Le quai de Norr reste fermé ce soir », a dit Ivo Talmar.\n\n{SAID.format(n=2)}"
    ),
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


def digest(client: Client, text: str) -> str:
    """The last part of the address of one of the articles."""
    readings = client.serving.collection.answer().readings
    return next(one.article.digest for one in readings if one.article.text.strip() == TEXTS[text].strip())


def test_a_passage_that_is_very_long_shows_its_ends_where_it_stands_beside_others(long: Client) -> None:
    address, found = long.links("/claimants", r"/claimants/[0-9a-f]{16}")[0], []
    while address:
        shown = html.fromstring(long.get(address).text)
        found += [one.text_content() for one in shown.xpath("//ol[@class='found']//p[@class='words']")]
        address = next(iter(shown.xpath("//a[@rel='next']/@href")), None)
    assert [one for one in found if "Le phare de Norr" in one and "[…]" in one]
    assert all(len(one) < 4_000 for one in found)


def test_passages_that_are_too_long_to_be_compared_whole_say_so(long: Client) -> None:
    ends = "&".join(f"{name}={digest(long, 'one line without a quotation')}" for name in ("a", "b"))
    assert "Only the first" not in long.get(f"/compare?{ends}&pa=0-500&pb=0-500&ui=en").text
    told = long.get(f"/compare?{ends}&pa=0-50000&pb=0-50000&ui=en").text
    assert "Only the first 1,500 words of each passage" in told
    assert len(told.encode()) < MOST_BYTES


def test_all_passages_in_common_are_paged_and_none_is_left_out(long: Client) -> None:
    a, b = digest(long, "one line of many quotations"), digest(long, "many lines")
    address, shown, all_of_them = f"/compare?a={a}&b={b}", 0, None
    while address:
        told = long.get(address, headers={"Accept-Language": "en"}).text
        assert len(told.encode()) < MOST_BYTES
        page = html.fromstring(told)
        shown += len(page.xpath("//div[@class='sides']"))
        all_of_them = re.search(r"(\d+) in all", told) or all_of_them
        address = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    assert shown > 0
    assert all_of_them is None or int(all_of_them[1]) == shown
    assert "share no passage" not in long.get(f"/compare?a={a}&b={b}&from=9999&ui=en").text
