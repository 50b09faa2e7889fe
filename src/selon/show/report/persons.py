"""Who is named in a report: persons whose office or trade the texts tell; everybody else stands there by role.

A person speaks in public for a body, a state, an office or a trade; whoever only saw, lived nearby or is somebody's kin does not. The words
for the latter are in the languages' tables (`private.toml`). What a text does not tell counts as private.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from selon.languages import codes, load
from selon.languages.fold import fold
from selon.languages.rows.show import PrivateRole
from selon.languages.unseen import holds_unseen, places, seen
from selon.model.article import Article
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Edge, Story
from selon.model.reading import Reading
from selon.show.wording import Wording

_COVER = "█"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST_CHARS = 3  # of a part of a name that is covered on its own


@dataclass(frozen=True)
class Persons:
    """Every spelling of a person who is not named -> what stands instead."""

    shown: Mapping[str, str]

    def said(self, words: str) -> str:
        """Words of ours, or a name, with the role in place of the name."""
        if words in self.shown:
            return self.shown[words]
        return self._put(words, lambda name, _: self.shown[name])

    def covered(self, text: str) -> str:
        """A text with the names covered, character by character: places stay what they are."""
        return self._put(text, lambda _, stands: re.sub(r"\S", _COVER, stands))

    def _put(self, text: str, other: Callable[[str, str], str]) -> str:
        """A text with something else for each name, made of the name and of how it stands there: with what no reader sees, too."""
        if not self.shown:
            return text
        if not holds_unseen(text):
            return self._pattern.sub(lambda found: other(found[0], found[0]), text)
        at, parts, end = places(text), [], 0
        for found in self._pattern.finditer(seen(text)):
            start, stop = at[found.start()], at[found.end() - 1] + 1
            parts += [text[end:start], other(found[0], text[start:stop])]
            end = stop
        return "".join([*parts, text[end:]])

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(tuple(sorted(self.shown, key=lambda name: (-len(name), name))))


def persons(readings: Iterable[Reading], wording: Wording, *, named: Iterable[str] = ()) -> Persons:
    """Who is not named, with what stands instead: the role a text gives, else that none is told, and a letter."""
    known: dict[str, list[Claimant]] = {}
    for reading in readings:
        for resolution in reading.resolutions:
            who = resolution.claimant
            if who and who.kind is ClaimantKind.PERSON:
                known.setdefault(who.id, []).append(who)
    wanted = {fold(name) for name in named}
    public = {name for met in known.values() if any(is_public(who) for who in met) for who in met for name in (who.name, *who.aliases)}
    private = [met for _, met in sorted(known.items()) if not any(is_public(who) for who in met)]
    shown: dict[str, str] = {}
    for met in sorted(private, key=lambda met: not any(who.role for who in met)):  # who has a role lends it to whoever bears the same name
        spellings = {name for who in met for name in (who.name, *who.aliases)}
        if spellings & public or {fold(name) for name in spellings} & wanted:
            continue
        role = next((who.role for who in met if who.role), None) or wording.say("person whose role is not told")
        label = next((shown[name] for name in sorted(spellings) if name in shown), f"{role} [{_letter(len(set(shown.values())))}]")
        for name in _parts(spellings) - {part for other in public for part in other.split()}:
            shown.setdefault(name, label)
    return Persons(shown)


def is_public(who: Claimant) -> bool:
    """Does the text give the person a body, a state, an office or a trade?"""
    if who.organisation or who.country:
        return True
    return who.role is not None and not any(word in _private() for word in re.findall(r"\w+", fold(who.role)))


def hidden(
    story: Story, edges: Iterable[Edge], readings: Mapping[str, Reading], who: Persons
) -> tuple[Story, tuple[Edge, ...], dict[str, Reading]]:
    """The same records with every name of a person who is not named covered in texts and replaced in fields."""
    said = who.said
    claim = replace(
        story.claim, label=who.covered(story.claim.label),
        appearances=tuple(replace(one, claimant=said(one.claimant) if one.claimant else None) for one in story.claim.appearances),
        links=tuple(replace(one, evidence=tuple(map(said, one.evidence))) for one in story.claim.links),
    )  # fmt: skip
    origins = replace(
        story.origins, named=tuple(replace(one, name=said(one.name)) for one in story.origins.named),
        proof=tuple(replace(one, a=said(one.a), b=said(one.b), why=said(one.why)) for one in story.origins.proof),
    )  # fmt: skip
    first = replace(story.first, mentioned=tuple(replace(one, what=said(one.what)) for one in story.first.mentioned))
    told = replace(
        story, claim=claim, origins=origins, first=first,
        denials=tuple(replace(one, by=said(one.by) if one.by else None, tie=said(one.tie)) for one in story.denials),
        corroborations=tuple(replace(one, by=said(one.by) if one.by else None) for one in story.corroborations),
        changes=tuple(replace(one, sentence=said(one.sentence)) for one in story.changes),
        chains=tuple(replace(chain, hops=tuple(replace(hop, name=said(hop.name)) for hop in chain.hops)) for chain in story.chains),
        gaps=tuple(replace(one, name=said(one.name), why=said(one.why)) for one in story.gaps),
    )  # fmt: skip
    links = tuple(
        replace(
            one, source=said(one.source), target=said(one.target), reasons=tuple(map(said, one.reasons)),
            changes=tuple(replace(change, sentence=said(change.sentence)) for change in one.changes),
        )
        for one in edges
    )  # fmt: skip
    return told, links, {name: _reading(reading, who) for name, reading in readings.items()}


def _reading(reading: Reading, who: Persons) -> Reading:
    return replace(
        reading,
        article=_article(reading.article, who),
        resolutions=tuple(
            replace(one, claimant=_claimant(one.claimant, who) if one.claimant else None, how=who.said(one.how))
            for one in reading.resolutions
        ),
    )


def _article(article: Article, who: Persons) -> Article:
    return replace(article, text=who.covered(article.text), title=who.covered(article.title) if article.title else None)


def _claimant(one: Claimant, who: Persons) -> Claimant:
    aliases = tuple(dict.fromkeys(map(who.said, one.aliases)))
    return replace(one, name=who.said(one.name), aliases=aliases)


def _parts(spellings: Iterable[str]) -> set[str]:
    """Whole names, and their last words alone ("Brassevin")."""
    return {part for name in spellings for part in (name, name.split()[-1]) if len(part) >= _LEAST_CHARS}


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else f"{_LETTERS[number % 26]}{number // 26}"


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _private() -> frozenset[str]:
    return frozenset(fold(form) for code in codes() for row in load(code).rows(PrivateRole) for form in row.forms)
