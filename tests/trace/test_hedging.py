"""What a marker that looks like a hedge is said of, and whether it hedges at all; as many hedges that are dropped."""

import pytest

from selon import trace as tracing
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span
from support.handmade import Text, appearance, changes_between, claim, person

DAYS = ("2031-03-01", "2031-03-02")


@pytest.mark.parametrize(
    ("before", "after", "lang", "wanted"),
    [
        (
            "La fête du port de Brume passe par le quai du Sel, et peut-être par la digue, puis par le phare",
            "La fête du port de Brume passe par le quai du Sel, puis par le phare",  # the hedged place is gone too
            "fr",
            [],
        ),
        (
            "La fête du port de Brume passe par le quai du Sel, et peut-être par la digue, puis par le phare",
            "La fête du port de Brume passe par le quai du Sel, et par la digue, puis par le phare",
            "fr",
            ["hedge_dropped"],
        ),
        (
            "Le port de Brume pourrait tenir en mai sa fête des voiles sur le quai du Sel",
            "Le port de Brume tiendra en mai sa fête des voiles sur le quai du Sel",  # another form of the verb
            "fr",
            ["hedge_dropped"],
        ),
        (
            "Le débat porte à Brume sur les vertus présumées de cette eau du vieux puits",
            "Le débat porte à Brume sur les vertus du vieux puits de la commune",  # of the noun before it, which is kept
            "fr",
            ["hedge_dropped"],
        ),
        (
            "Les bancs de la plage de Brume restent pour l'instant fermés, dans l'attente du verdict de la commune",
            "Les bancs de la plage de Brume restent dans l'attente du verdict de la commune",
            "fr",
            [],
        ),
        (
            "C'est la loi de Brume qui aurait dû servir aux marins pour vendre le quai du Sel",
            "C'est la loi de Brume qui a servi aux marins pour vendre le quai du Sel",
            "fr",
            [],  # what did not happen
        ),
        (
            "C'est la loi de Brume qui aurait permis aux marins de vendre le quai du Sel",
            "C'est la loi de Brume qui a permis aux marins de vendre le quai du Sel",
            "fr",
            ["hedge_dropped"],
        ),
        (
            "Au cas où la vente aurait lieu au port de Brume, la commune garde le quai du Sel",
            "En cas de vente qui ait lieu au port de Brume, la commune garde le quai du Sel",
            "fr",
            [],
        ),
        (
            "The council would have preferred to sell the salt quay of Brume to the sailors",
            "The council preferred to sell the salt quay of Brume to the sailors",
            "en",
            [],
        ),
        (
            "The council reportedly preferred to sell the salt quay of Brume to the sailors",
            "The council preferred to sell the salt quay of Brume to the sailors",
            "en",
            ["hedge_dropped"],
        ),
    ],
)
def test_a_hedge_is_dropped_from_what_the_other_text_tells(before: str, after: str, lang: str, wanted: list[str]) -> None:
    assert [change.kind for change in changes_between(before, after, days=DAYS, lang=lang)] == wanted


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("protégée d'éventuelles rayures", "protégée depuis", []),  # what may happen is gone with the hedge
        ("protégée d'éventuelles rayures", "protégée de rayures", ["hedge_dropped"]),
    ],
)
def test_an_edit_that_takes_more_than_a_hedge(first: str, second: str, kinds: list[str]) -> None:
    told = "La barque de Brume est peinte en bleu. La barque a été {} par une bâche du vieux port, et les marins la gardent."
    a, b = (Text(name, told.format(words), day="2031-03-01") for name, words in (("a", first), ("b", second)))
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = (Edit(op="replace", a=a.span(first), b=b.span(second)),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    edges = tracing.lineage([a.read(), b.read()], [reuse], ()).edges
    assert [change.kind for edge in edges for change in edge.changes] == kinds


@pytest.mark.parametrize(("source", "wanted"), [("le pilote du bac", []), ("l'adjoint Tarn", ["hedge_dropped"]), ("il", ["hedge_dropped"])])
def test_what_another_hedges_is_no_hedge_that_is_dropped(source: str, wanted: list[str]) -> None:
    hedged, plain = "la rencontre du quai de Brume a peut-être eu lieu", "la rencontre du quai de Brume a eu lieu"
    a, b = Text("a", f"{source} dit que {hedged}.", day=DAYS[0]), Text("b", f"L'adjoint Tarn dit que {plain}.", day=DAYS[1])
    one = a.said(hedged, None, source=source, cue="dit que")
    other = b.said(plain, person("Ivo Tarn"), source="L'adjoint Tarn", cue="dit que")
    both = claim(appearance(a, hedged, one), appearance(b, plain, other))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes] == wanted
