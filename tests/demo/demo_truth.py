"""Where an answer differs from the demo's truth: each check yields one plain sentence for each difference.

A passage of the truth and a span of the answer are the same when the span covers half of the passage and is no longer than a
long sentence; white space counts as one space. The claim of the answer that holds most of a claim's appearances stands for it.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from selon.engine import Local
from selon.model.claim import Appearance
from selon.model.lineage import Change, Edge, Story
from selon.model.span import Span
from selon.pipeline import Answer, run

LONG_SENTENCE_CHARS = 700  # about 120 words
SMALL_WORDS = frozenset(["le", "la", "les", "l", "de", "du", "des", "d", "the", "of", "m", "mme", "mr", "mrs", "un", "une", "a", "an"])
COPYING = frozenset({"republication", "translation", "shared", "credit"})

Row = dict[str, Any]


@dataclass(frozen=True)
class Held:
    """An answer held against the truth."""

    answer: Answer
    truth: Row

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every article, by the id that the truth uses."""
        return {bare(reading.article.id): reading.article.text for reading in self.answer.readings}

    @cached_property
    def stories(self) -> dict[str, Story | None]:
        """For every claim of the truth, the story of the answer that holds most of its appearances."""
        return {claim["key"]: self._story(claim) for claim in self.truth["claims"]}

    def _story(self, claim: Row) -> Story | None:
        def votes(story: Story) -> int:
            return sum(bool(self.found(row, story.claim.appearances)) for row in claim["appearances"])

        best = max(self.answer.lineage.stories, key=votes, default=None)
        return best if best and votes(best) else None

    def found(self, row: Row, appearances: Iterable[Appearance]) -> list[Appearance]:
        """The appearances that stand where the truth has one."""
        here = [one for one in appearances if bare(one.article_id) == row["article"]]
        return [one for one in here if self.is_at(row["article"], row["text"], one.spans)]

    def is_at(self, article: str, passage: str, spans: Sequence[Span]) -> bool:
        """Do the spans stand for the passage?"""
        if sum(map(len, spans)) > max(LONG_SENTENCE_CHARS, 3 * len(passage)):
            return False
        for place in places(self.texts.get(article, ""), passage):
            shared = sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)
            if 2 * shared >= len(place):
                return True
        return False

    def touches(self, article: str, passage: str, span: Span) -> bool:
        """Does the span share a character with the passage?"""
        return any(place.overlaps(span) for place in places(self.texts.get(article, ""), passage))


def held(folder: Path) -> Held:
    """The pipeline's answer over a demo folder, beside the truth of that folder."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return Held(run([folder / "story"], engine=Local()), truth)


def bare(article_id: str) -> str:
    """The id as the truth writes it: a WARC record's UUID alone."""
    return article_id.strip("<>").removeprefix("urn:uuid:")


def places(text: str, passage: str) -> list[Span]:
    """Everywhere a passage stands in a text, whatever the white space."""
    pattern = r"\s+".join(map(re.escape, passage.split()))
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def words(name: str | None) -> frozenset[str]:
    """The words of a name without accents, case, articles."""
    flat = unicodedata.normalize("NFKD", name or "").lower()
    plain = "".join(char for char in flat if not unicodedata.combining(char))
    return frozenset(re.findall(r"\w+", plain)) - SMALL_WORDS


def is_same_name(wanted: str | None, got: str | None) -> bool:
    """One name? All the words of the shorter one stand in the longer one, and the last of a person's names among them."""
    a, b = words(wanted), words(got)
    if not a or not b:
        return not a and not b
    return a <= b or b <= a


def articles(held: Held, row: Row) -> Iterator[str]:
    """One article's metadata."""
    found = next((one.article for one in held.answer.readings if bare(one.article.id) == row["id"]), None)
    if found is None:
        yield f"{row['id']}: not read"
        return
    if found.lang != row["lang"]:
        yield f"{row['id']}: lang {found.lang}, not {row['lang']}"
    if not any(is_same_name(outlet, found.outlet) for outlet in [row["outlet"], *row.get("outlet_also", [])]):
        yield f"{row['id']}: outlet {found.outlet}, not {row['outlet']}"
    if row["title"] and "".join(row["title"].split()) != "".join((found.title or "").split()):
        yield f"{row['id']}: title {found.title}, not {row['title']}"
    wanted = row["published"] or {"from": None, "to": None}
    got = (found.published.earliest, found.published.latest) if found.published else (None, None)
    if [day and day[:10] for day in got] != [wanted["from"] and wanted["from"][:10], wanted["to"] and wanted["to"][:10]]:
        yield f"{row['id']}: published {got}, not {wanted}"


def appearances(held: Held, claim: Row) -> Iterator[str]:
    """The appearances of one claim, joined in one, each with its claimant and stance."""
    story = held.stories[claim["key"]]
    if story is None:
        yield f"{claim['key']}: no claim holds it"
        return
    for row in claim["appearances"]:
        here = held.found(row, story.claim.appearances)
        if not here and not row.get("optional"):
            yield f"{claim['key']}: missing in {row['article']}: {row['text'][:80]}"
        if here and not any(_is_told_so(row, one) for one in here):
            told = [(one.claimant, str(one.stance)) for one in here]
            yield f"{claim['key']}: {row['article']} has {told}, not {(row['claimant'], row['stance'])}: {row['text'][:60]}"


def _is_told_so(row: Row, one: Appearance) -> bool:
    claimants = [row["claimant"], *row.get("claimant_also", [])]
    stances = [row["stance"], *row.get("stance_also", [])]
    return any(is_same_name(name, one.claimant) for name in claimants) and one.stance in stances


def strangers(held: Held, claim: Row) -> Iterator[str]:
    """Articles about other matters that were joined to one claim."""
    story = held.stories[claim["key"]]
    inside = sorted({bare(one.article_id) for one in story.claim.appearances}) if story else []
    yield from (f"{claim['key']}: joined with {article}" for article in inside if article in held.truth["distractors"])


def origins(held: Held, claim: Row) -> Iterator[str]:
    """The interval of origins of one claim and their names."""
    story, wanted = held.stories[claim["key"]], claim["origins"]
    if story is None:
        yield f"{claim['key']}: no claim holds it"
        return
    got = story.origins
    if (got.min, got.max, got.unknown) != (wanted["min"], wanted["max"], wanted["unknown"]):
        yield (
            f"{claim['key']}: origins {got.min} to {got.max}, {got.unknown} unknown, "
            f"not {wanted['min']} to {wanted['max']}, {wanted['unknown']} unknown"
        )
    if wanted["named"] is not None:
        names = [origin.name for origin in got.named]
        choices = [name if isinstance(name, list) else [name] for name in wanted["named"]]
        missing = [some[0] for some in choices if not any(is_same_name(name, other) for name in some for other in names)]
        extra = [name for name in names if not any(is_same_name(other, name) for some in choices for other in some)]
        if missing or extra:
            yield f"{claim['key']}: named origins lack {missing}, have {extra} besides"


def first(held: Held, claim: Row) -> Iterator[str]:
    """The set of articles that may be the first with one claim."""
    story = held.stories[claim["key"]]
    got = sorted({bare(article) for article in story.first.articles}) if story else []
    if got != sorted(claim["first"]):
        yield f"{claim['key']}: first {got}, not {sorted(claim['first'])}"


def denials(held: Held, claim: Row) -> Iterator[str]:
    """The denials tied to one claim: by whom, of what kind, and none besides."""
    story = held.stories[claim["key"]]
    got = list(story.denials) if story else []
    at = [
        [row for row in claim["denials"] if bare(d.article_id) == row["article"] and held.touches(row["article"], row["text"], d.span)]
        for d in got
    ]
    for row in claim["denials"]:
        told = [(d.kind, d.by) for d, rows in zip(got, at, strict=True) if row in rows]
        if not row.get("optional") and not any(kind == row["kind"] and is_same_name(row["by"], by) for kind, by in told):
            yield f"{claim['key']}: denial in {row['article']} is {told or 'missing'}, not {(row['kind'], row['by'])}"
    yield from (
        f"{claim['key']}: another denial in {bare(d.article_id)}, {d.kind} by {d.by}" for d, rows in zip(got, at, strict=True) if not rows
    )


def unmentioned(held: Held, claim: Row) -> Iterator[str]:
    """Articles that repeat one claim after a denial and say nothing of it."""
    story = held.stories[claim["key"]]
    got = {(bare(one.article_id), bare(one.denial_article_id)) for one in story.unmentioned} if story else set()
    wanted = {(row["article"], row["denial_article"]) for row in claim["unmentioned"]}
    yield from (f"{claim['key']}: {a} does not mention {b}: not seen" for a, b in sorted(wanted - got))
    silent = {a for a, _ in wanted}
    yield from (f"{claim['key']}: {a} is said not to mention {b}" for a, b in sorted(got) if a not in silent)


def corroborations(held: Held, claim: Row) -> Iterator[str]:
    """Corroboration asserted in a speaker's own mouth."""
    story = held.stories[claim["key"]]
    got = list(story.corroborations) if story else []
    for row in claim["corroborations"]:
        here = [c for c in got if bare(c.article_id) == row["article"] and held.touches(row["article"], row["text"], c.span)]
        if not any(is_same_name(row["by"], c.by) for c in here):
            yield f"{claim['key']}: corroboration in {row['article']} is by {[c.by for c in here]}, not {row['by']}"
    there = {row["article"] for row in claim["corroborations"]}
    yield from (f"{claim['key']}: another corroboration in {bare(c.article_id)}" for c in got if bare(c.article_id) not in there)


def edges(held: Held, row: Row) -> Iterator[str]:
    """One edge of the lineage: its ends, kind and direction."""
    kinds = {row["kind"], *row.get("kind_also", [])}
    between = [edge for edge in held.answer.lineage.edges if edge.kind in kinds and _joins(edge, row)]
    if not between:
        yield f"no {'/'.join(sorted(kinds))} from {row['from']} to {row['to']}"
    elif row["directed"] and not any(edge.directed and _is_end(row["from"], edge.source) for edge in between):
        yield f"the edge from {row['from']} to {row['to']} has no such direction"


def _joins(edge: Edge, row: Row) -> bool:
    along = _is_end(row["from"], edge.source) and _is_end(row["to"], edge.target)
    return along or (_is_end(row["from"], edge.target) and _is_end(row["to"], edge.source))


def _is_end(wanted: str, got: str) -> bool:
    if wanted.startswith("ext:") and got.startswith("ext:"):
        return is_same_name(wanted[4:], got[4:])
    return wanted == bare(got)


def changes(held: Held, row: Row) -> Iterator[str]:
    """One change at a hop, with both its spans."""
    lineage = held.answer.lineage
    told = [*(c for edge in lineage.edges for c in edge.changes), *(c for story in lineage.stories for c in story.changes)]
    if not any(_is_change(held, row, change) for change in told):
        yield f"no {row['kind']} from {row['from']} to {row['to']}: {row['from_text'][:50]} | {row['to_text'][:50]}"


def _is_change(held: Held, row: Row, change: Change) -> bool:
    ends = (bare(change.from_article), bare(change.to_article))
    if change.kind != row["kind"] or ends[1] != row["to"] or ends[0] not in (row["from"], *row.get("from_also", [])):
        return False
    begins = ends[0] != row["from"] or held.touches(ends[0], row["from_text"], change.from_span)
    along = begins and held.touches(ends[1], row["to_text"], change.to_span)
    return along or (row["from"] == row["to"] and _is_turned(held, row, change))


def _is_turned(held: Held, row: Row, change: Change) -> bool:
    """Is it the same difference between headline and body, told the other way round?"""
    return held.touches(row["from"], row["to_text"], change.from_span) and held.touches(row["to"], row["from_text"], change.to_span)


def copies(held: Held, row: Row) -> Iterator[str]:
    """One passage that stands in two articles."""
    for reuse in held.answer.reuses:
        ends = {bare(side.article_id): side.span for side in (reuse.a, reuse.b)}
        if set(ends) == {row["a"], row["b"]} and all(held.touches(row[side], row[f"{side}_text"], ends[row[side]]) for side in "ab"):
            return
    yield f"{row['a']} and {row['b']} share no passage"


def apart(held: Held, pair: Sequence[str]) -> Iterator[str]:
    """Two articles that no copying joins."""
    for edge in held.answer.lineage.edges:
        if edge.kind in COPYING and {bare(edge.source), bare(edge.target)} == set(pair):
            yield f"{pair[0]} and {pair[1]} are joined: {edge.kind}"


def circle(held: Held, row: Row) -> Iterator[str]:
    """The circle of citations, shown as the passages that close it."""
    for story in held.answer.lineage.stories:
        for passages in story.circles:
            ends = {bare(passage.article_id): passage.span for passage in passages}
            if set(ends) == set(row["ids"]) and all(
                held.touches(one["article"], one["text"], ends[one["article"]]) for one in row["passages"]
            ):
                return
    yield f"no circle through {row['ids']}"


CLAIM_CHECKS: dict[str, Callable[[Held, Row], Iterator[str]]] = {
    "appearances": appearances,
    "strangers": strangers,
    "origins": origins,
    "first": first,
    "denials": denials,
    "unmentioned": unmentioned,
    "corroborations": corroborations,
}


def differences(held: Held) -> list[str]:
    """Every difference of an answer from its truth."""
    truth = held.truth
    found = [f"rejected: {record}" for record in held.answer.rejected]
    for check, rows in ((articles, truth["articles"]), (edges, truth["edges"]), (changes, truth["changes"]), (copies, truth["copies"])):
        found += [line for row in rows for line in check(held, row)]
    found += [line for check in CLAIM_CHECKS.values() for claim in truth["claims"] for line in check(held, claim)]
    return found + [line for pair in truth["apart"] for line in apart(held, pair)] + list(circle(held, truth["circle"]))
