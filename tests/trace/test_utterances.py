"""Who utters the same words is one voice; who hands on another's words is none; a body and who speaks for it are one."""

from dataclasses import replace

import pytest

from selon.model.attribution import SpeechKind
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Origins
from selon.trace.bonds import Bonds
from selon.trace.collection import Collection
from selon.trace.origins import origins
from selon.trace.utterances import one_person
from support.handmade import Text, appearance, claim, person

SAID = "nous avons perdu le pont, la route et les bateaux du port"
OTHER = "le pont et les bateaux du port sont perdus"
BOARD = person("Office des ponts", kind=ClaimantKind.BODY)


def told(*rows: tuple[str, str, Claimant]) -> Origins:
    """The origins of one claim, told in one article a row: the text, the words, who says them."""
    texts = []
    for number, (words, content, who) in enumerate(rows):
        text = Text(f"t{number}", words, day="2031-05-03", outlet=f"Journal {number}")
        kind = SpeechKind.DIRECT if "«" in words else SpeechKind.INDIRECT
        text.said(content, who, source=who.name, cue="a dit", kind=kind)
        texts.append((text, content))
    one = claim(*(appearance(text, content, text.told[0][0]) for text, content in texts))
    return origins(one, [], Bonds([]), Collection.of([text.read() for text, _ in texts]))


def quoted(name: str, words: str = SAID) -> tuple[str, str, Claimant]:
    return f"« {words} », a dit {name}.", words, person(name)


def test_one_utterance_under_two_names() -> None:
    found = told(quoted("Antoine Lac"), quoted("Antoine Lac"), quoted("Alan Laque"))
    assert [one.name for one in found.named] == ["Antoine Lac"]
    assert found.max == 1
    assert "word for word" in found.proof[-1].why


@pytest.mark.parametrize(
    "second", [quoted("Alan Laque", "nous avons perdu le pont"), (f"Alan Laque a dit que {SAID}.", SAID, person("Alan Laque"))]
)
def test_a_part_of_longer_words_or_a_paraphrase_makes_no_utterance(second: tuple[str, str, Claimant]) -> None:
    assert told(quoted("Antoine Lac"), second).max == 2


def test_a_body_and_who_speaks_for_it() -> None:
    speaker = person("Antoine Lac", organisation="Office des ponts")
    found = told((f"Antoine Lac a dit que {OTHER}.", OTHER, speaker), (f"Office des ponts a dit que {OTHER}.", OTHER, BOARD))
    assert [one.name for one in found.named] == ["Antoine Lac"]


def test_a_body_and_who_only_belongs_to_it() -> None:
    member = person("Antoine Lac", organisation="Office des ponts", acts=False)
    found = told((f"Antoine Lac a dit que {OTHER}.", OTHER, member), (f"Office des ponts a dit que {OTHER}.", OTHER, BOARD))
    assert {one.name for one in found.named} == {"Antoine Lac", "Office des ponts"}


def test_a_body_that_more_texts_name_than_who_speaks_for_it() -> None:
    speaker = person("Antoine Lac", organisation="Office des ponts")
    row = (f"Office des ponts a dit que {OTHER}.", OTHER, BOARD)
    found = told((f"Antoine Lac a dit que {OTHER}.", OTHER, speaker), row, row)
    assert [one.name for one in found.named] == ["Office des ponts"]


@pytest.mark.parametrize("other", ["Office", "Les deux bateliers et Office des ponts de Brume"])
def test_a_body_is_shown_under_its_own_words_and_all_of_them(other: str) -> None:
    full = person("Office des Ponts de Brume", kind=ClaimantKind.BODY)
    rows = [(f"{who.name} a dit que {OTHER}.", OTHER, who) for who in (person(other, kind=ClaimantKind.BODY), full)]
    assert "Office des Ponts de Brume" in [one.name for one in told(*rows).named]


def test_who_is_one_person_is_shown_as_most_texts_of_all_claims_name_him() -> None:
    texts = [
        Text(f"t{at}", f"« {SAID} », a dit {name}.", day="2031-05-03")
        for at, name in enumerate(("Alan Laque", "Antoine Lac", "Antoine Lac"))
    ]
    said = [
        one.said(SAID, person(name), source=name, cue="a dit", kind=SpeechKind.DIRECT)
        for one, name in zip(texts, ("Alan Laque", "Antoine Lac", "Antoine Lac"), strict=True)
    ]
    both = claim(*(appearance(text, SAID, one) for text, one in zip(texts, said, strict=True)))
    pairs = one_person([both], Collection.of([text.read() for text in texts]))
    assert pairs == {(person("Antoine Lac").id, person("Alan Laque").id)}


def test_two_who_speak_for_one_body_are_two() -> None:
    rows = [(f"{name} a dit que {OTHER}.", OTHER, person(name, organisation="Office des ponts")) for name in ("Antoine Lac", "Una Brel")]
    assert told(*rows).max == 2


def test_who_hands_on_is_no_voice() -> None:
    text = Text("a", f"Una Brel a dit que Antoine Lac a dit que {OTHER}.", day="2031-05-03", outlet="Journal")
    outer = text.said(f"Antoine Lac a dit que {OTHER}", person("Una Brel"), source="Una Brel", cue="a dit")
    text.said(OTHER, person("Antoine Lac"), source="Antoine Lac", cue="a dit", parent=outer)
    one = claim(
        *(appearance(text, words, said) for words, (said, _) in zip((f"Antoine Lac a dit que {OTHER}", OTHER), text.told, strict=True))
    )
    assert [voice.name for voice in origins(one, [], Bonds([]), Collection.of([text.read()])).named] == ["Antoine Lac"]


FEW = "la dynamique du port est très inquiétante cet hiver"


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (("« la dynamique du port, est très inquiétante cet hiver », a dit un batelier.", "a"), 1),
        (("« la dynamique du port est bonne », a dit un batelier.", "a"), 2),
    ],
)
def test_few_words_of_whom_one_text_names_and_the_other_describes(second: tuple[str, str], count: int) -> None:
    who = person("un batelier", kind=ClaimantKind.ANONYMOUS)
    words = second[0][second[0].index("la") : second[0].index(" »")]
    found = told(quoted("Antoine Lac", FEW), (second[0], words, who))
    assert found.max == count
    assert "Antoine Lac" in [one.name for one in found.named]


def test_few_words_of_two_who_are_named_are_two_voices() -> None:
    assert told(quoted("Antoine Lac", FEW), quoted("Una Brel", FEW)).max == 2


@pytest.mark.parametrize(("name", "count"), [("Lac", 1), ("Brel", 2), ("Antoine", 2)])
def test_a_bare_surname_is_who_is_named_in_full(name: str, count: int) -> None:
    rows = [(f"{who.name} a dit que {OTHER}.", OTHER, who) for who in (person("Antoine Lac"), person(name, kind=ClaimantKind.BODY))]
    assert told(*rows).max == count


def test_of_whom_nobody_names_what_tells_most_is_shown() -> None:
    names = ("un batelier", "un batelier du port de Brume")
    rows = [(f"« {SAID} », a dit {name}.", SAID, person(name, kind=ClaimantKind.ANONYMOUS)) for name in names]
    assert [one.name for one in told(*rows).named] == ["un batelier du port de Brume"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (SAID, 1),
        (f"hélas, {SAID.replace('le pont', 'le pont [du port, ndlr]')}", 1),  # longer, and glossed
        ("nous avons perdu le pont et tout ce qui tenait encore debout", 2),
        ("nous avons perdu le pont", 2),  # too few words
    ],
)
def test_what_is_quoted_of_somebody_left_open_is_of_who_utters_it_elsewhere(words: str, count: int) -> None:
    named, left = (
        Text(f"t{at}", f"« {some} », a dit {who}.", day="2031-05-03") for at, some, who in ((0, SAID, "Brel"), (1, words, "elle"))
    )
    said = (
        named.said(SAID, person("Una Brel"), source="Brel", cue="a dit", kind=SpeechKind.DIRECT),
        left.said(words, None, source="elle", cue="a dit", kind=SpeechKind.DIRECT),
    )
    one = claim(appearance(named, SAID, said[0]), appearance(left, words, said[1]))
    found = origins(one, [], Bonds([]), Collection.of([named.read(), left.read()]))
    assert found.max == count
    assert [voice.name for voice in found.named] == ["Una Brel"]


def test_what_is_reported_of_somebody_left_open_stays_his() -> None:
    named, left = Text("a", f"« {SAID} », a dit Brel.", day="2031-05-03"), Text("b", f"Elle a dit que {SAID}.", day="2031-05-03")
    said = (
        named.said(SAID, person("Una Brel"), source="Brel", cue="a dit", kind=SpeechKind.DIRECT),
        left.said(SAID, None, source="Elle", cue="a dit"),
    )
    one = claim(appearance(named, SAID, said[0]), appearance(left, SAID, said[1]))
    assert origins(one, [], Bonds([]), Collection.of([named.read(), left.read()])).max == 2


@pytest.mark.parametrize(
    ("how", "shown"),
    [("pronoun: nearest subject that agrees", "Antoine Lac"), ("role met before: l'avocat", "Alain Brel")],
)
def test_of_one_utterance_a_role_tells_the_speaker_better_than_a_pronoun(how: str, shown: str) -> None:
    texts = [Text(f"t{at}", f"« {SAID} », a dit {who}.", day="2031-05-03") for at, who in enumerate(("il", "l'avocat"))]
    names = ("Alain Brel", "Antoine Lac")
    said = [
        text.said(SAID, person(name), source=who, cue="a dit", kind=SpeechKind.DIRECT)
        for text, name, who in zip(texts, names, ("il", "l'avocat"), strict=True)
    ]
    texts[0].told[0] = (said[0], replace(texts[0].told[0][1], how=how))
    one = claim(*(appearance(text, SAID, each) for text, each in zip(texts, said, strict=True)))
    assert [voice.name for voice in origins(one, [], Bonds([]), Collection.of([text.read() for text in texts])).named] == [shown]


@pytest.mark.parametrize(
    ("speaker", "cue", "names"),
    [
        (person("Una Brel"), "a confirmé", ["Una Brel"]),
        (person("Una Brel"), "a dit", ["capitainerie"]),
        (person("Le Phare", kind=ClaimantKind.OUTLET), "a confirmé", ["capitainerie"]),  # an outlet hands on
    ],
)
def test_whom_a_person_says_to_bear_him_out_is_no_voice(speaker: Claimant, cue: str, names: list[str]) -> None:
    inside = f"la capitainerie {cue} que {OTHER}"
    text = Text("a", f"{speaker.name} assure que {inside}.", day="2031-05-03", outlet="Journal")
    outer = text.said(inside, speaker, source=speaker.name, cue="assure")
    office = person("capitainerie", kind=ClaimantKind.BODY)
    inner = text.said(OTHER, office, source="la capitainerie", cue=cue, parent=outer)
    one = claim(appearance(text, inside, outer), appearance(text, OTHER, inner))
    assert [voice.name for voice in origins(one, [], Bonds([]), Collection.of([text.read()])).named] == names


def test_a_statement_of_which_a_word_is_quoted_of_whom_one_text_describes() -> None:
    cut = 'une arrestation "politique"'
    rows = [
        (f"{who.name} a dit {cut}.", cut, who) for who in (person("Antoine Lac"), person("le pilote du bac", kind=ClaimantKind.ANONYMOUS))
    ]
    assert [one.name for one in told(*rows).named] == ["Antoine Lac"]


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (person("un pilote du bac", kind=ClaimantKind.ANONYMOUS), 'une arrestation "politique"'),
        (person("le pilote du bac", kind=ClaimantKind.ANONYMOUS), 'une amende "politique"'),
        (person("le pilote du bac", kind=ClaimantKind.ANONYMOUS), "une arrestation politique"),
        (person("Alan Laque"), 'une arrestation "politique"'),
        (BOARD, 'une arrestation "politique"'),
    ],
    ids=["a pilot, who may be any", "other words", "no word in marks", "another name", "a body"],
)
def test_two_who_may_tell_one_statement_each(second: Claimant, words: str) -> None:
    cut = 'une arrestation "politique"'
    first = person("Antoine Lac")
    one = "une arrestation politique" if '"' not in words else cut
    assert told((f"Antoine Lac a dit {one}.", one, first), (f"{second.name} a dit {words}.", words, second)).max == 2
