"""Pages: what is the article, what stands beside it, what it says of itself."""

import pytest

from selon.clean import article
from selon.clean.html import MAX_DEPTH
from selon.errors import Empty
from selon.model.article import Article, BlockKind, CreditKind
from selon.model.capture import Capture, Declared

_PROSE = [
    "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin.",
    "Le plus gros potiron pesait cent deux kilos, et il a fallu quatre hommes pour le poser sur la balance de la mairie.",
    "La prochaine fête aura lieu en octobre, et les organisateurs espèrent que le soleil sera cette fois de la partie.",
]
PAGE = """<!DOCTYPE html>
<html lang="fr"><head>
<title>Un potiron de cent kilos | Le Phare</title>
<meta property="og:title" content="Un potiron de cent kilos">
<meta property="og:site_name" content="Le Phare">
<meta property="article:published_time" content="2021-05-03T10:11:12+02:00">
<link rel="canonical" href="https://phare.example/potiron">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Un potiron de cent kilos",
 "author": [{"@type": "Person", "name": "Odile Marchetti"}], "datePublished": "2021-05-03T10:11:12+02:00"}</script>
</head><body class="has-sidebar">
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="page"><header><h1>Un potiron de cent kilos</h1>
<p class="chapo">Trois cents personnes sont venues peser, goûter et peindre.</p>
<div class="byline">Par Odile Marchetti avec AFP</div>
<time datetime="2021-05-03">3 mai 2021</time></header>
<figure><img src="p.jpg" alt=""><figcaption>Le potiron sur la balance.
<span class="credit">Pia Lindgren / AFP</span></figcaption></figure>
<div class="article-body"><p>{0}</p>
<p>{1} <a href="/mairie" title="Le site">La mairie</a> s'en félicite.</p>
<h2>La pesée</h2>
<blockquote><p>Nous avons pesé deux fois.</p></blockquote>
<div class="read-more"><a href="/fanfare">La fanfare du village cherche un trombone</a></div>
<blockquote class="twitter-tweet"><p>Il est arrivé !</p>— Le Phare (@phare) 3 mai 2021</blockquote>
<p>{2}</p></div>
<div class="comments"><p>Un beau potiron, et une journée que toute la famille se rappellera longtemps après la pluie.</p></div></div>
<aside><h3>Les plus lus</h3><a href="/x">Le maire inaugure le nouveau banc du parc municipal</a></aside>
<footer>© 2021 Le Phare. Ce site utilise des cookies.</footer>
<script>var x = "Le plus gros secret";</script></body></html>"""


def page(html: str, *, declared: Declared | None = None, address: str = "a.html") -> Article:
    return article(Capture(id="a", address=address, media_type="text/html", content=html.encode(), declared=declared or Declared()))


def filled() -> str:
    html = PAGE
    for at, paragraph in enumerate(_PROSE):
        html = html.replace(f"{{{at}}}", paragraph)
    return html


def of(found: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text).strip() for block in found.blocks if block.kind is kind]


def test_paragraphs_are_the_article_and_nothing_beside_it() -> None:
    found = page(filled())
    assert of(found, BlockKind.PARAGRAPH) == [
        "Trois cents personnes sont venues peser, goûter et peindre.",
        _PROSE[0],
        f"{_PROSE[1]} La mairie s'en félicite.",
        _PROSE[2],
    ]


def test_kinds_of_a_page() -> None:
    found = page(filled())
    assert of(found, BlockKind.TITLE) == ["Un potiron de cent kilos"]
    assert of(found, BlockKind.HEADING) == ["La pesée"]
    assert of(found, BlockKind.BLOCKQUOTE) == ["Nous avons pesé deux fois."]
    assert of(found, BlockKind.CAPTION) == ["Le potiron sur la balance."]
    assert of(found, BlockKind.EMBED) == ["Il est arrivé !\n\n— Le Phare (@phare) 3 mai 2021"]
    assert "La fanfare du village cherche un trombone" in of(found, BlockKind.RELATED)
    assert "secret" not in found.text


def test_credits_of_a_page() -> None:
    found = page(filled())
    assert [(credit.kind, credit.name) for credit in found.credits] == [
        (CreditKind.AUTHOR, "Odile Marchetti"),
        (CreditKind.SOURCE, "AFP"),
        (CreditKind.PHOTO, "Pia Lindgren / AFP"),
    ]


def test_what_a_page_says_of_itself() -> None:
    found = page(filled())
    assert (found.title, found.outlet, found.lang, found.authors) == ("Un potiron de cent kilos", "Le Phare", "fr", ("Odile Marchetti",))
    assert found.url == "https://phare.example/potiron"
    assert found.published is not None
    assert (found.published.earliest, found.published.source) == ("2021-05-03T10:11:12+02:00", "JSON-LD datePublished")
    assert {candidate.where for candidate in found.metadata if candidate.field == "title"} == {
        "headline", "JSON-LD headline", "meta og:title", "title element",
    }  # fmt: skip


def test_links_lead_to_whole_addresses() -> None:
    found = page(filled())
    assert [(link.span.of(found.text), link.url, link.title) for link in found.links] == [
        ("La mairie", "https://phare.example/mairie", "Le site")
    ]


def test_what_the_record_says_comes_first() -> None:
    declared = Declared(title="Titre du record", outlet="Radio Valdor", date="2020-01-02", lang="en")
    found = page(filled(), declared=declared)
    assert (found.title, found.outlet, found.lang) == ("Titre du record", "Radio Valdor", "en")
    assert found.published is not None
    assert found.published.earliest == "2020-01-02"


def test_a_template_in_another_language_is_not_believed() -> None:
    assert page(filled().replace('lang="fr"', 'lang="en"')).lang == "fr"


def test_spaces_fold_but_the_hard_ones_stay() -> None:
    found = page(f"<p>{_PROSE[0]}\n   «\u00a0Oui\u00a0»</p><p>{_PROSE[1]}</p>")
    assert f"{_PROSE[0]} «\u00a0Oui\u00a0»" in found.text


def test_two_breaks_part_paragraphs() -> None:
    found = page(f"<div>{_PROSE[0]}<br><br>{_PROSE[1]}<br>{_PROSE[2]}</div>")
    assert of(found, BlockKind.PARAGRAPH) == [_PROSE[0], f"{_PROSE[1]}\n{_PROSE[2]}"]


def test_deep_nesting_loses_nothing() -> None:
    deep = "<div>" * 1_000 + "".join(f"<p>{paragraph}</p>" for paragraph in _PROSE) + "</div>" * 1_000
    found = page(deep)
    assert of(found, BlockKind.PARAGRAPH) == _PROSE
    assert found.degraded is None


def test_nesting_beyond_the_limit_is_said() -> None:
    found = page(f"<p>{_PROSE[0]}</p>" + "<div>" * (MAX_DEPTH + 50) + f"<p>{_PROSE[1]}</p>")
    assert _PROSE[0] in found.text
    assert found.degraded is not None
    assert str(MAX_DEPTH) in found.degraded


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><script>x()</script></body></html>", "<div>   </div>", "<!-- rien -->"])
def test_a_page_without_text_is_said(html: str) -> None:
    with pytest.raises(Empty):
        page(html)


@pytest.mark.parametrize(
    "broken", ["<p>Une phrase <b>grasse <i>et penchée</p><p>Une autre.", "<table><tr><td>Une case", "<a href='http://[x'>lien</a> rien"]
)
def test_broken_mark_up_is_read(broken: str) -> None:
    found = page(broken)
    assert "".join(block.span.of(found.text) for block in found.blocks) == found.text
