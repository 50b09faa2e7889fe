"""A source that names somebody: persons, several at once, proper names of bodies and places."""

import re

from msgspec.structs import replace

from selon.languages.fold import fold
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.names import article_before, initials, is_acronym
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.scene import KINDS, Answer, Scene, answer_with, unresolved
from selon.resolve.short_firms import by_short_name
from selon.resolve.subjects import opens, starts
from selon.resolve.tokens import key, longest, word_tokens
from selon.resolve.voices import of_body, several, spellings

_BRACKETED = re.compile(r"\s*\([^()]*\)")
_DESCRIBING = frozenset({"definite", "indefinite", "demonstrative"})
RUN_ON_WORDS = 3  # in lower case after a name that nothing shows to be a person's


def by_name(said: Phrase, scene: Scene) -> Answer:
    """A name in the source: the person it means; two who may bear it are told apart by gender and by who was named last."""
    text = scene.article.text
    assert said.name is not None
    form = said.name.of(text)
    people = scene.cast.named(form, said.gender, said.span.start)
    if not people:
        people = [person for person in scene.cast.persons if form in person.spellings]
    if not people and is_acronym(form):
        people = [person for person in scene.cast.persons if initials(person.name) == form]
    if len(form) == 1:
        return Answer(None, f"no name: «{form}»", 0.0)
    owned = _owned(said, scene)
    if owned is not None:
        return answer_with(owned[0], "named in the source", 0.9, scene, owned[1])
    firm = by_short_name(form, people, said, scene) if not (people and _is_of_what_follows(said, scene)) else None
    if firm is not None:
        return firm
    if not people:
        return _of_no_person(form, said, scene)
    if _is_of_what_follows(said, scene):
        return unresolved(said, scene)
    if len(people) > 1 and " " not in form and not said.titled and not said.gender:
        people = _first_of_the_name(people, scene)
        if not people:
            return unresolved(said, scene)
    rivals = tuple((person.name, round(0.95 - 0.25 * rank, 2)) for rank, person in enumerate(people[:3]))
    full = form == people[0].name
    score = 0.95 if full or len(people) == 1 else 0.7
    how = "named in the source" if full else f"short for «{people[0].name}»"
    return answer_with(people[0], how, score, scene, said.name, rivals)


def _of_no_person(form: str, said: Phrase, scene: Scene) -> Answer:
    """A name that no person of the text bears: a firm's, a body's, or none."""
    if _only_opens(form, said, scene) or _runs_on(said, scene) or _describes_several(said, scene):
        return Answer(None, f"no name: «{form}»", 0.0)
    if (
        _is_of_what_follows(said, scene) or key(form) in scene.lexicon.adjectives
    ):  # "Ruritanian raids": what is a people's is not the people
        return unresolved(said, scene)
    article = article_before(scene.article.text, said.span.start, scene.lexicon)
    named = (f"{article} {form}", spellings(f"{article} {form}", form)) if article else (None, ())
    voice = of_body(replace(said, core=said.name or said.core), scene.article, ClaimantKind.BODY, name=named[0], aliases=named[1])
    return Answer(voice, "named in the source; nothing shows a person", 0.7, (said.span,), ((voice.claimant.name, 0.7),))


def _first_of_the_name(people: list[Person], scene: Scene) -> list[Person]:
    """Of two who share a surname, both named in full, it is left to who was named first, where nobody was so more often; else nobody."""
    text = scene.article.text
    full = {person.first: sum(" " in span.of(text) for span in person.mentions) for person in people if " " in person.name}
    if len(full) < 2:
        return people
    first = min(full)
    return sorted(people, key=lambda person: person.first != first) if full[first] == max(full.values()) else []


def _only_opens(form: str, said: Phrase, scene: Scene) -> bool:
    """A word that has its capital only because a sentence begins: it stands nowhere else with one."""
    at = said.core.start
    before = scene.article.text[max(0, at - 12) : at].rstrip(" \u00a0\"«“('")
    grammar = scene.lexicon.grammar
    if grammar.articled and len(said.name or said.core) == len(said.span) and not form.lower().endswith(grammar.verbal):
        return False
    if (
        " " in form
        or is_acronym(form)
        or not form.replace("-", "")[1:].islower()
        or fold(form) in scene.lexicon.given
        or (before and before[-1] not in ".!?\n:»”")
    ):
        return False
    return not scene.stands_inside(form, at)


def _runs_on(said: Phrase, scene: Scene) -> bool:
    """A name, then words that neither a comma nor a relative ties to it: the end of another clause, no source."""
    if said.name is None or said.shape == "person":
        return False
    after = word_tokens(scene.article.text, said.name.end, said.span.end)
    lower = [word for word in after if word.form.islower() and word.folded not in scene.lexicon.small]
    close = not after or not scene.article.text[said.name.end : after[0].start].strip()
    return close and len(lower) >= RUN_ON_WORDS and after[0].folded not in scene.lexicon.relatives


def _describes_several(said: Phrase, scene: Scene) -> bool:
    """As in "FRT dealers", "Health and Social Care figures": does a noun for several close the source, which the name only describes?"""
    if said.name is None or scene.lexicon.grammar.head != "last":
        return False
    after = word_tokens(scene.article.text, said.name.end, said.span.end)
    noun = scene.lexicon.nouns.get(after[0].folded) if len(after) == 1 else None
    if noun is not None and noun.kind == "document":
        return False  # "FRT figures" are FRT's
    if after and after[0].folded in scene.lexicon.grammar.coordination:
        after = after[1:] if len(after) > 1 and after[1].form[0].isupper() else []
    while len(after) > 1 and after[0].form[0].isupper():
        after = after[1:]
    gap = scene.article.text[said.name.end : said.span.end]
    return len(after) == 1 and after[0].form.islower() and after[0].form.endswith("s") and gap[:1].isspace() and "," not in gap


def _owned(said: Phrase, scene: Scene) -> tuple[Person, Span] | None:
    """As in "Tesmar Bank's Ivo Talmar": who is named right behind a genitive, up to the end of the source."""
    text, name = scene.article.text, said.name
    if name is None or text[name.end : name.end + 2] not in ("'s", "’s"):
        return None
    found = scene.cast.ending(said.span.end)
    between = text[name.end + 2 : found[1].start].strip() if found is not None else ""
    return found if not between or between.endswith(",") else None  # "Tesmar's head of tides, Ivo Talmar"


def _is_of_what_follows(said: Phrase, scene: Scene) -> bool:
    """As in "Talmar's friends", "Norway's first channel": words behind a genitive that are no document of who is named before it."""
    text, name = scene.article.text, said.name
    if name is None or said.role is not None or text[name.end : name.end + 2] not in ("'s", "’s"):
        return False
    after = word_tokens(text, name.end + 2, said.span.end)
    documents = (longest(scene.lexicon.nouns, after, at) for at in range(len(after)))
    return bool(after) and not any(noun is not None and noun[0].kind in ("document", "words", "rumour") for noun in documents)


def by_proper_name(said: Phrase, scene: Scene) -> Answer:
    """A proper name of the tables: a state, a body, a place that speaks for one."""
    named = said.named
    assert named is not None
    voice = of_body(said, scene.article, KINDS[named.kind])
    how = "a place that speaks for a state or a body" if named.metonym else "named in the source"
    return Answer(voice, how, 0.95, (said.span,), ((voice.claimant.name, 0.95),))


def by_apposition(said: Phrase, scene: Scene) -> Answer | None:
    """As in "Ivo Talmar, *l'un des pêcheurs de Sorneville*": a name that opens the sentence right before a source that only describes."""
    able = ("role", "person", "thing", "anonymous") if said.determiner == "indefinite" else ("role", "person", "anonymous")
    if said.determiner not in _DESCRIBING or said.number != "s" or said.shape not in able:
        return None
    begin = max(0, said.span.start - 3)
    head = scene.article.text[begin : said.span.start].rstrip()
    found = scene.cast.ending(begin + len(head) - 1) if head.endswith(",") else None
    if found is None or not (said.determiner == "demonstrative" or opens(scene.memory, found[1].start, alone=True)):
        return None
    if said.determiner == "definite" and _acts(said, scene) and not _begins(found[1], scene):
        return None
    return answer_with(found[0], "the name that the source stands beside", 0.9, scene, found[1])


def _acts(said: Phrase, scene: Scene) -> bool:
    """As in "Pour des gens comme Ivo Talmar, | la ministre soutient que …": no comma closes the source, which is a subject."""
    return scene.lexicon.grammar.head == "first" and not scene.article.text.startswith(",", said.span.end)


def _begins(name: Span, scene: Scene) -> bool:
    """Does a sentence begin with that very name?"""
    return name.start in starts(scene.memory, -1, name.end)


def by_names(said: Phrase, scene: Scene) -> Answer | None:
    """As in "MM. Talmar et Verlin", "Ivo Talmar et Eva Verlin": all of them."""
    text = scene.article.text
    told = said.number == "p" and said.titled
    if not told and (said.name is None or said.name.end >= said.span.end):
        return None
    rest = said.span.of(text) if told else text[said.name.start if said.name is not None else said.span.start : said.span.end]
    for joint in scene.lexicon.grammar.coordination:
        left, middle, right = rest.partition(f" {joint} ")
        if not middle:
            continue
        left = left.split(",")[0] if left.endswith(",") else left  # "Ivo Talmar, préfet, et Eva Verlin"
        first, second = (_BRACKETED.sub("", one) for one in (left, right))  # "Ivo Talmar (PDV) et Eva Verlin (PLS)"
        first = first.replace("\u00a0", " ").split(". ")[-1].strip()
        second = second.split(",")[0].replace("\u00a0", " ").split(". ")[-1].strip()
        able = [scene.cast.named(form, "", said.span.start) for form in (first, second)]
        if second[:1].isupper() and all(able) and able[0][0] is not able[1][0]:
            return _of_both(able[0][0], able[1][0], joint, said, scene)
        other = _ending_in(said, scene) if said.name is not None and said.name.of(text) == first else None
        if other is not None and able[0] and other is not able[0][0]:
            return _of_both(able[0][0], other, joint, said, scene)
    return None


def _ending_in(said: Phrase, scene: Scene) -> Person | None:
    """As in "le ministre Ivo Talmar et sa collègue Eva Verlin": who is named where the source ends, behind its first name."""
    found = scene.cast.ending(said.span.end)
    return found[0] if found is not None and said.name is not None and found[1].start > said.name.end else None


def _of_both(one: Person, other: Person, joint: str, said: Phrase, scene: Scene) -> Answer:
    voice = several([scene.voice(one), scene.voice(other)], joint, said, scene.article)
    return Answer(voice, "named in the source", 0.9, (said.span,), ((voice.claimant.name, 0.9),))
