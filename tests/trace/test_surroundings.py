"""What stands beside a telling is not said to be dropped; as many that are still shown."""

from dataclasses import replace

import pytest

from selon import trace as tracing
from selon.languages import load
from selon.model.article import Block, BlockKind
from selon.model.attribution import SpeechKind
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.changes.surroundings import sentence_of
from support.handmade import Text, appearance, changes_between, claim, person, shared

EARLY, LATE = "2031-03-01", "2031-03-03"
WORDS = "la digue du vieux port avait cédé sous la houle"


def kinds(before: str, after: str, beside: str = "", days: tuple[str, str] = (EARLY, LATE)) -> list[str]:
    """The kinds of change between two tellings of one claim, of which the second has other sentences beside it."""
    return [change.kind for change in changes_between(before, after, days=days, beside=beside)]


def named(beside: str, source: str = "Una Brel", who: Claimant | None = None) -> list[str]:
    """The kinds of change between what a source says and a text that tells it with other sentences beside it."""
    a, b = Text("a", f"{source} a annoncé que {WORDS}.", day=EARLY), Text("b", f"Hier {WORDS}.{beside}", day=LATE)
    said = a.said(WORDS, who or person("Una Brel"), source=source, cue="a annoncé que")
    told = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    return [one.kind for one in tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes]


HEDGED, PLAIN = "Le musée du Sel serait vendu à la commune", "Le musée du Sel est vendu à la commune"


@pytest.mark.parametrize(("beside", "wanted"), [("", ["hedge_dropped"]), (" Il pleut sur la baie.", ["hedge_dropped"])])
def test_a_hedge_is_dropped(beside: str, wanted: list[str]) -> None:
    assert kinds(HEDGED, PLAIN, beside) == wanted


@pytest.mark.parametrize("beside", [" Le musée du Sel serait vendu avant mai.", " La commune aurait vendu le musée du Sel."])
def test_a_hedge_that_stands_beside_is_not_dropped(beside: str) -> None:
    assert kinds(HEDGED, PLAIN, beside) == []


@pytest.mark.parametrize("beside", ["", " Il pleut sur la baie.", " « Una Brel n'en sait rien », dit un pilote."])
def test_a_source_is_dropped(beside: str) -> None:
    assert named(beside) == ["attribution_dropped"]


@pytest.mark.parametrize("beside", [" Una Brel a vu la mer monter.", " Il pleut. Brel craint la nuit.", " Nous avons eu peur."])
def test_a_source_that_is_named_beside_is_not_dropped(beside: str) -> None:
    assert named(beside) == []


def test_a_pronoun_is_no_source_that_is_dropped() -> None:
    assert named("", source="Elle") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("La crue a laissé 180 vaches dans le pré de Brume", "La crue a laissé 90 autres vaches dans le pré de Brume"),
        ("Le festival de Brume montre neuf des 52 contes de mer", "Le festival de Brume montre 31 contes de mer"),
        ("La grippe de Brume a touché 11,5 millions de marins", "La grippe de Brume a touché 11,8 millions de marins"),
        ("La foire de Brume a reçu des milliers de marins", "La foire de Brume a reçu plus de 15 millions de marins"),
        ("Le juge a mis le pilote en détention provisoire à Brume", "Le juge a mis le pilote en détention à Brume"),
        ("La tempête de catégorie 3 a touché le port de Brume", "La tempête de catégorie 4 a touché le port de Brume"),
        ("La foire de Brume a reçu plus de six millions de marins", "La foire de Brume a reçu plus de 6 millions de marins"),
        ("Brume vend 14 sapins, 31 vaches, 9 ponts", "Brume vend 20 sapins, 55 vaches, 8 ponts"),  # a form, filled in anew
    ],
)
def test_no_other_number_and_no_qualifier(before: str, after: str) -> None:
    assert kinds(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("La crue a laissé 180 vaches dans le pré de Brume", "La crue a laissé 90 vaches dans le pré de Brume", "number_changed"),
        ("La foire de Brume a reçu des dizaines de marins", "La foire de Brume a reçu 31 marins", "precision_changed"),
        ("Le juge a mis un camp temporaire dans le pré de Brume", "Le juge a mis un camp dans le pré de Brume", "qualifier_lost"),
    ],
)
def test_another_number_or_a_qualifier(before: str, after: str, wanted: str) -> None:
    assert kinds(before, after) == [wanted]


def test_a_number_that_one_text_gives_both_ways_is_not_less_precise() -> None:
    before, after = "Environ 90 vaches sont dans le pré de Brume", "90 vaches sont dans le pré de Brume"
    assert kinds(before, after) == ["precision_changed"]
    assert kinds(before, after, " Environ 90 vaches y sont encore.") == []


def test_numbers_of_two_days_need_a_name_in_common() -> None:
    placed, elsewhere = "La houle a couché 14 sapins de la forêt de Brume lundi", "La houle a couché 40 sapins de la forêt avec peine"
    assert kinds(placed, elsewhere) == []
    assert kinds(placed, f"{elsewhere} à Brume") == ["number_changed"]


@pytest.mark.parametrize(("cue", "wanted"), [("selon", ["attribution_dropped"]), ("selon les chiffres de", [])])
def test_who_gives_the_figures_alone_is_not_dropped_with_them(cue: str, wanted: list[str]) -> None:
    words, plain = f"{WORDS} devant 400 marins", WORDS
    a, b = Text("a", f"{words}, {cue} Una Brel.", day=EARLY), Text("b", f"Hier {plain}.", day=LATE)
    said = a.said(words, person("Una Brel"), source="Una Brel", cue=cue)
    told = claim(appearance(a, words, said), appearance(b, plain))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, plain)], [told]).stories[0].changes
    assert [one.kind for one in changes] == wanted


@pytest.mark.parametrize(("before", "wanted"), [("Il pleut. ", ["attribution_dropped"]), ("Ivo Tarn parle de vent fort, et ", [])])
def test_what_goes_on_from_somebody_elses_words_may_be_his(before: str, wanted: list[str]) -> None:
    a, b = Text("a", f"Una Brel a annoncé que {WORDS}.", day=EARLY), Text("b", f"{before}{WORDS}.", day=LATE)
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="a annoncé que")
    if "Ivo" in before:
        b.said("vent fort", person("Ivo Tarn"), source="Ivo Tarn", cue="parle de")
    told = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes
    assert [one.kind for one in changes] == wanted


@pytest.mark.parametrize(("days", "wanted"), [(("2031-03-01", "2031-03-02"), ["number_changed"]), ((None, None), [])])
def test_undated_texts_may_be_years_apart(days: tuple[str, str], wanted: list[str]) -> None:
    assert kinds("La houle a couché 14 sapins de la forêt", "La houle a couché 40 sapins de la forêt", days=days) == wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [("Hier ", ["quotes_lost"]), ("Ivo a dit : « Ciel bas. ", []), ("Sur Twitter (@brel) ", [])],
)
def test_marks_are_lost_only_where_nothing_else_shows_a_quotation(before: str, wanted: list[str]) -> None:
    words = "le port de Brume attend des pilotes et des grues"
    both = "La marée monte à Brume ce soir encore, et les grues du port se taisent."
    a = Text("a", f"Una Brel dit : « {words} ».\n{both}", day=EARLY)
    b = Text("b", f"{before}Una Brel dit que {words}.\n{both}", day=LATE)
    one = a.said(words, person("Una Brel"), source="Una Brel", cue="dit", kind=SpeechKind.DIRECT)
    other = b.said(words, person("Una Brel"), source="Una Brel", cue="dit que")
    told = claim(appearance(a, words, one), appearance(b, words, other))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, both)], [told]).stories[0].changes
    assert [change.kind for change in changes] == wanted


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ("", ["attribution_dropped"]),
        (" Ivo Brel est parti.", ["attribution_dropped"]),  # somebody else of that given name
        (" Ivo Tamlar est parti.", []),  # the same person, spelt otherwise
    ],
)
def test_a_name_that_is_spelt_otherwise_is_not_dropped(beside: str, wanted: list[str]) -> None:
    a = Text("a", f"Ivo Talmar, le directeur de campagne, a annoncé que {WORDS}.", day=EARLY)
    b = Text("b", f"Le directeur de campagne a annoncé que {WORDS}.{beside}", day=LATE)
    one = a.said(WORDS, person("Ivo Talmar"), source="Ivo Talmar, le directeur de campagne", cue="a annoncé que")
    other = b.said(WORDS, None, source="Le directeur de campagne", cue="a annoncé que")
    told = claim(appearance(a, WORDS, one), appearance(b, WORDS, other))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes] == wanted


@pytest.mark.parametrize(("source", "wanted"), [("Ostmark", ["claimant_changed"]), ("Ostmark, Ruritanie et Sylvanie", [])])
def test_one_of_several_states_is_not_who_speaks_for_one(source: str, wanted: list[str]) -> None:
    told, said = "le port de Brume sera fermé aux bacs", "le port de Brume sera fermé aux bacs dès lundi"
    text = Text("a", f"{source} a annoncé que {told}. Una Brel a précisé que {said}.")
    state = person("Ostmark", kind=ClaimantKind.STATE, country="os")
    one = text.said(told, state, source=source, cue="a annoncé que")
    other = text.said(said, person("Una Brel", country="os"), source="Una Brel", cue="a précisé que")
    both = claim(appearance(text, told, one), appearance(text, said, other))
    kinds = [one.kind for one in tracing.lineage([text.read()], (), [both]).stories[0].changes]
    assert [one for one in kinds if one == "claimant_changed"] == wanted


@pytest.mark.parametrize(("beside", "wanted"), [(" Le BDM craint la nuit.", []), (" Il pleut.", ["attribution_dropped"])])
def test_a_body_is_named_in_short(beside: str, wanted: list[str]) -> None:
    who = person("marins du Bureau des marées (BDM)", kind=ClaimantKind.BODY)
    assert named(beside, source="Les marins du Bureau des marées (BDM)", who=who) == wanted


@pytest.mark.parametrize(("other", "wanted"), [("Brisard", []), ("Armor", ["number_changed"])])
def test_two_firms_that_are_told_in_one_form(other: str, wanted: list[str]) -> None:
    form = "{} filed with the Salt Exchange of Brume a statement that covers {} barges of the harbour"
    changes = changes_between(form.format("Armor", 35), form.format(other, 25), days=(None, None), lang="en")
    assert [change.kind for change in changes] == wanted


def test_an_agency_is_named_as_who_was_told_and_names_none_of_its_people() -> None:
    who = person("photographe de l'AFP", kind=ClaimantKind.BODY)
    assert named(" Una Brel l'a dit à l'AFP.", source="Un photographe de l'AFP", who=who) == ["attribution_dropped"]


@pytest.mark.parametrize(("days", "wanted"), [((EARLY, EARLY), ["precision_changed"]), ((None, None), [])])
def test_a_vague_number_of_an_undated_text_shows_nothing(days: tuple[str, str], wanted: list[str]) -> None:
    assert kinds("La foire de Brume a reçu des milliers de marins", "La foire de Brume a reçu 6 000 marins", days=days) == wanted


@pytest.mark.parametrize(("mark", "close", "wanted"), [("", "", []), ("« ", " »", ["attribution_dropped"])])
def test_what_stands_behind_the_verb_without_marks_is_the_texts_own(mark: str, close: str, wanted: list[str]) -> None:
    ahead, behind = "Le port peut rouvrir", f"alors que {WORDS}"
    a = Text("a", f"« {ahead} », a estimé Una Brel, {mark}{behind}{close}.", day=EARLY)
    b = Text("b", f"Hier {WORDS}.", day=LATE)
    said = replace(a.said(ahead, person("Una Brel"), source="Una Brel", cue="a estimé"), content=(a.span(ahead), a.span(behind)))
    a.told = [(said, a.told[0][1])]
    both = claim(replace(appearance(a, ahead, said), spans=said.content), appearance(b, WORDS))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [both]).stories[0].changes
    assert [one.kind for one in changes] == wanted


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ("", ["attribution_dropped"]),
        (" Un port de Talm est fermé.", ["attribution_dropped"]),  # one of the names of his description
        (" Le Centre Brel de Talm est fermé.", []),
    ],
)
def test_the_body_that_describes_who_is_not_named_is_dropped(beside: str, wanted: list[str]) -> None:
    a = Text("a", f"Un militant du Centre Brel de Talm a annoncé que {WORDS}.", day=EARLY)
    b = Text("b", f"Le militant a annoncé que {WORDS}.{beside}", day=LATE)
    nobody = person("militant du Centre Brel de Talm", kind=ClaimantKind.ANONYMOUS)
    one = a.said(WORDS, nobody, source="Un militant du Centre Brel de Talm", cue="a annoncé que")
    other = b.said(WORDS, None, source="Le militant", cue="a annoncé que")
    told = claim(appearance(a, WORDS, one), appearance(b, WORDS, other))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes] == wanted


@pytest.mark.parametrize(("before", "wanted"), [("La mer monte, annonce la garde. ", []), ("La mer monte. ", ["attribution_dropped"])])
def test_a_sentence_behind_somebodys_may_go_on_with_his_words(before: str, wanted: list[str]) -> None:
    a, b = Text("a", f"Una Brel a annoncé que {WORDS}.", day=EARLY), Text("b", f"{before}Hier {WORDS}.", day=LATE)
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="a annoncé que")
    if "garde" in before:
        b.said("La mer monte", person("garde", kind=ClaimantKind.BODY), source="la garde", cue="annonce")
    told = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes] == wanted


@pytest.mark.parametrize(("late", "wanted"), [("2031-03-25", []), ("2031-03-04", ["attribution_dropped"])])
def test_what_is_told_weeks_later_is_of_another_day(late: str, wanted: list[str]) -> None:
    a, b = Text("a", f"Una Brel a annoncé que {WORDS}.", day=EARLY), Text("b", f"Hier {WORDS}.", day=late)
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="a annoncé que")
    told = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], [told]).stories[0].changes] == wanted


@pytest.mark.parametrize(("late", "wanted"), [("2031-05-04", ["attribution_dropped"]), ("2031-05-06", [])])
def test_what_was_announced_and_has_come_since_has_lost_no_source(late: str, wanted: list[str]) -> None:
    words = "La criée du port de Brume ouvre le 5 mai devant les marins du quai"
    a, b = Text("a", f"{words}, a annoncé Una Brel.", day="2031-05-03"), Text("b", f"{words}.", day=late)
    said = a.said(words, person("Una Brel"), source="Una Brel", cue="a annoncé")
    for text in (a, b):
        text.dated("le 5 mai", "2031-05-05")
    told = claim(appearance(a, words, said), appearance(b, words))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, words, direction="a->b")], [told]).stories[0].changes
    assert [one.kind for one in changes] == wanted


@pytest.mark.parametrize(("beside", "wanted"), [(" Le Guet craint la nuit.", []), (" Il pleut.", ["attribution_dropped"])])
def test_who_gives_figures_is_named_where_he_is(beside: str, wanted: list[str]) -> None:
    who = person("nombres publiés par le Guet", kind=ClaimantKind.BODY)
    assert named(beside, source="Les nombres publiés par le Guet", who=who) == wanted


@pytest.mark.parametrize("blocks", [1, 2])
def test_a_sentence_goes_on_where_a_line_is_only_broken(blocks: int) -> None:
    text = "The salt works of Brume will yield salt at an\napproximate rate of 158,000 crates a year."
    line, whole = Span(text.index("\n") + 1, len(text)), Span(0, len(text))
    tiles = [whole] if blocks == 1 else [Span(0, line.start), line]
    read = Text("a", text, lang="en").read().article
    article = replace(read, blocks=tuple(Block(span=one, kind=BlockKind.PARAGRAPH) for one in tiles))
    at = text.index("158")
    assert sentence_of(article, Span(at, at + 7), load("en")) == (whole if blocks == 1 else line)
