"""Several rulings: who wins, who is asked for, what rests on what, what two people say; and what does not fit any more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import pipeline, rulings
from selon.api import rulings as ruled
from selon.api import targets
from selon.errors import UsageError
from selon.model.reading import Reading
from selon.model.ruling import Gesture, Place, Quoted, Ruling, State, Target, Thing, Value
from selon.model.span import Span
from selon.pipeline import Answer
from selon.rulings.articles import interval


def said(answer: Answer, article: str, number: int = 0) -> str:
    return next(one.attributions[number].id for one in answer.readings if one.article.id == article)


def ruling(
    answer: Answer, gesture: Gesture, *ids: str, who: str = "Ada", day: int = 1, thing: Thing = Thing.ATTRIBUTION,
    value: Value | None = None, others: tuple[str, ...] = (),
) -> Ruling:  # fmt: skip
    about = targets.target(targets.OfAnswer(answer), thing, ids, others=others)
    when = f"2031-04-{day:02}T12:00:00Z"
    return ruled.draft(who=who, why="seen on the page", gesture=gesture, target=about, value=value, when=when)


def states(answer: Answer) -> list[State]:
    return [fit.state for fit in answer.standing.fits]


def linked(answer: Answer) -> tuple[str, str]:
    story = next(one for one in answer.lineage.stories if one.denials)
    link = next(one for one in story.claim.links if one.kind == "same")
    return link.a, link.b


def test_of_two_that_contradict_the_later_one_is_in_force(story: list[Reading], plain: Answer) -> None:
    yes = ruling(plain, Gesture.ACCEPT, said(plain, "dune"), value=Value())
    no = ruling(plain, Gesture.REJECT, said(plain, "dune"), who="Bo", day=2)
    one, other = pipeline.joined(story, (), [yes, no]), pipeline.joined(story, (), [no, yes])
    assert states(one) == [State.OVERRULED, State.APPLIED]
    assert "Bo says otherwise" in one.standing.fits[0].reason
    assert (one.lineage, one.standing) == (other.lineage, other.standing)


def test_a_second_person_can_be_asked_for(story: list[Reading], plain: Answer) -> None:
    a, b = linked(plain)
    first = ruling(plain, Gesture.ACCEPT, a, others=(b,), thing=Thing.LINK)
    same = ruling(plain, Gesture.ACCEPT, b, others=(a,), thing=Thing.LINK, day=2)
    second = ruling(plain, Gesture.ACCEPT, b, others=(a,), thing=Thing.LINK, who="Bo", day=3)
    alone = pipeline.joined(story, (), [first, same], persons=2)
    assert states(alone) == [State.WAITING, State.WAITING]
    assert alone.lineage == plain.lineage
    both = pipeline.joined(story, (), [first, same, second], persons=2)
    assert set(states(both)) == {State.APPLIED}
    assert "confirmed" in {link.state for one in both.lineage.stories for link in one.claim.links}


def test_what_a_person_rejects_needs_no_second(story: list[Reading], plain: Answer) -> None:
    no = ruling(plain, Gesture.REJECT, said(plain, "dune"))
    assert states(pipeline.joined(story, (), [no], persons=2)) == [State.APPLIED]


def test_an_accepted_attribution_stays_when_rules_do_not_read_it_any_more(story: list[Reading], plain: Answer) -> None:
    about = targets.target(targets.OfAnswer(plain), Thing.ATTRIBUTION, [said(plain, "rade")])
    yes = ruling(plain, Gesture.ACCEPT, said(plain, "rade"), value=targets.as_read(plain, about))
    blind = [replace(one, attributions=(), resolutions=()) if one.article.id == "rade" else one for one in story]
    after = pipeline.joined(blind, (), [yes])
    assert states(after) == [State.APPLIED]
    assert [one.id for reading in after.readings if reading.article.id == "rade" for one in reading.attributions] == [said(plain, "rade")]
    assert {
        one.claimant.name for reading in after.readings if reading.article.id == "rade" for one in reading.resolutions if one.claimant
    } == {"Ada Brynn"}


def test_what_is_read_a_little_otherwise_is_said(story: list[Reading], plain: Answer) -> None:
    no = ruling(plain, Gesture.REJECT, said(plain, "rade"))
    shorter = []
    for one in story:
        if one.article.id == "rade":
            first = one.attributions[0]
            content = (Span(first.content[0].start, first.content[0].end - 4),)
            one = replace(one, attributions=(replace(first, content=content), *one.attributions[1:]))
        shorter.append(one)
    after = pipeline.joined(shorter, (), [no])
    assert states(after) == [State.MOVED]
    assert "read otherwise now" in after.standing.fits[0].reason


def test_what_is_not_read_any_more_goes_to_the_queue(story: list[Reading], plain: Answer) -> None:
    no = ruling(plain, Gesture.SPEAKER, said(plain, "rade"), value=Value(name="Ida Sorel"))
    blind = [replace(one, attributions=(), resolutions=()) if one.article.id == "rade" else one for one in story]
    after = pipeline.joined(blind, (), [no])
    assert states(after) == [State.OPEN]
    assert after.standing.fits[0].reason == "no attribution is read at these words now"
    other = pipeline.joined([replace(one, article=replace(one.article, text_digest="0" * 16)) for one in story], (), [no])
    assert states(other) == [State.MOVED]


def test_words_that_stand_elsewhere_too_are_told_apart_by_their_number(story: list[Reading]) -> None:
    article = story[0].article
    text = "Le bac. Le bac. Le bac."
    twice = replace(article, text=text)
    spot = rulings.quoted(Span(8, 14), text)
    assert spot == Quoted(words="Le bac", nth=1, of=3)
    place = rulings.place(twice, [Span(8, 14)])
    found = rulings.Texts([twice]).find(place)
    assert isinstance(found, rulings.Found)
    assert found.spans == (Span(8, 14),)
    lost = rulings.Texts([replace(twice, text="Le bac. Le bac.")]).find(place)
    assert isinstance(lost, rulings.Lost)
    assert "stand 2 times in the text, not 3 times" in lost.reason


def test_one_text_at_two_outlets_is_two_articles(story: list[Reading]) -> None:
    a = story[0].article
    b = replace(a, address="https://other.example/1", id="other")
    found = rulings.Texts([a, b]).find(rulings.place(b))
    assert isinstance(found, rulings.Found)
    assert found.article.id == "other"
    moved = replace(b, address="https://third.example/1", id="third")
    assert isinstance(rulings.Texts([a, moved]).find(rulings.place(b)), rulings.Lost)


def test_what_rests_on_a_ruling(story: list[Reading], plain: Answer) -> None:
    text = next(one.article.text for one in plain.readings if one.article.id == "dune")
    start = text.index("ils dureront")
    value = Value(content=targets.quotes(plain, "dune", [Span(start, start + 12)]), name="Ida Sorel")
    add = ruling(plain, Gesture.ADD, "dune", value=value)
    added = pipeline.joined(story, (), [add])
    new = next(one.id for reading in added.readings for one in reading.attributions if one.rule == "ruling")
    rename = ruling(added, Gesture.RENAME, new, thing=Thing.CLAIMANT, value=Value(name="Ida Sorel-Brynn"), day=2)
    book = [add, rename]
    before = pipeline.joined(story, (), book)
    with pytest.raises(UsageError, match="later rulings rest on it") as told:
        ruled.undoing(add.id, book, before, lambda held: pipeline.joined(story, (), held), who="Bo", why="no")
    assert rename.id in told.value.what
    inverse = ruled.undoing(rename.id, book, before, lambda held: pipeline.joined(story, (), held), who="Bo", why="no")
    assert inverse.inverse_of == rename.id
    done = [*book, inverse]
    after = pipeline.joined(story, (), done)
    with pytest.raises(UsageError, match="taken back already"):
        ruled.undoing(rename.id, done, after, lambda held: pipeline.joined(story, (), held), who="Bo", why="no")


def test_two_peoples_rulings_become_one_book(plain: Answer) -> None:
    mine = [ruling(plain, Gesture.ACCEPT, said(plain, "dune"), value=Value()), ruling(plain, Gesture.REJECT, said(plain, "rade"), day=2)]
    theirs = [mine[1], ruling(plain, Gesture.REJECT, said(plain, "dune"), who="Bo", day=3)]
    book, conflicts = rulings.merged(mine, theirs)
    assert [one.id for one in book] == [mine[0].id, mine[1].id, theirs[1].id]
    assert [(one.a.who, one.b.who) for one in conflicts] == [("Ada", "Bo")]
    assert rulings.merged(theirs, mine) == (book, conflicts)
    assert rulings.merged(mine, mine) == (tuple(mine), ())


@pytest.mark.parametrize(
    ("gesture", "thing", "value", "what"),
    [
        (Gesture.RENAME, Thing.ARTICLE, Value(name="x"), "cannot be said of"),
        (Gesture.RENAME, Thing.CLAIMANT, Value(), "gives no name"),
        (Gesture.SET, Thing.ARTICLE, Value(field="published", to="soon"), "no date"),
        (Gesture.SET, Thing.ARTICLE, Value(field="lang", to="French"), "no language"),
        (Gesture.SET, Thing.ARTICLE, Value(field="text", to="x"), "no field"),
        (Gesture.SET, Thing.ATTRIBUTION, Value(field="stance", to="sure"), "only its stance"),
        (Gesture.RESPAN, Thing.ATTRIBUTION, Value(), "no characters"),
        (Gesture.ADD, Thing.ATTRIBUTION, Value(), "which words"),
        (Gesture.ADD, Thing.ATTRIBUTION, Value(content=(Quoted(words="x"),), stance="sure"), "no stance"),
        (Gesture.SPEAKER, Thing.ATTRIBUTION, Value(name="x", kind="ghost"), "no kind"),
        (Gesture.REJECT, Thing.EDGE, Value(), "one end"),
        (Gesture.MERGE, Thing.CLAIMANT, Value(), "takes two"),
    ],
    ids=lambda value: value.what if hasattr(value, "what") else None,
)
def test_what_cannot_be_carried_out_is_refused(gesture: Gesture, thing: Thing, value: Value, what: str) -> None:
    about = Target(thing=thing, places=(Place(address="a", text="b"),))
    with pytest.raises(UsageError, match=what):
        ruled.draft(who="Ada", why="x", gesture=gesture, target=about, value=value)


@pytest.mark.parametrize("missing", ["who", "why"])
def test_a_ruling_says_who_and_why(missing: str) -> None:
    told = {"who": "Ada", "why": "seen", missing: " "}
    with pytest.raises(UsageError, match="who decides, and why"):
        ruled.draft(**told, gesture=Gesture.REJECT, target=Target(thing=Thing.ATTRIBUTION, places=(Place(address="a", text="b"),)))


def test_bytes_that_are_no_text_are_refused() -> None:
    about = Target(thing=Thing.ATTRIBUTION, places=(Place(address="a", text="b"),))
    with pytest.raises(UsageError, match="no text"):
        ruled.draft(who="Ada", why="vu \udce9", gesture=Gesture.REJECT, target=about)


@pytest.mark.parametrize(
    ("to", "earliest", "latest"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-04-05", "2031-04-05", "2031-04-05"),
        ("2031-04-05/2031-06", "2031-04-05", "2031-06-30"),
        ("2031-04/", "2031-04-01", None),
        ("/2031-04", None, "2031-04-30"),
    ],
)
def test_dates(to: str, earliest: str | None, latest: str | None) -> None:
    found = interval(to, "x")
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize("to", ["", "/", "hier", "2031-13", "2031-04-32", "2031-05/2031-04", "31-04-2031", "2031-02-30", "0000", "9999"])
def test_what_is_no_date(to: str) -> None:
    assert interval(to, "x") is None


@given(st.permutations(range(4)))
def test_the_order_of_a_file_changes_nothing(order: list[int]) -> None:
    place = Place(address="a", text="b", quotes=(Quoted(words="x"),))
    about = Target(thing=Thing.ATTRIBUTION, places=(place,))
    held = [
        rulings.made(who=f"P{number}", when=f"2031-04-0{number + 1}T00:00:00Z", why="x", gesture=gesture, target=about)
        for number, gesture in enumerate((Gesture.ACCEPT, Gesture.REJECT, Gesture.ACCEPT, Gesture.REJECT))
    ]
    told = [one.id for one in rulings.Book([held[at] for at in order]).in_force(Thing.ATTRIBUTION)]
    assert told == [held[1].id]
