"""Every page answers in both languages, says whose words a claim is, and leads to exact characters."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree, html

from selon import __version__
from selon.api import Collection
from selon.api.targets import OfAnswer, target
from selon.errors import NotFound
from selon.model.ruling import Thing
from selon.model.span import Span
from selon.show.exports import EXPORTERS, export, material
from selon.show.whose import is_listed
from selon.store import Wanted
from selon.web import Serving
from selon.web.index import Index, OfIndex
from selon.web.pages import exporting
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")

_KB = 150_000


def index_of(client: Client) -> Index:
    index = client.app.state.held.index()
    assert index is not None
    return index


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_page_answers(client: Client, every_page: dict[str, str], lang: str) -> None:
    for name, address in every_page.items():
        answer = client.get(address, headers={"Accept-Language": lang})
        assert answer.status_code == (404 if name == "missing" else 200), name
        assert len(answer.content) < _KB, name
        page = html.fromstring(answer.text)
        assert page.get("lang") == lang
        assert page.xpath("//h1"), name
        assert page.xpath("//main"), name


def test_a_claim_bears_the_name_of_who_says_it(client: Client, claim: str) -> None:
    page = html.fromstring(client.get(f"/claims/{claim}").text)
    (title,) = page.xpath("//h1")
    assert title.xpath("./span[contains(@class, 'whose')]")[0].text_content().strip()
    assert title.xpath("./q"), "the words stand in quotation marks, because they are copied"


def test_every_count_of_origins_is_an_interval_with_its_texts(client: Client, claim: str) -> None:
    page = html.fromstring(client.get(f"/claims/{claim}", headers={"Accept-Language": "en"}).text)
    said = page.xpath("//dl[@class='ledger']/div[5]")[0].text_content()
    assert re.search(r"\d+–\d+", said) and "articles" in said and "texts" in said


def test_any_appearance_leads_to_its_claim(client: Client, claim: str) -> None:
    story = index_of(client).story(claim)
    assert story is not None
    other = next(one.id for one in story.claim.appearances if one.id != claim)
    answer = client.get(f"/claims/{other}")
    assert answer.status_code == 307 and answer.headers["location"] == f"/claims/{claim}?passage={other}"


def test_a_link_to_characters_marks_exactly_them(client: Client, claim: str) -> None:
    address = client.links(f"/claims/{claim}", r'href="(/articles/[0-9a-f]{16}\?at=\d+-\d+)#')[0]
    start, end = map(int, re.findall(r"\d+$|\d+(?=-\d+$)", address))
    page = html.fromstring(client.get(address).text)
    marked = "".join(one.text_content() for one in page.xpath("//mark"))
    reading = index_of(client).reading(address.split("/")[2][:16])
    assert reading is not None
    assert re.sub(r"\d+$", "", marked).strip() == reading.article.text[start:end].strip() or marked.startswith(
        reading.article.text[start : start + 10]
    )


def test_the_language_is_chosen_by_address_then_cookie_then_browser(client: Client) -> None:
    def spoken(address: str, **headers: str) -> str:
        return str(html.fromstring(client.get(address, headers=headers).text).get("lang"))

    browser = {"Accept-Language": "en-GB,en;q=0.8"}
    assert spoken("/help", **browser) == "en"
    assert spoken("/help", **browser, Cookie="lang=fr") == "fr"
    assert spoken("/help?ui=en", Cookie="lang=fr") == "en"
    assert spoken("/help", **{"Accept-Language": "vi"}) == "fr"
    assert "lang=en" in client.get("/help?ui=en").headers["set-cookie"]


def test_lists_page_by_key_and_meet_everything_once(client: Client) -> None:
    seen: list[str] = []
    address = "/claims?order=date"
    while address:
        answer = client.get(address)
        seen += re.findall(r'class="claim" href="/claims/([0-9a-f]{16})"', answer.text)
        more = html.fromstring(answer.text).xpath("//a[@rel='next']/@href")
        address = more[0] if more else ""
    assert len(seen) == len(set(seen)) > 50


def test_an_empty_list_says_which_filter_took_everything(client: Client) -> None:
    page = html.fromstring(client.get("/claims?lang=xx&denied=1", headers={"Accept-Language": "en"}).text)
    assert "/claims?denied=1" in page.xpath("//div[@class='state']//a/@href")


def test_citations_in_four_forms(client: Client, claim: str) -> None:
    address = client.links(f"/claims/{claim}", r'href="(/cite/[0-9a-f]{16}/\d+-\d+)\.txt"')[0]
    plain = client.get(f"{address}.txt").text
    assert "sha256" in plain and "«" in plain
    assert client.get(f"{address}.md").text.startswith(plain.split(",")[0])
    assert client.get(f"{address}.bib").text.startswith("@misc{selon-")
    (item,) = json.loads(client.get(f"{address}.json").text)
    assert item["type"] == "article-newspaper" and item["issued"]["date-parts"]
    assert client.get(f"{address}0000.txt").status_code == 404


def test_a_collection_that_was_not_run_says_how(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    (folder / "captures").mkdir(parents=True)
    answer = Client(Serving(collection=Collection(folder))).get("/")
    assert answer.status_code == 200 and "selon run" in answer.text and "selon demo --serve" in answer.text


def test_the_drawing_as_a_file_says_what_the_collection_is_made_of(client: Client, claim: str) -> None:
    for lang, said, languages in (("fr", "Composition de la collection", "français"), ("en", "What the collection is made of:", "French")):
        answer = client.get(f"/claims/{claim}/stemma.svg", headers={"Accept-Language": lang})
        assert answer.headers["content-type"].startswith("image/svg+xml")
        drawn = etree.fromstring(answer.content)
        words = " ".join("".join(one.itertext()) for one in drawn.iter("{http://www.w3.org/2000/svg}text"))
        assert said in words and languages in words
        style = "".join(one.text or "" for one in drawn.iter("{http://www.w3.org/2000/svg}style"))
        assert "--paper" in style and "serif" in style and "url(" not in style


def test_exports_say_their_rows_and_follow_the_filters(client: Client, claim: str) -> None:
    for name in ("csv", "jsonl", "gexf", "stix"):
        said = client.get(f"/exports?format={name}&claim={claim}")
        assert said.status_code == 200 and 'class="count"' in said.text
    whole, part = (client.get(f"/exports/file?format=csv&table=claims{more}").text for more in ("", "&denied=1"))
    assert len(whole.splitlines()) > len(part.splitlines()) > 1
    assert client.get("/exports?format=nothing").status_code == 404


def test_a_file_without_filters_holds_what_the_list_does(client: Client, kept: Path) -> None:
    listed = [one for one in Collection(kept).answer().lineage.stories if is_listed(one.claim)]
    assert len(client.get("/exports/file?table=claims").text.splitlines()) == 1 + len(listed)
    assert f'class="count">{len(listed)} ' in client.get("/exports?table=claims&ui=en").text
    assert f'href="/claims">{len(listed)}<' in client.get("/?ui=en").text


def test_an_article_dated_at_one_end_alone_is_not_drawn_on_a_day(client: Client, kept: Path) -> None:
    dates = [one.article.published for one in Collection(kept).answer().readings]
    known = [when for when in dates if when and when.earliest and when.latest]
    page = html.fromstring(client.get("/?ui=en").text)
    assert (
        sum(int(cell.text_content()) for cell in page.xpath("//details[@class='asdata']//td")) == len(known) < len([*filter(None, dates)])
    )
    assert "dated at one end alone, and not drawn" in page.text_content()


def test_a_citation_gives_no_day_that_is_not_known(client: Client, kept: Path) -> None:
    readings = Collection(kept).answer().readings
    open_ended = next(one.article for one in readings if one.article.published and not one.article.published.latest)
    day = str(open_ended.published.earliest)[:10] if open_ended.published else ""
    assert f"date = {{{day}/..}}" in client.get(f"/cite/{open_ended.digest}/0-9.bib").text
    (item,) = json.loads(client.get(f"/cite/{open_ended.digest}/0-9.json?ui=en").text)
    assert item["issued"]["literal"].startswith("on or after ")


def test_the_file_of_a_claim_is_the_one_that_the_command_line_writes(client: Client, kept: Path, claim: str) -> None:
    answer, day = Collection(kept).answer(), datetime.now(UTC).date().isoformat()
    story = next(one for one in answer.lineage.stories if one.claim.id == claim)
    given = material(answer.readings, answer.reuses, answer.lineage, day=day, version=__version__, story=story)
    for name in EXPORTERS:
        assert client.get(f"/exports/file?format={name}&claim={claim}").content == export(name, given).content, name


def test_a_file_of_many_articles_is_counted_when_asked(client: Client, claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_AT_ONCE", 2)
    for asked in ("format=csv", f"format=csv&claim={claim}"):
        said = client.get(f"/exports?{asked}&ui=en").text
        assert "Count the rows of the file" in said and "KiB" not in said
        assert "KiB" in client.get(f"/exports?{asked}&count=1&ui=en").text


def test_a_form_means_what_the_command_line_means_by_an_id(client: Client, kept: Path) -> None:
    answer = Collection(kept).answer()
    ways = OfAnswer(answer), OfIndex(index_of(client))
    reading, story = answer.readings[0], answer.lineage.stories[0]
    edge = next(one for one in answer.lineage.edges if not one.target.startswith("ext:"))
    who = next(one.claimant.id for one in reading.resolutions if one.claimant)
    asked = [
        (Thing.ARTICLE, [reading.article.id], [], [Span(0, 9)]),
        (Thing.ATTRIBUTION, [reading.attributions[0].id], [], []),
        (Thing.DENIAL, [story.denials[0].attribution_id], [story.claim.id], []),
        (Thing.CLAIMANT, [who], [reading.attributions[0].id], []),
        (Thing.LINK, [story.claim.id], [], []),
        (Thing.LINK, [story.claim.appearances[-1].id], [story.claim.id], []),
        (Thing.EDGE, [edge.source], [edge.target, "ext:AFP"], []),
    ]
    for thing, ids, others, spans in asked:
        one, other = (target(known, thing, ids, others=others, spans=spans) for known in ways)
        assert one == other and one.places, thing
    for thing in (Thing.ARTICLE, Thing.ATTRIBUTION, Thing.CLAIMANT, Thing.LINK):
        for known in ways:
            with pytest.raises(NotFound):
                target(known, thing, ["zz"])


def test_what_nobody_is_said_to_have_said_leads_to_the_articles_that_hold_it(client: Client, kept: Path) -> None:
    collection = Collection(kept)
    said = " ".join(one.words for one in collection.search(Wanted(most=1000)))
    told = [word for one in collection.answer().readings for word in re.findall(r"[a-z]{7,}", one.article.text)]
    word = next(word for word in told if word not in said.casefold() and not collection.search(Wanted(words=word)))
    page = client.get(f"/search?q={word}", headers={"Accept-Language": "en"}).text
    assert "No passage holds all of this." in page
    assert "Articles whose text holds it" in page and "/articles/" in page
    assert "Articles whose text holds it" not in client.get("/search?q=zzzz", headers={"Accept-Language": "en"}).text


def test_who_decided_is_remembered_letter_for_letter(own: Path) -> None:
    client = Client(Serving(collection=Collection(own)))
    article = client.links("/articles", r"/articles/([0-9a-f]{16})")[0]
    form = {
        "thing": "article",
        "gesture": "set",
        "id": article,
        "field": "outlet",
        "to": "Le Quai",
        "who": "Léonie Œ., éd.",
        "why": "its masthead",
    }
    state = re.findall(r'name="state" value="([^"]*)"', client.post("/rulings", form).text)[0]
    saved = client.post("/rulings", form | {"step": "save", "state": state})
    assert saved.status_code == 303
    cookie = saved.headers["set-cookie"].split(";")[0]
    page = html.fromstring(client.get(f"/rulings/new?thing=article&id={article}", headers={"Cookie": cookie}).text)
    assert page.xpath("//input[@name='who']/@value") == ["Léonie Œ., éd."]


def test_an_id_stands_once_on_a_page_and_each_link_within_it_leads_somewhere(client: Client, every_page: dict[str, str]) -> None:
    for address in every_page.values():
        page = html.fromstring(client.get(address).text)
        found = page.xpath("//@id")
        assert len(found) == len(set(found)), (address, sorted(one for one in found if found.count(one) > 1))
        assert {one for one in page.xpath("//@href") if one.startswith("#")} <= {f"#{one}" for one in found}, address


def test_each_name_and_count_of_the_ledger_leads_on(client: Client, claim: str) -> None:
    page = html.fromstring(client.get(f"/claims/{claim}", headers={"Accept-Language": "en"}).text)
    first, word, repeated, denied, origins = page.xpath("//dl[@class='ledger'][1]/div")
    assert first.xpath(".//a[starts-with(@href, '/articles/')]")
    names = word.xpath(".//bdi")
    assert names and all(one.getparent().get("href", "").startswith("/articles/") for one in names)
    assert all("#c" in one.getparent().get("href") for one in names)
    assert repeated.xpath(".//a/@href") == ["#tellings"]
    assert set(denied.xpath(".//a/@href")) == {"#denials"} and denied.xpath(".//bdi")
    assert origins.xpath(".//a[@class='figure']/@href") == ["#why"]


def test_what_a_claim_mentions_and_does_not_hold_is_all_there(client: Client, claim: str) -> None:
    story = next(one for one in client.serving.collection.answer().lineage.stories if one.claim.id == claim)
    first = html.fromstring(client.get(f"/claims/{claim}?ui=en").text).xpath("//dl[@class='ledger'][1]/div[1]")[0]
    assert len(story.first.mentioned) > 2
    assert first.text_content().count("mentioned, not held:") == len(story.first.mentioned)


def test_what_was_not_read_is_called_by_its_letter_too(client: Client, claim: str) -> None:
    """An agency may stand in a drawing twice: by a text that was read, and by one that was not."""
    page = html.fromstring(client.get(f"/claims/{claim}?ui=en").text)
    told = [one.text_content() for one in page.xpath("//p[@class='same']") if "was not read" in one.text_content()]
    assert told
    assert all(re.fullmatch(r"as it stands in \S+; \S+ \(.+\) was not read: nothing to compare\.", one) for one in told)


def test_a_role_stands_under_the_date_of_its_text_as_far_as_it_is_known(client: Client) -> None:
    """Vigie 24 is dated on or after a day: its role is not told as of that day."""
    voice = client.links("/claimants?name=Valcastel", r"/claimants/([0-9a-f]{16})")[0]
    rows = html.fromstring(client.get(f"/claimants/{voice}?ui=en").text).xpath("//table[contains(@class, 'roles')]//tr")
    (row,) = [" ".join(one.text_content().split()) for one in rows if "Vigie 24" in one.text_content()]
    assert row.startswith("on or after 14 March 2031")


def test_a_damaged_database_is_said_and_not_called_an_empty_one(own: Path) -> None:
    with (own / "selon.db").open("r+b") as file:
        file.seek(100)
        file.write(b"\x00\xff" * 4_000)
    told = Client(Serving(collection=Collection(own))).get("/?ui=en")
    words = " ".join(html.fromstring(told.text).xpath("//main")[0].text_content().split())
    assert told.status_code == 409
    assert "the database is damaged" in words and "selon run makes it anew" in words
    assert "Nothing has been read" not in words
    assert Client(Serving(collection=Collection(own))).get("/help").status_code == 200
