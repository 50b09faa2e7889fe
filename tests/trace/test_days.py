"""Days that two tellings give to one thing: told in other words they are one, and what happened on two days is two things."""

import pytest

from selon import trace as tracing
from support.handmade import Text, appearance, claim, person, shared

TOLD = "La criée du port de Brume ouvre {} devant les marins du quai"


def kinds(
    before: tuple[str, str], after: tuple[str, str], told: str = TOLD, days: tuple[str, str] = ("2031-03-01", "2031-03-02")
) -> list[str]:
    """The kinds of change between two texts that give a day, each by its words and as it is read."""
    texts = [Text(name, f"{told.format(words)}.", day=day) for name, day, (words, _) in zip("ab", days, (before, after), strict=True)]
    for text, (words, read) in zip(texts, (before, after), strict=True):
        text.dated(words.partition("|")[0], read)
    both = claim(*(appearance(one, one.text[:-1]) for one in texts))
    return [change.kind for change in tracing.lineage([one.read() for one in texts], (), [both]).stories[0].changes]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (("le 2 mai", "2031-05-02"), ("mardi 2 mai", "2030-05-02"), []),  # a weekday that is wrong
        (("le 2 mai", "2031-05-02"), ("le 2 mai 2031", "2031-05-03"), []),
        (("Depuis le 2 mai", "2031-05-02"), ("entre le 2 et le 4 mai", "2031-05-03"), []),  # a bound that the other leaves out
        (("le 2 mai", "2031-05-02"), ("le 4 mai", "2031-05-04"), ["date_changed"]),
        (("le 2 mai", "2031-05-02"), ("le 2 juin", "2031-06-02"), ["date_changed"]),
        (("le 2 mai 2030", "2030-05-02"), ("le 2 mai 2031", "2031-05-02"), ["date_changed"]),
    ],
)
def test_one_day_in_other_words(before: tuple[str, str], after: tuple[str, str], wanted: list[str]) -> None:
    assert kinds(before, after) == wanted


@pytest.mark.parametrize(
    ("before", "after", "days", "wanted"),
    [
        (("lundi", "2031-03-03"), ("mercredi", "2031-03-05"), ("2031-03-03", "2031-03-05"), []),
        (
            ("lundi", "2031-03-03"),
            ("mercredi", "2031-03-05"),
            ("2031-03-05", "2031-03-05"),
            ["number_changed"],
        ),  # of one day's texts one errs
        (("samedi", "2031-03-01"), ("dimanche", "2031-03-02"), ("2031-02-28", "2031-03-01"), []),  # two forecasts
        (("lundi", "2031-03-03"), ("lundi", "2031-03-03"), ("2031-03-03", "2031-03-04"), ["number_changed"]),
    ],
)
def test_what_each_text_tells_of_its_own_day_is_another_thing(
    before: tuple[str, str], after: tuple[str, str], days: tuple[str, str], wanted: list[str]
) -> None:
    found = []
    for name, (words, read), count, day in zip("ab", (before, after), ("neuf", "douze"), days, strict=True):
        text = Text(
            name,
            f"La fouille lancée {words} matin au quai de Brume a permis d'arrêter dans les hangars {count} marins armés de crochets.",
            day=day,
        )
        text.dated(words, read)
        found.append(text)
    both = claim(*(appearance(one, one.text[:-1]) for one in found))
    assert [change.kind for change in tracing.lineage([one.read() for one in found], (), [both]).stories[0].changes] == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Lundi 9 cantons de la baie de Brume sont en vigilance rouge", "15 cantons de la baie de Brume sont en vigilance rouge", []),
        (
            "9 cantons de la baie de Brume sont en vigilance rouge",
            "15 cantons de la baie de Brume sont en vigilance rouge",
            ["number_changed"],
        ),
        (  # a toll grows
            "Lundi la tempête de Brume a tué 9 marins dans la baie du Sel",
            "La tempête de Brume a tué 15 marins dans la baie du Sel",
            ["number_changed"],
        ),
    ],
)
def test_how_it_stood_on_one_day(before: str, after: str, wanted: list[str]) -> None:
    a, b = Text("a", f"{before}.", day="2031-03-03"), Text("b", f"{after}.", day="2031-03-04")
    if "Lundi" in before:
        a.dated("Lundi", "2031-03-03")
    both = claim(appearance(a, before), appearance(b, after))
    assert [change.kind for change in tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes] == wanted


@pytest.mark.parametrize(("day", "read", "wanted"), [("mardi", "2031-03-04", []), ("", "", ["attribution_dropped"])])
def test_a_bulletin_of_another_day_drops_no_source(day: str, read: str, wanted: list[str]) -> None:
    words = "la houle du vieux port de Brume était en légère baisse au pied de la digue"
    a, b = Text("a", f"Lundi, Una Brel a indiqué que {words}.", day="2031-03-03"), Text("b", f"{day} {words}.", day="2031-03-04")
    a.dated("Lundi", "2031-03-03")
    if day:
        b.dated(day, read)
    said = a.said(words, person("Una Brel"), source="Una Brel", cue="a indiqué que")
    told = claim(appearance(a, words, said), appearance(b, words))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, words)], [told]).stories[0].changes
    assert [one.kind for one in changes] == wanted


@pytest.mark.parametrize(("days", "wanted"), [(("2031-05-02", "2031-05-04"), []), (("2031-05-01", "2031-05-01"), ["date_changed"])])
def test_what_each_text_tells_of_its_own_day_is_another_day(days: tuple[str, str], wanted: list[str]) -> None:
    assert kinds(("le 2 mai", "2031-05-02"), ("le 4 mai", "2031-05-04"), days=days) == wanted


@pytest.mark.parametrize(("told", "wanted"), [("La criée de Brume est dite sur port.invalid/{}/quai du sel", []), (TOLD, ["date_changed"])])
def test_a_day_in_an_address_is_told_by_nobody(told: str, wanted: list[str]) -> None:
    assert kinds(("2031/05/02", "2031-05-02"), ("2031/05/04", "2031-05-04"), told=told) == wanted
