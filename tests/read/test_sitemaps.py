"""Sitemaps: what they list is yielded to who follows it; as a file they are no article, and that is said."""

import gzip
from contextlib import suppress
from pathlib import Path

import pytest

from selon.errors import LimitExceeded, Malformed
from selon.model.rejected import Rejected
from selon.read import captures
from selon.read.sitemaps import entries

_NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://phare.example/1 </loc><lastmod>2021-05-04</lastmod><news:news><news:publication><news:name>Le Phare</news:name>
<news:language>fr</news:language></news:publication><news:publication_date>2021-05-03T08:11:12+02:00</news:publication_date>
<news:title>Le bac &amp; la brume</news:title></news:news></url>
<url><loc>https://phare.example/2</loc><lastmod>2021-05-04</lastmod></url><url><loc>javascript:alert(1)</loc></url></urlset>"""
_INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://phare.example/s1.xml.gz</loc></sitemap>
</sitemapindex>"""


def test_a_news_sitemap_lists_addresses_titles_and_dates() -> None:
    first, second = entries(_NEWS, where="x").entries
    assert (first.url, first.title, first.outlet, first.lang) == ("https://phare.example/1", "Le bac & la brume", "Le Phare", "fr")
    assert (first.date, second.date, second.title) == ("2021-05-03T08:11:12+02:00", "2021-05-04", None)
    assert not first.is_list


@pytest.mark.parametrize("content", [_INDEX, gzip.compress(_INDEX)], ids=["plain", "gzipped"])
def test_an_index_lists_sitemaps(content: bytes) -> None:
    (only,) = entries(content, where="x").entries
    assert (only.url, only.is_list) == ("https://phare.example/s1.xml.gz", True)


def test_as_a_file_it_is_said_to_hold_no_article(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_bytes(_NEWS)
    (said,) = captures([tmp_path / "sitemap.xml"])
    assert isinstance(said, Rejected)
    assert "lists 2 addresses" in said.what
    assert "selon add" in said.fix


def test_a_sitemap_that_is_cut_gives_what_came_before() -> None:
    listed = entries(_NEWS[: _NEWS.index(b"<url><loc>javascript")], where="x")
    assert len(listed.entries) == 2
    assert "broken" in (listed.broken or "")


@pytest.mark.parametrize("content", [b"<html><p>Oui</p></html>", b"rien", b"<urlset", gzip.compress(b"x", mtime=0)[:12]])
def test_what_is_no_sitemap(content: bytes) -> None:
    with pytest.raises(Malformed):
        entries(content, where="x")


def test_more_addresses_than_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.sitemaps.MAX_SITEMAP_ENTRIES", 1)
    listed = entries(_NEWS, where="x")
    assert (len(listed.entries), listed.left_out) == (1, 1)


def test_entities_are_not_followed_and_do_not_grow(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    outside = (
        f'<!DOCTYPE u [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]><urlset><url><loc>https://x.example/&e;</loc></url></urlset>'
    )
    assert all("secret" not in (entry.url or "") for entry in entries(outside.encode(), where="x").entries)
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE u [<!ENTITY l0 "lol">{lol}]><urlset><url><loc>https://x.example/&l9;</loc></url></urlset>'
    with suppress(Malformed):
        assert sum(len(entry.url or "") for entry in entries(bomb.encode(), where="x").entries) < 1_000


def test_elements_without_end_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.sitemaps.MAX_SITEMAP_ELEMENTS", 10)
    with pytest.raises(LimitExceeded, match="more than 10 elements"):
        entries(b"<urlset>" + b"<x/>" * 50 + b"</urlset>", where="x")
