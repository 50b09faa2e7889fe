"""One id for one claimant in all articles.

States and bodies merge by their key (`bodies.py`), proper names across transliterations. Persons never merge on a name alone: besides
the name, the role, the body, the country or a page that both articles point at must be the same, or the kind of role within a month of
each other (`signals.py`); a surname alone joins only the one person whom it can mean. What is not joined keeps an id of its own, in each
article. A user's own table (`known.py`) joins whom it names. Not done yet: places as a second signal.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from selon.languages import codes, load
from selon.languages.phonetic import name_keys, name_parts, same_spelling
from selon.languages.syllables import syllable_keys
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.known import Known
from selon.model.reading import Reading
from selon.model.span import Span
from selon.resolve.alike import join_one_name
from selon.resolve.bodies import claimant_key
from selon.resolve.known import known_as
from selon.resolve.lexicon import Lexicon, lexicon
from selon.resolve.names import same_person_name
from selon.resolve.outlets import with_outlets
from selon.resolve.signals import Node, day, kinds, pages, second_signal, signals


def across(readings: Sequence[Reading], known: Sequence[Known] = ()) -> tuple[Reading, ...]:
    """The same readings, in their order, with claimant ids made one across articles, whatever that order is.

    Args:
        readings: of all articles.
        known: rows of a user's own table: who is one row of it is one claimant.
    """
    readings = with_outlets(readings, {reading.article.lang: _lexicon(reading.article.lang) for reading in readings})
    nodes = sorted(_nodes(readings), key=lambda node: node.id)
    groups = _Groups([node.id for node in nodes])
    _join_bodies(nodes, groups)
    _join_known(nodes, groups, known)
    persons = [node for node in nodes if node.claimant.kind is ClaimantKind.PERSON]
    _join_full_names(persons, groups)
    _join_surnames(persons, groups)
    members: dict[str, list[Node]] = {}
    for node in nodes:
        members.setdefault(groups.root(node.id), []).append(node)
    common = {root: _Common.of(group) for root, group in members.items()}  # once a group: a police is met in thousands of articles
    merged = {(node.article, node.claimant.id): _together(node, common[groups.root(node.id)]) for node in nodes}
    return tuple(
        replace(reading, resolutions=tuple(_renamed(item, reading, merged) for item in reading.resolutions)) for reading in readings
    )


class _Groups:
    """Disjoint sets; the root of a set is its smallest member."""

    def __init__(self, members: list[str]) -> None:
        self._up = {member: member for member in members}

    def root(self, member: str) -> str:
        while self._up[member] != member:
            self._up[member] = self._up[self._up[member]]
            member = self._up[member]
        return member

    def join(self, a: str, b: str) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        self._up[high] = low


def _nodes(readings: Sequence[Reading]) -> list[Node]:
    found: dict[str, Node] = {}
    for reading in readings:
        told = _lexicon(reading.article.lang)
        for item in reading.resolutions:
            if item.claimant is not None:
                node = _node(reading, item.claimant, told)
                found[node.id] = _both(found.get(node.id, node), node)
    return list(found.values())


def _both(a: Node, b: Node) -> Node:
    """One claimant under two names in one article ("Moscou", "la Russie"): with the spellings and mentions of both."""
    aliases = tuple(dict.fromkeys((*a.claimant.aliases, *b.claimant.aliases)))
    spans = tuple(dict.fromkeys((*a.claimant.spans, *b.claimant.spans)))
    return replace(a, claimant=replace(a.claimant, aliases=aliases, spans=spans))


@cache
def _lexicon(code: str) -> Lexicon:
    return lexicon(load(code if code in codes() else "en"))


def _node(reading: Reading, claimant: Claimant, told: Lexicon) -> Node:
    ident = _hash(claimant.kind.value, claimant.id, reading.article.digest, reading.article.id)
    if claimant.kind is not ClaimantKind.PERSON:
        return Node(ident, reading.article.id, claimant, claimant_key(claimant, told))
    article = reading.article
    told_of = (signals(claimant, told), pages(claimant, article), kinds(claimant, told))
    return Node(ident, article.id, claimant, None, *told_of, day(article))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _join_known(nodes: list[Node], groups: _Groups, known: Sequence[Known]) -> None:
    """Who is one row of a user's table."""
    first: dict[str, Node] = {}
    for node in nodes if known else ():
        ident = known_as(node.claimant, known)
        if ident is not None:
            groups.join(first.setdefault(ident, node).id, node.id)


def _join_bodies(nodes: list[Node], groups: _Groups) -> None:
    """Bodies of one key; then proper names that are one in two spellings."""
    first: dict[str, Node] = {}
    blocks: dict[str, list[Node]] = {}
    for node in nodes:
        if node.key is None:
            continue
        groups.join(first.setdefault(node.key, node).id, node.id)
        if node.key.startswith("name|"):
            for form in sorted(name_keys(node.claimant.name)):
                blocks.setdefault(form, []).append(node)
    for block in blocks.values():
        named = list({node.claimant.name: node for node in reversed(block)}.values())
        for node, other in combinations(named, 2):
            if same_spelling(node.claimant.name, other.claimant.name):
                groups.join(node.id, other.id)


def _keys(name: str) -> list[str]:
    """What spellings of a full name share: keys of its last word, or of its syllables."""
    return sorted(name_keys(name_parts(name)[-1]) | syllable_keys(name))


def _join_full_names(persons: list[Node], groups: _Groups) -> None:
    """Persons of one full name, in whatever spelling, with a second signal."""
    blocks: dict[str, list[Node]] = {}
    for node in persons:
        if len(name_parts(node.claimant.name)) > 1:
            for form in _keys(node.claimant.name):
                blocks.setdefault(form, []).append(node)
    for _, block in sorted(blocks.items()):
        join_one_name(block, _one_name, groups.join)


def _one_name(a: Claimant, b: Claimant) -> bool:
    """Full names, or one of their spellings, that are one; a missing middle name does not matter."""
    return any(
        len(name_parts(one)) > 1 and len(name_parts(two)) > 1 and same_person_name(one, two)
        for one in (a.name, *a.aliases)
        for two in (b.name, *b.aliases)
    )


def _join_surnames(persons: list[Node], groups: _Groups) -> None:
    """A surname alone, with a body, office or role in common with exactly one person."""
    full = [node for node in persons if len(name_parts(node.claimant.name)) > 1]
    by_surname: dict[str, list[Node]] = {}
    for node in full:
        for form in _keys(node.claimant.name):
            by_surname.setdefault(form, []).append(node)
    for node in persons:
        if len(name_parts(node.claimant.name)) != 1:
            continue
        near = {other.id: other for form in _keys(node.claimant.name) for other in by_surname.get(form, ())}
        able = [other for _, other in sorted(near.items()) if same_person_name(node.claimant.name, other.claimant.name)]
        roots = {groups.root(other.id) for other in able if other.signals & node.signals and second_signal(node, other)}
        if len(roots) == 1:
            groups.join(roots.pop(), node.id)


@dataclass(frozen=True, slots=True)
class _Common:
    """What all claimants of a group share."""

    ident: str
    aliases: tuple[str, ...]  # sorted
    spans: tuple[tuple[str, Span], ...]

    @staticmethod
    def of(group: Sequence[Node]) -> "_Common":
        keys = sorted({(node.key, node.claimant.kind.value) for node in group if node.key is not None})
        aliases = sorted({form for node in group for form in node.claimant.aliases})
        spans = sorted({pair for node in group for pair in node.claimant.spans}, key=lambda pair: (pair[0], pair[1]))
        return _Common(_hash(keys[0][1], keys[0][0]) if keys else group[0].id, tuple(aliases), tuple(spans))


def _together(node: Node, common: _Common) -> Claimant:
    """The claimant with the id of its group and the spellings and mentions of all its articles; the name stays as its article has it."""
    own = node.claimant.aliases
    others = tuple([form for form in common.aliases if form not in own])
    return replace(node.claimant, id=common.ident, aliases=(*own, *others), spans=common.spans)


def _renamed(item: Resolution, reading: Reading, known: dict[tuple[str, str], Claimant]) -> Resolution:
    if item.claimant is None:
        return item
    one = known[(reading.article.id, item.claimant.id)]
    return replace(item, claimant=replace(one, name=item.claimant.name))
