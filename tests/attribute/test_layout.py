"""Block quotations, embedded posts, and blocks that are not searched."""

from dataclasses import replace

import attribute_staged as staged
import pytest

from selon.attribute import attributions
from selon.languages import load
from selon.model.article import BlockKind, Link
from selon.model.span import Span


def test_block_quotations_under_an_announced_speaker_are_his() -> None:
    text = "Ada Bry a parlé du pont.\n> Le pont tient depuis trente ans.\n> Il tiendra encore.\n"
    link = Link(span=Span(0, 7), url="https://valbrune.example/ada")
    got = attributions(staged.article(text, links=(link,)), load("fr"))
    assert [one.rule for one in got] == ["layout.blockquote", "layout.blockquote"]
    assert [staged.as_words(text, one)["content"] for one in got] == [["Le pont tient depuis trente ans."], ["Il tiendra encore."]]
    assert all(one.source is None and one.cue is None for one in got)
    assert all("inferred from layout and link" in one.reasons and "announced at 0:7" in one.reasons for one in got)


def test_a_block_quotation_without_an_announcement_has_no_link_to_show() -> None:
    got = attributions(staged.article("> Le pont tient depuis trente ans.\n"), load("fr"))
    assert got[0].reasons == ("inferred from layout",)


def test_who_is_cited_in_a_block_quotation_is_its_child() -> None:
    text = "> Le pont tient. Selon la régie, il tiendra encore vingt ans.\n"
    outer, inner = attributions(staged.article(text), load("fr"))
    assert inner.parent == outer.id
    assert staged.as_words(text, inner)["source"] == "la régie"


@pytest.mark.parametrize(
    "text",
    [
        "Le pont de Valbrune est rouvert https://t.example/x\n— Ada Bry (@adabry) 3 mai 2031\n",
        '<blockquote><p lang="fr">Le pont de Valbrune est rouvert <a href="/x">#pont</a></p>&mdash; Ada Bry (@adabry)</blockquote>',
    ],
    ids=["as text", "as HTML in Markdown"],
)
def test_an_embedded_post_is_its_author_s(text: str) -> None:
    article = staged.article(text)
    block = type(article.blocks[0])(span=Span(0, len(text)), kind=BlockKind.EMBED)
    got = attributions(replace(article, blocks=(block,)), load("fr"))
    assert staged.as_words(text, got[0]) == {"source": "Ada Bry", "cue": None, "content": ["Le pont de Valbrune est rouvert"]}


def _post_behind(line: str) -> list[dict[str, object]]:
    post = "@adabry: Le pont de Valbrune est rouvert ce matin"
    article = staged.article(f"{line}\n{post}\n")
    start = len(line) + 1
    blocks = tuple(replace(block, kind=BlockKind.EMBED) if block.span.start == start else block for block in article.blocks)
    return [staged.as_words(article.text, one) for one in attributions(replace(article, blocks=blocks), load("fr"))]


def test_a_post_is_the_words_of_whom_the_line_before_announces() -> None:
    assert _post_behind("La maire Ada Bry ajoute :") == [
        {"source": "La maire Ada Bry", "cue": "ajoute", "content": ["Le pont de Valbrune est rouvert ce matin"]}
    ]
    assert _post_behind("La maire Ada Bry traverse le port.") == []


def test_a_heading_goes_on_with_nobodys_words() -> None:
    text = "« Le pont tient depuis longtemps », a dit Ada Bry.\n« Une vie sur la mer »\n"
    article = staged.article(text)
    blocks = (article.blocks[0], replace(article.blocks[1], kind=BlockKind.HEADING))
    got = attributions(replace(article, blocks=blocks), load("fr"))
    assert [staged.as_words(text, one)["source"] for one in got] == ["Ada Bry", None]


def test_paragraphs_that_open_a_quotation_again_are_one() -> None:
    text = 'The Office said: "The act will mend the port.\n"For the pilots we pay the rope.\n"We look at every bill."\nThe sea was calm.\n'
    got = attributions(staged.article(text), load("en"))
    assert [staged.as_words(text, one)["content"] for one in got] == [
        ["The act will mend the port.", "For the pilots we pay the rope.", "We look at every bill."]
    ]
    text = '"From that sum we pay the rope.\n"We have nothing left for the mast," she said.\n'
    got = attributions(staged.article(text), load("en"))
    assert [staged.as_words(text, one)["content"] for one in got] == [
        ["From that sum we pay the rope.", "We have nothing left for the mast,"]
    ]


@pytest.mark.parametrize("kind", [BlockKind.CREDIT, BlockKind.RELATED, BlockKind.DEBRIS, BlockKind.DISCLAIMER, BlockKind.METADATA])
def test_such_a_block_is_not_searched(kind: BlockKind) -> None:
    assert attributions(staged.article("« Le pont tient », a dit Ada Bry.\n", kind=kind), load("fr")) == ()


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_source_near() -> None:
    text = "« Le pont tient depuis longtemps », a dit Ada Bry.\n« Il tiendra encore vingt ans. »\n"
    got = staged.found(text)
    assert [staged.as_words(text, one)["source"] for one in got] == ["Ada Bry", "Ada Bry"]


def test_a_headline_without_a_verb() -> None:
    text = "# La ministre des Ponts : le grand pont rouvrira en juin\n"
    got = staged.found(text)
    assert staged.as_words(text, got[0])["content"] == ["le grand pont rouvrira en juin"]
    assert got[0].cue is None
