"""What each form may be, as one number: its class, with the kinds of word and with what the tables tell of it beside them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

# may be a cue verb; only with words of its own; begins a verb group; a noun or a preposition that may be a cue; a title
VERB, BOUND, OPENER, HANDING, TITLE = 1, 2, 4, 8, 16
Kinds = Mapping[str, frozenset[str]]  # form -> kinds of word

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """Forms that are alike have one number: one look-up tells their kinds, and whether a cue may begin with them."""

    number: dict[str, int]  # form -> its class; 0, that of all other forms: of no kind
    kinds: tuple[frozenset[str], ...]  # of each class
    flags: tuple[int, ...]  # of each class: VERB, BOUND, OPENER, HANDING, TITLE
    flagged: int  # the first class that has any; those behind it have, too
    titled: int  # the first class of titles; those behind it are, too


def classes_of(kinds: Kinds, flags: Sequence[tuple[int, Collection[str]]]) -> Classes:
    """The classes of all forms; `flags` are given with the forms that have them."""
    told = {form: (sum(flag for flag, forms in flags if form in forms), kinds.get(form, _NOTHING)) for form in _every(kinds, flags)}
    every = sorted({(0, _NOTHING), *told.values()}, key=lambda one: (one[0], sorted(one[1])))
    numbers = {one: number for number, one in enumerate(every)}
    return Classes(
        number={form: numbers[one] for form, one in told.items()},
        kinds=tuple(names for _, names in every),
        flags=tuple(flag for flag, _ in every),
        flagged=sum(flag == 0 for flag, _ in every),
        titled=sum(flag < TITLE for flag, _ in every),
    )


def _every(kinds: Kinds, flags: Sequence[tuple[int, Collection[str]]]) -> list[str]:
    return sorted({*kinds, *(form for _, forms in flags for form in forms)})
