"""Who stands behind each attribution of one article.

Below the threshold the claimant stays None, and `how` says "unresolved: «il»".
Not done yet: groups under other words ("les marcheurs" for "les manifestants"), descriptions that need knowledge of the world
("le Premier ministre" where the text never names one), the state of a bare "gouvernement" in an article about several.
"""

from collections.abc import Mapping
from dataclasses import replace

from selon.collector import resting
from selon.languages import Language
from selon.languages.sentences import unbroken
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant, Resolution
from selon.resolve.announced import announcement
from selon.resolve.answers import answer
from selon.resolve.later import named_later
from selon.resolve.lexicon import lexicon
from selon.resolve.memory import Riddle, Turn
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.pronouns import OF_ITS_OWN
from selon.resolve.scene import AS_TOLD, THRESHOLD, Answer, Scene

_ASKED = "verb.asked"  # the rule of what somebody else is asked: whoever asks does not go on, for who is asked may answer


def claimants(article: Article, attributions: tuple[Attribution, ...], language: Language) -> tuple[Resolution, ...]:
    """Who stands behind each attribution: one resolution for each, in the same order."""
    if not attributions:
        return ()
    with resting():
        return _claimants(article, attributions, language)


def _claimants(article: Article, attributions: tuple[Attribution, ...], language: Language) -> tuple[Resolution, ...]:
    told = lexicon(language)
    article = _on_one_line(article, language)
    said: dict[str, Phrase] = {}
    phrases: dict[tuple[int, int], Phrase] = {}  # several cues of one source
    for item in attributions:
        span = item.source or announcement(item, article)
        if span is not None:
            place = span.start, span.end
            if place not in phrases:
                phrases[place] = phrase(article.text, span, told)
            said[item.id] = phrases[place]
    scene = Scene(article, attributions, said, language)
    answers: dict[str, Answer] = {}
    told_before: dict[tuple[int, int, str | None], Answer] = {}
    depths = {item.id: _depth(item, scene.by_id) for item in attributions}
    for item in sorted(attributions, key=lambda item: (depths[item.id], *_place(item, said))):
        source, words = _source(item, told_before), said.get(item.id)
        found = answers[item.id] = (told_before.get(source) if source is not None else None) or answer(item, words, scene)
        asked = words is not None and words.shape == "pronoun"  # what stays open once does so for its other cues
        if source is not None and (asked or found.score >= THRESHOLD):
            told_before[source] = found
        if item.rule != _ASKED:
            _remember(item, found, words, depths[item.id], scene)
    named_later(attributions, said, answers, scene)
    return tuple(_resolution(item, answers[item.id], article) for item in attributions)


def _on_one_line(article: Article, language: Language) -> Article:
    """The article without line ends that only broke a full line, over which names go on ("said Ada | Bry"); its offsets are the same."""
    text = unbroken(article.text, (block.span for block in article.blocks), language)
    return replace(article, text=text) if text is not article.text else article


def _source(item: Attribution, told: Mapping[tuple[int, int, str | None], Answer]) -> tuple[int, int, str | None] | None:
    """Two cues of one subject have one source ("a-t-il dit, ajoutant que"), whose answer is one.

    So has a quotation without a cue that goes on behind "…, comme elle l'a dit".
    """
    if item.source is None:
        return None
    place = item.source.start, item.source.end, item.parent
    return place if item.cue is not None or (place in told and told[place].how == OF_ITS_OWN) else None


def _depth(item: Attribution, by_id: dict[str, Attribution]) -> int:
    """How many contents it lies in: who speaks outside is asked first."""
    depth, outer = 0, item.parent
    while outer in by_id and depth < len(by_id):
        depth, outer = depth + 1, by_id[outer].parent
    return depth


def _place(item: Attribution, said: dict[str, Phrase]) -> tuple[int, int]:
    at = said[item.id].span.start if item.source is not None else item.content[0].start
    return (at, item.content[0].start)


def _remember(item: Attribution, answer: Answer, said: Phrase | None, depth: int, scene: Scene) -> None:
    at = said.span.start if said is not None and item.source is not None else item.content[0].start
    if answer.voice is not None and answer.score >= THRESHOLD:
        scene.voices[item.id] = answer.voice
        if item.rule != AS_TOLD or answer.voice.person is not None:
            scene.memory.keep(Turn(at, answer.voice, item), depth)
    elif item.rule != AS_TOLD and said is not None and said.number == "s" and said.shape in ("role", "person", "pronoun", "anonymous"):
        scene.memory.wonder(Riddle(at, said.gender, item.parent, said.span.end))
    if said is not None and said.shape == "anonymous" and scene.voices.get(item.id) is None:
        scene.memory.keep_open(at, said.number)


def _resolution(item: Attribution, answer: Answer, article: Article) -> Resolution:
    claimant: Claimant | None = answer.voice.claimant if answer.voice is not None and answer.score >= THRESHOLD else None
    how = answer.how
    if claimant is None and answer.voice is not None and item.source is not None:
        how = f"unresolved: «{item.source.of(article.text)}»"
    return Resolution(
        attribution_id=item.id,
        claimant=claimant,
        how=how,
        evidence=answer.evidence,
        candidates=answer.candidates,
        confidence=round(answer.score, 2) if claimant is not None else 0.0,
    )
