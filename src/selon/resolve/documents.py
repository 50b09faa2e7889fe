"""A source that is a document under a short name, or under none: "le texte", "ce rapport", "une étude publiée dans …"."""

from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind
from selon.resolve.names import is_capital
from selon.resolve.parts import Phrase
from selon.resolve.scene import DESCRIBED, Answer, Scene, best_of, unresolved
from selon.resolve.tokens import key, longest, word_tokens
from selon.resolve.voices import of_body, spellings

_BEFORE_CHARS = 400  # of one paragraph, before "ce texte"
_NAME_CHARS = 80  # after the participle of a document


def bare_document(item: Attribution, said: Phrase, scene: Scene) -> Answer:
    """As in "Le texte": its full name elsewhere, else the last document that spoke; a name written with a capital ("le Coran") is one."""
    form = said.core.of(scene.article.text)
    full = scene.bodies.full(said) if said.number == "s" and said.determiner in ("definite", "demonstrative") else None
    if full is not None:
        name = " ".join(full.span.of(scene.article.text).split())
        voice = of_body(said, scene.article, ClaimantKind.DOCUMENT, name=name, aliases=spellings(name, form))
        return Answer(voice, f"short for «{name}»", 0.7, (full.span,))
    turns = [turn for turn in scene.memory.before(said.span.start, item.parent) if turn.voice.claimant.kind is ClaimantKind.DOCUMENT]
    spoke = [turn.voice for turn in turns if turn.voice.number == "s"]
    head = said.head.key if said.head is not None else form
    turns = [turn for turn in turns if said.determiner == "demonstrative" or head in key(turn.voice.claimant.name).split()]
    if turns:
        return best_of([(turns[0].voice, 0.6)], said, scene, "the last document that spoke")
    if form[:1].isupper() and said.determiner == "definite":
        return Answer(of_body(said, scene.article, ClaimantKind.DOCUMENT), "named in the source", 0.8, (said.span,))
    if said.determiner == "demonstrative" and (before := _named_before(said, scene)) is not None:
        voice = of_body(said, scene.article, ClaimantKind.DOCUMENT, name=before)
        return Answer(voice, "the document that was named just before", DESCRIBED, (said.span,), ((before, DESCRIBED),))
    if len({voice.claimant.id for voice in spoke}) == 1 and said.determiner == "definite" and said.number == "s":
        return best_of([(spoke[0], DESCRIBED)], said, scene, "the only document that spoke")
    return unresolved(said, scene)


def _named_before(said: Phrase, scene: Scene) -> str | None:
    """As in "les élus ont adopté *un amendement au budget*. Selon ce texte": the last document with a complement."""
    text, told, end = scene.article.text, scene.lexicon, said.span.start
    begin = max(text.rfind("\n", 0, end) + 1, end - _BEFORE_CHARS)
    tokens = word_tokens(text, begin, end)
    for at in range(len(tokens) - 2, 0, -1):
        noun = longest(told.nouns, tokens, at)
        article = told.determiners.get(tokens[at - 1].folded)
        if noun is None or noun[0].kind != "document" or article is None or article.kind not in ("definite", "indefinite"):
            continue
        if article.number == "p" or tokens[at - 1].folded in told.ties or tokens[max(0, at - 2)].folded in told.ties:
            continue
        last = at + noun[1]
        while (
            last < len(tokens)
            and not text[tokens[last - 1].end : tokens[last].start].strip(" \u00a0'’")
            and tokens[last].folded not in told.stops
        ):
            last += 1
        content = [word for word in tokens[at + noun[1] : last] if word.folded not in told.small]
        return " ".join(text[tokens[at].start : tokens[last - 1].end].split()) if content else None
    return None


def with_what_follows(said: Phrase, scene: Scene) -> str | None:
    """As in "une étude publiée *dans la Revue des Marées*": a document under the name that its participle leads to."""
    text, told = scene.article.text, scene.lexicon
    words = word_tokens(text, said.span.start, said.span.end)
    after = word_tokens(text, said.span.end, min(len(text), said.span.end + _NAME_CHARS))
    if words[-1].folded not in told.participles or not after or after[0].folded not in told.ties:
        return None
    end = next((at for at, word in enumerate(after) if word.folded not in told.small), 0)
    begin = end
    while end < len(after) and not text[after[end - 1].end : after[end].start].strip(" \u00a0-'’"):
        small = after[end].folded in told.small and end + 1 < len(after) and is_capital(after[end + 1]) and end > begin
        if not is_capital(after[end]) and not small:
            break
        end += 1
    return " ".join(text[said.core.start : after[end - 1].end].split()) if end > begin > 0 else None
