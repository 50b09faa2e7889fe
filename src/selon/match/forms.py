"""What is known of one word as it is written, wherever it stands: its keys with what they weigh, and what it may begin.

Found once for each form of a language and then looked up: a text is its forms in order, and few of them are new.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from selon.languages import codes
from selon.languages.phonetic import skeleton
from selon.match.lexicon import Begun, Meaning, folded, kinds, lexicon, meaning
from selon.match.numerals import Row, is_digits, number_parts

# What a key weighs; fitted with the constants of `evidence`.
WEIGHTS = {
    "c:predicate": 1.5,
    "c:thing": 1.35,
    "c:place": 0.8,
    "c:office": 0.6,
    "c:body": 0.8,
    "c:counted": 0.5,
    "c:common": 0.5,
    "c:word": 0.95,
    "p": 0.8,
    "n": 1.5,
    "w": 0.95,
    "#": 1.2,
}
_MOST_FORMS = 1 << 17  # of one language that are kept; beyond, all are found anew
_READ_APART = str.maketrans({"g": "s", "C": "s", "S": "s"})
"""Letters that two languages read apart in a name they write alike (Genève, Charles): one in a key; `same_spelling` has the last word."""

Keys = tuple[str, ...]
Weights = tuple[tuple[str, float], ...]  # keys with what each weighs, before it is known how often its article says it


class Form(NamedTuple):
    """One word as it is written."""

    flat: str  # folded
    known: Meaning
    parts: tuple[Row, ...]  # of a word that is a number
    numeric: bool  # a number may begin with it
    keys: Keys
    weights: Weights
    opens: bool  # are its keys other ones where a sentence or quotation begins with it
    opening: Keys  # these
    opening_weights: Weights
    name: str | None  # the first of its keys that is a name
    begun: Begun | None  # the phrases it may begin
    negation: str | None  # as in `known`
    marked: bool  # is it more than its keys: numeric, negating, beginning a phrase, or one with other keys where a sentence begins


@cache
def forms(code: str) -> Callable[[str], Form]:
    """What is known of the words of a language, by form."""
    return _Forms(code).__getitem__


class _Forms(dict[str, Form]):
    """Found when first asked for."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def __missing__(self, written: str) -> Form:
        if len(self) >= _MOST_FORMS:
            self.clear()
        form = self[written] = _form(written, self._code)
        return form


def _form(written: str, code: str) -> Form:
    flat = folded(written)
    known = meaning(flat, code)
    parts = number_parts(flat, code)
    keys, opening = _keys(written, flat, known, code)
    weights = weighed(keys, code, known.weight or 0.0)
    numeric, opens = bool(parts) or is_digits(written), opening is not keys
    return Form(
        flat=flat,
        known=known,
        parts=parts,
        numeric=numeric,
        keys=keys,
        weights=weights,
        opens=opens,
        opening=opening,
        opening_weights=weighed(opening, code, known.weight or 0.0) if opens else weights,
        name=next((key for key in keys if key[0] == "n"), None),
        begun=known.begun,
        negation=known.negation,
        marked=numeric or opens or known.begun is not None or known.negation is not None,
    )


def weighed(keys: Keys, code: str, light: float = 0.0) -> Weights:
    """The keys of one word or phrase with their weights; `light`: of a light word's key."""
    if len(keys) == 1:  # as most have
        key = keys[0]
        return ((key, light if key[0] == "l" else base_weight(key, code)),)
    return tuple([(key, light if key[0] == "l" else base_weight(key, code) / len(keys)) for key in keys])


def base_weight(key: str, code: str) -> float:
    """What a key weighs by its kind."""
    return WEIGHTS.get(key[0], 1.0) if key[0] != "c" else WEIGHTS.get(f"c:{kinds(code).get(key)}", 1.0)


def _keys(written: str, flat: str, known: Meaning, code: str) -> tuple[Keys, Keys]:
    """The keys of a word wherever it stands, and where a sentence begins with it, so that a capital tells nothing; often they are one."""
    capital = written[:1].isupper()
    keys: Keys
    if known.country and capital | (known.weight is None):
        keys = (f"p:{known.country}",)
    elif known.concepts:
        keys = tuple([f"c:{name}" for name in known.concepts])
    elif known.weight is not None or len(flat) < 2 or flat[:1].isdigit():
        keys = (f"l:{known.stem}",) if known.weight else ()
    elif "-" in flat:
        return _of_parts(written.replace("‑", "-").split("-"), code)
    elif capital and not _is_noun(flat, code):
        return _of_name(written, known, code)
    else:
        keys = (f"w:{known.stem}",) if code in codes() else ()
    return keys, keys


def _of_parts(parts: Sequence[str], code: str) -> tuple[Keys, Keys]:
    found = [_keys(part, (flat := folded(part)), meaning(flat, code), code) for part in parts if part]
    keys, opening = (tuple(dict.fromkeys(chain.from_iterable(side))) for side in zip(*found, strict=True)) if found else ((), ())
    return keys, keys if keys == opening else opening


def _is_noun(flat: str, code: str) -> bool:
    """Has the word an ending that no name has, where every noun has a capital?"""
    nouns = lexicon(code).noun_endings
    return nouns is not None and flat.endswith(nouns)


def _of_name(written: str, known: Meaning, code: str) -> tuple[Keys, Keys]:
    """A name by its sound; where a capital tells nothing, the stem too."""
    sound = folded(written) if written.isupper() and len(written) <= 5 else skeleton(written, code).translate(_READ_APART)
    name = (f"n:{sound if len(sound) > 1 else folded(written)}",)
    if code not in codes():
        return name, name
    both = (*name, f"w:{known.stem}")
    return both if lexicon(code).noun_endings is not None else name, both
