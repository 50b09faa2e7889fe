"""A name before a colon in a heading: who speaks, and what the article is about."""

from dataclasses import replace
from typing import Any

import attribute_staged as staged
import pytest

from selon.attribute import attributions
from selon.languages import load
from selon.model.article import BlockKind

BODY = "\nThe ferry to Valbrune sank on Monday.\n"


def _found(text: str, lang: str = "en") -> list[dict[str, Any]]:
    """What is found where the first line is a heading."""
    article = staged.article(text, lang)
    first, *rest = article.blocks
    headed = replace(article, blocks=(replace(first, kind=BlockKind.HEADING), *rest))
    return [staged.as_words(text, one) for one in attributions(headed, load(lang))]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Valbrune: Ferry sinks after a storm", BODY),
        ("Ada Bry: Ferry pilot dies aged 98", BODY),
        ("Ada Bry: Ferry pilot dies aged 98", "\nAda Bry said in May that the reef was new.\n"),
        ("Harbour Games: Pilot wins the gold medal", BODY),
        ("Valbrune: Why did the ferry sink?", "\nValbrune said the reef was new.\n"),
        ("Nurse pay: No more money is offered", BODY),
    ],
)
def test_a_topic_says_nothing(heading: str, body: str) -> None:
    assert [one for one in _found(heading + body) if one["cue"] is None] == []


@pytest.mark.parametrize(
    ("heading", "source"),
    [
        ("Minister of Ferries: The reef is new", "Minister of Ferries"),
        ("Mayor Bry: The reef is new", "Mayor Bry"),
        ("Ada Bry: “The reef is new”", "Ada Bry"),
        ("Bry: The reef is new", "Bry"),
        ("Ada Bry: I saw the reef myself", "Ada Bry"),
    ],
)
def test_somebody_who_speaks(heading: str, source: str) -> None:
    text = heading + "\nMayor Ada Bry said on Monday that the ferry sank.\n"
    assert [one["source"] for one in _found(text) if one["cue"] is None] == [source]


def test_quoted_words_behind_a_topic_have_no_source() -> None:
    assert [one["source"] for one in _found("Storm: “We saw the reef too late”" + BODY)] == [None]


def test_a_place_before_a_colon_in_french_says_nothing() -> None:
    text = "Valbrune : un bac coule après la tempête\nLe bac a coulé lundi.\n"
    assert _found(text, "fr") == []
    text = "Ormel : le bac ne coulera pas\nOrmel a affirmé lundi que le bac tiendrait.\n"
    assert [one["cue"] for one in _found(text, "fr")] == ["a affirmé"]


def test_a_paragraph_that_announces_a_quotation_names_its_speaker() -> None:
    text = "Ada Bry said:\n“The reef was new to all of us.”\n"
    assert [staged.as_words(text, one) for one in staged.found(text, "en")] == [
        {"source": "Ada Bry", "cue": "said", "content": ["The reef was new to all of us."]}
    ]
    text = "Ada Bry sailed on.\n“The reef was new to all of us.”\n"
    assert staged.found(text, "en") == ()
    text = "The list begins to show:\n“The reef was new to all of us.”\n"
    assert [staged.as_words(text, one)["cue"] for one in staged.found(text, "en")] in ([], [None])
