"""Each gesture does what it says, is taken back without a trace, survives other rules and newer texts, and is never lost in silence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from selon import pipeline
from selon.api import rulings as ruled
from selon.api import targets
from selon.model.reading import Reading
from selon.model.ruling import Fit, Gesture, Ruling, State, Target, Thing, Value
from selon.model.span import Span
from selon.pipeline import Answer
from selon.show.jsonl import as_json, attributions_line, blocks_line, lineage_line
from selon.show.story_line import claims_line

Ruled = Callable[..., Ruling]


@dataclass(frozen=True)
class Case:
    """A gesture on the story: its arguments as they follow from the plain answer, and what must hold afterwards."""

    gesture: Gesture
    thing: Thing
    ids: Callable[[Answer], tuple[str, ...]]
    others: Callable[[Answer], tuple[str, ...]] = lambda answer: ()
    value: Callable[[Answer], Value | None] = lambda answer: None
    kind: str | None = None
    spans: tuple[Span, ...] = ()
    holds: Callable[[Answer, Answer], bool] = lambda before, after: before.lineage != after.lineage


def said(answer: Answer, article: str, number: int = 0) -> str:
    return next(one.attributions[number].id for one in answer.readings if one.article.id == article)


def denial(answer: Answer) -> str:
    return next(one.attribution_id for story in answer.lineage.stories for one in story.denials)


def main(answer: Answer) -> str:
    """The claim that is denied."""
    return next(story.claim.id for story in answer.lineage.stories if story.denials)


def told(answer: Answer, article: str) -> str:
    """The appearance of the denied claim in an article."""
    story = next(story for story in answer.lineage.stories if any(one.id == main(answer) for one in story.claim.appearances))
    return next(one.id for one in story.claim.appearances if one.article_id == article and one.attribution_id)


def works(answer: Answer) -> str:
    """Another claim of two articles."""
    return next(one.claim.id for one in answer.lineage.stories if "plongeurs" in one.claim.label)


def claimant(answer: Answer, name: str) -> str:
    return next(one.claimant.id for reading in answer.readings for one in reading.resolutions if one.claimant and one.claimant.name == name)


def names(answer: Answer) -> set[str]:
    return {one.claimant.name for reading in answer.readings for one in reading.resolutions if one.claimant}


def contents(answer: Answer) -> list[str]:
    return [one.content[0].of(reading.article.text) for reading in answer.readings for one in reading.attributions]


def edges(answer: Answer) -> set[tuple[str, str, str]]:
    return {(one.source, one.target, one.kind) for one in answer.lineage.edges}


def states(answer: Answer) -> set[str]:
    return {one.state for one in answer.lineage.edges} | {link.state for story in answer.lineage.stories for link in story.claim.links}


def homes(answer: Answer) -> dict[str, str]:
    return {one.id: story.claim.id for story in answer.lineage.stories for one in story.claim.appearances}


def ties(answer: Answer) -> dict[str, str | None]:
    tied = {one.attribution_id: one.claim_id for story in answer.lineage.stories for one in story.denials}
    return tied | {one.attribution_id: None for one in answer.lineage.open_denials}


def article(answer: Answer, name: str) -> Reading:
    return next(one for one in answer.readings if one.article.id == name)


def words(answer: Answer, name: str, text: str) -> Value:
    start = article(answer, name).article.text.index(text)
    return Value(content=targets.quotes(answer, name, [Span(start, start + len(text))]))


CASES = {
    "accept an attribution": Case(
        Gesture.ACCEPT, Thing.ATTRIBUTION, lambda a: (said(a, "rade"),),
        holds=lambda a, b: b.standing.attributions == (said(a, "rade"),) and a.lineage == b.lineage,
    ),
    "reject an attribution": Case(
        Gesture.REJECT, Thing.ATTRIBUTION, lambda a: (said(a, "dune"),), holds=lambda a, b: len(contents(b)) == len(contents(a)) - 1
    ),
    "accept a link": Case(
        Gesture.ACCEPT, Thing.LINK, lambda a: (told(a, "quai"),), lambda a: (told(a, "dune"),), holds=lambda a, b: "confirmed" in states(b)
    ),
    "reject a link": Case(
        Gesture.REJECT, Thing.LINK, lambda a: (told(a, "quai"),), lambda a: (told(a, "dune"),),
        holds=lambda a, b: homes(b)[told(a, "quai")] != homes(b)[told(a, "dune")],
    ),
    "merge two claims": Case(
        Gesture.MERGE, Thing.LINK, lambda a: (main(a),), lambda a: (works(a),), holds=lambda a, b: homes(b)[main(a)] == homes(b)[works(a)]
    ),
    "split a claim": Case(
        Gesture.SPLIT, Thing.LINK, lambda a: (told(a, "dune"),),
        holds=lambda a, b: [one for one, home in homes(b).items() if home == homes(b)[told(a, "dune")]] == [told(a, "dune")],
    ),
    "accept an edge": Case(
        Gesture.ACCEPT, Thing.EDGE, lambda a: ("quai",), lambda a: ("dune",), kind="republication",
        holds=lambda a, b: "confirmed" in states(b),
    ),
    "reject an edge": Case(
        Gesture.REJECT, Thing.EDGE, lambda a: ("quai",), lambda a: ("dune",), kind="republication", holds=lambda a, b: not edges(b)
    ),
    "add an edge": Case(
        Gesture.ADD, Thing.EDGE, lambda a: ("ext:AFP",), lambda a: ("rade",), kind="credit",
        holds=lambda a, b: ("ext:AFP", "rade", "credit") in edges(b),
    ),
    "another kind of edge": Case(
        Gesture.SET, Thing.EDGE, lambda a: ("quai",), lambda a: ("dune",), lambda a: Value(field="kind", to="quotation"), "republication",
        holds=lambda a, b: edges(b) == {("quai", "dune", "quotation")},
    ),
    "rename a claimant": Case(
        Gesture.RENAME, Thing.CLAIMANT, lambda a: (said(a, "quai"),), value=lambda a: Value(name="Adélaïde Brynn", role="capitaine"),
        holds=lambda a, b: "Adélaïde Brynn" in names(b),
    ),
    "merge two claimants": Case(
        Gesture.MERGE, Thing.CLAIMANT, lambda a: (said(a, "quai"),), lambda a: (said(a, "dune"),),
        holds=lambda a, b: "Lucas Ferrand" not in names(b),
    ),
    "split a claimant": Case(
        Gesture.SPLIT, Thing.CLAIMANT, lambda a: (said(a, "phare", 1),), value=lambda a: Value(name="Nora Quill (la mère)"),
        holds=lambda a, b: {"Nora Quill", "Nora Quill (la mère)"} <= names(b),
    ),
    "another speaker": Case(
        Gesture.SPEAKER, Thing.ATTRIBUTION, lambda a: (said(a, "dune"),), value=lambda a: Value(name="Ida Sorel"),
        holds=lambda a, b: "Ida Sorel" in names(b),
    ),
    "other characters": Case(
        Gesture.RESPAN, Thing.ATTRIBUTION, lambda a: (said(a, "rade"),),
        value=lambda a: words(a, "rade", "le bac du matin part à sept heures"),
        holds=lambda a, b: "le bac du matin part à sept heures" in contents(b),
    ),
    "another stance": Case(
        Gesture.SET, Thing.ATTRIBUTION, lambda a: (said(a, "rade"),), value=lambda a: Value(field="stance", to="hedged"),
        holds=lambda a, b: article(b, "rade").attributions[0].stance == "hedged",
    ),
    "add an attribution": Case(
        Gesture.ADD, Thing.ATTRIBUTION, lambda a: ("dune",),
        value=lambda a: replace(words(a, "dune", "ils dureront autant que la mer le permettra"), name="Ida Sorel"),
        holds=lambda a, b: "Ida Sorel" in names(b) and len(contents(b)) == len(contents(a)) + 1,
    ),
    "add a denial": Case(
        Gesture.ADD, Thing.DENIAL, lambda a: ("rade",), lambda a: (works(a),),
        lambda a: replace(words(a, "rade", "Le bac d'Ormelle"), name="Ida Sorel"),
        holds=lambda a, b: any(one.by == "Ida Sorel" for story in b.lineage.stories if story.claim.id == works(a) for one in story.denials),
    ),
    "accept a denial": Case(
        Gesture.ACCEPT, Thing.DENIAL, lambda a: (denial(a),),
        holds=lambda a, b: b.standing.denials == (denial(a),) and a.lineage == b.lineage,
    ),
    "reject a denial": Case(Gesture.REJECT, Thing.DENIAL, lambda a: (denial(a),), holds=lambda a, b: denial(a) not in ties(b)),
    "tie a denial": Case(
        Gesture.TIE, Thing.DENIAL, lambda a: (denial(a),), lambda a: (works(a),), holds=lambda a, b: ties(b)[denial(a)] == works(a)
    ),
    "untie a denial": Case(Gesture.TIE, Thing.DENIAL, lambda a: (denial(a),), holds=lambda a, b: ties(b)[denial(a)] is None),
    "no article": Case(
        Gesture.NOT_ARTICLE, Thing.ARTICLE, lambda a: ("rade",),
        holds=lambda a, b: b.standing.left_out == ("rade",) and len(b.readings) == 3,
    ),
    "a passage set aside": Case(
        Gesture.NOT_ARTICLE, Thing.ARTICLE, lambda a: ("rade",), spans=(Span(18, 60),),
        holds=lambda a, b: "debris" in {block.kind for block in article(b, "rade").article.blocks},
    ),
    "a date": Case(
        Gesture.SET, Thing.ARTICLE, lambda a: ("quai",), value=lambda a: Value(field="published", to="2031-02"),
        holds=lambda a, b: article(b, "quai").article.published.latest == "2031-02-28",  # type: ignore[union-attr]
    ),
    "no date": Case(
        Gesture.SET, Thing.ARTICLE, lambda a: ("rade",), value=lambda a: Value(field="published", to=""),
        holds=lambda a, b: article(b, "rade").article.published is None,
    ),
    "an outlet": Case(
        Gesture.SET, Thing.ARTICLE, lambda a: ("quai",), value=lambda a: Value(field="outlet", to="La Digue"),
        holds=lambda a, b: article(b, "quai").article.outlet == "La Digue",
    ),
    "authors": Case(
        Gesture.SET, Thing.ARTICLE, lambda a: ("quai",), value=lambda a: Value(field="authors", to="Ida Sorel; Jo Ravel"),
        holds=lambda a, b: article(b, "quai").article.authors == ("Ida Sorel", "Jo Ravel"),
    ),
    "a language": Case(
        Gesture.SET, Thing.ARTICLE, lambda a: ("rade",), value=lambda a: Value(field="lang", to="en"),
        holds=lambda a, b: article(b, "rade").article.lang == "en",
    ),
}  # fmt: skip


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def made(case: Case, plain: Answer, *, who: str = "Ada", day: int = 1) -> Ruling:
    about = targets.target(
        targets.OfAnswer(plain), case.thing, case.ids(plain), others=case.others(plain), kind=case.kind, spans=case.spans
    )
    value = case.value(plain)
    if case.gesture is Gesture.ACCEPT and case.thing in (Thing.ATTRIBUTION, Thing.DENIAL):
        value = targets.as_read(plain, about)
    when = f"2031-04-{day:02}T12:00:00Z"
    return ruled.draft(who=who, why="seen on the page", gesture=case.gesture, target=about, value=value, when=when)


def undo(ruling: Ruling, *, day: int = 2) -> Ruling:
    when = f"2031-04-{day:02}T12:00:00Z"
    about = Target(thing=Thing.RULING, ruling=ruling.id)
    return ruled.draft(who="Bo", why="misread", gesture=Gesture.UNDO, target=about, when=when, inverse_of=ruling.id)


def exported(answer: Answer) -> list[str]:
    """All that the answer says, as the commands print it."""
    lines: Iterator[object] = iter(
        [
            *(blocks_line(one.article) for one in answer.readings),
            *map(attributions_line, answer.readings),
            *map(lineage_line, answer.lineage.edges),
            *map(claims_line, answer.lineage.stories),
        ]
    )
    return [as_json(line) for line in lines]  # type: ignore[arg-type]


def fit(answer: Answer, ruling: Ruling) -> Fit:
    return next(one for one in answer.standing.fits if one.ruling_id == ruling.id)


def test_it_does_what_it_says(case: Case, story: list[Reading], plain: Answer) -> None:
    ruling = made(case, plain)
    after = pipeline.joined(story, (), [ruling])
    assert fit(after, ruling).state is State.APPLIED
    assert case.holds(plain, after)


def test_taken_back_it_leaves_no_trace(case: Case, story: list[Reading], plain: Answer) -> None:
    ruling = made(case, plain)
    after = pipeline.joined(story, (), [ruling, undo(ruling)])
    assert fit(after, ruling).state is State.UNDONE
    assert exported(after) == exported(plain)
    again = pipeline.joined(story, (), [ruling, undo(ruling), undo(undo(ruling), day=3)])
    assert fit(again, ruling).state is State.APPLIED


def test_it_survives_a_newer_text_of_its_page(case: Case, plain: Answer, newer: list[Reading]) -> None:
    ruling = made(case, plain)
    after = pipeline.joined(newer, (), [ruling])
    assert fit(after, ruling).state in (State.APPLIED, State.MOVED)
    assert case.gesture is Gesture.ACCEPT or exported(after) != exported(pipeline.joined(newer))


def test_where_its_text_is_gone_it_waits_and_says_why(case: Case, plain: Answer, story: list[Reading]) -> None:
    ruling = made(case, plain)
    articles = {place.address for place in (*ruling.target.places, *ruling.target.others)}
    rest = [one for one in story if one.article.address not in articles]
    after = pipeline.joined(rest, (), [ruling])
    assert fit(after, ruling).state is State.OPEN
    assert "no article of this collection" in fit(after, ruling).reason


def test_said_twice_it_is_said_once(case: Case, story: list[Reading], plain: Answer) -> None:
    first, second = made(case, plain), made(case, plain, who="Bo", day=3)
    after = pipeline.joined(story, (), [first, second])
    assert {one.state for one in after.standing.fits} == {State.APPLIED}
    assert case.holds(plain, after)
