"""A new article joins without re-reading the rest, and whatever the order and the parts in which articles come, the result is one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import attribute, match, pipeline
from selon.engine import Local
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.reading import Reading
from support.handmade import Text

SENTENCES = [
    "Le ferry Aurore a coulé devant Port-Alba.",
    "Trois marins ont été secourus par un pêcheur de Kervel.",
    "Le ferry Aurore n'a pas coulé devant Port-Alba.",
    "La tempête a fait 12 morts et 40 blessés à Port-Alba, selon la préfecture.",
    "Le bilan de la tempête à Port-Alba monte à 15 morts.",
    "La mairie de Brennac a fermé la bibliothèque en avril.",
]
articles = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=2, max_size=6)


@settings(max_examples=25, deadline=None)
@given(articles, st.randoms(use_true_random=False))
def test_order_and_parts_change_nothing(many: list[list[str]], luck: object) -> None:
    readings = [Text(f"a{number}", "\n".join(told), day=f"2031-05-0{number + 1}").read() for number, told in enumerate(many)]
    shuffled = list(readings)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    held: list[Reading] = []
    for part in (shuffled[:2], shuffled[2:]):  # each part joins those that are held
        held = [*part, *held]
    reuses = match.reuses([one.article for one in held])
    assert reuses == match.reuses([one.article for one in readings])
    assert match.claims(held, reuses) == match.claims(readings, reuses)


def test_a_new_article_is_attributed_once_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    plain = attribute.attributions

    def counted(article: Article, language: object) -> tuple[Attribution, ...]:
        asked.append(article.id)
        return plain(article, language)  # type: ignore[arg-type]

    monkeypatch.setattr(attribute, "attributions", counted)
    for number, told in enumerate(SENTENCES):
        (tmp_path / f"a{number}.txt").write_text(f"{told}\n", encoding="utf-8")
    held = list(pipeline.readings([tmp_path / f"a{number}.txt" for number in range(5)], engine=Local()))
    asked.clear()
    held += pipeline.readings([tmp_path / "a5.txt"], engine=Local())
    known = [one for one in held if isinstance(one, Reading)]
    match.claims(known, match.reuses([one.article for one in known]))
    assert asked == ["a5"]
