"""One number that a text gives exactly and another roughly, in other words: it counts one thing by itself."""

import pytest

from support.handmade import changes_between

DAYS = ("2031-03-01", "2031-03-02")


def kinds(before: str, after: str, lang: str = "fr") -> list[str]:
    """The kinds of change between two tellings of one claim on two days."""
    return [change.kind for change in changes_between(before, after, days=DAYS, lang=lang)]


@pytest.mark.parametrize(
    ("before", "after", "lang"),
    [
        (  # a bound, however else it is told
            "Selon le port, au moins 137 marins ont été blessés au visage depuis le début de la grève",
            "Les bombes à eau ont blessé 137 marins, la plupart au visage",
            "fr",
        ),
        (  # money, which is told of many things, and a little of the same beside it
            "Les mesures du maire devraient coûter plus de 40 millions d'euros au port",
            "La facture, qui devrait monter à 40 millions d'euros, inquiète les marins",
            "fr",
        ),
        (  # fewer figures
            "Ida Corvin va toucher 14.700 couronnes brutes par mois",
            "Le salaire de la présidente du phare s'élève à 14.666 couronnes, brutes",
            "fr",
        ),
        (  # a number behind a month
            "La cagnotte de la digue atteignait ce mardi 8 janvier 117.000 euros",
            "La cagnotte de la digue a atteint ce mardi 8 janvier au moins 117.000 euros",
            "fr",
        ),
        (
            "The port says at least 137 sailors were hurt since the strike began",
            "Water bombs hurt 137 sailors, most of them at night",
            "en",
        ),
    ],
)
def test_one_number_is_given_roughly(before: str, after: str, lang: str) -> None:
    assert kinds(before, after, lang) == ["precision_changed"]
    assert kinds(after, before, lang) == ["precision_changed"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # both roughly
            "Selon le port, au moins 137 marins ont été blessés au visage",
            "Les bombes à eau ont blessé près de 137 marins, la plupart au visage",
        ),
        (  # a bound that holds for both numbers
            "Selon le port, au moins 20 pêcheurs et 137 marins ont été blessés",
            "Les bombes à eau ont blessé plus de 137 marins, la plupart au visage",
        ),
        (  # so small a number is told of many things
            "Le conseil débat depuis près de trois semaines de la digue",
            "Le maire laisse trois semaines au port",
        ),
        (  # the condition of something
            "Les marins qui gagnent moins de 2000 couronnes par mois ne paient rien au port",
            "La taxe du port touche les marins à partir de 2000 couronnes par mois",
        ),
        (  # what was passed
            "Le prix du sel franchit la barre des 137 couronnes",
            "Le sel a coûté 137 couronnes au port",
        ),
        (  # one text gives both
            "Le port compte 137 marins blessés. Au moins 137 marins sont au lit",
            "Les bombes à eau ont blessé 137 marins, la plupart au visage",
        ),
        (  # two figures alone are kept, and the count may have run on
            "La cagnotte atteint 117.000 euros",
            "Les marins ont trouvé 120.000 euros pour la digue",
        ),
        (  # other things happen to as many
            "Le port estime que 3000 habitants dépendent de la digue",
            "La tempête a tué plus de 3000 habitants, estime le port",
        ),
        (  # two places
            "Au moins 11 civils ont été tués dans une frappe à Alep",
            "Une frappe a tué 11 civils à Idleb",
        ),
        (  # another thing is counted
            "Au moins 137 marins ont été blessés au visage",
            "Les bombes à eau ont blessé 137 pêcheurs",
        ),
    ],
)
def test_nothing_is_made_less_precise(before: str, after: str) -> None:
    assert "precision_changed" not in kinds(before, after)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (  # both ways in one text, of whatever it is said to count
            "À Brume, 137 marins ont défilé. Quelque 137 personnes ont défilé sur la digue",
            "À Brume, 137 marins ont défilé sur la digue",
            [],
        ),
        (  # a round number of dead, reached and passed from one day to the next
            "La grippe a fait près de 12.000 morts à Brume",
            "La grippe a fait 12.000 morts à Brume",
            [],
        ),
        (
            "La grippe a fait 12.000 morts à Brume",
            "La grippe a fait plus de 12.000 morts à Brume",
            [],
        ),
        (  # how long it lasts, the day after
            "La grève des marins de Brume dure depuis près de quinze jours",
            "La grève des marins de Brume dure depuis quinze jours",
            [],
        ),
        (
            "La marche des marins de Brume a réuni quelque 12.000 personnes",
            "La marche des marins de Brume a réuni 12.000 personnes",
            ["precision_changed"],
        ),
    ],
    ids=["both ways", "nearly", "more than", "how long", "an event that is over"],
)
def test_what_grows_or_is_told_both_ways(before: str, after: str, wanted: list[str]) -> None:
    assert kinds(before, after) == wanted
