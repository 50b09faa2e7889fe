"""What holds of all exports: the same bytes whatever the order, no word without text, no formula, no verdict."""

import csv
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow
import pytest
from export_checks import Make
from hypothesis import given, strategies

from selon.model.span import Interval, Span
from selon.pipeline import Answer
from selon.show.exports import EXPORTERS, export
from selon.show.exports.csv import cell, plain
from selon.show.exports.graph import instant
from selon.show.exports.passages import around
from selon.show.exports.tables import TABLES
from selon.show.exports.with_pyarrow import arrow

FORMATS = pytest.mark.parametrize("name", list(EXPORTERS))
_LONG_ENOUGH = 25  # characters: a shorter stretch may be a name or a number


@FORMATS
def test_the_order_of_the_articles_changes_no_byte(name: str, demo: Answer, make: Make) -> None:
    turned = replace(demo, readings=demo.readings[::-1])
    assert export(name, make(turned)) == export(name, make(demo))


def test_chance_changes_no_byte(harbour: Path) -> None:
    script = (
        "import hashlib, sys\nfrom pathlib import Path\nfrom selon import api\nfrom selon.show.exports import EXPORTERS, export, material\n"
        "a = api.found(Path(sys.argv[1])).answer()\n"
        "m = material(a.readings, a.reuses, a.lineage, day='2031-03-20', version='0')\n"
        "for name in EXPORTERS: print(name, hashlib.sha256(export(name, m).content).hexdigest())\n"
    )
    command = [sys.executable, "-c", script, str(harbour)]
    said = {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1
    assert said.pop().count("\n") == len(EXPORTERS)


@FORMATS
def test_an_export_without_text_has_no_words_of_an_article(name: str, demo: Answer, make: Make) -> None:
    given_ = make(demo, with_text=False)
    tables = TABLES if EXPORTERS[name].of_tables else ("appearances",)
    told = "\n".join(_spelled(name, given_, table) for table in tables)
    names = {one.name for one in given_.claimants.values()} | set(given_.outlets)
    for article in given_.articles.values():
        for line in re.split(r"[\n.!?«»“”]", article.text):
            words = line.strip()
            if len(words) >= _LONG_ENOUGH and not any(words in name for name in names):
                assert words not in told, words


def _spelled(name: str, given_: object, table: str) -> str:
    if name == "parquet":
        return str(arrow(given_, table=table).to_pylist())  # type: ignore[arg-type]
    return export(name, given_, table=table).content.decode("utf-8-sig")  # type: ignore[arg-type]


@FORMATS
def test_no_export_judges(name: str, demo: Answer, make: Make) -> None:
    told = export(name, make(demo, with_text=False)).content.decode("latin-1").lower()
    for word in ("threat-actor", "campaign", "incident", "rating", "verdict", "credib", "reliab", "hadprimarysource", "disinformation"):
        assert word not in told


@given(strategies.text())
def test_a_cell_is_no_formula_and_reads_back(words: str) -> None:
    words = words.replace("\x00", "\ufffd")
    written = cell(words)
    assert not written.lstrip(" \u00a0\u202f").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert plain(written) == words
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n").writerow([written, "x"])
    assert next(csv.reader(io.StringIO(page.getvalue(), newline=""), strict=True)) == [written, "x"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "＝1", "'=1", "''@x", "\u200b=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(words: str) -> None:
    assert cell(words) == f"'{words}"
    assert plain(cell(words)) == words


def test_passages_that_stand_twice_are_told_apart(demo: Answer) -> None:
    article = replace(demo.readings[0].article, text="Oui. " * 40 + "Non. " + "Oui. " * 40)
    for start in (0, 100, 205, 300):
        span = Span(start, start + 3)
        prefix, suffix = around(article, span)
        whole = prefix + span.of(article.text) + suffix
        assert article.text.count(whole) == 1 or whole == article.text
        assert article.text.find(whole) == start - len(prefix)


@pytest.mark.parametrize(
    ("earliest", "latest", "start", "end"),
    [
        ("2031-03-12", "2031-03-13", "2031-03-12T00:00:00Z", "2031-03-13T23:59:59Z"),
        ("2031-03-12T01:00:00+02:00", None, "2031-03-11T23:00:00Z", None),
        ("2031-03-12T01:00:00", "9999-12-31", "2031-03-12T01:00:00Z", "9999-12-31T23:59:59Z"),
        (None, None, None, None),
    ],
)
def test_an_interval_as_instants(earliest: str | None, latest: str | None, start: str | None, end: str | None) -> None:
    interval = Interval(earliest=earliest, latest=latest, source="")
    assert (instant(interval, is_end=False), instant(interval, is_end=True)) == (start, end)


def test_tables_join_in_a_database(demo: Answer, make: Make, tmp_path: Path) -> None:
    for table in ("claims", "appearances", "articles"):
        (tmp_path / f"{table}.parquet").write_bytes(export("parquet", make(demo), table=table).content)
        (tmp_path / f"{table}.csv").write_bytes(export("csv", make(demo), table=table).content)
    for ending in ("parquet", "csv"):
        found = duckdb.sql(
            f"SELECT c.claim, count(DISTINCT a.article) AS many, any_value(c.articles) AS told FROM '{tmp_path}/claims.{ending}' c "
            f"JOIN '{tmp_path}/appearances.{ending}' a USING (claim) "
            f"JOIN '{tmp_path}/articles.{ending}' r ON r.article = a.article GROUP BY 1"
        ).fetchall()
        assert len(found) == len(demo.lineage.stories)
        assert all(many <= told for _, many, told in found)


def test_columns_have_types_even_without_rows(make: Make, demo: Answer) -> None:
    empty = Answer(readings=(), reuses=(), lineage=type(demo.lineage)(edges=(), stories=(), open_denials=()), rejected=())
    for table in TABLES:
        held = arrow(make(empty), table=table)
        assert held.num_rows == 0
        assert pyarrow.null() not in held.schema.types
