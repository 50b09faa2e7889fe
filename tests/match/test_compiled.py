"""Compiled code and plain Python give one result."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import match
from selon.match import acceleration
from selon.match import tokens as splitting
from support.handmade import Text

pytest.importorskip("numba")

TOLD = "le bac de Kervel a heurté mardi matin la digue nord du port de Velmont avec quarante passagers à son bord"
WORDS = TOLD.split()


@pytest.fixture
def everything_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acceleration, "FEW_WORDS", 0)


texts = st.lists(st.sampled_from([*WORDS, "l'", "é", "—", "𝔘", "ﬁn", "12,5", "\n"]), min_size=30, max_size=90).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4))
def test_compiled_reuse_is_plain_reuse(many: list[str]) -> None:
    articles = [Text(f"a{number}", text).read().article for number, text in enumerate(many)]
    plain = match.reuses(articles)
    few, acceleration.FEW_WORDS = acceleration.FEW_WORDS, 0
    try:
        assert match.reuses(articles) == plain
    finally:
        acceleration.FEW_WORDS = few


def test_compiled_words_are_plain_words(everything_compiled: None) -> None:
    article = Text("a", "L'été, œuvre ﬁne — 12,5 % 𝔘 d’Éva\u0301 " * 3).read().article
    compiled = splitting.tokens([article])
    plain = splitting._split(np.frombuffer(article.text.encode("utf-32-le"), np.uint32))
    assert compiled.start.tolist() == plain[1].tolist()
    assert compiled.end.tolist() == plain[2].tolist()
    assert compiled.hashes.tolist() == splitting.mixed(plain[0]).tolist()


def test_without_a_folder_for_the_cache_all_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    from numba.core import config

    from selon.match import with_numba

    monkeypatch.setattr(config, "CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    assert with_numba._has_cache() is False
