"""What is held ready in memory tells of a new article what a run over all articles tells."""

from hypothesis import given, settings
from hypothesis import strategies as st

from selon import match
from selon.match.warm import Warm, passages
from selon.model.article import Article
from support.handmade import Text

TOLD = (
    "Le bac de Kervel a heurté mardi matin la digue nord du port de Velmont avec quarante passagers à son bord, sans faire de blessé, "
    "et la capitainerie a fermé le chenal jusqu'au soir avant de promettre une inspection de la coque et des moteurs avant toute reprise"
)
WORDS = TOLD.split()
BESIDE = "les maraîchers de Brennac ouvrent leurs serres samedi pour la fête des primeurs avec la chorale du lycée et deux ateliers"
OTHERS = BESIDE.split()

parts = st.tuples(st.integers(0, 25), st.integers(5, 40), st.sampled_from([1, 1, 1, 2, 3])).map(
    lambda cut: " ".join(word for at, word in enumerate(WORDS[cut[0] : cut[0] + cut[1]]) if at % 7 or cut[2] == 1)
)
texts = st.lists(st.one_of(parts, st.permutations(OTHERS).map(" ".join)), min_size=1, max_size=3).map(". ".join)
tellers = st.tuples(texts, st.integers(1, 9), st.sampled_from(["La Vigie", "Le Phare", None]))


def article(number: int, told: tuple[str, int, str | None]) -> Article:
    text, day, outlet = told
    return Text(f"a{number}", text, day=f"2031-05-0{day}", outlet=outlet).read().article


@settings(max_examples=60, deadline=None)
@given(st.lists(tellers, min_size=2, max_size=14), st.integers(0, 13))
def test_a_new_article_has_the_passages_of_a_run_over_all(many: list[tuple[str, int, str | None]], new: int) -> None:
    articles = [article(number, told) for number, told in enumerate(many)]
    one = articles.pop(new % len(articles))
    together = match.reuses([*articles, one])
    assert passages(Warm.of(articles), one) == tuple(reuse for reuse in together if one.id in (reuse.a.article_id, reuse.b.article_id))


def test_nothing_held_shares_nothing() -> None:
    assert passages(Warm.of([]), article(0, (TOLD, 1, None))) == ()


def test_a_thinned_text_is_found_among_those_held() -> None:
    long = " ".join(f"{word}{number}" for number in range(4) for word in WORDS)
    kept = " ".join(word for at, word in enumerate(long.split()) if at % 5 not in (1, 3))
    held = Warm.of([article(0, (long, 1, None)), article(1, (" ".join(OTHERS), 2, None))])
    assert len(passages(held, article(2, (kept, 3, None)))) >= 1
