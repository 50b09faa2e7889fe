"""The demo story itself: its truth stands in its texts, and its variants are the same story under other names."""

import gzip
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import demo_archive
import pytest
from demo_truth import places
from story_slots import SLOTS, dates_in, identity, original_forms, rewriting
from story_texts import texts
from story_variants import DEMO, STORY, rewrite, variant

TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
SEEDS = range(50)
VERDICTS = r"(?i)\b(true|false|fake|reliable|credible|propaganda|vrai\w*|faux|fausse\w*|mensong\w+|fiable\w*|crédible\w*|propagande)\b"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder; a compressed one as what it holds."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths
    }


def passages(value: Any) -> list[tuple[str, str]]:
    """Every (article, verbatim passage) that the truth names."""
    if isinstance(value, list):
        return [pair for part in value for pair in passages(part)]
    if not isinstance(value, dict):
        return []
    found = [pair for part in value.values() for pair in passages(part)]
    for text, owner in (("text", "article"), ("from_text", "from"), ("to_text", "to"), ("a_text", "a"), ("b_text", "b")):
        if text in value:
            found.append((value[owner], value[text]))
    return found


STORY_TEXTS = texts(DEMO)


@pytest.mark.parametrize(("article", "passage"), passages(TRUTH), ids=lambda part: part[:40])
def test_passage_of_the_truth_stands_in_its_article(article: str, passage: str) -> None:
    assert places(STORY_TEXTS[article], passage)


def test_every_article_is_in_the_truth_and_only_those() -> None:
    assert sorted(STORY_TEXTS) == sorted(row["id"] for row in TRUTH["articles"])
    assert {row["file"] for row in TRUTH["articles"]} == {path.name for path in STORY.iterdir()}


def test_forms_of_the_files() -> None:
    assert len(STORY_TEXTS) == 20
    assert Counter(row["file"].split(".", 1)[1] for row in TRUTH["articles"]) == {"html": 8, "txt": 4, "md": 3, "jsonl": 3, "warc.gz": 2}
    assert Counter(row["lang"] for row in TRUTH["articles"]) == {"fr": 15, "en": 5}


@pytest.mark.parametrize("article", sorted(STORY_TEXTS))
def test_article_has_the_length_of_an_article(article: str) -> None:
    assert 120 <= len(re.findall(r"\w+", STORY_TEXTS[article])) <= 500  # debris included


@pytest.mark.parametrize("row", TRUTH["copies"], ids=lambda row: row["b"])
def test_copied_passage_is_long(row: dict[str, str]) -> None:
    assert len(re.findall(r"\w+", row["a_text"])) >= 30
    assert row["a_text"].replace("'", "’") == row["b_text"]


@pytest.mark.parametrize("article", sorted(STORY_TEXTS))
def test_no_word_of_verdict(article: str) -> None:
    assert re.findall(VERDICTS, STORY_TEXTS[article]) == []
    assert re.findall(VERDICTS, json.dumps(TRUTH["about"])) == []


def test_archive_is_what_its_pages_make(tmp_path: Path) -> None:
    demo_archive.write(demo_archive.pages(), tmp_path / "archive.warc.gz")
    assert files(tmp_path)["archive.warc.gz"] == gzip.decompress((STORY / "archive.warc.gz").read_bytes())


FORMS = sorted((form for forms in original_forms().values() for form in forms), key=len, reverse=True)
ANY_FORM = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, FORMS))})(?![^\W_])")


def raw(folder: Path) -> str:
    return "\n".join(content.decode() for content in files(folder).values())


RAW_STORY = raw(STORY)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_slot_stands_in_the_story(form: str) -> None:
    assert re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", RAW_STORY)


def test_every_day_of_the_story_is_declared() -> None:
    assert sorted(set(dates_in(raw(STORY)))) == [date.fromisoformat(day) for day in SLOTS["dates"]["days"]]


def test_every_weekday_beside_a_date_is_right() -> None:
    named = re.findall(r"(\w+) (\d{1,2}) mars 2031", raw(STORY))
    weekdays = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}
    told = [(weekdays[word.lower()], date(2031, 3, int(day)).weekday()) for word, day in named if word.lower() in weekdays]
    assert told
    assert all(a == b for a, b in told)


def test_identity_changes_nothing(tmp_path: Path) -> None:
    told = files(rewrite(identity(), tmp_path))
    assert {path: content for path, content in told.items() if path != "truth.json"} == {f"story/{k}": v for k, v in files(STORY).items()}
    assert json.loads(told["truth.json"]) == TRUTH


@pytest.mark.parametrize("seed", SEEDS)
def test_variant_is_the_same_story(seed: int, tmp_path: Path) -> None:
    """Its truth stands in its texts, no name of the story is left, and every day has moved alike."""
    found = texts(variant(seed, tmp_path))
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    assert sorted(found) == sorted(row["id"] for row in truth["articles"])
    assert {row["file"] for row in truth["articles"]} == {path.name for path in (tmp_path / "story").iterdir()}
    assert [pair for pair in passages(truth) if not places(found[pair[0]], pair[1])] == []
    written = raw(tmp_path)
    assert ANY_FORM.findall(written) == []
    assert moves(written, truth) == {rewriting(seed).shift_days}


def moves(written: str, truth: dict[str, Any]) -> set[int]:
    """By how many days the days of a variant, and the publications in its truth, have moved."""
    days = [date.fromisoformat(day) for day in SLOTS["dates"]["days"]]
    told = list(zip(days, sorted(set(dates_in(written))), strict=True))
    ends = [[(row["published"] or {}).get("from") for row in rows["articles"]] for rows in (TRUTH, truth)]
    told += [(date.fromisoformat(a[:10]), date.fromisoformat(b[:10])) for a, b in zip(*ends, strict=True) if a]
    return {(new - old).days for old, new in told}


def test_same_seed_same_bytes_and_other_seed_other_bytes(tmp_path: Path) -> None:
    assert files(variant(7, tmp_path / "a")) == files(variant(7, tmp_path / "b"))
    assert files(variant(7, tmp_path / "a")) != files(variant(8, tmp_path / "c"))


def test_relations_between_numbers_hold() -> None:
    for seed in SEEDS:
        by = rewriting(seed)
        assert by("14 bateaux de pêche") != by("40 bateaux de pêche")
