"""Two texts are of one event where one tells what the other's title says, and names some of whom it names; forms and topics are of two."""

import pytest

from selon import trace as tracing
from selon.languages import load
from selon.trace.changes.subjects import are_of_one_event
from support.handmade import Text, appearance, claim

FORM = "The harbour of {0} said it will sell {1} barges to the salt board. {0} has its seat on the quay of Brume."
CREW = "Le port de Brume a perdu {} barges dans la nuit. La houle a forcé la digue et noyé les hangars du quai."


@pytest.mark.parametrize(
    ("titles", "bodies", "lang", "wanted"),
    [
        (("Houle : des barges perdues à Brume", "Brume : la nuit où la digue a cédé"), (CREW, CREW), "fr", True),
        (("Houle sur le port de Brume", ""), (CREW, CREW), "fr", True),  # no title, nothing is asked
        (("Le prix du sel grimpe encore", "Les pilotes votent la trêve"), (CREW, CREW), "fr", False),
        (("ORMEL SELLS BARGES", "TARNE SELLS BARGES"), (FORM.format("Ormel", 4), FORM.format("Tarne", 9)), "en", False),
        (("ORMEL SELLS BARGES", "ORMEL BARGES TO SALT BOARD"), (FORM.format("Ormel", 4), FORM.format("Ormel", 9)), "en", True),
        # codes of firms: none in common, one in common, and one text without any
        (("ORMEL <ORM> SELLS BARGES", "ORMEL SELLS MORE BARGES"), (FORM.format("Ormel", 4), FORM.format("Ormel <TRN>", 9)), "en", False),
        (("ORMEL (QUAY: ORM) SELLS BARGES", "ORMEL (QUAY: TRN) BARGES"), (FORM.format("Ormel", 4), FORM.format("Ormel", 9)), "en", False),
        (("ORMEL <ORM> SELLS BARGES", "ORMEL SELLS MORE BARGES"), (FORM.format("Ormel", 4), FORM.format("Ormel <ORM>", 9)), "en", True),
        (("ORMEL <ORM> SELLS BARGES", "ORMEL SELLS MORE BARGES"), (FORM.format("Ormel", 4), FORM.format("Ormel", 9)), "en", True),
    ],
)
def test_one_event(titles: tuple[str, str], bodies: tuple[str, str], lang: str, wanted: bool) -> None:
    a, b = (Text(name, body, lang=lang, title=title or None) for name, title, body in zip("ab", titles, bodies, strict=True))
    assert are_of_one_event(a.read().article, b.read().article, load(lang), load(lang)) is wanted


def test_nothing_is_asked_of_two_languages() -> None:
    a, b = Text("a", CREW, title="Le prix du sel grimpe"), Text("b", FORM, lang="en", title="PILOTS VOTE A TRUCE")
    assert are_of_one_event(a.read().article, b.read().article, load("fr"), load("en"))


@pytest.mark.parametrize(
    ("titles", "wanted"), [(("ORMEL SELLS BARGES", "TARNE SELLS BARGES"), []), (("ORMEL SELLS BARGES",) * 2, ["number_changed"])]
)
def test_a_form_that_is_filled_in_for_another_changes_nothing(titles: tuple[str, str], wanted: list[str]) -> None:
    told = "the board of the salt quay will buy {} barges of the old harbour in spring"
    a, b = (
        Text(name, f"{title}\n{firm} said {told.format(count)}. {firm} is glad.", day="2031-03-01", lang="en", title=title)
        for name, title, firm, count in zip("ab", titles, [one.split()[0].title() for one in titles], (14, 19), strict=True)
    )
    both = claim(appearance(a, told.format(14)), appearance(b, told.format(19)))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes] == wanted
