"""One id for one claimant in all articles.

States and bodies merge by their key (`bodies.py`), proper names across transliterations. Persons never merge on a name alone: besides
the name, the role, the body, the country or a page that both articles point at must be the same, or the kind of role within a month of
each other (`signals.py`), or the days and the names that both articles say beside it (`company.py`); a surname alone joins only the one
person whom it can mean. What is not joined keeps an id of its own, in each article. A user's own table (`known.py`) joins whom it names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from selon.groups import Groups
from selon.languages.phonetic import name_parts
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.known import Known
from selon.model.reading import Reading
from selon.model.span import Span
from selon.resolve.alike import join_one_name
from selon.resolve.bodies import same_body_name, told_beside
from selon.resolve.company import COMPANY_DAYS, Company
from selon.resolve.known import known_as
from selon.resolve.names import same_person_name
from selon.resolve.nodes import Node, are_apart, are_near, content_hash, nodes, second_signal, tables
from selon.resolve.outlets import with_outlets
from selon.resolve.spelt_out import named_in_full

_BEFORE = 24  # persons of one name, right before one in time, that it is compared with


def across(
    readings: Sequence[Reading], known: Sequence[Known] = (), appearing: Sequence[tuple[Node, ...]] | None = None
) -> tuple[Reading, ...]:
    """The same readings, in their order, with claimant ids made one across articles, whatever that order is.

    Args:
        readings: of all articles.
        known: rows of a user's own table: who is one row of it is one claimant.
        appearing: what `nodes` yields of each of them, where that is at hand.
    """
    told = with_outlets(readings, {reading.article.lang: tables(reading.article.lang) for reading in readings})
    found = _told_apart(named_in_full(sorted(_all_nodes(readings, told, appearing), key=lambda node: node.id)))
    groups = Groups([node.id for node in found])
    _join_bodies(found, groups)
    _join_known(found, groups, known)
    persons = [node for node in found if node.claimant.kind is ClaimantKind.PERSON]
    _join_full_names(persons, groups)
    _join_in_stories(persons, groups, Company({reading.article.id: reading.article for reading in told}))
    _join_surnames(persons, groups)
    members: dict[str, list[Node]] = {}
    for node in found:
        members.setdefault(groups.root(node.id), []).append(node)
    common = {root: _Common.of(group) for root, group in members.items()}  # once a group: a police is met in thousands of articles
    merged = {(node.article, node.claimant.id): common[groups.root(node.id)].told(node) for node in found}
    return tuple(replace(reading, resolutions=tuple(_renamed(item, reading, merged) for item in reading.resolutions)) for reading in told)


def _all_nodes(before: Sequence[Reading], told: Sequence[Reading], appearing: Sequence[tuple[Node, ...]] | None) -> Iterator[Node]:
    """Those of all readings; made anew where one turned out to name an outlet."""
    for number, (one, reading) in enumerate(zip(before, told, strict=True)):
        yield from nodes(reading) if appearing is None or one is not reading else appearing[number]


def _told_apart(nodes: list[Node]) -> list[Node]:
    """The nodes; where names of one key stand with several acronyms in brackets or legal forms, each of these is a body of its own."""
    met: dict[str, set[str]] = {}
    for node in nodes:
        if node.key is not None and (beside := told_beside(node.claimant.name)):
            met.setdefault(node.key, set()).add(beside)
    several = {key for key, told in met.items() if len(told) > 1}
    return [replace(node, key=f"{node.key} ({told_beside(node.claimant.name)})") if node.key in several else node for node in nodes]


def _join_known(nodes: list[Node], groups: Groups[str], known: Sequence[Known]) -> None:
    """Who is one row of a user's table."""
    first: dict[str, Node] = {}
    for node in nodes if known else ():
        ident = known_as(node.claimant, known)
        if ident is not None:
            groups.unite(first.setdefault(ident, node).id, node.id)


def _join_bodies(nodes: list[Node], groups: Groups[str]) -> None:
    """Bodies of one key; then proper names that are one in two spellings."""
    first: dict[str, Node] = {}
    blocks: dict[str, list[Node]] = {}
    for node in nodes:
        if node.key is None:
            continue
        groups.unite(first.setdefault(node.key, node).id, node.id)
        for form in node.forms:
            blocks.setdefault(form, []).append(node)
    for block in blocks.values():
        named = list({node.claimant.name: node for node in reversed(block)}.values())
        for node, other in combinations(named, 2):
            if same_body_name(node.claimant.name, other.claimant.name):
                groups.unite(node.id, other.id)


def _join_full_names(persons: list[Node], groups: Groups[str]) -> None:
    """Persons of one full name, in whatever spelling, with a second signal."""
    for block in _by_form(persons):
        join_one_name(block, _one_name, groups.unite)


def _join_in_stories(persons: list[Node], groups: Groups[str], company: Company) -> None:
    """Persons of one full name in articles of the same days that name the same others; each with those right before it in time."""
    for block in _by_form([node for node in persons if node.day is not None]):
        block.sort(key=lambda node: (node.day, node.id))
        for place, node in enumerate(block):
            for other in block[max(0, place - _BEFORE) : place]:
                if (
                    groups.root(node.id) != groups.root(other.id)
                    and are_near(other, node, COMPANY_DAYS)
                    and not are_apart(node, other)
                    and _one_name(node.claimant, other.claimant)
                    and company.is_one(node, other)
                ):
                    groups.unite(node.id, other.id)


def _by_form(persons: list[Node]) -> list[list[Node]]:
    """Those of a full name, by what spellings of it share."""
    blocks: dict[str, list[Node]] = {}
    for node in persons:
        if len(name_parts(node.claimant.name)) > 1:
            for form in node.forms:
                blocks.setdefault(form, []).append(node)
    return [block for _, block in sorted(blocks.items()) if len(block) > 1]


def _one_name(a: Claimant, b: Claimant) -> bool:
    """Full names, or one of their spellings, that are one; a missing middle name does not matter."""
    return any(
        len(name_parts(one)) > 1 and len(name_parts(two)) > 1 and same_person_name(one, two)
        for one in (a.name, *a.aliases)
        for two in (b.name, *b.aliases)
    )


def _join_surnames(persons: list[Node], groups: Groups[str]) -> None:
    """A surname alone, with a body, office or role in common with exactly one person."""
    full = [node for node in persons if len(name_parts(node.claimant.name)) > 1]
    by_surname: dict[str, list[Node]] = {}
    for node in full:
        for form in node.forms:
            by_surname.setdefault(form, []).append(node)
    for node in persons:
        if len(name_parts(node.claimant.name)) != 1:
            continue
        near = {other.id: other for form in node.forms for other in by_surname.get(form, ()) if other.signals & node.signals}
        able = (other for other in near.values() if second_signal(node, other))
        roots = {groups.root(other.id) for other in able if same_person_name(node.claimant.name, other.claimant.name)}
        if len(roots) == 1:
            groups.unite(roots.pop(), node.id)


@dataclass(frozen=True, slots=True)
class _Common:
    """What all claimants of a group share."""

    ident: str
    aliases: tuple[str, ...]  # sorted
    spans: dict[str, tuple[tuple[str, Span], ...]]  # by article: of one whom thousands name, each of them would hold all

    @staticmethod
    def of(group: Sequence[Node]) -> "_Common":
        keys = sorted({(node.key, node.claimant.kind.value) for node in group if node.key is not None})
        aliases = sorted({form for node in group for form in node.claimant.aliases})
        spans: dict[str, set[tuple[str, Span]]] = {}
        for node in group:
            spans.setdefault(node.article, set()).update(node.claimant.spans)
        places = {article: tuple(sorted(found)) for article, found in spans.items()}
        return _Common(content_hash(keys[0][1], keys[0][0]) if keys else group[0].id, tuple(aliases), places)

    def told(self, node: Node) -> Claimant:
        """A claimant with the id of its group, the spellings of all its articles and the mentions in its own; the name stays as it is."""
        own = node.claimant.aliases
        others = tuple([form for form in self.aliases if form not in own])
        return replace(node.claimant, id=self.ident, aliases=(*own, *others), spans=self.spans[node.article])


def _renamed(item: Resolution, reading: Reading, known: dict[tuple[str, str], Claimant]) -> Resolution:
    if item.claimant is None:
        return item
    one = known[(reading.article.id, item.claimant.id)]
    return replace(item, claimant=one if one.name == item.claimant.name else replace(one, name=item.claimant.name))
