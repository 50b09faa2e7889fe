"""What must be found, and what must be left alone, under every disguise."""

from collections.abc import Callable
from typing import Any

import attribute_staged as staged
import pytest

from selon.languages import codes, examples


def _replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    def disguise(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return disguise


DISGUISES = {
    "as it stands": _replaced(),
    "straight marks": _replaced(("« ", '"'), (" »", '"'), ("“", '"'), ("”", '"')),
    "curly marks": _replaced(("« ", "“"), (" »", "”")),
    "hard spaces inside marks": _replaced(("« ", "«\u00a0"), (" »", "\u202f»")),
    "curly apostrophes": _replaced(("'", "’")),
    "other names": _replaced(("Ada Bry", "Zoé Kant"), ("Paul Orme", "Idriss Vell"), ("Valbrune", "Ormesson")),
}
CODES = [code for code in codes() if examples("attribute", code)]
EXAMPLES = [
    pytest.param(
        code,
        example,
        marks=[pytest.mark.xfail(strict=True, reason="known")] if example.get("known_failure") else [],
        id=f"{code}: {example['label']}",
    )
    for code in CODES
    for example in examples("attribute", code)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_golden_sentence(code: str, example: dict[str, Any]) -> None:
    for name, disguise in DISGUISES.items():
        text = disguise(example["text"])
        got = staged.found(text, code)
        wanted = [
            {
                "source": disguise(one["source"]) if "source" in one else None,
                "cue": disguise(one["cue"]) if "cue" in one else None,
                "content": [disguise(part) for part in one["content"]],
            }
            for one in example["found"]
        ]
        assert [staged.as_words(text, one) for one in got] == wanted, name
        for one, want in zip(got, example["found"], strict=True):
            _check_details(text, one, want, disguise)


def _check_details(text: str, one: Any, want: dict[str, Any], disguise: Callable[[str], str]) -> None:
    assert one.stance == want.get("stance", "asserted")
    assert one.conditional == want.get("conditional", False)
    assert one.anaphoric == want.get("anaphoric", False)
    assert (one.parent is not None) == want.get("child", False)
    if "kind" in want:
        assert one.kind == want["kind"]
    if "via" in want:
        assert one.via is not None
        assert one.via.of(text) == disguise(want["via"])


@pytest.mark.parametrize("code", CODES)
def test_as_many_examples_find_nothing(code: str) -> None:
    told = examples("attribute", code)
    nothing = sum(not example["found"] for example in told)
    assert len(told) >= 40
    assert nothing >= 0.45 * len(told)
