"""One text in two languages is found by its names and numbers; two reports of one event are not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.match import translations
from selon.match.cognates import cognates
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span

FRENCH = """La digue de Velmont a cédé dans la nuit du 12 mars 2031, a dit Ada Brynn à la radio Kestrel.
Quelque 12 000 habitants d'Ormelle et de Tessaly ont quitté leurs maisons. Le maire Lucas Ferrand parle de 340 maisons.
L'institut Halden avait compté 27 fissures en 2029. Son directeur, Milan Dorsek, avait écrit à la ville de Brask.
« Nous avons attendu 45 jours », a dit Nora Quill au quotidien Larkspur. @veille_velmont a publié la lettre."""
ENGLISH = """The dyke of Velmont gave way in the night of 12 March 2031, Ada Brynn told radio Kestrel.
Some 12,000 people in Ormelle and Tessaly left their houses. The mayor, Lucas Ferrand, speaks of 340 houses.
The Halden institute had counted 27 cracks in 2029. Its head, Milan Dorsek, had written to the city of Brask.
"We waited for 45 days," Nora Quill told the daily Larkspur. @veille_velmont published the letter."""
ANOTHER_REPORT = """Nora Quill lost her house when the water came to Tessaly. She had called the city 3 times that evening, she says.
In the hall of Grendel, 800 people sleep on camp beds. Peter Aldous brings bread from Stanmoor at six in the morning.
Velmont is 4 miles away; its dyke was built in 1911 by Osric Vane. The bishop of Linderby held a service for 60 guests.
Ada Brynn came with Lucas Ferrand at noon. Both wore boots. The army of the Westmark sends 250 men and 16 pumps."""


def article(name: str, lang: str, text: str, day: str | None = "2031-03-13") -> Article:
    published = Interval(earliest=day, latest=day, source="the test") if day else None
    return Article(
        id=name, digest="0" * 16, text_digest="0" * 16, address=name, url=None, outlet=None, title=None, authors=(), lang=lang,
        published=published, text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),), credits=(), links=(),
        metadata=(), degraded=None,
    )  # fmt: skip


A, B = article("a", "fr", FRENCH), article("b", "en", ENGLISH)


def test_one_text_in_two_languages_is_aligned_paragraph_by_paragraph() -> None:
    (found,) = translations([A, B])
    assert (found.a, found.b) == ("a", "b")
    lines = [(here.span.of(FRENCH), there.span.of(ENGLISH)) for here, there in found.passages]
    assert lines == list(zip(FRENCH.splitlines(), ENGLISH.splitlines(), strict=True))


def test_another_report_of_one_event_is_no_translation() -> None:
    assert translations([A, article("c", "en", ANOTHER_REPORT)]) == ()


def test_the_same_names_in_another_order_are_no_translation() -> None:
    words = list(cognates(B))
    random.Random(3).shuffle(words)
    assert translations([A, article("c", "en", ". ".join(word.capitalize() for word in words))]) == ()


@pytest.mark.parametrize("other", [article("b", "fr", ENGLISH), article("b", "und", ENGLISH), article("b", "en", ENGLISH, "2033-03-13")],
                         ids=["in one language", "in no language that is known", "two years later"])  # fmt: skip
def test_what_is_not_compared(other: Article) -> None:
    assert translations([A, other]) == ()


def test_a_text_without_a_date_is_compared() -> None:
    assert len(translations([A, article("b", "en", ENGLISH, None)])) == 1


@given(st.permutations([A, B, article("c", "en", ANOTHER_REPORT), article("d", "de", ENGLISH.replace("the", "der"))]))
@settings(max_examples=12)
def test_the_order_of_articles_changes_nothing(articles: list[Article]) -> None:
    found = translations(articles)
    assert [(one.a, one.b) for one in found] == [("a", "b"), ("a", "d"), ("b", "d")]
    assert found == translations([A, *[one for one in articles if one is not A]])
