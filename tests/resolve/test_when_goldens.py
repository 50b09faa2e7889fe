from typing import Any

import pytest

from selon.languages import codes, examples, load
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span
from selon.resolve.when import dates
from selon.show.edtf import edtf

CODES = [code for code in codes() if examples("dates", code)]
GOLDENS = [(code, example) for code in CODES for example in examples("dates", code)]
DISGUISES = {
    "as it stands": str,
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "after another sentence": lambda text: f"Rien. {text}",
}


def article(text: str, lang: str, published: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    interval = Interval(earliest=published, latest=published, source="the test") if published else None
    return Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=interval, text=text, blocks=(Block(span=Span(0, len(text)), kind=kind),), credits=(), links=(),
        metadata=(), degraded=None,
    )  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize(("code", "example"), GOLDENS, ids=[f"{code}: {example['label']}" for code, example in GOLDENS])
def test_golden(code: str, example: dict[str, Any], disguise: Any) -> None:
    text = disguise(example["text"])
    found = dates(article(text, code, example.get("published")), load(code))
    if example.get("nothing"):
        assert [one.span.of(text) for one in found] == []
        return
    start = text.index(disguise(example["expression"]).removeprefix("Rien. "))
    wanted = Span(start, start + len(example["expression"]))
    met = [one for one in found if one.span.overlaps(wanted)]
    assert [(one.earliest, one.latest) for one in met] == [(example.get("from"), example.get("to"))]
    assert met[0].reasons
    if "edtf" in example:
        assert edtf(met[0]) == example["edtf"]


@pytest.mark.parametrize("code", CODES)
def test_there_are_enough_goldens(code: str) -> None:
    found = [example for example in examples("dates", code) if not example.get("nothing")]
    nothing = [example for example in examples("dates", code) if example.get("nothing")]
    assert len(found) >= 40
    assert len(nothing) >= 20
