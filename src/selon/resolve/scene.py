"""What the questions about one article share: the scene, and the answer that each gives."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.announced import titled_spellings
from selon.resolve.cast import cast
from selon.resolve.institutions import Institutions
from selon.resolve.lexicon import lexicon
from selon.resolve.lines import Lines
from selon.resolve.memory import Memory
from selon.resolve.names import opens_sentence
from selon.resolve.offices import tells_little
from selon.resolve.parts import Phrase
from selon.resolve.persons import Cast, Person
from selon.resolve.states import only_state
from selon.resolve.tokens import last_words, plain_key
from selon.resolve.voices import Voice, of_person

THRESHOLD = 0.5  # fr_dev (first half), fr_dev2 and the seeds: what scores below is wrong as often as right
DESCRIBED = 0.55  # a description that nobody's role answers, right after somebody spoke
CARRIED = 0.45  # a quotation without a word of saying after the words of a body or of an unnamed source: one in two is somebody else's
GOES_ON = 0.7  # the same after a person's words
EITHER = 0.45  # two persons whom a description fits as well, neither of whom spoke last
AS_TOLD = "verb.as_told"  # the rule of "…, comme elle l'a dit": what is said stands as the narrator's own
_BEFORE_CHARS = 20  # before a name, within which the word stands that it is tied to
LEADERS = frozenset({"head-of-state", "head-of-government"})  # offices whose holders the press names without them
KINDS = {kind.value: kind for kind in ClaimantKind}


class Answer(Struct, frozen=True, gc=False):
    """What one source phrase turned out to be."""

    voice: Voice | None
    how: str
    score: float
    evidence: tuple[Span, ...] = ()
    candidates: tuple[tuple[str, float], ...] = ()


class Scene:
    """All that the questions about one article need."""

    def __init__(self, article: Article, attributions: tuple[Attribution, ...], said: Mapping[str, Phrase], language: Language) -> None:
        self.article, self.lexicon = article, lexicon(language)
        self.lines = Lines(article, self.lexicon)
        people = cast(self.lines, article.text, said.values(), self.lexicon)
        self.cast = Cast(titled_spellings(people, article))
        quoted = [span for item in attributions if item.kind is SpeechKind.DIRECT for span in item.content]
        told = [span for item in attributions if item.rule != AS_TOLD for span in item.content]
        self.memory = Memory(self.cast, article.text, self.lexicon, quoted, told)
        self.by_id = {item.id: item for item in attributions}
        self.voices: dict[str, Voice] = {}  # by attribution id
        self.epithets: dict[int, str] = {}  # by person: the noun that described who has no role
        self.offices: dict[int, frozenset[str]] = {}  # by person: the office that described who has none
        self.owners: list[tuple[int, Person]] = []  # whose circle spoke, and where
        self._persons: dict[int, Voice] = {}
        self._free: dict[str, Person | None] = {}

    @cached_property
    def bodies(self) -> Institutions:
        """The full names of bodies in the article."""
        return Institutions(self.article.text, self.lines, self.lexicon)

    def voice(self, person: Person) -> Voice:
        """The voice of a person, made once."""
        if id(person) not in self._persons:
            self._persons[id(person)] = of_person(person, self.article, self.lexicon)
        return self._persons[id(person)]

    def give(self, person: Person, role: Phrase) -> None:
        """Keep a role that a later sentence shows to be the person's."""
        self.cast.give(person, role)
        self._persons.pop(id(person), None)
        self._free.clear()

    def protagonist(self, gender: str, office: frozenset[str]) -> Person | None:
        """The one person of that gender without an office who is named most; once is enough for who leads a state and is alone."""
        key = f"{gender}{bool(office & LEADERS)}"
        if key not in self._free:
            free = (person for person in self.cast.persons if not self.cast.is_settled(person) and person.may_be(gender))
            able = [person for person in free if not self._is_never_alone(person) and not self.is_served(person)]
            able.sort(key=lambda person: -len(person.mentions))
            alone = len(able) == 1 and (bool(office & LEADERS) or len(able[0].mentions) > 1)
            clear = alone or (len(able) > 1 and len(able[1].mentions) < len(able[0].mentions))
            told = clear and bool(office & LEADERS) and any(self.cast.roles_of(able[0]))  # leaders are named without a role
            self._free[key] = able[0] if clear and not told else None
        return self._free[key]

    def _is_never_alone(self, person: Person) -> bool:
        """Does an article, or what bears a person's name, stand before it each time ("le Sporting Marbourg", "l'hôpital Ida Corvin")?"""
        return all(self._is_tied(mention.start) for mention in person.mentions)

    def is_served(self, person: Person) -> bool:
        """Does the text name somebody by what he is to that person ("le conseiller d'Ida Corvin", "a friend of Ida Corvin")?"""
        told = self.lexicon
        for mention in person.mentions:
            before = last_words(self.article.text, max(0, mention.start - _BEFORE_CHARS), mention.start, 2)
            noun = told.nouns.get(before[0].folded) if len(before) > 1 and before[1].folded in told.of else None
            if noun is not None and noun.kind == "role":
                return True
        return False

    def _is_tied(self, at: int) -> bool:
        before = last_words(self.article.text, max(0, at - _BEFORE_CHARS), at)
        articles = (self.lexicon.determiners.get(word.folded) for word in before)
        return any(row is not None and row.kind == "definite" for row in articles) or any(
            word.folded in self.lexicon.namesakes for word in before
        )

    @cached_property
    def only_state(self) -> tuple[str, Span] | None:
        """The state that the article is about, where it names no other."""
        return only_state(self.article.text, self.lexicon)

    @cached_property
    def leaders(self) -> frozenset[str]:
        """The offices at the head of a state that the text speaks of."""
        words = plain_key(self.article.text)
        found = self.lexicon.offices.found(words)
        return frozenset(row.id for _, form, row in found if row.id in LEADERS and not tells_little(form, self.lexicon))

    def stands_inside(self, form: str, but: int) -> bool:
        """Does a word stand somewhere else than at a place with a capital that no sentence's beginning gives it?"""
        text = self.article.text
        for line, at in self.lines.holding(fold(form)):
            word = line.tokens[at]
            if word.form == form and word.start != but and not opens_sentence(text, word.start):
                return True
        return False


def unresolved(said: Phrase, scene: Scene, ranked: tuple[tuple[str, float], ...] = ()) -> Answer:
    """No claimant: the text does not show who is meant."""
    return Answer(None, f"unresolved: «{said.span.of(scene.article.text)}»", 0.0, (), ranked)


def answer_with(
    person: Person, how: str, score: float, scene: Scene, evidence: Span | None = None, ranked: tuple[tuple[str, float], ...] = ()
) -> Answer:
    """The answer that names a person."""
    voice = scene.voice(person)
    return Answer(voice, how, score, (evidence or person.mentions[0],), ranked or ((person.name, round(score, 2)),))


def best_of(able: list[tuple[Voice | Person, float]], said: Phrase, scene: Scene, how: str) -> Answer:
    """The first of those who may be meant, where it reaches the threshold."""
    ranked = tuple((one.name if isinstance(one, Person) else one.claimant.name, round(score, 2)) for one, score in able)
    if not able or able[0][1] < THRESHOLD:
        return unresolved(said, scene, ranked)
    best, score = able[0]
    if isinstance(best, Person):
        return answer_with(best, how, score, scene, None, ranked)
    return Answer(best, how, score, (best.claimant.spans[0][1],) if best.claimant.spans else (), ranked)
