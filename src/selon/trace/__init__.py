"""Matches -> the lineage: edges, changes, denials, first appearance, circles, origins, gaps.

collection.py     the readings, and what is looked up in them
edges.py          all edges brought together: credit_lines, citations, hyperlinks, copies, translations
decided.py        edges and ties as people decided
forms.py          passages that are no copy: forms, lines of an outlet
changes/          what differs between two tellings
denials.py        who denies what
denying.py        which attributions deny, and how
rejections.py     who rejects an accusation in other words
accusations.py    what somebody is accused of, as the articles tell it
contests.py       who says that an account is not so
dismissals.py     who calls an account untrue
retorts.py        who answers that it is untrue, and no more
disavowals.py     who says of himself that it was not so
own_words.py      who denies inside what he says
comments.py       who says that he will not comment
evasions.py       who is asked and neither confirms nor denies
sayings.py        the sentences that these three look through
statements.py     the statements of an article that a denial may be about
sides.py          whom a statement names
unproven.py       who says that nothing shows it, or that it is not known
contradictions.py who says that somebody had no hand in it
ties.py           which claim a denial is about
linked.py         the claim that `match` linked it to
owned.py          the account of him whose it is
silent.py         what is told of whoever declines all comment
wrongdoing.py     what accuses whoever denies any wrongdoing
turned.py         what it turns against in its own sentence
back.py           what a word of it points back at, within reach
bare.py           what a denial is of that names nothing
right_before.py   what holds all its words right before it
reported.py       what one outlet reports, where "these reports" are denied
standing.py       whether the words that stand for a claim are what a denial denies
retold.py         a denial that several texts tell, tied to one claim in all
seeking.py        a denial that looks for its claim
grammar.py        the claim that the sentence of a denial itself names
farther.py afar.py    claims that stand farther off in the article, or in others of its story
neighbours.py     the articles of one story
meanings.py       what words may stand for
pointing.py       what "these accusations" points back at
fitting.py        what a noun that points back may stand for; denier.py: who denies, and what names him
blame.py          what lays something at somebody's door
hands.py          which claim a denial of a hand in something is about
wording.py        which statement says what is denied, in like words
corroborations.py what a speaker says bears them out
origins.py        between how many and how many
voices.py         the named origins
own.py            what one outlet tells as its own in several texts
tellers.py        on whose word one appearance stands
voice.py          one origin, and what rests on it
one_voice.py      why two of them are one
utterances.py     who says word for word the same
joining.py        the articles that edges join
bonds.py          what ties two texts, whatever people decide about edges
first.py          the earliest texts held
chains.py         on whose word
circles.py        who cites whom round to the first
gaps.py           what is cited and not held
stories.py        all of it for one claim
alone.py          the same for a claim that stands once, as nearly all do
rests.py          what denials and stories rest on, so that those of before can be taken
places.py         what stands near a place of a text
moments.py markers.py names.py alike.py   intervals, marker words, outlets' names, words in common
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selon.collector import resting
from selon.model.claim import Claim
from selon.model.lineage import Change, Denial, Edge, Lineage, Story
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Reuse, Translation
from selon.model.reading import Reading
from selon.model.ruling import Decided
from selon.trace.changes import edit_changes
from selon.trace.collection import Collection
from selon.trace.decided import decided_edges, decided_ties
from selon.trace.denials import denials
from selon.trace.edges import edges
from selon.trace.rests import Rests
from selon.trace.stories import by_reach, stories

__all__ = ["by_reach", "lineage", "traced"]

_Changes = tuple[Change, ...]


def lineage(
    readings: Sequence[Reading],
    reuses: Sequence[Reuse],
    claims: Sequence[Claim],
    translations: Sequence[Translation] = (),
    ruled: Decided | None = None,
    memo: Memo = NOTHING,
) -> Lineage:
    """The whole answer of one collection; the order of the arguments' records changes nothing.

    `ruled`: what people decided; `memo`: what was traced before.
    """
    with resting():
        told = list(_traced(Collection.of(readings, ruled, memo), reuses, claims, translations))
        return Lineage(
            edges=tuple([one for one in told if isinstance(one, Edge)]),
            stories=tuple(sorted([one for one in told if isinstance(one, Story)], key=by_reach)),
            open_denials=tuple([one for one in told if isinstance(one, Denial)]),
        )


def traced(
    readings: Sequence[Reading], reuses: Sequence[Reuse], claims: Sequence[Claim], translations: Sequence[Translation] = ()
) -> Iterator[Story | Edge | Denial]:
    """Yield the same answer piece by piece, for who writes it down as it comes and holds little of it.

    Stories come first, those that one article alone tells together; then edges, and denials that are tied to none.
    """
    return _traced(Collection.of(readings), reuses, claims, translations)


def _traced(
    collection: Collection, reuses: Sequence[Reuse], claims: Sequence[Claim], translations: Sequence[Translation]
) -> Iterator[Story | Edge | Denial]:
    rests = Rests(collection, claims)
    said = decided_ties(denials(collection, claims, rests), claims, collection.decided)
    shown = edges(collection, reuses, translations, claims)
    found = _with_edits(decided_edges(shown, collection.decided), reuses, collection, rests)
    changed: list[tuple[tuple[int, int, str], tuple[Change, ...]]] = []
    for story in stories(claims, found, shown, said, collection, rests):
        if story.changes:
            changed.append((by_reach(story), story.changes))
        yield story
    yield from _with_changes(found, (one for _, changes in sorted(changed, key=lambda row: row[0]) for one in changes))
    yield from (denial for denial in said if denial.claim_id is None)


def _with_changes(found: Sequence[Edge], changes: Iterable[Change]) -> Iterator[Edge]:
    """The edges, each with the changes that the stories show between its two articles, those of the most repeated story first."""
    between: dict[frozenset[str], list[Change]] = defaultdict(list)
    for change in changes:
        between[frozenset((change.from_article, change.to_article))].append(change)
    for edge in found:
        yield replace(edge, changes=tuple(dict.fromkeys((*edge.changes, *between[frozenset((edge.source, edge.target))]))))


def _with_edits(found: Sequence[Edge], reuses: Sequence[Reuse], collection: Collection, rests: Rests) -> list[Edge]:
    """The edges, each with what was edited in the passages that its two articles share."""
    pairs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in reuses:
        pairs[reuse.a.article_id, reuse.b.article_id].append(reuse)

    def edited(edge: Edge) -> Edge:
        copied = pairs.get((min(edge.source, edge.target), max(edge.source, edge.target)))
        if copied is None:
            return replace(edge, changes=())
        changes = collection.memo.of(
            "edits", lambda: rests.of_edits(edge, copied), _Changes, lambda: tuple(edit_changes(edge, pairs, collection))
        )
        return replace(edge, changes=changes)

    return [edited(edge) for edge in found]
