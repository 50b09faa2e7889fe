"""The SVG: well formed, without a style or a script, escaped, told in words, the same in every run."""

import re
from itertools import pairwise

import pytest
from lxml import etree

from selon.show.stemma import Drawing, Layout, Links, css, hops, laid_out, legend, standalone, stemma, svg
from selon.show.stemma.measure import lines, width
from selon.show.wording import LANGS, wording
from support.lineages import Said, claimant, edge, made, on, reading, story, told

HOSTILE = "</text><script>alert(1)</script><a xlink:href='javascript:alert(1)'>\x00\x0b\u202eevil\ud800\ufffe&amp; \"quoted\" onload=x"


def drawn(shape: str = "mixed", size: int = 20, seed: int = 1) -> Drawing:
    one = made(seed, size, shape)
    return stemma(one.story, one.edges, one.readings)


def laid(found: Drawing, lang: str = "fr") -> Layout:
    return laid_out(found, wording(lang))


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("shape", ["mixed", "fan", "copies"])
def test_it_is_well_formed_and_carries_no_style_and_no_script(shape: str, lang: str) -> None:
    found = drawn(shape, 60)
    text = svg(laid(found, lang), wording(lang), links=Links(node=lambda node: f"/articles/{node.article_id}" if node.article_id else None))
    root = parsed(text)
    assert not [one for one in root.iter() if etree.QName(one).localname in ("style", "script", "foreignObject", "image", "use")]
    attributes = {str(name) for one in root.iter() for name in one.attrib}
    assert not [name for name in attributes if name == "style" or name.startswith("on") or "xlink" in name]
    assert "url(" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_node_line_and_number_says_what_it_shows(lang: str) -> None:
    found = drawn("mixed", 30)
    root = parsed(svg(laid(found, lang), wording(lang)))
    for kind, count in (("node", len(found.nodes)), ("edge", len(found.drawn)), ("hop", len(found.drawn))):
        labels = [one.get("aria-label") for one in root.iter() if kind in (one.get("class") or "").split()]
        assert len(labels) == count
        assert all(labels)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == len(found.nodes) + 2
    assert root.get("aria-labelledby") == "stemma-title stemma-desc"


def test_the_numbers_are_those_of_the_table() -> None:
    found = drawn("mixed", 30)
    root = parsed(svg(laid(found), wording("fr")))
    hrefs = [one.get("href") for one in root.iter() if one.get("class") == "hop"]
    assert hrefs == [f"#hop-{row.number}" for row in hops(found) if row.number is not None]
    assert [row.number for row in hops(found)][: len(hrefs)] == list(range(1, len(hrefs) + 1))


def test_hostile_words_stay_words() -> None:
    text, found, chains = told(reading("a", HOSTILE, on("2031-03-13", "2031-03-13")), [Said(claimant(HOSTILE, role=HOSTILE))])
    drawing = stemma(story(found, chains), [edge(f"ext:{HOSTILE}", "a", "credit")], {"a": text})
    for made_ in (svg(laid(drawing), wording("fr")), standalone(laid(drawing), wording("fr"))):
        root = etree.fromstring(made_.encode())
        assert not [one for one in root.iter() if etree.QName(one).localname == "script"]
        assert not [
            value for one in root.iter() for name, value in one.attrib.items() if name.endswith("href") and not str(value).startswith("#")
        ]
        assert "\u202e" not in made_


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("/articles/a#c1-2", True),
        ("#hop-1", True),
        ("https://brisant.example/a?b=c&d", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("//elsewhere.example", False),
        ("data:text/html,x", False),
        ("/\\elsewhere.example", False),
        (None, False),
    ],
)
def test_links_lead_to_the_page_to_a_path_or_to_the_web(href: str | None, kept: bool) -> None:
    root = parsed(svg(laid(drawn("chain", 3)), wording("fr"), links=Links(node=lambda node: href, hop=lambda number: None)))
    assert [one.get("href") for one in root.iter("a")] == [href] * (len(root.findall(".//a")) if kept else 0)
    assert bool(root.findall(".//a")) is kept


def test_a_file_of_its_own_has_its_colours_and_its_key() -> None:
    found = drawn("mixed", 30)
    text = standalone(laid(found), wording("fr"))
    root = etree.fromstring(text.encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "prefers-color-scheme: dark" in text
    assert not re.search(r"\sstyle=", text)
    tokens = set(re.findall(r"var\((--\w+)", text))
    assert tokens <= set(re.findall(r"(--\w+):#", text))


def test_the_key_names_only_what_is_used() -> None:
    text, found, chains = told(reading("a", "Le Brisant", on("2031-03-13", "2031-03-13")), [])
    key = legend(wording("fr"), stemma(story(found, chains), [], {"a": text}))
    assert [one.text for one in parsed(key).iter("text")] == ["page lue"]


def test_french_and_english_differ_in_words_alone() -> None:
    found = drawn("mixed", 12)
    shapes = [
        [(box.node.key, line.corners != ()) for box, line in zip(laid(found, lang).boxes, laid(found, lang).lines, strict=False)]
        for lang in LANGS
    ]
    assert shapes[0] == shapes[1]
    assert "page lue" in standalone(laid(found, "fr"), wording("fr"))
    assert "page that was read" in standalone(laid(found, "en"), wording("en"))


def test_two_pictures_in_one_page_share_no_id() -> None:
    found = drawn("chain", 6)
    wide = svg(laid(found), wording("fr"))
    narrow = svg(laid_out(found, wording("fr"), narrow=True), wording("fr"), prefix="narrow-")
    ids = [re.findall(r' id="([^"]+)"', text) for text in (wide, narrow)]
    assert not set(ids[0]) & set(ids[1])


def test_too_many_nodes_are_a_sentence() -> None:
    parts = [told(reading(f"a{number:03}", "x", None), []) for number in range(205)]
    one = story([a for _, found, _ in parts for a in found], [c for _, _, found in parts for c in found])
    found = stemma(one, [], {text.article.id: text for text, _, _ in parts})
    layout = laid(found, "en")
    assert layout.boxes == ()
    assert "205" in layout.texts[0].words
    parsed(svg(layout, wording("en")))


def test_the_rules_name_tokens_only() -> None:
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", css())) <= set(re.findall(r"var\(--\w+, (#[0-9a-f]{6})\)", css()))


@pytest.mark.parametrize(
    "words", ["one two three four", "Donaudampfschifffahrtsgesellschaft", "https://a.example/" + "b/" * 40, "首席" * 20, ""]
)
def test_no_line_is_wider_than_its_room(words: str) -> None:
    for most in (1, 2, 4):
        found = lines(words, 14, 90, most)
        assert len(found) <= most
        assert all(width(line, 14) <= 90 for line in found)
        whole = "".join(found).replace("…", "").replace(" ", "")
        assert words.replace(" ", "").startswith(whole)


def test_lines_turn_at_right_angles_in_every_layout_of_one_drawing() -> None:
    found = drawn("diamonds", 30)
    for narrow in (False, True):
        for line in laid_out(found, wording("fr"), narrow=narrow).lines:
            assert all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise(line.corners))
