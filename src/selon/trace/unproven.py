"""Who says that nothing shows it, or that it is not known: "there is no evidence that …", "it was not clear whether …".

A sentence of somebody who is known, with such words and behind them what is not shown; and a statement of the story by others that says
just that. It is told as declined: who says that he cannot confirm it does not say that it is not so.
Not done yet: what is not shown, named in other words than those who told it used.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.words import matches
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.trace.afar import Afar, Sought, is_so
from selon.trace.alike import stems
from selon.trace.markers import markers
from selon.trace.meanings import words_of
from selon.trace.sayings import Against, Saying
from selon.trace.seeking import excerpt
from selon.trace.statements import Statement

_BETWEEN_WORDS = 6  # from the words for it to what opens what is not shown ("no element that would allow us to say that")
_OPENERS = ("complement", "condition", "of what")


@dataclass(frozen=True, slots=True)
class Unproven:
    """What the speakers of a collection say is not shown."""

    kinds: ClassVar[frozenset[str]] = frozenset({"unproven"})
    afar: Afar

    def _named(self, sought: Sought, text: str, about: Span, language: Language) -> Statement | None:
        """The statement that names what is not shown in one of its own words."""
        found = self.afar.named(sought)
        return found if found and _same_word(found, _without_account(text, about, language), text) else None

    def of(self, one: Saying, language: Language) -> Against | None:
        """The statement that a sentence says is not shown."""
        if one.claimant is None or one.claimant.kind is ClaimantKind.ANONYMOUS:
            return None
        word = next(iter(markers("unproven", one.text, one.span, language)), None)
        about = _about(one, word, language) if word else None
        if word is None or about is None or markers("first person", one.text, about, language):
            return None  # "I do not know if I shall …" speaks of himself
        sought = Sought(
            one.reading.article.id,
            one.with_cue,
            one.claimant.id,
            words_of(one.text, (_without_account(one.text, about, language),), language),
        )
        found = self.afar.told(sought, is_so) or self._named(sought, one.text, about, language)
        if found is None and _asks_who(one.text, about, language):
            found = self.afar.laid_to_one_of(sought)
        if found is None:
            return None
        return Against(
            one.attribution,
            one.with_cue,
            found.claim_id,
            f"says that it is not shown: «{word.of(one.text)}», where others tell «{excerpt(found)}»",
        )


def _same_word(one: Statement, about: Span, text: str) -> bool:
    """Does a statement hold a word of some others as it stands there, and not only another of its stem ("inquiry", "inquirers")?"""
    own = frozenset(re.findall(r"\w{4,}", fold(one.span.of(one.text))))
    return not own.isdisjoint(re.findall(r"\w{4,}", fold(about.of(text))))


def _asks_who(text: str, about: Span, language: Language) -> bool:
    """Is it not known whose doing something is ("whether the port or the town was behind it")?"""
    return any(markers(kind, text, about, language) for kind in ("involvement", "by whom"))


def _about(one: Saying, word: Span, language: Language) -> Span | None:
    """What stands behind the words for it, as far as the clause goes: what is said not to be shown."""
    if any(found.start == one.span.start for found in markers("condition", one.text, one.span, language)):
        return None
    start = word.end if markers("condition", one.text, word, language) else _opened(one, word, language)
    if start is None or start >= one.span.end:
        return None
    turn = min([found.start for found in markers("contrast", one.text, Span(start, one.span.end), language)], default=one.span.end)
    return Span(start, turn) if start < turn else None


def _opened(one: Saying, word: Span, language: Language) -> int | None:
    """Where what is not shown begins: behind the last of the few words that open it."""
    behind = [match.end() for match in matches(one.text, word.end, one.span.end)][:_BETWEEN_WORDS]
    reach = Span(word.end, behind[-1]) if behind else None
    openers = [found.end for kind in _OPENERS for found in markers(kind, one.text, reach, language)] if reach else []
    return max(openers, default=None)


def _without_account(text: str, about: Span, language: Language) -> Span:
    """What is not shown, without the word for an account that opens it ("the theory of a fire")."""
    account = next(iter(markers("account", text, about, language)), None)
    opens = account is not None and account.end < about.end and not _stems_before(text, about.start, account.start, language)
    return Span(account.end, about.end) if opens and account else about


def _stems_before(text: str, start: int, end: int, language: Language) -> frozenset[str]:
    """The content words of a stretch that may be empty."""
    return stems(text, (Span(start, end),), language) if start < end else frozenset()
