"""HTML inside Markdown: a post, a picture, wrappers, furniture; what it must leave to the line."""

import pytest

from selon.clean import article
from selon.clean.lines import MAX_LINES
from selon.model.article import Article
from selon.model.capture import Capture

_ONE = "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin."
_TWO = "Le plus gros potiron pesait cent deux kilos, et il a fallu quatre hommes pour le poser sur la balance de la mairie."
_FRONT = '---\ntitle: "Un potiron"\nlang: fr\n---\n\n'


def read(middle: str, media_type: str = "text/markdown") -> Article:
    text = f"{_FRONT}{_ONE}\n\n{middle}\n\n{_TWO}\n"
    return article(Capture(id="a", address="a.md", media_type=media_type, content=text.encode(), charset="utf-8"))


def between(middle: str) -> list[str]:
    return [block.kind.value for block in read(middle).blocks][2:-1]


_POST = (
    '<blockquote class="twitter-tweet"><p lang="fr">Il est énorme, ce potiron de la fête ! <a href="https://t.example/h">#potiron</a></p>'
    '&mdash; Odile Marchetti (@odile_m) <a href="https://t.example/odile_m/1">3 mai 2021</a></blockquote>'
)


@pytest.mark.parametrize(
    ("middle", "kinds"),
    [
        (_POST, ["embed"]),
        (_POST.replace("<p", "\n<p").replace("&mdash;", "\n&mdash;"), ["embed"]),
        (f'{_POST}\n<script async src="https://platform.example/widgets.js"></script>', ["embed", "debris"]),
        ('<iframe src="https://player.example/1" width="560"></iframe>', ["embed"]),
        ("<blockquote>\nNous avons pesé deux fois le potiron, dit Odile.\n</blockquote>", ["blockquote"]),
        ('<figure><img src="p.jpg"><figcaption>Le potiron sur la balance</figcaption></figure>', ["caption"]),
        ("<h2>La pesée</h2>", ["heading"]),
        ('<nav><a href="/">Accueil de la fête</a></nav>', ["debris"]),
        ('<div class="related-posts"><a href="/p">La fanfare cherche un trombone</a></div>', ["related"]),
        ("<!-- à relire par Odile -->", ["debris"]),
        ('<div class="row">', ["debris"]),
        ("<br>", ["debris"]),
    ],
)
def test_elements(middle: str, kinds: list[str]) -> None:
    assert between(middle) == kinds


@pytest.mark.parametrize(
    "middle",
    [
        f"<p>{_ONE}</p>",
        f"<div>{_TWO}</div>",
        f"{_ONE} <b>Cent kilos</b> <em>environ</em>.",
        f"<b>Odile</b> a dit que la balance de la mairie avait été vérifiée deux fois avant la fête, et {_TWO}",
        "Il pesait < 100 kilos en avril et > 100 kilos en mai, selon la balance de la mairie de Seeheim.",
        "<3 c'est le signe que les enfants ont peint sur le plus gros potiron de la fête, dimanche matin.",
    ],
)
def test_words_between_tags_stay_paragraphs(middle: str) -> None:
    assert between(middle) == ["paragraph"]


def test_a_post_keeps_its_author_and_its_links() -> None:
    found = read(_POST)
    embed = next(block.span.of(found.text) for block in found.blocks if block.kind.value == "embed")
    assert "Odile Marchetti (@odile_m)" in embed
    assert [(link.span.of(found.text), link.url) for link in found.links] == [
        ("#potiron", "https://t.example/h"),
        ("3 mai 2021", "https://t.example/odile_m/1"),
    ]


def test_an_element_that_never_ends_takes_no_paragraph() -> None:
    assert [block.kind.value for block in read("<blockquote>\nNous avons pesé deux fois.").blocks][-1] == "paragraph"


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_more_lines_than_the_limit_are_said(media_type: str) -> None:
    assert read("\n".join(f"Ligne {number} du registre." for number in range(MAX_LINES)), media_type).degraded is not None
    assert read("\n".join(f"Ligne {number} du registre." for number in range(100)), media_type).degraded is None
