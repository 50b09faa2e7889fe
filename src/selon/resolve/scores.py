"""How sure each way is by which a pronoun finds whom it means, in [0, 1].

Ordered by hand and checked on the first half of fr_dev and on fr_dev2: the last speaker who agrees is meant in nine of ten.
"""

LAST_SPEAKER, RECENT = 0.85, 0.75
SUBJECT, SPEAKER_BEFORE, BESIDE, INSIDE, EARLIER = 0.66, 0.62, 0.61, 0.6, 0.6
OUTER, OPENING, ELSEWHERE, THING, UNLIKELY = 0.55, 0.55, 0.52, 0.52, 0.45
UNSURE_GENDER = 0.1  # taken off where nothing tells the gender


def doubted(score: float, gender: str, other: str) -> float:
    """The score, less where nothing tells the gender of whom a pronoun with a gender may mean; "it" means what has none."""
    return score if not gender or other or gender == "n" else score - UNSURE_GENDER
