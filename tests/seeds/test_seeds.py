"""The five real pages: who quotes whom, and what was lost on the way. One test for each lettered line of their table.

The pages carry one government's accusations; nothing here says whether any is so. They are in view of whoever writes the rules:
these tests are a gate against regressions, and no evidence of quality.
"""

import datetime
from collections.abc import Callable

import pytest

from seeds.pages import Page
from selon.languages.phonetic import same_spelling
from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.pipeline import Answer

pytestmark = pytest.mark.data
Pages = Callable[[str], Page]


# ---- 000: a Hugo post of 3 November 2019


def test_000a_front_matter_is_metadata(page: Pages) -> None:
    article = page("000").reading.article
    values = {(one.field, one.value) for one in article.metadata}
    assert article.title and article.title.startswith("Le soutien")
    assert article.published and article.published.earliest == article.published.latest == "2019-11-03"
    assert article.lang == "fr"
    assert ("tags", "Politique") in values
    assert page("000").blocks("metadata")[0].startswith("--- title:")


def test_000b_thirteen_block_quotations_of_the_spokeswoman(page: Pages) -> None:
    here = page("000")
    quoted = [block.span for block in here.reading.article.blocks if block.kind == "blockquote"]
    found = [one for one in here.attributions(claimant="Zakharova") if one.kind == "direct" and one.parent is None]
    assert len(quoted) == len(found) == 13
    for block, one in zip(quoted, found, strict=True):
        assert block.covers(one.content[0])
        assert "Maria Sacharova" in here.claimant(one).aliases
        assert any("inferred from layout and link" in reason for reason in one.reasons)


def test_000c_the_linked_briefing_is_cited_and_not_held(page: Pages) -> None:
    here = page("000")
    links = [edge for edge in here.edges() if edge.kind == "link"]
    assert len(links) == 1
    assert links[0].source.startswith("ext:http") and "November 1, 2019" in links[0].reasons[0]
    quoted = next(story for story in here.stories() if any(one.claimant == "Maria Zakharova" for one in story.claim.appearances))
    assert any("November 1, 2019" in gap.why and "not held" in gap.why for gap in quoted.gaps)


@pytest.mark.parametrize("source", ["les Alliés", "les rapports que le gouvernement syrien met", "Ils"])
def test_000d_voices_inside_her_words_are_nested(page: Pages, source: str) -> None:
    here = page("000")
    inside = [one for one in here.attributions(source=source) if one.parent]
    assert len(inside) == 1
    outer = next(one for one in here.reading.attributions if one.id == inside[0].parent)
    assert here.claimant_name(outer) == "Maria Zakharova"


def test_000e_corroboration_in_her_own_mouth_counts_nothing(page: Pages) -> None:
    here = page("000")
    borrowed = {one: None for story in here.stories() for one in story.corroborations}
    assert len(borrowed) == 2
    assert {one.by for one in borrowed} == {"Maria Zakharova"}
    for story in here.stories():
        if story.corroborations:
            assert [origin.name for origin in story.origins.named] == ["Maria Zakharova"]
            assert (story.origins.min, story.origins.max) == (1, 1)


def test_000f_the_tweet_is_an_embed(page: Pages) -> None:
    embeds = page("000").blocks("embed")
    assert len(embeds) == 1 and embeds[0].startswith("{{< tweet")


# ---- 001: a WordPress page


def test_001a_comment_form_and_related_links_are_set_aside(page: Pages) -> None:
    here = page("001")
    assert any(text.startswith("Répondre") for text in here.blocks("debris"))
    assert sum("Vous commentez" in text for text in here.blocks("debris")) == 4
    assert len(here.blocks("related")) == 4 and all(text.startswith("LIRE") for text in here.blocks("related"))


def test_001b_credits_are_the_chain_and_the_outlet_is_not_named(page: Pages) -> None:
    here = page("001")
    assert here.reading.article.outlet is None
    edges = {(edge.source, edge.target, edge.kind) for edge in here.answer.lineage.edges}
    assert ("ext:Sputnik News", "ext:MIRASTNEWS", "translation") in edges
    assert ("ext:MIRASTNEWS", here.id, "translation") in edges
    assert ("ext:Sputnik News", here.id, "credit") in edges
    chains = [[hop.name for hop in chain.hops] for story in here.stories() for chain in story.chains]
    assert any(
        "outlet not named" in names[0] and names[1:3] == ["MIRASTNEWS", "Sputnik News"] and "Viktor Kupchishin" in names for names in chains
    )


def test_001c_friday_on_or_after_29_march(page: Pages) -> None:
    here = page("001")
    published = here.reading.article.published
    assert published and published.earliest == "2019-03-29" and published.latest is None
    assert datetime.date.fromisoformat(published.earliest).weekday() == 4
    assert "likeliest 2019-03-29" in published.source
    assert all("2019-03-29" in one for one in here.dates("vendredi"))


def test_001d_could_have_been_forced_is_hedged(page: Pages) -> None:
    here = page("001")
    hedged = [one for one in here.reading.attributions if "auraient pu être forcés" in here.content(one)]
    assert [one.stance for one in hedged] == [Stance.HEDGED]


def test_001e_the_office_differs_between_headline_and_body(page: Pages) -> None:
    here = page("001")
    title = here.reading.article.title
    assert title
    found = [one for one in here.changes("claimant_changed") if "Ministre" in here.words(one.to_span)]
    assert found and any("chef du Centre" in here.words(one.from_span) or "Kupchishin" in here.words(one.from_span) for one in found)
    assert all(one.sentence.startswith("office differs") for one in found)


def test_001f_the_hedge_of_the_quotation_is_not_in_the_paraphrase(page: Pages) -> None:
    here = page("001")
    found = [one for one in here.changes("hedge_dropped") if "supposément" in here.words(one.from_span)]
    assert len(found) == 1
    assert "chlore" in here.words(found[0].to_span) and found[0].sentence.startswith("hedge differs")


# ---- 002: a page that names no outlet


def test_002a_two_credits_and_one_attribution(page: Pages) -> None:
    here = page("002")
    credited = {(one.name, one.kind.value) for one in here.reading.article.credits}
    assert credited == {("Vietnam+", "source"), ("AFP/VNA", "photo")}
    assert [here.claimant_name(one) for one in here.attributions(source="M. Konashenkov", cue="Selon")] == ["Igor Konashenkov"]
    assert not here.attributions(source="Vietnam+")
    assert {edge.source for edge in here.edges() if edge.kind == "credit"} == {"ext:Vietnam+"}


def test_002b_the_anonymous_source_is_one_claimant(page: Pages) -> None:
    here = page("002")
    found = [here.claimant(one) for one in here.attributions(source="ource") if "source" in here.words(one.source).lower()]
    assert len(found) == 2 and None not in found
    assert {one.kind for one in found} == {ClaimantKind.ANONYMOUS}
    assert len({one.id for one in found}) == 1


def test_002c_an_explicit_and_a_second_hand_denial(page: Pages) -> None:
    here = page("002")
    kinds = {(one.kind, "cette information" in here.words(one.span)) for one in here.denials()}
    assert kinds == {("explicit", True), ("second-hand", False)}
    explicit = next(one for one in here.denials() if one.kind == "explicit")
    assert "coalition" in (explicit.by or "")
    assert explicit.claim_id or explicit.tie.startswith("open:")


def test_002d_more_than_twenty_and_dozens_differ_in_precision(page: Pages) -> None:
    here = page("002")
    found = [{here.words(one.from_span), here.words(one.to_span)} for one in here.changes("precision_changed")]
    assert any("20" in " ".join(pair) and "dizaines" in " ".join(pair) for pair in found)
    assert not any("20" in " ".join(words) for words in [{here.words(one.from_span)} for one in here.changes("number_changed")])


def test_002e_4_october_without_a_year_stays_open_or_says_why(page: Pages) -> None:
    found = page("002").dates("4 octobre")
    assert len(found) == 1
    assert "10-04" in found[0] and ("open" in found[0] or "context" in found[0])


def test_002f_a_state_in_the_voice_of_the_page_beside_one_member_of_parliament(page: Pages) -> None:
    here = page("002")
    found = [one for one in here.changes("claimant_changed") if here.words(one.from_span) == "la Russie"]
    assert any("Klintsevich" in here.words(one.to_span) for one in found)


# ---- 003: a page of RT France


def test_003a_cookies_and_opinions_are_set_aside(page: Pages) -> None:
    here = page("003")
    assert any("cookies" in text for text in here.blocks("debris"))
    assert any("commentaires" in text for text in here.blocks("disclaimer"))
    assert not any("cookie" in here.content(one) for one in here.reading.attributions)


def test_003b_the_spokesman_through_the_agency(page: Pages) -> None:
    here = page("003")
    found = here.attributions(claimant="Dimitri Peskov")
    assert len(found) == 1 and "Tass" in here.words(found[0].via)
    assert any(edge.source == "ext:Tass" and edge.target == here.id for edge in here.edges())


def test_003c_one_agency_twice(page: Pages) -> None:
    here = page("003")
    found = [here.claimant(one) for one in here.attributions(cue="elon")]
    assert [one.name for one in found if one] == ["SANA", "SANA"]
    assert len({one.id for one in found if one}) == 1


def test_003d_not_confirmed_by_damascus_tied_to_the_turkish_figure(page: Pages) -> None:
    here = page("003")
    found = [one for one in here.denials() if one.kind == "unconfirmed"]
    assert len(found) == 1 and found[0].by == "Damas"
    story = next(story for story in here.stories() if story.claim.id == found[0].claim_id)
    assert any("100 soldats" in here.words(span) for one in story.claim.appearances for span in one.spans)
    assert not any(one.kind == "explicit" for one in here.denials())


def test_003e_two_days_later_twice_counted_from_two_days(page: Pages) -> None:
    found = [*page("003").dates("eux jours plus tard")]
    assert len(found) == 2
    assert "02-12" in found[0] and "02-13" in found[1]
    assert all("open" in one or "context" in one for one in found)


# ---- 004: a page with tweets


def test_004a_both_tweets_with_author_and_date(page: Pages) -> None:
    here = page("004")
    assert len(here.blocks("embed")) == 2
    authors = {here.claimant_name(one) for one in here.reading.attributions if one.cue is None and one.rule.startswith("layout")}
    assert {"RT France", "RT"} <= authors
    assert [one.split()[0] for one in here.dates("septembre 2016")] == ["2016-09-28", "2016-09-27"]


def test_004b_kirby_and_the_foreign_minister(page: Pages) -> None:
    here = page("004")
    assert here.attributions(claimant="John Kirby")
    assert [here.claimant_name(one) for one in here.attributions(source="Le ministre russe des Affaires étrangères")] == ["Sergueï Lavrov"]


def test_004c_a_word_of_washington(page: Pages) -> None:
    here = page("004")
    found = here.attributions(source="Washington", cue="décrits par")
    assert [here.content(one) for one in found] == ["modérés"]


def test_004d_the_qualifier_of_the_tweet_is_not_in_the_page(page: Pages) -> None:
    here = page("004")
    found = [one for one in here.changes("qualifier_lost") if "indirectly" in here.words(one.from_span)]
    assert found and "aide militaire" in here.words(found[0].to_span)


# ---- all five together


ONE_NAME = [
    ("Idlib", "Idleb"),
    ("Al-Nosra", "Al-Nusra"),
    ("al-Sham", "al-Cham"),
    ("Deir Ezzor", "Deir ez-Zor"),
    ("Saraqib", "Saraqeb"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_together_a_spellings_of_one_name(a: str, b: str) -> None:
    assert same_spelling(a, b)


def test_together_a_two_groups_stay_two() -> None:
    assert not same_spelling("Hayat Tahrir al-Sham", "Al-Nosra")


def test_together_b_kremlin_and_ministries_are_distinct_and_moscow_is_the_state(page: Pages) -> None:
    claimants = {
        one.name: one
        for number in ("001", "002", "003", "004")
        for one in (resolution.claimant for resolution in page(number).reading.resolutions)
        if one
    }
    assert claimants["Moscou"].kind is ClaimantKind.STATE and claimants["Moscou"].country == "RU"
    defence, foreign = claimants["ministère russe de la Défense"], claimants["ministère russe des Affaires étrangères"]
    spokesman = claimants["Dimitri Peskov"]
    assert spokesman.organisation and "Kremlin" in spokesman.organisation
    assert len({defence.id, foreign.id, claimants["Moscou"].id}) == 3
    assert defence.kind is foreign.kind is ClaimantKind.BODY


def test_together_c_no_page_is_a_copy_of_another(seeds_answer: Answer) -> None:
    assert seeds_answer.reuses == ()
    held = {reading.article.id for reading in seeds_answer.readings}
    assert len(held) == 5 and seeds_answer.rejected == ()
    assert not [edge for edge in seeds_answer.lineage.edges if edge.source in held and edge.target in held]
