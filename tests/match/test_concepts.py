"""The tables of concepts: what a beginning takes in, and what it leaves to other words."""

import tomllib
from importlib.resources import files

import pytest

from selon.languages import codes, load
from selon.languages.rows.match import Concept, Light
from selon.match.lexicon import folded, lexicon, meaning

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


def _begins(form: str, code: str) -> list[str]:
    flat = folded(form)
    return [flat[:size] for size in range(len(flat), 1, -1) if flat[:size] in lexicon(code).begins]
