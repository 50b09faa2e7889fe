"""Every example of the language tables: a line between or under paragraphs, the block it makes, the credits it holds."""

from typing import Any

import pytest

from selon.clean import article
from selon.languages import codes, examples
from selon.model.article import Article
from selon.model.capture import Capture

_PROSE = {
    "fr": (
        "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin.",
        "Le plus gros potiron pesait cent deux kilos, et il a fallu quatre hommes pour le poser sur la balance de la mairie.",
        "La prochaine fête aura lieu en octobre, et les organisateurs espèrent que le soleil sera cette fois de la partie.",
    ),
    "en": (
        "The pumpkin fair brought more than three hundred people to the market square on Sunday, in spite of the morning rain.",
        "The largest pumpkin weighed over two hundred pounds, and it took four men to lift it onto the scales of the town hall.",
        "The next fair will be held in October, and the organisers hope that the sun will be there this time as well.",
    ),
}
_EXAMPLES = [(code, example) for code in codes() for example in examples("clean", code)]


def read(text: str) -> Article:
    return article(Capture(id="a", address="a.txt", media_type="text/plain", content=text.encode(), charset="utf-8"))


def placed(example: dict[str, Any], code: str) -> str:
    one, two, three = _PROSE.get(code, _PROSE["en"])
    rows = [one, two, three, example["text"]] if example.get("place") == "foot" else [one, two, example["text"], three]
    return "\n".join(rows)


@pytest.mark.parametrize(("code", "example"), _EXAMPLES, ids=[f"{code}: {example['label']}" for code, example in _EXAMPLES])
def test_line(code: str, example: dict[str, Any]) -> None:
    text = placed(example, code)
    found = read(text)
    begin = text.index(example["text"])
    assert [block.kind.value for block in found.blocks if block.span.start <= begin < block.span.end] == [example["kind"]]
    assert [{"kind": credit.kind.value, "name": credit.name} for credit in found.credits] == example["credits"]
    assert all(begin <= credit.span.start and credit.span.end <= begin + len(example["text"]) for credit in found.credits)


def test_as_many_lines_without_a_credit_as_with_one() -> None:
    without = sum(not example["credits"] for _, example in _EXAMPLES)
    assert without >= len(_EXAMPLES) - without
