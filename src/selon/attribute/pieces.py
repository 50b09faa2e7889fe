"""A stretch of text in lower case -> where its tokens begin, and their forms.

Only space stands between two tokens. An inverted pronoun ("a-t-il") is a token of its own; marks of Markdown are none, nor are the full
stops of titles and ordinals, of initials, and of what ends a name in short ("Orme Inc. said").
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

from selon.attribute.lexicon import Lexicon
from selon.attribute.masks import QUOTES

_NOTHING: frozenset[str] = frozenset()
_ODD = frozenset("[]*.")  # tokens that may have to go
_OPENS = frozenset(
    {"determiner", "subject", "preposition", "subordinator", "but", "first"}
)  # kinds of words that begin a sentence, no name
_GOES_ON = frozenset("-,.'’(")  # marks that stand inside a name or right behind it
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")


def cut(low: str, origin: int, lexicon: Lexicon) -> tuple[list[int], list[str]]:
    """Where each token begins, and its form. Only space stands between two tokens, so lengths tell where they begin."""
    pieces = _pattern(lexicon.elisions, bound=lexicon.order.nouns_capital).findall(low)
    starts = list(accumulate(map(len, pieces), initial=origin + len(low) - len(low.lstrip())))
    starts.pop()
    forms = " ".join(pieces).split()
    return starts, forms if len(forms) == len(pieces) else list(map(str.rstrip, pieces))  # "1 300" is one token with a space in it


@lru_cache(maxsize=64)
def _pattern(elisions: tuple[str, ...], *, bound: bool) -> re.Pattern[str]:
    """A token with the space behind it.

    A word of plain letters with one space (most are so, and are told quickest), another of plain letters, a quotation, an elided word with
    its apostrophe, a number, any other word (hyphens and apostrophes bind), or one mark. `bound`: a number is a part of the noun that a
    hyphen ties to it ("34-Jährige").
    """
    a, b = QUOTES
    letter = rf"[^\W{a}{b}]"
    elided = "(?:" + "|".join(sorted(map(re.escape, elisions), key=len, reverse=True)) + r")'(?=\w)|" if elisions else ""
    number_end = rf"(?!\w|-{letter})" if bound else r"(?!\w)"
    return re.compile(
        rf"[a-zß-öø-ÿ]++ (?!\s)|(?:[^\W\d_{a}{b}]++(?![\w'-])|[,.]|{a}+(?:[.!?…]\")?|{b}+(?:[.!?…]\")?"
        rf"|{elided}\d+(?:[.,\u00a0\u202f]\d+)*{number_end}|[#@]?{letter}+(?:['-]{letter}+)*|[^\w\s])\s*"
    )


def needs_mending(classes: Sequence[int], low: str, lexicon: Lexicon) -> bool:
    """May any token have to go, or be parted?"""
    if lexicon.order.initials and _INITIAL.search(low) is not None:
        return True
    if (
        lexicon.order.ordinal_stop
        or "*" in low
        or "[" in low
        or "]" in low
        or ".," in low
        or max(classes, default=0) >= lexicon.classes.titled
    ):
        return True
    return "-" in low and _tails(lexicon).search(low) is not None


@cache
def _tails(lexicon: Lexicon) -> re.Pattern[str]:
    """A pronoun that may be inverted, with its hyphen."""
    tails = sorted(form for form, kinds in lexicon.kinds.items() if "inverted" in kinds and form.startswith("-"))
    return re.compile(rf"-(?:{'|'.join(re.escape(tail[1:]) for tail in tails)})(?!\w)" if tails else r"(?!)")


def mended(starts: list[int], forms: list[str], lexicon: Lexicon, plain: str, origin: int) -> tuple[list[int], list[str], dict[int, str]]:
    """Without marks of Markdown and full stops of titles and ordinals; inverted pronouns, which are told, parted from their verbs."""
    begun: list[int] = []
    kept: list[str] = []
    parted: dict[int, str] = {}  # token -> the pronoun with its hyphens
    past = 0
    for at in [at for at, form in enumerate(forms) if form in _ODD or "-" in form]:
        form, before = forms[at], forms[at - 1] if at > past else kept[-1] if kept else ""
        tail = _inverted(form, lexicon) if "-" in form else None
        goes = form in _ODD and (
            form != "."
            or _is_short(before, lexicon, plain, starts[at] + 1 - origin)
            or _is_cut(forms, starts, at)
            or (before in lexicon.shortened and _goes_on(forms, starts, at + 1, plain, origin))
        )
        if goes and form == "." and len(before) == 1:  # "p.m." is as long as a name's initials, and none
            goes = plain[starts[at] - 1 - origin].isupper() and _is_inside(forms, starts, at + 1, plain, origin, lexicon)
        if not goes and tail is None:
            continue
        begun += starts[past:at]
        kept += forms[past:at]
        past = at + 1
        if tail is not None:
            pronoun = tail.rpartition("-")[2]
            begun += starts[at], starts[at] + len(form) - len(pronoun)
            kept += form[: -len(tail)], pronoun
            parted[len(kept) - 1] = tail
    return begun + starts[past:], kept + forms[past:], parted


def _is_short(before: str, lexicon: Lexicon, plain: str, end: int) -> bool:
    """Does a full stop after a token make it a title, or an initial or an ordinal where the language writes them so?"""
    if before in lexicon.titles or ("-" in before and before.rpartition("-")[2] in lexicon.titles):  # "then-Sen. Orme"
        return True
    if lexicon.order.initials and len(before) == 1 and before.isalpha():
        return True
    return lexicon.order.ordinal_stop and _is_ordinal(plain, before, end)


def _is_cut(forms: list[str], starts: list[int], at: int) -> bool:
    """Does a comma follow a full stop at once: it stands for letters ("Orme, Fla., said"), and ends nothing?"""
    return at + 1 < len(forms) and forms[at + 1] == "," and starts[at + 1] == starts[at] + 1


def _goes_on(forms: list[str], starts: list[int], at: int, plain: str, origin: int) -> bool:
    """As in "Orme Inc. said": does a word in lower case follow?"""
    return at < len(forms) and plain[starts[at] - origin].islower()


def _is_inside(forms: list[str], starts: list[int], at: int, plain: str, origin: int, lexicon: Lexicon) -> bool:
    """Does a sentence go on behind an initial? A mark there, or an article, a pronoun, a preposition with a capital, shows that it ended.

    As in "vitamin B. The clinic", "le système D. « On verra »"; so do the initials of who asks ("S.: …").
    """
    if at >= len(forms) or forms[at][0] in QUOTES or not (forms[at][0].isalpha() or forms[at] in _GOES_ON):
        return False
    return not plain[starts[at] - origin].isupper() or lexicon.kinds.get(forms[at], _NOTHING).isdisjoint(_OPENS)


def _is_ordinal(plain: str, before: str, end: int) -> bool:
    """Does the stop before an offset make an ordinal of the number before it: something follows in the sentence?"""
    return before.isdigit() and len(before) <= 2 and plain[end : end + 2].strip() != ""


def _inverted(form: str, lexicon: Lexicon) -> str | None:
    tail = form[form.rindex("-") :]
    if "-t" + tail in lexicon.kinds and form.endswith("-t" + tail):
        tail = "-t" + tail
    return tail if "inverted" in lexicon.kinds.get(tail, _NOTHING) and len(tail) < len(form) else None
