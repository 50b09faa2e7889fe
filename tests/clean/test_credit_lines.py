"""Credits as lines word them, alone on their line, in French, English, Spanish, Italian and German; and lines that credit nobody."""

import pytest

from selon.clean.credits import line_credits

SAID = (
    ("bur-cs/mf 06/12/2018 05:08:17 - Paris (AFP) - © 2018 AFP", [("source", "AFP")]),
    ("(afp/nxp)", [("source", "afp"), ("via", "nxp")]),
    ("R. I./Agences", [("author", "R. I."), ("source", "Agences")]),
    ("(Avec AFP)", [("source", "AFP")]),
    ("La rédaction avec AFP", [("author", "La rédaction"), ("source", "AFP")]),
    ("Louis Aubrac, avec AFP et Reuters", [("author", "Louis Aubrac"), ("source", "AFP"), ("source", "Reuters")]),
    ("© Tous droits réservés - Belga", [("source", "Belga")]),
    ("© 2021 AFP. Tous droits réservés.", [("source", "AFP")]),
    ("Copyright 2024 The Associated Press. All rights reserved. This material may not be published.", [("source", "The Associated Press")]),
    ("Reporting by Tom Alvey; Editing by Sarah Plint", [("author", "Tom Alvey")]),
    ("(Reporting by Tom Alvey in Valdor; Additional reporting by Ann Coley)", [("author", "Tom Alvey"), ("author", "Ann Coley")]),
    ("The Associated Press contributed to this report.", [("source", "The Associated Press")]),
    ("Cet article est republié à partir de Le Phare sous licence Creative Commons. Lire l'article original.", [("source", "Le Phare")]),
    ("This article was originally published on The Lantern. Read the original article.", [("source", "The Lantern")]),
    ("Article paru dans Le Phare du 12 mai 2021", [("source", "Le Phare")]),
    ("De notre correspondant à Valdor, Louis Aubrac", [("author", "Louis Aubrac")]),
    ("Par Camille FERRANDIER (à Valdor)", [("author", "Camille FERRANDIER")]),
    ("By Tom Alvey, Lantern correspondent", [("author", "Tom Alvey")]),
    ("Von Anna Kieslinger, Valdor", [("author", "Anna Kieslinger")]),
    ("di Carla Montefosco", [("author", "Carla Montefosco")]),
    ("Por Lucía Ribero", [("author", "Lucía Ribero")]),
    ("Fuente: EFE", [("source", "EFE")]),
    ("Fonte: ANSA", [("source", "ANSA")]),
    ("Quelle: dpa", [("source", "dpa")]),
    ("Traduction de Le Phare par Louis Aubrac", [("translation", "Louis Aubrac")]),
    ("Adapté par Louis Aubrac", [("translation", "Louis Aubrac")]),
    ("Jeanne Orvault/AFP via Getty Images", [("photo", "Jeanne Orvault/AFP via Getty Images")]),
    ("Photo : Jeanne Orvault", [("photo", "Jeanne Orvault")]),
    ("via Reuters", [("via", "Reuters")]),
)
SILENT = (
    "Par le passé, Valdor a, à plusieurs reprises, accordé des délais à ses riverains.",
    "Par groupe, les riverains restent devant les commerçants.",
    "Avec Louis Aubrac, la rivière a trouvé son peintre.",
    "Crédit Rivage a fermé son agence du pont.",
    "Photo : un prototype du bac photographié à Valdor, en mars.",
    "Je soutiens celle qui incarne le mieux l'avenir de notre vallée.",
    "with the harbour and others.",
    "by 27 per cent to 5.43 million barrels",
    "Source de vie, la rivière traverse la vallée.",
)


@pytest.mark.parametrize(("line", "wanted"), SAID, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_credit(line: str, wanted: list[tuple[str, str]]) -> None:
    assert [(str(credit.kind), credit.name) for credit in line_credits(line)] == wanted


@pytest.mark.parametrize("line", SILENT)
def test_nobody_is_credited(line: str) -> None:
    assert line_credits(line) == ()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("– Guardian", ("source", "Guardian")),
        ("Selon Vallon+", ("source", "Vallon+")),
        ("akl/dpa", ("source", "dpa")),
        ("C. F.", ("author", "C. F.")),
        ("Camille FERRANDIER", ("author", "Camille FERRANDIER")),
    ],
)
def test_words_that_credit_only_at_the_end(line: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(str(credit.kind), credit.name) for credit in line_credits(line, last=True)]


def test_persons_at_a_byline_are_no_sources() -> None:
    found = line_credits("By Tom Alvey and Sarah Plint", byline=True)
    assert [(str(credit.kind), credit.name) for credit in found] == [("author", "Tom Alvey and Sarah Plint")]
    assert line_credits("11h30", byline=True) == line_credits("Par", byline=True) == ()
