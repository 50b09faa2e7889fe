"""Languages that have a folder, languages that have none, and passages too short to tell."""

import pytest

from selon.languages.identify import identify, language_of

PASSAGES = (
    ("fr", "Le navire a quitté le port avant l'aube, a déclaré le pilote."),
    ("fr", "« Nous n'avons vu personne sur le quai »"),
    ("en", "The ship left the harbour before dawn, the pilot said."),
    ("en", "We have not seen anybody on the quay."),
    ("es", "El barco salió del puerto antes del amanecer, dijo el piloto."),
    ("it", "La nave ha lasciato il porto prima dell'alba, ha detto il pilota."),
    ("de", "Das Schiff hat den Hafen vor Sonnenaufgang verlassen, sagte der Lotse."),
    ("ru", "Корабль покинул порт до рассвета, сообщил лоцман."),
    ("pt", "O navio saiu do porto antes do amanhecer, disse o piloto."),
)


@pytest.mark.parametrize(("code", "passage"), PASSAGES, ids=lambda value: value[:20])
def test_a_passage_tells_its_language(code: str, passage: str) -> None:
    found, confidence = language_of(passage)
    assert found == code
    assert 0.7 <= confidence <= 1
    assert identify(passage) == code


@pytest.mark.parametrize(
    "passage", ["", "Oui.", "42 %", "…", "— 17 h 30 —", "https://vallon.example/articles/le-pont-est-ferme", "@pilote"]
)
def test_too_short_a_passage_tells_none(passage: str) -> None:
    assert language_of(passage)[0] is None
    assert identify(passage) == "und"


def test_addresses_do_not_count() -> None:
    assert language_of("Das Schiff liegt im Hafen https://harbour.example/the-ship-is-in-the-harbour-and-it-will-stay-there")[0] == "de"


def test_languages_near_french_are_not_french() -> None:
    catalan = (
        "El vaixell va sortir del port abans de l'alba, segons ha dit el pilot. La capitania, que n'havia demanat les dades, "
        "no s'ha pronunciat ni ha volgut parlar de la càrrega, i les autoritats de la ciutat en sabran més d'aquí a un dia. "
    )
    assert identify(catalan * 5) == "ca"
