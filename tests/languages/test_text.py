"""Folding, words, sentences, and which language a text is in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages import codes, load
from selon.languages.fold import fold
from selon.languages.identify import identify
from selon.languages.sentences import sentences
from selon.languages.words import pieces, words
from selon.model.span import Span


@given(st.text())
def test_folding_keeps_the_length_and_folding_twice_is_folding_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="cp1252")), st.text())
def test_a_text_is_folded_as_each_of_its_characters_is(western: str, text: str) -> None:
    for one in (western * 4, western * 4 + text):
        assert fold(one) == "".join(map(fold, one))


@given(st.text())
def test_words_are_the_characters_at_their_spans(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.form for word in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(st.sampled_from("aZéœŒß15_'’-‑ .,«\n\u00a0\u202f")))
def test_the_pieces_of_a_text_are_its_words_and_what_stands_between(text: str) -> None:
    found = pieces(text, 0, len(text))
    assert "".join(found) == text
    assert [piece for piece in found if piece[0].isalnum() or piece[0] == "_"] == [word.form for word in words(text)]


SMALL = "the port of norr is open again after the storm and " * 4 + "all is well"  # a text that has lost its capitals


@pytest.mark.parametrize("code", codes())
@given(text=st.text(min_size=1))
def test_sentences_hold_everything_but_space(code: str, text: str) -> None:
    found = sentences(text, Span(0, len(text)), load(code))
    outside = set(range(len(text))) - {place for span in found for place in range(span.start, span.end)}
    assert all(text[place].isspace() for place in outside)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("fr", "M. Brel est parti. Il reviendra.", ["M. Brel est parti.", "Il reviendra."]),
        ("fr", "« Le pont tient. » La mairie se tait.", ["« Le pont tient. »", "La mairie se tait."]),
        ("fr", "Il pèse 4.5 tonnes. Et vous ?", ["Il pèse 4.5 tonnes.", "Et vous ?"]),
        (
            "en",
            "A spokesman said the firm tells nobody of its\nfuture sailings. He left.",
            ["A spokesman said the firm tells nobody of its\nfuture sailings.", "He left."],
        ),
        (
            "en",
            "Port analysts said the cut would make sense for Orme\nHarbour, which has many boats.",
            ["Port analysts said the cut would make sense for Orme\nHarbour, which has many boats."],
        ),
        (
            "en",
            "Ada Orme, the new president of the\nInter-Isles Board, warned that the port would close.",
            ["Ada Orme, the new president of the\nInter-Isles Board, warned that the port would close."],
        ),
        (
            "en",
            "What the new president knows\nInter-Isles Board, a short guide\nA boat has sunk",
            ["What the new president knows", "Inter-Isles Board, a short guide", "A boat has sunk"],
        ),
        ("en", "The port has a debt of\n8.017 billion in all. It grows.", ["The port has a debt of\n8.017 billion in all.", "It grows."]),
        (
            "en",
            "The mayor said the bridge would be closed for good\nPort news\nA boat has sunk",
            ["The mayor said the bridge would be closed for good", "Port news", "A boat has sunk"],
        ),
        (
            "en",
            "This is what the ferry carries every day of the year:\nrope and coal",
            ["This is what the ferry carries every day of the year:", "rope and coal"],
        ),
        (
            "en",
            "Read what the mayor had to say of the bridge on the page\nhttps://port.example",
            ["Read what the mayor had to say of the bridge on the page", "https://port.example"],
        ),
        (
            "fr",
            "Le pont est fermé depuis ce matin, a dit la maire, et le\n\nbac aussi.",
            ["Le pont est fermé depuis ce matin, a dit la maire, et le", "bac aussi."],
        ),
        ("en", "Dr. Brel left at 5 p.m. yesterday. She waved.", ["Dr. Brel left at 5 p.m. yesterday.", "She waved."]),
        ("en", "The U.S. ferry sank. Nobody saw.", ["The U.S. ferry sank.", "Nobody saw."]),
        ("en", f"{SMALL}. the ferry sank. mr. brel said nobody saw.", [f"{SMALL}.", "the ferry sank.", "mr. brel said nobody saw."]),
        ("en", f"{SMALL}. The ferry sank. it was late.", [f"{SMALL}.", "The ferry sank. it was late."]),
    ],
)
def test_where_a_sentence_ends(code: str, text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), load(code))] == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le bac a quitté le port à l'aube avec quarante passagers, et la mer était calme.", "fr"),
        ("The ferry left the port at dawn with forty passengers, and the sea was calm.", "en"),
        ("Kukkuu lautta lähti satamasta aamulla ja meri oli tyyni koko matkan ajan.", "fi"),
        ("", "und"),
        ("12 345 678", "und"),
    ],
)
def test_which_language(text: str, code: str) -> None:
    assert identify(text) == code


def test_the_first_two_languages_are_there() -> None:
    assert {"en", "fr"} <= set(codes())
