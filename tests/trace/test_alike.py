"""Which numbers, hedges and names of two tellings are told of one thing; as many that must be left alone."""

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind
from selon.model.lineage import Change
from support.handmade import Text, appearance, changes_between, claim, person, shared

EARLY, LATE = "2031-03-01", "2031-03-03"


def changes(before: str, after: str, days: tuple[str, str] = (EARLY, LATE)) -> tuple[Change, ...]:
    """What is shown between two texts that tell one claim as their own, whole."""
    return changes_between(before, after, days=days)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (
            "Sur le quai de Brume, la tempête a tué 14 marins du chalutier",
            "Sur le quai de Brume, 17 marins du chalutier sont morts",
            "number",
        ),
        ("Mardi, la tempête a tué 14 marins au port de Brume", "La tempête de mardi au port de Brume a tué 12 marins", "number"),
        ("La tempête a tué 14 marins au port d'Izmir", "La tempête a tué 17 marins au port d'Izmir", "number"),
        ("La houle a couché 89 000 sapins de la forêt", "La houle a couché quelque 89 000 sapins de la forêt", "precision"),
        ("La houle a couché près de 1 000 sapins de la forêt", "La houle a couché 955 sapins de la forêt", "precision"),
        ("Les gardes ont compté au moins 31 phoques morts", "Les gardes ont compté 31 phoques morts", "precision"),
        ("Le musée du Sel serait vendu à la commune", "Le musée du Sel est vendu à la commune", "hedge"),
        ("Le musée du Sel est probablement vendu à la commune", "Le musée du Sel est vendu à la commune", "hedge"),
    ],
)
def test_of_one_thing(before: str, after: str, kind: str) -> None:
    assert [change.kind.split("_")[0] for change in changes(before, after)] == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("La garde compte 8 000 marins, dont 5 000 à Brume", "La garde compte 8 000 marins (contre 5 000 marins l'an passé)"),
        ("Sur 39 photos du port, 11 sur 39 photos montrent la digue", "Sur 39 photos du port, 14 sur 39 photos montrent la digue"),
        ("La grippe a fait 254 532 morts depuis mars dans la région", "La grippe a fait 260 546 morts depuis mars dans la région"),
        ("La grippe a fait 264 morts depuis mars dans la région", "La grippe a fait 281 morts depuis mars dans la région"),
        ("Des millions de gens ont fui le port depuis la crue de mars", "Plus de 280 gens sont morts au port depuis la crue de mars"),
        ("La tempête a tué 12 marins devant le port de Brume", "La tempête a tué 9 marins devant le cap de Tarn"),
        ("La tempête a tué 14 marins au port d'Izmir", "La tempête a tué 17 marins au port d'Istanbul"),
        ("Trois phoques et 58 marins ont péri au port de Brume", "Quatre goélands et 37 marins ont péri au port de Brume"),
        (
            "La houle a blessé 263 marins en mer, dont 133 rien qu'au port de Brume",
            "La houle a blessé 133 marins en mer, selon la garde du port de Brume",
        ),
        ("Un phoque de 100 kg, retrouvé mort au port de Brume", "Un phoque de 4 ans a été retrouvé mort au port de Brume"),
        ("Le bac coûte 12 euros aux pêcheurs de la baie", "Le bac coûtait 9 euros aux forains venus de loin"),
        ("Le maire a décidé que la messe serait dite au port", "Le maire a décidé que la messe est dite au port"),
        ("Le musée du Sel serait vendu à la commune", "Le musée du Sel pourrait être vendu à la commune"),
        ("Il faut nettoyer autant que possible la digue du port", "Il faut nettoyer la digue du port"),
    ],
)
def test_left_alone(before: str, after: str) -> None:
    assert changes(before, after) == ()


def told(words: str, source: str, after: str) -> set[str]:
    """The kinds of change along an edge between what somebody says and what another text tells as its own."""
    a, b = Text("a", f"{source} a annoncé que {words}.", day=EARLY), Text("b", f"{after}.", day=LATE)
    said = a.said(words, person(source), source=source, cue="a annoncé que")
    both = claim(appearance(a, words, said), appearance(b, words if words in after else after))
    lineage = tracing.lineage([a.read(), b.read()], [shared(a, b, words)] if words in after else (), [both])
    return {change.kind for change in lineage.stories[0].changes}


WORDS = "la digue du vieux port avait cédé sous la houle"


def test_who_said_it_is_dropped() -> None:
    assert told(WORDS, "Una Brel", f"Hier {WORDS}") == {"attribution_dropped"}


@pytest.mark.parametrize(
    "after",
    [
        f"Una Brel craint la mer : {WORDS}",  # named beside
        f"« On sait que {WORDS} »",  # somebody's words all the same
        f"Hier {WORDS}, a annoncé la mairie",  # told on another's word
    ],
)
def test_who_said_it_is_not_dropped(after: str) -> None:
    assert told(WORDS, "Una Brel", after) == set()


@pytest.mark.parametrize(("second", "wanted"), [("Ivo Tarn", {"claimant_changed"}), ("un proche de Una Brel, Ivo Tarn", set())])
def test_two_who_are_said_to_have_said_it(second: str, wanted: set[str]) -> None:
    a, b = Text("a", f"Una Brel dit que {WORDS}.", day=EARLY), Text("b", f"{second} dit que {WORDS}.", day=LATE)
    one = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="dit que", kind=SpeechKind.DIRECT)
    other = b.said(WORDS, person("Ivo Tarn"), source=second, cue="dit que", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, WORDS, one), appearance(b, WORDS, other))
    found = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [both]).stories[0].changes
    assert {change.kind for change in found} == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (
            "Le quai de Brume ouvre de 7 heures à 20 heures aux barges du port",
            "Le quai de Brume ouvre de 9 heures à 20 heures aux barges du port",
            [],
        ),
        (
            "Le bac de Brume met 7 heures pour passer la barre du vieux port",
            "Le bac de Brume met 9 heures pour passer la barre du vieux port",
            ["number_changed"],
        ),
        (
            "La criée de Brume paie le sel 1-1/4 sou la livre aux pilotes",
            "La criée de Brume paie le sel 1-3/8 sou la livre aux pilotes",
            [],
        ),
        (
            "Le port de Brume sel 12 13 14 11 12 11 15 barges 16 17 à quai",
            "Le port de Brume sel 12 13 14 11 12 11 19 barges 16 17 à quai",
            [],
        ),
        (
            "Le port de Brume a perdu 12 barges de sel dans la houle",
            "Le port de Brume a perdu 19 barges de sel dans la houle",
            ["number_changed"],
        ),
    ],
)
def test_what_counts_nothing_of_a_sentence(before: str, after: str, wanted: list[str]) -> None:
    assert [change.kind for change in changes(before, after)] == wanted


@pytest.mark.parametrize(("day", "wanted"), [("15 mai", []), ("15 barges", ["number_changed"])])
def test_a_number_beside_a_month_is_a_day(day: str, wanted: list[str]) -> None:
    told = "Le quai de Brume sera rendu aux pilotes du vieux port avec {}"
    assert [change.kind for change in changes(told.format(day), told.format(day.replace("15", "19")))] == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        # another number in other words is of another count, unless it is a toll
        (
            "Les pilotes ont ramené deux barges du sel volées vendredi à Brume",
            "La garde de Brume ramène quatre barges volées vendredi au quai",
            [],
        ),
        (
            "La houle a tué deux pilotes vendredi au quai de Brume, selon la garde",
            "Quatre pilotes tués vendredi par la houle au vieux quai de Brume",
            ["number_changed"],
        ),
        # a round number of many figures is this one, whatever it seems to count
        (
            "Quelque 136 000 marins ont défilé, 2 000 gens ont été arrêtés à Brume",
            "À Brume 136 000 gens ont été arrêtés ou ont défilé, dit la garde",
            [],
        ),
    ],
)
def test_numbers_of_two_counts(before: str, after: str, wanted: list[str]) -> None:
    assert [change.kind for change in changes(before, after)] == wanted


@pytest.mark.parametrize("told", ["Le port de Brume compte 14", "Pourraient couler les barges de Brume"])
def test_a_text_may_begin_or_end_with_what_is_looked_for(told: str) -> None:
    a, b = Text("a", told, day=EARLY), Text("b", told, day=LATE)
    both = claim(appearance(a, told), appearance(b, told))
    assert tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes == ()


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Les fuites seraient punies", "Les fuites ont été punies", []),  # few words, of anybody
        ("Les fuites du Brisant seraient punies", "Les fuites du Brisant sont punies", ["hedge_dropped"]),
        (
            "Le maire de Brume a vu les pilotes au vieux port, principalement de la digue nord",
            "Le maire de Brume a vu les pilotes au vieux port",
            [],
        ),
        (
            "Le maire de Brume a parlé aux pilotes, peut-être vendu le vieux port",
            "Le maire de Brume avait pu parler aux pilotes, vendu le vieux port",
            [],
        ),
    ],
)
def test_what_a_hedge_is_said_of_is_told_by_both(before: str, after: str, wanted: list[str]) -> None:
    assert [change.kind for change in changes(before, after)] == wanted


@pytest.mark.parametrize(
    ("after", "days", "wanted"),
    [
        ("La houle de mai a couché 19 hangars du port de Brume", (None, None), []),
        ("La houle a couché 19 hangars du vieux port de Brume", (None, None), ["number_changed"]),
        ("La houle de mai a couché 19 hangars du port de Brume", (EARLY, EARLY), ["number_changed"]),
    ],
)
def test_numbers_of_undated_texts_differ_in_one_sentence_alone(after: str, days: tuple[str | None, str | None], wanted: list[str]) -> None:
    before = "La houle a couché 14 hangars du vieux port de Brume"
    assert [change.kind for change in changes_between(before, after, days=days)] == wanted


def test_what_is_due_is_not_plainly_told() -> None:
    before, after = "Le musée du Sel devrait être vendu à la commune", "Le musée du Sel doit être vendu à la commune"
    assert changes(before, after) == ()
