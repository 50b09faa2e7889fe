"""The tables of concepts: what a beginning takes in, and what it leaves to other words."""

import tomllib
from importlib.resources import files

import pytest

from selon.languages import codes, load
from selon.languages.rows.match import Concept, Light
from selon.match.facts import HAPPENING
from selon.match.forms import base_weight
from selon.match.lexicon import folded, kinds, lexicon, meaning
from selon.match.text import read
from selon.model.span import Span
from support.handmade import Text

LANGUAGES = [code for code in codes() if files("selon.languages").joinpath(code, "concepts.toml").is_file()]


@pytest.mark.parametrize(
    ("code", "concept", "of_it", "others"),
    [
        ("fr", "sell", "vendus", "vendredi"),
        ("fr", "release", "libération", "libertés"),
        ("fr", "import_trade", "importations", "importante"),
        ("fr", "withdraw", "départs", "départements"),
        ("fr", "sister", "soeurs", "sources"),
        ("fr", "death_penalty", "pendus", "pendant"),
        ("fr", "born", "naissance", "ne"),
        ("fr", "return", "revenir", "revendications"),
        ("en", "subsidy", "subsidies", "subsidiary"),
        ("en", "explode", "exploded", "explored"),
        ("en", "secret", "secrets", "secretary"),
        ("en", "promise", "commitment", "committee"),
        ("fr", "eye", "yeux", "jeux"),
        ("fr", "heal", "guéries", "guérillas"),
        ("fr", "costly", "coûteuses", "coûte"),
        ("fr", "courage", "courageux", "courant"),
        ("en", "brand", "branded", "brandished"),
        ("en", "bookshop", "bookshops", "booking"),
        ("en", "courage", "bravery", "bravo"),
        ("de", "shoulder", "Schulter", "Schule"),
        ("de", "seatbelt", "Sicherheitsgurte", "Sicherheit"),
        ("es", "drink", "beber", "bebé"),
        ("es", "check_verify", "comprobó", "compró"),
        ("de", "school", "Schulen", "Schulden"),
        ("de", "cut", "kürzten", "kurze"),
        ("es", "child", "niña", "ninguna"),
    ],
)
def test_a_concept_leaves_words_that_only_begin_alike(code: str, concept: str, of_it: str, others: str) -> None:
    assert concept in meaning(folded(of_it), code).concepts
    assert concept not in meaning(folded(others), code).concepts


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_light_word_is_a_concept_unless_both_tables_write_it(code: str) -> None:
    light = {form for row in load(code).rows(Light) for form in row.forms if not form.endswith("*")}
    written = {form for row in load(code).rows(Concept) for form in row.forms}
    assert not [form for form in sorted(light - written) if lexicon(code).concepts.of(folded(form), _begins(form, code))]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_word_left_out_begins_like_a_form_of_its_row(code: str) -> None:
    rows = tomllib.loads(files("selon.languages").joinpath(code, "concepts.toml").read_text("utf-8"))["concept"]
    for row in rows:
        begins = tuple(folded(form[:-1]) for form in row["forms"] if form.endswith("*") and " " not in form)
        for form in row.get("but", ()):
            left = folded(form.rstrip("*"))
            assert left.startswith(begins), f"{row['name']}: {form}"
            assert not (form.endswith("*") and left in begins), f"{row['name']}: nothing would be left of {form}"


def test_a_plain_word_weighs_what_a_word_without_a_concept_weighs() -> None:
    row = next(row for row in load("fr").rows(Concept) if row.name == "coffin")
    assert row.kind == "word"
    assert base_weight("c:coffin", "fr") == base_weight("w:brouet", "fr") < base_weight("c:bridge", "fr")


def test_a_plain_word_is_no_topic_and_may_tell_what_happens() -> None:
    text = Text("a", "Le cercueil est arrivé au pont. Le pont a reçu le cercueil. Le cercueil passa le pont.", lang="fr").read()
    article = read(text, [Span(0, 32), Span(33, 62), Span(63, 92)])
    assert {"c:coffin", "c:bridge"} <= article.around.weights.keys()
    assert "c:bridge" in article.around.topics
    assert "c:coffin" not in article.around.topics
    assert {kinds("fr")["c:coffin"], "predicate"} == set(HAPPENING)


def _begins(form: str, code: str) -> list[str]:
    flat = folded(form)
    return [flat[:size] for size in range(len(flat), 1, -1) if flat[:size] in lexicon(code).begins]
