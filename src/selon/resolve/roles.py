"""Which role a description means: "le ministre", "le chef de la diplomatie", "l'élue"."""

from collections.abc import Iterable

from msgspec.structs import replace

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.offices import offices
from selon.resolve.parts import Phrase
from selon.resolve.persons import Cast, Person
from selon.resolve.tokens import word_tokens

# how well a description fits a role that the text gives to somebody; chosen by hand, ordered, checked on the first half of fr_dev
SAME_OFFICE, SAME_WORDS, SAME_HEAD, WIDER, LOOSE, NOT = 0.92, 0.9, 0.8, 0.72, 0.45, 0.0

_FORMER_CHARS = 20  # before a role, for the word right before it


def fit(said: Phrase, role: Phrase) -> float:
    """How well a description without a name fits one role that somebody has, in [0, 1]."""
    if said.gender and role.gender and said.gender != role.gender:
        return NOT
    if said.countries and role.countries and not set(said.countries) & set(role.countries):
        return NOT
    if said.offices and role.offices:
        return SAME_OFFICE if said.offices & role.offices else NOT
    return _by_words(said, role)


def _by_words(said: Phrase, role: Phrase) -> float:
    if said.head is None or role.head is None:
        return NOT
    head = set(said.head.key.split())
    extra = said.content - head - role.content - {fold(code) for code in said.countries}
    if said.head.key == role.head.key or said.head.key in role.head.key.split():
        if said.head.key != role.head.key and said.content - head:
            return LOOSE if extra else SAME_HEAD
        return (SAME_WORDS if said.content - head else SAME_HEAD) if not extra else (WIDER if _only_country(said, extra) else LOOSE)
    if said.head.key in role.head.kinds or said.head.key.split()[-1] in role.head.kinds:  # "premier responsable" as "responsable"
        return WIDER if not extra else LOOSE  # "le responsable iranien" is hardly a minister of whom no state is told
    return NOT


def _only_country(said: Phrase, extra: frozenset[str] | set[str]) -> bool:
    return bool(said.countries) and len(extra) <= len(said.countries)


def holders(said: Phrase, cast: Cast, before: int, text: str, lexicon: Lexicon) -> list[tuple[Person, float]]:
    """Who may be meant by a description, best first; of equals, who was named last before it."""
    said = replace(said, offices=offices(said, text, lexicon))
    terms = {*said.offices, said.head.key, said.head.key.split()[-1]} if said.head is not None else said.offices
    scored = [(person, _best_fit(said, cast.roles_of(person))) for person in cast.holding(terms) if person.may_be(said.gender)]
    found = [(person, score) for person, score in scored if score > NOT]
    return sorted(found, key=lambda pair: (-pair[1], -pair[0].last(before)))


def _best_fit(said: Phrase, roles: Iterable[Phrase]) -> float:
    return max((fit(said, role) for role in roles), default=NOT)


def is_former(span: Span, role: Phrase, text: str, lexicon: Lexicon) -> bool:
    """As in "l'ancien maire", "ex-maire": does a word for what is past stand in front of the noun of a role?"""
    begin = max(0, span.start - _FORMER_CHARS)
    folded = fold(text[begin : span.end])
    if not any(form in folded for form in lexicon.former):
        return False  # as most are not
    tokens = word_tokens(text, begin, span.end)
    own = next((at for at, word in enumerate(tokens) if word.start >= span.start), 0)
    key = role.head_key.split(" ")[0]
    end = next((at for at in range(own, len(tokens)) if key and tokens[at].folded.rpartition("-")[2] == key), own)
    return any(word.folded.partition("-")[0] in lexicon.former for word in tokens[max(0, own - 1) : end + 1])


def at_odds(said: Phrase, person: Person, cast: Cast, text: str, lexicon: Lexicon) -> bool:
    """Does the text give the person an office that the description excludes?"""
    if not person.may_be(said.gender):
        return True
    mine, states = offices(said, text, lexicon), set(said.countries)
    return any(
        (mine and role.offices and not mine & role.offices) or (states and role.countries and states.isdisjoint(role.countries))
        for role in cast.roles_of(person)
    )
