"""Markdown: front matter, block quotations, shortcodes, links; the text stays as it was written."""

import pytest

from selon.clean import article
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture

_FRONTS = {
    "yaml": '---\ntitle: "Un potiron"\ndate: 2021-05-03\nlang: fr\nauthor: Odile Marchetti\n---\n\n',
    "toml": '+++\ntitle = "Un potiron"\ndate = 2021-05-03\nlang = "fr"\nauthor = "Odile Marchetti"\n+++\n\n',
    "json": '{"title": "Un potiron", "date": "2021-05-03", "lang": "fr", "author": "Odile Marchetti"}\n\n',
}
_BODY = """[Odile](https://phare.example/o "La page d'Odile") a raconté la fête du potiron, qui a réuni trois cents personnes.

#### La pesée

> Nous avons pesé deux fois.

> Le potiron a cent deux kilos, et la balance de la mairie n'en peut plus.

{{< tweet "12345" >}}

La prochaine fête aura lieu en octobre, et les organisateurs espèrent que le soleil sera de la partie.
"""


def read(text: str) -> Article:
    return article(Capture(id="a", address="a.md", media_type="text/markdown", content=text.encode()))


@pytest.mark.parametrize("front", _FRONTS.values(), ids=_FRONTS)
def test_front_matter(front: str) -> None:
    found = read(front + _BODY)
    assert found.text == front + _BODY
    assert (found.title, found.lang, found.authors) == ("Un potiron", "fr", ("Odile Marchetti",))
    assert found.published is not None
    assert (found.published.earliest, found.published.source) == ("2021-05-03", "front matter: date")
    assert found.blocks[0].kind is BlockKind.METADATA
    assert found.blocks[0].span.end == len(front)


def test_every_field_of_the_front_matter_is_kept_with_its_place() -> None:
    found = read('---\ntitle: "Un potiron"\ntags: ["fête", "place"]\nlang: fr\n---\n\n' + _BODY)
    kept = [(candidate.field, candidate.value, candidate.where) for candidate in found.metadata if candidate.where.startswith("front")]
    assert sorted(kept) == [
        ("language", "fr", "front matter: lang"),
        ("tags", "fête", "front matter: tags"),
        ("tags", "place", "front matter: tags"),
        ("title", "Un potiron", "front matter: title"),
    ]
    assert all(
        candidate.span and candidate.span.of(found.text) == candidate.value for candidate in found.metadata if candidate.field == "tags"
    )


def test_marks_give_the_kinds() -> None:
    assert [block.kind.value for block in read(_BODY).blocks] == ["paragraph", "heading", "blockquote", "blockquote", "embed", "paragraph"]


def test_links_keep_their_titles() -> None:
    found = read(_FRONTS["yaml"] + _BODY)
    assert [(link.span.of(found.text), link.url, link.title) for link in found.links] == [
        ("Odile", "https://phare.example/o", "La page d'Odile")
    ]


@pytest.mark.parametrize("front", ["---\ntitle: [unclosed\n---\n\n", "+++\ntitle = \n+++\n\n"])
def test_broken_front_matter_is_metadata_that_says_nothing(front: str) -> None:
    found = read(front + _BODY)
    assert found.blocks[0].kind is BlockKind.METADATA
    assert found.title is None


def test_a_rule_in_the_middle_is_no_front_matter() -> None:
    assert (
        read(_BODY + "\n---\n\nUne dernière phrase, après la ligne, qui ferme ce récit de la fête du potiron.\n").blocks[0].kind
        is BlockKind.PARAGRAPH
    )


def test_yaml_aliases_do_not_grow() -> None:
    bomb = (
        "---\na: &a [x, x]\n"
        + "".join(f"{chr(98 + at)}: &{chr(98 + at)} [*{chr(97 + at)}, *{chr(97 + at)}]\n" for at in range(20))
        + "---\n\n"
    )
    assert read(bomb + _BODY).blocks[0].kind is BlockKind.METADATA


def test_reference_links() -> None:
    text = (
        "Le bac repart, selon [la capitainerie][cap] et [le phare][], dit [Le Quai]. Rien de [plus][rien].\n\n"
        '[cap]: https://port.example/bac "Le port"\n[le phare]: <https://phare.example/>\n[LE QUAI]: https://quai.example/a\n'
    )
    found = article(Capture(id="a", address="a.md", media_type="text/markdown", content=text.encode()))
    assert [(link.span.of(text), link.url, link.title) for link in found.links] == [
        ("la capitainerie", "https://port.example/bac", "Le port"),
        ("le phare", "https://phare.example/", None),
        ("Le Quai", "https://quai.example/a", None),
    ]
    kinds = [block.kind.value for block in found.blocks]
    assert kinds[0] == "paragraph"
    assert set(kinds[1:]) == {"debris"}
