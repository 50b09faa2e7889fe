"""What pages say of themselves: candidates with their places, dates of publication and of changes, guesses, sources elsewhere."""

import pytest

from selon.clean import article
from selon.clean.days import of_address, when
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.span import Interval
from support.pages import unmarked

_BODY = """<article><h1>Le bac de Saint-Ormel repart</h1>%s
<p>Le bac de Saint-Ormel a repris son service lundi, après trois semaines de réparation dans le bassin du chantier voisin.</p>
<p>La traversée dure onze minutes, et la capitainerie attend quarante mille passagers pendant la saison qui commence.</p></article>
<aside><time datetime="2011-01-01">1er janvier 2011</time></aside>"""


def page(head: str = "", *, dated: str = "", address: str = "bac.html") -> Article:
    content = f"<html><head>{head}</head><body>{_BODY % dated}</body></html>".encode()
    return article(Capture(id="bac", address=address, media_type="text/html", content=content))


def values(found: Article, field: str) -> list[str]:
    return [candidate.value for candidate in found.metadata if candidate.field == field]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019-01-02T22:20:00+01:00", "2019-01-02T22:20:00+01:00"),
        ("2019-01-02 22:20:00 +0100", "2019-01-02T22:20:00+0100"),
        ("2019-01-02T22:20:00.000Z", "2019-01-02T22:20:00.000Z"),
        ("2019-01-02T22:20+01:00[Europe/Paris]", "2019-01-02T22:20+01:00"),
        ("20190102T2220", "2019-01-02T22:20"),
        ("Wed, 02 Jan 2019 22:20:00 +0100", "2019-01-02T22:20:00+01:00"),
        ("1546464000", "2019-01-02T21:20:00+00:00"),
        ("1546464000000", "2019-01-02T21:20:00+00:00"),
        ("2 janvier 2019", "2019-01-02"),
        ("January 2, 2019", "2019-01-02"),
        ("2 de enero de 2019", "2019-01-02"),
        ("2019-01", "2019-01"),
        ("2019-13-40", None),
        ("03/05/2019", None),
        ("hier", None),
        ("0612345678", None),
    ],
)
def test_days_and_instants(written: str, iso: str | None) -> None:
    assert when(written) == iso


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("/2021/05/03/le-bac", ("2021-05-03", "2021-05-03")),
        ("/monde/article/2021/5/3/le-bac_12.html", ("2021-05-03", "2021-05-03")),
        ("/le-bac-20210503-QWERTY", ("2021-05-03", "2021-05-03")),
        ("/2021/02/le-bac", ("2021-02-01", "2021-02-28")),
        ("/2021/le-bac", None),
        ("/le-bac-123456", None),
        ("/2021/13/45/le-bac", None),
    ],
)
def test_the_day_of_an_address(address: str, days: tuple[str, str] | None) -> None:
    guess = of_address(address)
    assert (guess and (guess.earliest, guess.latest)) == days


def test_a_day_that_only_the_address_names_is_a_guess() -> None:
    found = page(address="https://rive.example/2021/05/03/le-bac")
    assert found.published == Interval(earliest="2021-05-03", latest="2021-05-03", source="the address, a guess")


def test_a_time_at_the_headline_comes_before_a_guess_and_one_beside_the_article_says_nothing() -> None:
    found = page(dated='<time datetime="2021-05-04T08:00:00+02:00">4 mai</time>', address="https://rive.example/2021/05/03/le-bac")
    assert found.published == Interval(earliest="2021-05-04T08:00:00+02:00", latest="2021-05-04T08:00:00+02:00", source="time element")
    assert page().published is None


def test_a_change_is_no_publication() -> None:
    found = page('<meta property="article:modified_time" content="2021-06-01T08:00:00Z">')
    assert found.published is None
    assert values(found, "updated") == ["2021-06-01T08:00:00Z"]


def test_microdata_and_hatom() -> None:
    assert page(dated='<span itemprop="datePublished" content="2021-05-04">mardi</span>').published
    assert page(dated='<abbr class="published" title="2021-05-04T08:00:00+02:00">mardi</abbr>').published
    assert page(dated='<time class="updated" datetime="2021-05-04">mardi</time>').published is None


def test_an_address_on_another_host_is_where_the_text_comes_from() -> None:
    head = '<link rel="canonical" href="https://phare.example/le-bac">'
    copied = page(head, address="https://www.rive.test/le-bac")
    assert copied.url == "https://www.rive.test/le-bac"
    assert values(copied, "source") == ["https://phare.example/le-bac"]
    assert page(head, address="https://m.phare.example/amp/le-bac").url == "https://phare.example/le-bac"
    assert page(head, address="https://phare-example.cdn.ampproject.org/c/phare.example/le-bac").url == "https://phare.example/le-bac"
    assert page(head).url == "https://phare.example/le-bac"


def test_declared_sources() -> None:
    head = """<link rel="syndication" href="https://phare.example/1"><meta name="original-source" content="https://phare.example/2">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le bac de Saint-Ormel repart",
    "isBasedOn": "https://phare.example/3", "sourceOrganization": {"name": "Agence du Littoral"},
    "publisher": {"name": "Rive"}, "provider": {"name": "Rive"}}</script>"""
    said = values(page(head), "source")
    assert sorted(said) == ["Agence du Littoral", "https://phare.example/1", "https://phare.example/2", "https://phare.example/3"]


def test_linked_data_of_another_article_comes_second() -> None:
    head = """<meta property="og:title" content="Le bac de Saint-Ormel repart"><script type="application/ld+json">
    [{"@type": "NewsArticle", "headline": "Le phare éteint", "datePublished": "2001-01-01"},
     {"@type": ["Article", "NewsArticle"], "headline": "Le bac de Saint-Ormel repart", "datePublished": "2021-05-04",
      "author": {"@id": "#odile"}}, {"@id": "#odile", "@type": "Person", "name": "Odile Marchetti"}]</script>"""
    found = page(head)
    assert found.published
    assert found.published.earliest == "2021-05-04"
    assert found.authors == ("Odile Marchetti",)


@pytest.mark.parametrize(
    "script",
    [
        '//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2021-05-04"}\n//]]>',
        '{"@type":"NewsArticle","datePublished":"2021-05-04",}',
        '{"@graph":[{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2021-05-04"}}]}',
        '{"@type":"http://schema.org/NewsArticle","datePublished":"2021-05-04"};',
    ],
)
def test_scripts_that_are_nearly_json(script: str) -> None:
    found = page(f'<script type="application/ld+json">{script}</script>')
    assert found.published
    assert found.published.earliest == "2021-05-04"


def test_the_outlet_may_stand_at_the_end_of_the_title_element() -> None:
    assert page("<title>Le bac de Saint-Ormel repart | Le Phare du Nord</title>").outlet == "Le Phare du Nord"
    assert page("<title>Le bac de Saint-Ormel repart</title>").outlet is None


@pytest.mark.parametrize(
    ("family", "day", "outlet", "author"),
    [
        ("national_daily", "2021-05-12T10:04:00+02:00", "Le Phare du Nord", "Camille Ferrandier"),
        ("conservative_daily", "2022-11-03T18:12:00+01:00", "Le Courrier des Rives", "Louis Aubrac"),
        ("regional_daily", "2020-02-17T06:30:00Z", "maville-rives.fr", "Camille Ferrandier"),
        ("wordpress_magazine_theme", "2020-04-02T12:00:00+00:00", "Vallée Infos", "Camille Ferrandier"),
        ("blogger", "2013-05-03T08:00:00+02:00", None, "Louis Aubrac"),
        ("table_layout", "2003-10-08", None, "Louis Aubrac"),
        ("printed", "2010-03-04", None, "Camille Ferrandier"),
        ("spip", "2012-12-12", "Journal des Rives libres", "Louis Aubrac"),
        ("magazine_de", "2022-01-26T14:03:00+01:00", "DER KAHN", "Anna Kieslinger"),
        ("breaks_it", "2019-09-02T09:00:00Z", "la Riva", "Carla Montefosco"),
    ],
)
def test_families(family: str, day: str, outlet: str | None, author: str) -> None:
    found = article(Capture(id=family, address=f"{family}.html", media_type="text/html", content=unmarked(family)))
    assert found.published
    assert (found.published.earliest, found.outlet, found.authors[0]) == (day, outlet, author)


def test_every_candidate_says_where_it_stood() -> None:
    found = article(Capture(id="a", address="a.html", media_type="text/html", content=unmarked("spip")))
    assert {"title", "outlet", "author", "published", "language"} <= {candidate.field for candidate in found.metadata}
    assert all(candidate.where for candidate in found.metadata)
    placed = [candidate for candidate in found.metadata if candidate.span]
    assert {"title", "author", "published"} <= {candidate.field for candidate in placed}
    assert all(candidate.span.of(found.text).strip() for candidate in placed if candidate.span)
