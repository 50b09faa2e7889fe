"""Dates counted from dates told before, and texts whose page gives no date."""

import pytest

from selon.languages import load
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span
from selon.resolve import dates, published
from selon.show.edtf import edtf


def article(text: str, lang: str = "fr", interval: Interval | None = None, blocks: tuple[Block, ...] = ()) -> Article:
    whole = (Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),)
    return Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=interval, text=text, blocks=blocks or whole, credits=(), links=(),
        metadata=(), degraded=None,
    )  # fmt: skip


def day(text: str) -> Interval:
    return Interval(earliest=text, latest=text, source="the test")


def told(text: str, lang: str = "fr", interval: Interval | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(one.span.of(text), one.earliest, one.latest) for one in dates(article(text, lang, interval), load(lang))]


CHAIN = (
    "La digue de Velmont a cédé le 10 mai, faisant cinq blessés le même jour. Deux jours plus tard, le préfet est venu.\n\n"
    "Un garde avait prévenu le 21 mai. « Personne n'a écouté », a dit sa fille trois jours plus tard. Le lendemain, la pluie revint."
)


def test_a_chain_without_a_year_keeps_month_and_day() -> None:
    found = dates(article(CHAIN), load("fr"))
    wanted = ["XXXX-05-10", "XXXX-05-10", "XXXX-05-12", "XXXX-05-21", "XXXX-05-24", "XXXX-05-25"]
    assert [edtf(one) for one in found] == wanted
    assert all(one.earliest is None and one.latest is None for one in found)
    assert all("year not in the text: open" in one.reasons for one in found)


def test_the_same_chain_with_a_publication() -> None:
    days = [one.earliest for one in dates(article(CHAIN, interval=day("2020-06-02")), load("fr"))]
    assert days == [f"2020-05-{number}" for number in ("10", "10", "12", "21", "24", "25")]


def test_a_chain_over_the_end_of_february_needs_the_year() -> None:
    assert told("Le toit a cédé le 27 février. Trois jours plus tard, la halle a fermé.") == [("le 27 février", None, None)]
    assert told("Le toit a cédé le 27 février 2020. Trois jours plus tard, la halle a fermé.")[1][1] == "2020-03-01"


def test_a_date_that_opens_an_end_is_no_anchor() -> None:
    text = "Le bac, fermé jusqu'au 20 juin, a coulé le 3 juin. Le lendemain, il flottait."
    assert told(text, interval=day("2021-06-10"))[-1] == ("Le lendemain", "2021-06-04", "2021-06-04")


def test_nothing_to_count_from_is_nothing() -> None:
    assert told("Deux jours plus tard, le préfet est venu.", interval=day("2021-06-10")) == []


def test_weeks_are_counted_from_weeks() -> None:
    text = "Le miel a monté la semaine dernière, après avoir baissé la semaine précédente."
    assert told(text, interval=day("2021-06-17"))[1] == ("la semaine précédente", "2021-05-31", "2021-06-06")


@pytest.mark.parametrize("kind", [BlockKind.METADATA, BlockKind.CREDIT, BlockKind.RELATED, BlockKind.DISCLAIMER, BlockKind.DEBRIS])
def test_blocks_of_the_page_hold_no_dates_of_the_text(kind: BlockKind) -> None:
    text = "Publié le 3 mai 2020.\nLa halle a rouvert le 4 mai 2020."
    blocks = (Block(span=Span(0, 22), kind=kind), Block(span=Span(22, len(text)), kind=BlockKind.PARAGRAPH))
    assert [one.earliest for one in dates(article(text, blocks=blocks), load("fr"))] == ["2020-05-04"]


def test_several_days_of_publication_give_the_span_of_both_answers() -> None:
    interval = Interval(earliest="2021-06-16", latest="2021-06-18T08:00:00+02:00", source="the test")
    assert told("Le facteur a été décoré hier.", interval=interval) == [("hier", "2021-06-15", "2021-06-17")]


def test_the_page_has_the_first_word_on_publication() -> None:
    text = "Le port a brûlé le 3 mai 2019, a déclaré vendredi le maire."
    assert published(article(text, interval=day("2019-05-11")), dates(article(text), load("fr"))) == day("2019-05-11")


def test_a_text_is_dated_from_inside_by_its_latest_day_and_its_weekday() -> None:
    text = "Le port a fermé, a déclaré mardi le maire. Du 3 au 9 mai 2019, les grues ont tourné. Le 6 mai, un mât était tombé."
    found = dates(article(text), load("fr"))
    interval = published(article(text), found)
    assert interval is not None
    assert (interval.earliest, interval.latest) == ("2019-05-14", None)  # 9 May 2019 was a Thursday
    assert interval.source.startswith("text: ")
    assert "Tuesday" in interval.source
    assert "likeliest 2019-05-14" in interval.source
    assert [(one.earliest, one.latest) for one in found] == [
        ("2019-05-14", None),
        ("2019-05-03", "2019-05-09"),
        ("2019-05-06", "2019-05-06"),
    ]
    assert "on or after «Du 3 au 9 mai 2019», likeliest 2019-05-14" in found[0].reasons


def test_two_weekdays_leave_only_the_latest_day() -> None:
    text = "Le port a fermé, a dit mardi le maire. Il avait rouvert jeudi. Le 9 mai 2019, un mât est tombé."
    interval = published(article(text), dates(article(text), load("fr")))
    assert interval is not None
    assert (interval.earliest, interval.latest) == ("2019-05-09", None)


def test_the_stamp_of_an_embedded_message_is_past() -> None:
    text = "La halle a brûlé.\n— Mairie d'Ormelle (@ormelle) 28 septembre 2016"
    cut = text.index("—")
    blocks = (Block(span=Span(0, cut), kind=BlockKind.PARAGRAPH), Block(span=Span(cut, len(text)), kind=BlockKind.EMBED))
    one = article(text, blocks=blocks)
    interval = published(one, dates(one, load("fr")))
    assert interval is not None
    assert (interval.earliest, interval.latest) == ("2016-09-28", None)


@pytest.mark.parametrize(
    "text",
    [
        "Le port a fermé, a dit mardi le maire. Le 9 mai, un mât est tombé.",
        "Le port fermera le 9 mai 2032, et le phare en 2035.",
        "La ville veut cent éoliennes d'ici 2030.",
        "Concert de la fanfare le 12 juin 2032 à la halle.",
    ],
    ids=["no year at all", "days to come", "a year that ends an open stretch", "a day without a verb"],
)
def test_no_publication_is_made_up(text: str) -> None:
    assert published(article(text), dates(article(text), load("fr"))) is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("L'emprunt arrive à échéance le 21 avril 2041. Le prix sera payé le 14 avril.", "fr"),
        ("The bond, maturing April 21, 2041, was priced at par. Payment date is April 14.", "en"),
        ("Les ventes ont monté en février, contre une baisse constatée en mars 2030.", "fr"),
        ("Sales rose in February, after they had fallen in March 2030.", "en"),
        ("Le bac restera à quai jusqu'au 20 juin 2041, a dit le maire. Il avait coulé le 3 juin.", "fr"),
    ],
    ids=["a day to come", "en: a day to come", "a month beside another", "en: a month beside another", "an end that is open"],
)
def test_a_year_is_not_lent_by_what_may_be_of_another(text: str, lang: str) -> None:
    bare = [one for one in dates(article(text, lang), load(lang)) if one.rule.endswith(("yearless.day", "yearless.month"))]
    assert [edtf(one)[:4] for one in bare] == ["XXXX"]


def test_a_day_that_is_over_lends_its_year_to_days_and_months() -> None:
    text = "Le port a brûlé le 9 mai 2019. La digue avait cédé le 6 mai, et la halle avait rouvert en avril."
    assert [one[1] for one in told(text)] == ["2019-05-09", "2019-05-06", "2019-04-01"]


def test_a_number_in_an_address_is_no_year() -> None:
    assert told("Voir /module/1892/video pour la suite, tournée en 1893/94.") != []
    assert all("1892" not in words for words, _, _ in told("Voir /module/1892/video pour la suite, tournée en 1893/94."))


def test_an_infinitive_looks_ahead() -> None:
    assert told("Pas de grosses vagues à craindre jeudi sur la digue.", interval=day("2020-09-15")) == [
        ("jeudi", "2020-09-17", "2020-09-17")
    ]
    assert told("Les enfants n'ont pu rejoindre Ormelle jeudi.", interval=day("2020-09-15")) == [("jeudi", "2020-09-10", "2020-09-10")]
    assert told("Le port a fermé par ordre jeudi, dit la mairie.", interval=day("2020-09-15")) == [("jeudi", "2020-09-10", "2020-09-10")]


WIRED = "The port of Ormelle, which was opened to ships in the autumn, is due on {}, the harbour master said.\nThe ferry sails tomorrow."


@pytest.mark.parametrize("broken", ["March\n15, 2002", "March 15,\n2002", "March 15, 2002"])
def test_a_date_goes_on_over_the_end_of_a_line_in_a_sentence(broken: str) -> None:
    assert told(WIRED.format(broken), "en", day("1987-03-12"))[1:] == [
        (f"on {broken}", "2002-03-15", "2002-03-15"),
        ("tomorrow", "1987-03-13", "1987-03-13"),
    ]


def test_the_end_of_a_line_that_ends_a_sentence_parts_dates() -> None:
    text = "Le conseil du port d'Ormelle se réunira de nouveau lundi\nMardi, les quais de la halle rouvriront aux passants.\n12 bateaux."
    assert [one[0] for one in told(text, interval=day("2021-06-17"))] == ["lundi", "Mardi"]


def test_a_month_of_a_year() -> None:
    assert told("Output rose above the January, 1986 level.", "en") == [("January, 1986", "1986-01-01", "1986-01-31")]
    assert told("The firm was bought in September of 2031.", "en") == [("in September of 2031", "2031-09-01", "2031-09-30")]


def test_what_is_counted_to_after_publication_is_told_as_to_come_or_not_at_all() -> None:
    text = "Le quai doit rouvrir le 20 juin. {} le bac."
    assert told(text.format("Trois jours plus tard repartira"), interval=day("2021-06-10"))[-1][1] == "2021-06-23"
    assert [one[0] for one in told(text.format("La veille avait coulé"), interval=day("2021-06-10"))] == ["le 20 juin"]


def test_a_day_beside_one_of_another_year_is_left_open() -> None:
    text = "Le 9 mars 2015, le bac coulait devant Ormelle.\n\nLe port a brûlé en 2020.\n\nLes secours étaient partis {}."
    assert [one[0] for one in told(text.format("le 8 mars"), interval=day("2020-09-15"))] == ["Le 9 mars 2015", "en 2020"]
    assert told(text.format("le 8 juin"), interval=day("2020-09-15"))[-1][1] == "2020-06-08"


def test_the_day_before_a_day_that_the_sentence_names_later_is_left_open() -> None:
    text = "Le bac a coulé mardi. Comme la veille, la capitaine a redit lundi qu'elle restait au port."
    assert told(text, interval=day("2021-06-17")) == [("mardi", "2021-06-15", "2021-06-15"), ("lundi", "2021-06-14", "2021-06-14")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("en mars 2019", "2019-03"), ("en 2019", "2019"), ("les années 1920", "192X"), ("depuis juillet 2018", "2018-07-01/.."),
        ("d'ici 2022", "../2022-12-31"), ("l'été 2019", "2019-22"), ("l'hiver 2018-2019", "2018-24"),
        ("au deuxième trimestre 2018", "2018-34"),
        ("au second semestre 2018", "2018-41"), ("du 3 au 9 mai 2019", "2019-05-03/2019-05-09"), ("le 3 mai 2019", "2019-05-03"),
        ("entre 2011 et 2014", "2011/2014"), ("le 3 mai", "XXXX-05-03"), ("en mai", "XXXX-05"), ("du 3 au 9 mai", "XXXX-05-03/XXXX-05-09"),
        ("hier", "/"),
    ],
)  # fmt: skip
def test_edtf(text: str, wanted: str) -> None:
    found = dates(article(f"La halle a brûlé {text}."), load("fr"))
    assert [edtf(one) for one in found] == [wanted]


@pytest.mark.parametrize(
    "text", ["LE BAC A COULÉ LE 3 FÉVRIER 2019 ET LE 4 AOÛT 2020.", "Le bac a coule le 3 fevrier 2019 et le 4 aout 2020."]
)
def test_capitals_and_missing_accents(text: str) -> None:
    assert [one.earliest for one in dates(article(text), load("fr"))] == ["2019-02-03", "2020-08-04"]
