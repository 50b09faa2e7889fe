"""Words in which capitals stand at odd places: any text is resolved, and no name begins inside a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.model.reading import Reading
from selon.pipeline import of_article

ODD = (
    "anti-5G", "5G", "2Pac", "A-5B", "3-D", "J.-C.", "_Nord", "4Ka", "(Ivo)", "5-G", "Ü5", "№5A", "Jean-2Paul", "R2D2", "-G", "‑5G", "9To5",
    "Ivo", "Talmar", "d’Ivo", "M.", "le ministre", "a dit que", "« Oui »", ".", ",", "\n",
)  # fmt: skip


def reading(text: str, lang: str) -> Reading:
    told = Declared(lang=lang)
    return of_article(article(Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=told)))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_capital_behind_a_figure_opens_no_name(lang: str) -> None:
    found = reading("Ivo Talmar est venu avec des pancartes anti-masques et anti-5G. « Non à la 5G », a dit Ivo Talmar, anti-5G", lang)
    assert all(one.claimant is None or "G" not in one.claimant.name for one in found.resolutions)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=12).map(" ".join), st.sampled_from(["fr", "en"]))
def test_any_words_are_resolved(text: str, lang: str) -> None:
    found = reading(f"Le port. {text}", lang)
    assert len(found.resolutions) == len(found.attributions)
