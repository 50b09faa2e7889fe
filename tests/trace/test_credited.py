"""An agency that is no longer credited is shown beside a whole sentence that was its own."""

import pytest

from selon import trace as tracing
from selon.model.article import CreditKind
from selon.model.lineage import Change
from support.handmade import Text, shared

BODY = (
    "Les mariniers de la baie ont défilé samedi sur les quais du vieux port, où les attendaient le maire, cent passants et la fanfare. "
    "Le cortège est parti de la digue nord en fin de matinée et s'est arrêté trois fois devant les entrepôts que la ville veut vendre. "
    "Aucun incident n'a troublé la marche, et les barques ont regagné leurs bassins avant la marée du soir comme prévu. "
    "Les organisateurs ont promis de revenir chaque semaine tant que la ville ne leur aura pas rendu les clés des anciens entrepôts de sel."
)


def changes(opening: str, body: str = BODY) -> list[Change]:
    """What changes between an agency's text and another that opens in its own way and goes on in the agency's words."""
    a, b = (
        Text("a", f"Ormel\n{body}", day="2031-03-01", credit=("Ormel", CreditKind.SOURCE)),
        Text("b", f"{opening}{body}", day="2031-03-02"),
    )
    words = body[body.index("samedi") :]
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, words, tokens=len(words.split()))], ()).edges
    return [change for edge in edges for change in edge.changes]


def test_the_sentence_that_is_shown_is_whole() -> None:
    (change,) = changes("La fête a eu lieu. ")
    assert change.kind == "attribution_dropped"
    shown = change.to_span.of(f"La fête a eu lieu. {BODY}")
    assert shown.startswith("Le cortège est parti") and shown.endswith("veut vendre.")


def test_a_sentence_of_somebody_elses_words_is_not_the_one_that_is_shown() -> None:
    body = BODY.replace("Le cortège est parti", "« Nous sommes venus en nombre et nous reviendrons », dit Una Brel. Le cortège est parti")
    (change,) = changes("", body)
    assert change.to_span.of(body).startswith("Le cortège est parti")


@pytest.mark.parametrize("opening", ["Ormel. ", "Selon l'agence Ormel, la fête a eu lieu. "])
def test_who_names_the_agency_drops_nothing(opening: str) -> None:
    assert changes(opening) == []


@pytest.mark.parametrize(("outlet", "wanted"), [("Reuters", []), ("Le Phare", ["attribution_dropped"])])
def test_an_agency_need_not_sign_its_own_text(outlet: str, wanted: list[str]) -> None:
    a = Text("a", f"Reuter\n{BODY}", day="2031-03-01", outlet="Reuters", credit=("Reuter", CreditKind.SOURCE))
    b = Text("b", BODY, day="2031-03-02", outlet=outlet)
    words = BODY[BODY.index("samedi") :]
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, words, tokens=len(words.split()))], ()).edges
    assert [change.kind for edge in edges for change in edge.changes] == wanted


@pytest.mark.parametrize(("title", "wanted"), [("La foire aux bacs", []), ("Les mariniers ont défilé", ["attribution_dropped"])])
def test_what_two_texts_of_two_events_share_is_nobodys_to_credit(title: str, wanted: list[str]) -> None:
    a = Text("a", f"Prix du poisson\nOrmel\n{BODY}", day="2031-03-01", title="Prix du poisson", credit=("Ormel", CreditKind.SOURCE))
    b = Text("b", f"{title}\n{BODY}", day="2031-03-02", title=title)
    words = BODY[BODY.index("samedi") :]
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, words, tokens=len(words.split()))], ()).edges
    assert [change.kind for edge in edges for change in edge.changes] == wanted


def test_beside_somebodys_words_alone_nothing_is_shown() -> None:
    quoted = BODY.replace(". ", " ; ").rstrip(".")
    body = f"« {quoted} », dit Una Brel."
    assert changes("", body) == []
