"""A source that is several at once, each under a name of its own: "l'OGM et le Fonds de la mer", "TM1, Lune et Le Brisant"."""

from collections.abc import Callable

from msgspec.structs import replace

from selon.languages.firms import legal_forms, partners
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.firms import is_firm
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.scene import Answer, Scene
from selon.resolve.tokens import longest, word_tokens
from selon.resolve.voices import Voice, of_body, several

_NAMED = frozenset({"person", "name", "named", "body", "state", "outlet", "group"})  # shapes of what may be one of several
_MUTE = frozenset({ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT})


def by_members(said: Phrase, scene: Scene, answer: Callable[[Phrase], Answer]) -> Answer | None:
    """All that a source names, as one group; None: it names one, or one of them is open.

    Args:
        said: the source.
        scene: of the article.
        answer: who a phrase is.
    """
    text = scene.article.text
    form = said.span.of(text)
    for joint in scene.lexicon.grammar.coordination:
        if joint not in form:  # as in most
            continue
        left, middle, right = _parted(form, f" {joint} ")
        if not middle or left.count('"') % 2 or left.count("«") > left.count("»"):
            continue
        spans = [*_before(left, said.span.start), Span(said.span.end - len(right), said.span.end)]
        members = [phrase(text, span, scene.lexicon) for span in spans]
        if (
            _is_one_name(members, scene)
            or (_any_of_a_place(members, scene) and any(member.shape != "person" for member in members))
            or not all(_stands_alone(member, scene) for member in members)
        ):
            continue
        voices = [answer(member).voice for member in members]
        found = _group(voices, joint, said, scene)
        bare = len(members) == 2 and all(_is_bare(member, scene) for member in members)
        unknown = bare and not any(voice is not None and voice.person is not None for voice in voices)
        return _as_one(said, scene) if found is not None and unknown else found
    return None


def _parted(form: str, joint: str) -> tuple[str, str, str]:
    """Parted at the one joint between several; none inside a firm's name, as in "Talmar and Sons", is that."""
    pieces = form.split(joint)
    within = [piece.partition(" ")[0].rstrip(",.") in partners() for piece in pieces[1:]]
    if within.count(False) != 1:
        return form, "", ""
    at = within.index(False) + 1
    return joint.join(pieces[:at]), joint, joint.join(pieces[at:])


def _is_one_name(members: list[Phrase], scene: Scene) -> bool:
    """As in "Harper and Row Publishers Inc", "the Ministry of Health and Welfare": the last alone is shown as a firm, or has no article."""
    told, first = scene.lexicon, members[0]
    words = [word_tokens(scene.article.text, member.span.start, member.span.end) for member in members]
    firms = [is_firm(tokens, 0, len(tokens), told) for tokens in words]
    tied = any(word.folded in told.of for word in words[0])  # "le Bureau des affaires de Tolm et Lorvan"
    capitals = all(tokens and all(word.form[0].isupper() for word in tokens) for tokens in words[1:])
    known = first.shape == "named" and capitals  # "the US and Norway"
    bare = bool(first.determiner) and not members[-1].determiner and not known and (tied or not told.grammar.articled)
    apposed = len(members) > 2 and not first.determiner and bool(members[1].determiner)  # "Ivo Talmar, le directeur et …"
    lone_firm = len(members) == 2 and firms == [False, True] and first.shape != "named" and not told.grammar.articled
    return bare or apposed or lone_firm


def _before(left: str, start: int) -> list[Span]:
    """The members before the last one, between commas; partners of one firm are one."""
    if left.rpartition(" ")[2].rstrip(".") in partners() | legal_forms():
        return [Span(start, start + len(left))]
    spans = []
    for part in left.split(", "):
        spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def _stands_alone(member: Phrase, scene: Scene) -> bool:
    """Has it an article of its own or none with a capital, and is nothing in it besides its name?"""
    text, told = scene.article.text, scene.lexicon
    tokens = word_tokens(text, member.span.start, member.span.end)
    if not tokens or member.number != "s" or tokens[0].folded in told.of:
        return False
    named = member.name or member.core
    proper = member.shape == "thing" and all(word.form[0].isupper() for word in tokens if word.start >= named.start)  # "la CGF"
    if member.shape not in _NAMED and not proper:
        return False
    if not member.determiner and longest(told.nouns, tokens, 0):  # "… et Président de Lune"
        return False
    whole = _is_of_a_place(text, named, member, scene) or not text[named.end : member.span.end].strip('()»”" ')
    return whole and (member.determiner == "definite" or tokens[0].form[0].isupper())


def _any_of_a_place(members: list[Phrase], scene: Scene) -> bool:
    text = scene.article.text
    return any(_is_of_a_place(text, member.name or member.core, member, scene) for member in members)


def _is_of_a_place(text: str, named: Span, member: Phrase, scene: Scene) -> bool:
    """As in "Ivo Talmar of Norr": does nothing but a small word and a capital stand behind a full name?"""
    tail = word_tokens(text, named.end, member.span.end)
    named_so = member.shape == "person" and " " in named.of(text) and len(tail) > 1 and tail[0].folded in scene.lexicon.of
    return named_so and all(word.form[0].isupper() for word in tail[1:]) and not scene.lexicon.grammar.articled


def _group(voices: list[Voice | None], joint: str, said: Phrase, scene: Scene) -> Answer | None:
    known = [voice for voice in voices if voice is not None and voice.claimant.kind not in _MUTE]
    if len(known) < len(voices) or len({voice.claimant.id for voice in known}) < len(known):
        return None
    voice = several(known, joint, said, scene.article)
    return Answer(voice, "named in the source", 0.85, (said.span,), ((voice.claimant.name, 0.85),))


def _is_bare(member: Phrase, scene: Scene) -> bool:
    """One word of which nothing tells whose name it is: "Marée et Avenir" may be one."""
    return member.shape == "name" and not member.determiner and " " not in member.span.of(scene.article.text)


def _as_one(said: Phrase, scene: Scene) -> Answer:
    voice = of_body(replace(said, core=said.span), scene.article, ClaimantKind.BODY)
    return Answer(voice, "named in the source; nothing shows a person", 0.7, (said.span,), ((voice.claimant.name, 0.7),))
