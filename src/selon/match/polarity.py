"""Does one of two statements that are alike deny the other?"""

from selon.match.facts import Facts

_NEGATED_SHARE = 0.3  # of a statement's concepts and words: so much negated in one alone makes a denial
_HELD, _FIRST_WORDS = 0.5, 2  # of the words of content of a denial, in what it denies
_NEGATED_COMMON = 0.75  # or so much of the concepts and words that both hold


def denier(a: Facts, b: Facts, denied: tuple[bool, bool], common: list[str]) -> tuple[int, str] | None:
    """Which of the two denies the other (0, 1) and what shows it; None where they agree.

    To deny a thing and to negate it is one: two statements of which one is denied by its source and the other negates agree. So do two that
    negate one thing, however far the tables let each negation reach.
    """
    if not (a.negated or b.negated) or not a.negated.isdisjoint(b.negated):
        return (denied.index(True), "denied by its source") if denied[0] != denied[1] else None
    for place, (one, other) in enumerate(((a, b), (b, a))):
        alone = sorted(key for key in one.negated - other.negated if key in common or not other.negated)
        if alone and _weighs(one, alone, common):
            return None if denied[1 - place] else (place, f"negated: {alone[0][2:]}")
    return (denied.index(True), "denied by its source") if denied[0] != denied[1] else None


def is_of(denier: Facts, other: Facts, common: list[str], *, denied: bool) -> bool:
    """Does the other hold what is denied: most of its words, and where a source denies it the first two, which say what it is?"""
    words = sorted({denier.places[key] for key in denier.content})
    met = {denier.places[key] for key in common if key in denier.content}
    return len(met) >= _HELD * len(words) and (not denied or met.issuperset(words[:_FIRST_WORDS]))


def _weighs(one: Facts, alone: list[str], common: list[str]) -> bool:
    """Is enough negated, of the statement or of what both hold?"""
    whole = sum(one.keys[key] for key in one.keys if key[0] in "cw")
    shared = sum(one.keys[key] for key in common if key[0] in "cw")
    met = sum(one.keys[key] for key in alone if key in common)
    return sum(one.keys[key] for key in alone) >= _NEGATED_SHARE * whole or (met > 0 and met >= _NEGATED_COMMON * shared)
