"""Tables of articles: CSV, TSV, Parquet, and the columns that all tables may have."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.clean import article
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from selon.read.rows import columns

_TEXT = "Le bac a quitté le port à l'aube, a déclaré mardi la capitaine Una Brel.\n\n« La mer est calme », a-t-elle ajouté."


def read(path: Path) -> tuple[list[Capture], list[Rejected]]:
    found = list(captures([path]))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Rejected)]


def table(tmp_path: Path, content: str | bytes, name: str = "wire.csv") -> tuple[list[Capture], list[Rejected]]:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read(tmp_path / name)


# ---- CSV


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_separators_quoted_newlines_and_doubled_quotes(tmp_path: Path, separator: str, ends: str) -> None:
    quoted = '"Le bac, le ""Goéland""; puis | un\tautre' + ends + ends + 'Deuxième paragraphe."'
    rows = [["id", "title", "text"], ["one", "Un", quoted], ["two", '"Deux; ou, trois"', "Court."]]
    found, rejected = table(tmp_path, ends.join(separator.join(row) for row in rows) + ends, "wire.tsv")
    assert not rejected
    assert [one.id for one in found] == ["one", "two"]
    assert found[0].content.decode() == quoted[1:-1].replace('""', '"')
    assert found[1].declared.title == "Deux; ou, trois"


def test_columns_under_their_usual_names(tmp_path: Path) -> None:
    heading = "Link,Publisher,Headline,Publication Date,Language,Byline,Body,Agency,Views"
    found, rejected = table(tmp_path, f'{heading}\nhttps://phare.example/1,Le Phare,Un,2021-05-03,fr,Hugo Lam,"{_TEXT}",Dépêche,12\n')
    assert not rejected
    said = found[0].declared
    assert (said.url, said.outlet, said.title, said.date, said.lang) == ("https://phare.example/1", "Le Phare", "Un", "2021-05-03", "fr")
    assert (said.authors, said.sources) == (("Hugo Lam",), ("Dépêche",))
    assert found[0].address == "https://phare.example/1"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15"])
@pytest.mark.parametrize("first", ["", "sep=;"])
def test_encodings_of_a_table(tmp_path: Path, charset: str, first: str) -> None:
    rows = ([first] if first else []) + ["id;titre;texte", f'un;Été;"{_TEXT}"', ""]
    found, rejected = table(tmp_path, "\n".join(rows).encode(charset))
    assert not rejected
    assert (found[0].id, found[0].declared.title) == ("un", "Été")
    assert article(found[0]).text == _TEXT


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("x,,", "neither text nor html"),
        ("x,Titre,Oui,encore,", "the row has 5 cells, and the heading 3"),
        ('x,"a"b,Oui', "the row is broken"),
        ('x,Titre,"Oui', "the row is broken"),
        ("one,Titre,Encore", "was read before"),
    ],
    ids=["empty", "too long", "quote", "open quote", "twice"],
)
def test_a_bad_row_is_said_with_its_line_and_the_others_go_on(tmp_path: Path, row: str, what: str) -> None:
    good = [f'n{number},Titre,"Oui, {number}."' for number in range(4)]
    found, (said,) = table(tmp_path, "\n".join(["id,title,text", "one,Titre,Oui.", row, *good]) + "\n")
    assert [one.id for one in found] == ["one", "n0", "n1", "n2", "n3"]
    assert what in said.what
    assert "line 3" in said.where or said.where == "wire.csv#2"


def test_many_open_quotes_are_all_said_in_time_that_stays_linear(tmp_path: Path) -> None:
    found, rejected = table(tmp_path, "id,text\n" + "".join(f'n{number},"Oui\n' for number in range(301)))
    lines = [one.where.rsplit(" ", 1)[-1] for one in rejected]
    assert not found
    assert lines[:20] == [str(line) for line in range(2, 22)]
    assert rejected[20].where.startswith("wire.csv, lines 22 to ")


def test_a_table_that_is_none_is_left_early(tmp_path: Path) -> None:
    found, rejected = table(tmp_path, "id,text\n" + "a,Oui.\n" * 2 + "x\n" * 5_000)
    assert len(found) == 1
    assert len(rejected) < 1_010
    assert "cannot be read, and few can" in rejected[-1].what


def test_a_large_table_with_some_bad_rows_is_read_to_its_end(tmp_path: Path) -> None:
    found, rejected = table(tmp_path, "id,text\n" + "".join(f"n{number},{'' if number % 4 == 0 else 'Oui.'}\n" for number in range(6_000)))
    assert (len(found), len(rejected)) == (4_500, 1_500)


@pytest.mark.parametrize(
    ("content", "what"),
    [("id,titre\na,b\n", "no column is known to hold a text: id, titre"), ("\n\nid,text\n", "no heading"), ("", "empty")],
)
def test_a_table_without_texts_is_said(tmp_path: Path, content: str, what: str) -> None:
    found, (said,) = table(tmp_path, content)
    assert not found
    assert what in said.what


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=40).filter(lambda text: text.strip()),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_as_csv_is_read_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    doubled = [text.replace('"', '""') for text in texts]
    rows = "".join(f'{number},"{text}"\n' for number, text in enumerate(doubled))
    found, rejected = table(tmp_path_factory.mktemp("csv"), "id,text\n" + rows)
    assert not rejected
    assert [one.content.decode() for one in found] == texts


# ---- Parquet


def parquet(tmp_path: Path, rows: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(rows), tmp_path / "wire.parquet", **options)
    return tmp_path / "wire.parquet"


def test_rows_of_parquet(tmp_path: Path) -> None:
    rows = {
        "id": [1, 2, 3],
        "text": [_TEXT, None, "Le pont est repeint."],
        "title": ["Un", None, "Trois"],
        "date": [datetime(2021, 5, 3, 8, tzinfo=UTC), None, datetime(2021, 5, 4, tzinfo=UTC)],
        "authors": [["Una Brel", "Hugo Lam"], None, []],
        "embedding": [[0.1], [0.2], [0.3]],
    }
    found, (said,) = read(parquet(tmp_path, rows, row_group_size=2))
    assert [(one.id, one.content.decode()) for one in found] == [("1", _TEXT), ("3", "Le pont est repeint.")]
    assert (found[0].declared.date, found[0].declared.authors) == ("2021-05-03T08:00:00+00:00", ("Una Brel", "Hugo Lam"))
    assert (said.what, said.where) == ("the record has neither text nor html", "wire.parquet, row 2")


def test_days_and_pages_in_parquet(tmp_path: Path) -> None:
    (found,), _ = read(parquet(tmp_path, {"html": [b"<p>Oui</p>"], "published": [date(2021, 5, 3)]}))
    assert (found.media_type, found.content, found.declared.date) == ("text/html", b"<p>Oui</p>", "2021-05-03")


@pytest.mark.parametrize(
    ("rows", "what"), [({"a": ["b"]}, "no column is known to hold a text: a"), ({"text": pa.array([], pa.string())}, "no row")]
)
def test_parquet_without_texts_is_said(tmp_path: Path, rows: dict[str, Any], what: str) -> None:
    found, (said,) = read(parquet(tmp_path, rows))
    assert not found
    assert what in said.what


def test_parquet_that_is_cut_is_said(tmp_path: Path) -> None:
    path = parquet(tmp_path, {"text": [_TEXT] * 50})
    path.write_bytes(path.read_bytes()[:-30])
    found, (said,) = read(path)
    assert not found
    assert "broken" in said.what


def test_parquet_with_a_broken_page_is_said(tmp_path: Path) -> None:
    path = parquet(tmp_path, {"text": [f"{_TEXT} {number}" for number in range(3_000)]}, use_dictionary=False, compression="zstd")
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 200] = bytes(200)
    path.write_bytes(bytes(content))
    _, rejected = read(path)
    assert "broken" in rejected[-1].what


@pytest.mark.parametrize(
    ("texts", "most_bytes"),
    [
        ([sha256(str(number).encode()).hexdigest() * 60 for number in range(20_000)], 60_000_000),  # 77 MB, each another
        ([f"{number % 3} " * 700_000 for number in range(200)], 40_000_000),  # 280 MB, three again and again
    ],
)
def test_a_long_group_of_rows_is_never_in_memory_as_a_whole(tmp_path: Path, texts: list[str], most_bytes: int) -> None:
    path = parquet(tmp_path, {"text": texts}, compression="zstd", dictionary_pagesize_limit=10_000_000)
    before, most = pa.total_allocated_bytes(), 0
    for number, record in enumerate(captures([path])):
        assert isinstance(record, Capture)
        if number % 50 == 0:
            most = max(most, pa.total_allocated_bytes() - before)
    assert number == len(texts) - 1
    assert most < most_bytes


# ---- columns


def test_the_likeliest_column_is_taken() -> None:
    assert columns(["source", "publisher", "content", "text", "Titre"]) == {"text": "text", "outlet": "publisher", "title": "Titre"}
    assert columns(["views", "n"]) == {}


def test_json_lines_under_other_names(tmp_path: Path) -> None:
    record = {
        "source": {"id": None, "name": "Le Phare"},
        "author": "Hugo Lam",
        "headline": "Un",
        "content": _TEXT,
        "published_at": "2021-05-03",
    }
    found, rejected = table(tmp_path, json.dumps(record) + "\n", "wire.jsonl")
    assert not rejected
    said = found[0].declared
    assert (said.outlet, said.authors, said.title, said.date) == ("Le Phare", ("Hugo Lam",), "Un", "2021-05-03")


def test_a_page_in_a_text_column_is_a_page(tmp_path: Path) -> None:
    (found,), _ = table(tmp_path, json.dumps({"body": "<p>Oui.</p><p>Non.</p>"}) + "\n", "wire.jsonl")
    assert found.media_type == "text/html"
