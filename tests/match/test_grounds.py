"""Statements of two articles are joined only where what they share is enough; a sentence of two clauses states two things."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import match
from selon.languages import load
from selon.match.clauses import clauses
from selon.match.clusters import clusters
from selon.model.attribution import SpeechKind
from selon.model.span import Span
from support.handmade import Text, person

# two long articles about things that have nothing to do with each other
GARDEN = (
    "Le jardin de Mirelle ouvre ses serres en avril. Les pivoines y poussent sous verre depuis trente ans. Une école de Mirelle y "
    "plante des tulipes. Le directeur Anselme Roy compte sur la pluie. Les visiteurs reçoivent une brochure et un sachet de graines. "
    "La buvette sert des tartes aux prunes le dimanche."
)
ENGINE = (
    "La locomotive Corneille roule de nouveau entre Bastelle et Ormont. Le moteur a été démonté à la forge par sept apprentis. La "
    "compagnie des rails de Bastelle vend des billets en carton. Odile Tarn conduit la machine chaque samedi. Le charbon arrive par "
    "péniche de la vallée."
)
COMMON = "On tient le gardien pour responsable de la situation."


def in_both(a: Text, b: Text) -> bool:
    return any(len({one.article_id for one in claim.appearances}) == 2 for claim in match.claims([a.read(), b.read()], ()))


@pytest.mark.parametrize(
    "other", ["Elle serait responsable de la situation des canards.", "La situation rend le comité responsable de tout."]
)
def test_two_common_words_join_no_two_articles(other: str) -> None:
    assert not in_both(Text("a", f"{GARDEN} {COMMON}"), Text("b", f"{ENGINE} {other}"))


def test_a_number_a_name_and_what_happens_join_them() -> None:
    told = "Le ferry Aurore a coulé devant Port-Alba avec 340 caisses de thé."
    again = "Le ferry Aurore, qui portait 340 caisses de thé, a coulé à Port-Alba."
    assert in_both(Text("a", f"{GARDEN} {told}"), Text("b", f"{ENGINE} {again}"))


def test_a_script_states_nothing() -> None:
    script = 'player.init({"id": "Aurore 12", "mode": "auto"}, {"place": "Port Alba"});'
    claims = match.claims([Text("a", f"{GARDEN}\n{script}").read()], ())
    assert all("player" not in claim.label for claim in claims)


def test_words_of_a_language_without_tables_have_no_stems() -> None:
    a = Text("a", "De oude brug werd gisteren opnieuw geopend en geschilderd.", lang="nl")
    b = Text("b", "De oude man werd gisteren opnieuw gezond en is geschilderd moe.", lang="nl")
    assert not in_both(a, b)


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        (
            "fr",
            "Personne n'a été mouillé, mais six parapluies ont été perdus.",
            ["Personne n'a été mouillé", "six parapluies ont été perdus."],
        ),
        (
            "en",
            "In the old mill, six wheels were damaged, and now the millers are counting cogs.",
            ["In the old mill, six wheels were damaged", "now the millers are counting cogs."],
        ),
        ("fr", "Le bac a pris du retard, et de l'eau.", ["Le bac a pris du retard, et de l'eau."]),
        ("fr", "Il aime les prunes, les poires et les pommes.", ["Il aime les prunes, les poires et les pommes."]),
        ("fr", "Il dit « le pont est fermé, mais le bac est ouvert ».", ["Il dit « le pont est fermé, mais le bac est ouvert »."]),
        ("en", "The mill, and the pond, were sold.", ["The mill, and the pond, were sold."]),
    ],
)
def test_clauses(code: str, text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in clauses(text, Span(0, len(text)), load(code))] == wanted


STORY = (
    "The ferry Aurora sank off Port Alba on Monday with forty sailors. The harbour board of Port Alba closed both piers. "
    "Rescue boats of Port Alba searched the bay for the ferry Aurora all night. The sailors of the Aurora came from Kervel. {}"
)


@pytest.mark.parametrize(("other", "joined"), [("Una Brel", True), ("Ivo Tarn", False)])
def test_two_who_judge_in_the_same_few_words_may_speak_of_two_things(other: str, joined: bool) -> None:
    first, second = (
        "This is a bitter night. It is a shame for the harbour. And if deliberate it is a war crime",
        "Such orders if deliberate may amount to war crimes",
    )
    a, b = (
        Text(name, STORY.format(f"“{words}”, said {who}."), day="2031-03-01", lang="en")
        for name, words, who in (("a", first, "Una Brel"), ("b", second, other))
    )
    for text, words, who in ((a, first, "Una Brel"), (b, second, other)):
        text.said(words, person(who), source=who, cue="said", kind=SpeechKind.DIRECT)
    told = [claim for claim in match.claims([a.read(), b.read()], ()) if any(one.claimant for one in claim.appearances)]
    assert any(len({one.article_id for one in claim.appearances if one.claimant}) == 2 for claim in told) is joined


ROWERS = (
    "Les rameurs de Port-Alba ont cessé le travail lundi. Ils demandent des bancs plus larges. Le maire Anselme Roy a promis aux rameurs "
    "une cloison de chêne. Une péniche de Kervel attend devant l'écluse de Vaugrine avec du charbon. Le syndic Basile Corme a peint les "
    "avirons en rouge. {}"
)
PARADE = (
    "À Kervel, les rameurs ont défilé derrière une fanfare. Odile Tarn tient la caisse depuis la première heure. Port-Alba a fermé le "
    "bassin de Vaugrine. Des enfants distribuaient des prunes au passage. Le curé Ivo Melin a béni les rameurs et le violon de Lise "
    "Orband. {}"
)


@pytest.mark.parametrize(
    ("told", "other", "joined"),
    [
        ("Les rameurs décident de vider leurs tonneaux.", "Deux vieux rameurs décident du menu de fête.", False),
        ("Les rameurs décident de vider leurs tonneaux.", "Deux vieux rameurs décident de vider des tonneaux de cidre.", True),
        ("Les 40 rameurs décident de vider leurs tonneaux.", "Les 40 vieux rameurs décident du menu de fête.", True),
    ],
)
def test_what_both_articles_are_about_and_one_word_beside_it_make_no_claim(told: str, other: str, joined: bool) -> None:
    assert in_both(Text("a", ROWERS.format(told), day="2031-03-01"), Text("b", PARADE.format(other), day="2031-03-02")) is joined


@pytest.mark.parametrize(
    ("other", "denied"),
    [("Au phare, les rameurs ne mangent pas de dessert.", False), ("Les rameurs ne mangent pas trop de pain noir.", True)],
)
def test_so_little_denies_nothing(other: str, denied: bool) -> None:
    a = Text("a", ROWERS.format("Les rameurs mangent trop de pain noir."), day="2031-03-01")
    b = Text("b", PARADE.format(other), day="2031-03-02")
    assert any(link.kind == "denial" for claim in match.claims([a.read(), b.read()], ()) for link in claim.links) is denied


@pytest.mark.parametrize(("other", "joined"), [("Elle offre du cidre aux rameurs en grève.", False), ("Les rameurs en grève !", True)])
def test_the_theme_alone_states_nothing_that_another_article_tells_too(other: str, joined: bool) -> None:
    strike = ROWERS.replace("Les rameurs", "Les rameurs en grève").replace("aux rameurs", "aux rameurs de la grève")
    parade = PARADE.replace("les rameurs", "les rameurs en grève")
    a = Text("a", strike.format("Les rameurs en grève."), day="2031-03-01")
    b = Text("b", parade.format(other), day="2031-03-02")
    assert in_both(a, b) is joined


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.sampled_from([-0.8, 0.3, 0.5, 0.6, 0.9]), max_size=28), st.sets(pairs, max_size=3))
def test_clusters_are_those_that_are_counted_anew_for_each_pair(scores: dict[tuple[int, int], float], weak: set[tuple[int, int]]) -> None:
    groups = [{index} for index in range(8)]
    for a, b in sorted((pair for pair in scores if scores[pair] >= 0.5 and pair not in weak), key=lambda pair: (-scores[pair], pair)):
        mine, theirs = (next(group for group in groups if index in group) for index in (a, b))
        found = [scores.get((min(x, y), max(x, y)), 0.0) for x, y in product(mine, theirs)]
        votes = sum(score >= 0.5 for score in found) - sum(score <= -0.5 for score in found)
        if mine is not theirs and votes >= 0.34 * len(mine) * len(theirs):
            groups.remove(theirs)
            mine |= theirs
    assert clusters(8, scores, 0.5, weak) == sorted(sorted(group) for group in groups)


def test_a_weak_pair_makes_no_cluster_and_speaks_for_one() -> None:
    assert clusters(2, {(0, 1): 0.9}, 0.5, {(0, 1)}) == [[0], [1]]
    scores = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.6, (0, 3): 0.6}
    assert clusters(4, scores, 0.5, {(1, 2), (0, 3)}) == [[0, 1, 2], [3]]
