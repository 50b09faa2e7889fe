"""Compiled code and plain Python give one result."""

from dataclasses import replace
from itertools import accumulate, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import match
from selon.match import acceleration
from selon.match import tokens as splitting
from selon.match.bounds import Bounds
from selon.match.candidates import met
from selon.match.columns import Columns, Gathering
from selon.match.common import Common, marks, words_met
from selon.match.facts import words_packed
from selon.match.meeting import packed
from selon.match.shared import Shared
from selon.match.sketch import Sketch
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Span
from support.handmade import Text

pytest.importorskip("numba")

TOLD = "le bac de Kervel a heurté mardi matin la digue nord du port de Velmont avec quarante passagers à son bord"
WORDS = TOLD.split()


def parted(name: str, pieces: list[tuple[BlockKind, str]]) -> Article:
    """An article of several blocks, one after the other."""
    ends = list(accumulate(len(words) for _, words in pieces))
    blocks = [Block(span=Span(end - len(words), end), kind=kind) for (kind, words), end in zip(pieces, ends, strict=True)]
    return replace(Text(name, "".join(words for _, words in pieces)).read().article, blocks=tuple(blocks))


TELLINGS = [
    "La tempête a fait 12 morts et 40 blessés à Port-Alba le 3 mai 2031, selon la préfecture de Norr.",
    "Au moins 14 personnes sont mortes à Port-Alba, selon la préfecture de Norr.",
    "Le maire de Port-Alba, Ivo Talmar, a fermé mardi la digue de Kervel, selon la capitainerie.",
    "Ivo Talmar a fermé la digue de Kervel, a dit la capitainerie de Port-Alba.",
    "Le pain a augmenté de 12 % à Brennac en 2029, a dit le syndicat.",
    "Le pain a augmenté de 19 % à Brennac en 2030, a dit le syndicat.",
    "Ivo Talmar a démenti avoir fermé la digue de Kervel.",
    "Les pêcheurs de Kervel réparent la digue et les bateaux que la tempête a jetés sur le quai de Port-Alba.",
]

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


def test_compiled_words_are_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = "L'été, œuvre ﬁne — 12,5 % 𝔘 d’Éva\u0301 " * 3
    pieces = [(BlockKind.PARAGRAPH, strange), (BlockKind.RELATED, TOLD), (BlockKind.PARAGRAPH, "… — "), (BlockKind.CAPTION, TOLD)]
    articles = [Text("a", strange).read().article, parted("b", pieces), Text("c", "—").read().article, Text("d", TOLD).read().article]
    monkeypatch.setattr(acceleration, "FEW_WORDS", 1 << 60)
    plain = splitting.tokens(articles)
    monkeypatch.setattr(acceleration, "FEW_WORDS", 0)
    compiled = splitting.tokens(articles)
    for column in ("hashes", "start", "end", "doc", "opens"):
        assert getattr(compiled, column).tolist() == getattr(plain, column).tolist()


held = st.dictionaries(st.sampled_from(["n:orm", "p:NO", "c:death", "w:bac", "l:grand", "#:12"]), st.floats(0.1, 2.0), min_size=1)


@given(st.lists(held, min_size=2, max_size=6))
def test_compiled_sums_are_those_of_whole_arrays(many: list[dict[str, float]]) -> None:
    texts = Columns.of(many)
    a, b = (np.array(side, np.int64) for side in zip(*combinations(range(len(many)), 2), strict=True))
    few = acceleration.FEW_WORDS
    try:
        acceleration.FEW_WORDS = 1 << 60
        plain, products = Common.of(texts, marks(texts.keys), a, b), texts.products(a, b)
        acceleration.FEW_WORDS = 0
        compiled = Common.of(texts, marks(texts.keys), a, b)
        assert texts.products(a, b).tolist() == products.tolist()
    finally:
        acceleration.FEW_WORDS = few
    for column in ("shared", "content", "counts"):
        assert getattr(compiled, column).tolist() == getattr(plain, column).tolist()


@given(st.lists(held, min_size=2, max_size=6), st.data())
def test_compiled_counts_of_words_are_those_of_whole_arrays(many: list[dict[str, float]], data: st.DataObject) -> None:
    gathered = Gathering()
    for text in many:
        gathered.add(text, words_packed(data.draw(st.lists(st.integers(0, 3), min_size=len(text), max_size=len(text)))))
    texts = gathered.columns(np.arange(len(many)))
    a, b = (np.array(side, np.int64) for side in zip(*combinations(range(len(many)), 2), strict=True))
    few = acceleration.FEW_WORDS
    try:
        acceleration.FEW_WORDS = 1 << 60
        plain = words_met(texts, marks(texts.keys), a, b)
        acceleration.FEW_WORDS = 0
        compiled = words_met(texts, marks(texts.keys), a, b)
    finally:
        acceleration.FEW_WORDS = few
    assert [side.tolist() for side in compiled] == [side.tolist() for side in plain]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.sampled_from(TELLINGS), min_size=1, max_size=6), min_size=2, max_size=6), st.booleans())
def test_compiled_claims_are_plain_claims(many: list[list[str]], dated: bool) -> None:
    read = [
        Text(f"a{number}", "\n".join(told), day=f"2031-05-{number % 28 + 1:02}" if dated else None).read()
        for number, told in enumerate(many)
    ]
    reuses = match.reuses([one.article for one in read])
    sketch = Sketch.of([one for reading in read for one in match.statements(reading)])
    bounds = Bounds.of(sketch, Shared.of(reuses))
    few = acceleration.FEW_WORDS
    try:
        acceleration.FEW_WORDS = 1 << 60
        plain, claims = set(packed(met(sketch, bounds), len(sketch.outlines)).tolist()), match.claims(read, reuses)
        acceleration.FEW_WORDS = 0
        assert plain <= set(packed(met(sketch, bounds), len(sketch.outlines)).tolist())
        assert match.claims(read, reuses) == claims
    finally:
        acceleration.FEW_WORDS = few


def test_without_a_folder_for_the_cache_all_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    from numba.core import config

    from selon.match import kept_code

    monkeypatch.setattr(config, "CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    assert kept_code.has_cache() is False
