"""A small story of our own, read and joined once: four articles of one port, one claim told twice, a denial, a copy."""

import pytest

from selon import pipeline
from selon.model.capture import Capture, Declared
from selon.model.reading import Reading
from selon.pipeline import Answer

TEXTS = {
    "quai": (
        "La barrière d'Ormelle fermée vingt jours\n\n"
        "Ada Brynn, capitaine du port, a déclaré lundi que la barrière du port d'Ormelle serait fermée pendant vingt jours.\n\n"
        "Les travaux commencent sous la jetée du nord, où les plongeurs ont trouvé trois plaques desserrées par la houle de l'hiver, "
        "et ils dureront autant que la mer le permettra.\n\n"
        "La pilote Nora Quill y voit un retard de plus.\n"
    ),
    "dune": (
        "Vingt jours sans barrière à Ormelle\n\n"
        "Selon Lucas Ferrand, la barrière du port d'Ormelle restera fermée pendant vingt jours.\n\n"
        "Les travaux commencent sous la jetée du nord, où les plongeurs ont trouvé trois plaques desserrées par la houle de l'hiver, "
        "et ils dureront autant que la mer le permettra.\n"
    ),
    "phare": (
        "Le port dément\n\n"
        "Nora Quill a démenti que la barrière du port d'Ormelle serait fermée pendant vingt jours.\n\n"
        "« Le bac passe chaque matin », a ajouté Ada Brynn.\n"
    ),
    "rade": "Le bac d'Ormelle\n\nSelon Ada Brynn, le bac du matin part à sept heures et le bac du soir part à huit heures.\n",
}
DAYS = {"quai": "2031-03-10", "dune": "2031-03-11", "phare": "2031-03-12", "rade": "2031-03-13"}


def capture(name: str, text: str) -> Capture:
    declared = Declared(url=f"https://{name}.example/1", outlet=name.title(), date=DAYS[name], lang="fr")
    return Capture(id=name, address=f"https://{name}.example/1", media_type="text/plain", content=text.encode(), declared=declared)


def readings(**other: str) -> list[Reading]:
    return [pipeline.per_article(capture(name, other.get(name, text))) for name, text in TEXTS.items()]


@pytest.fixture(scope="session")
def story() -> list[Reading]:
    return readings()


@pytest.fixture(scope="session")
def plain(story: list[Reading]) -> Answer:
    return pipeline.joined(story)


@pytest.fixture(scope="session")
def newer() -> list[Reading]:
    """The same pages a day later: each has a line more at its end."""
    return readings(**{name: f"{text}\nMis à jour mardi.\n" for name, text in TEXTS.items()})
