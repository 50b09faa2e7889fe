"""`selon.open` and `selon.files`: the answers of a collection, or of some files, for a program or a notebook."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from selon import pipeline
from selon.api.collection import Collection
from selon.api.finding import found
from selon.api.tables import Table
from selon.engine import Engine, Local
from selon.errors import NotFound, NothingRead, UsageError
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant, Resolution
from selon.model.collection import Found
from selon.model.lineage import Denial, Edge, Story
from selon.model.rejected import Rejected
from selon.model.span import Span
from selon.pipeline import Answer
from selon.show.exports import DEFAULT_TABLE, export
from selon.show.exports.material import Material, material
from selon.show.exports.tables import TABLES
from selon.show.whose import is_listed
from selon.store import Wanted
from selon.store.searching import folded

_LEAST_CHARS = 3  # of an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution with the article it stands in and who is behind it."""

    article: Article
    attribution: Attribution
    resolution: Resolution

    @property
    def claimant(self) -> Claimant | None:
        """Who is said to have said it; None where the article does not settle it."""
        return self.resolution.claimant

    @property
    def words(self) -> str:
        """What is said, exactly; pieces are joined by an ellipsis."""
        return " … ".join(span.of(self.article.text) for span in self.attribution.content)


class Answers:
    """What a collection or some files say. Use `selon.open` or `selon.files`.

    Every table is a sequence of typed records (`selon.model`), and an Arrow table. Every count is "in this collection".
    """

    def __init__(self, name: str, load: Callable[[], Answer], *, collection: Collection | None = None) -> None:
        self.name = name
        self.collection = collection  # None: read from files
        self._load = load

    @cached_property
    def answer(self) -> Answer:
        """All records, joined; loaded when it is first asked for."""
        return self._load()

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What could not be read, and why."""
        return self.answer.rejected

    def articles(self) -> Table[Article]:
        """Every article, by its id."""
        return self._table("articles", self._whole.articles.values(), ("article", "outlet", "published_edtf", "lang", "title"))

    def attributions(self, *, by: str | None = None, stance: str | None = None, article: str | None = None) -> Table[Said]:
        """Who is said to have said what; `by` is a part of the claimant's name, in any case and accents."""
        said = [Said(article=a, attribution=b, resolution=c) for a, b, c in self._whole.attributions.values()]
        if by is not None:
            said = [one for one in said if one.claimant and folded(by) in folded(one.claimant.name)]
        said = [one for one in said if stance is None or one.attribution.stance.value == stance]
        said = [one for one in said if article is None or one.article.id == article]
        return self._table("attributions", said, ("claimant", "stance", "content", "article", "start", "end"))

    def claims(self, words: str | None = None, *, every: bool = False) -> Table[Story]:
        """Each statement with its origins, denials and changes: told twice or more, or attributed; `every` lists all.

        `words` must all stand in one of its appearances.
        """
        told = [story for story in self.answer.lineage.stories if every or is_listed(story.claim)]
        told = [story for story in told if words is None or self._holds(story, words)]
        return self._table("claims", told, ("claim", "claimants", "label", "articles", "texts", "min_origins", "max_origins", "denials"))

    def claim(self, name: str) -> Story:
        """The claim whose id, or the id of one of whose appearances, begins so.

        Raises:
            NotFound: there is none, or there are several.
        """
        ids = [(story, {story.claim.id, *(one.id for one in story.claim.appearances)}) for story in self.answer.lineage.stories]
        met = [story for story, names in ids if len(name) >= _LEAST_CHARS and any(one.startswith(name) for one in names)]
        if len(met) != 1:
            raise NotFound(f"{len(met) or 'no'} claims have an id that begins '{name}'", where=self.name, fix="take an id of claims()")
        return met[0]

    def lineage(self) -> Table[Edge]:
        """Who took what from whom."""
        return self._table("edges", self.answer.lineage.edges, ("source", "target", "kind", "directed", "confidence", "reasons"))

    def denials(self) -> Table[Denial]:
        """Who denied what, who declined to confirm it."""
        return self._table("denials", self._whole.denials(), ("by", "kind", "text", "article", "claim"))

    def search(self, words: str = "", *, by: str | None = None, stance: str | None = None, most: int = 20) -> Table[Found]:
        """Attributions and titles that hold all the words, the newest first; in a collection as `selon search` does."""
        if self.collection is not None:
            met: Iterable[Found] = self.collection.search(Wanted(words=words, claimant=by, stance=stance, most=most))
        else:
            met = sorted(map(_found, self.attributions(by=by, stance=stance)), key=lambda one: one.day or "", reverse=True)
            met = [one for one in met if _all_in(words, one.words)][:most]
        return Table(tuple(met), lambda one: one, Found, self._titled("passages"), ("day", "outlet", "claimant", "stance", "words"))

    def text(self, article: str, span: Span | None = None) -> str:
        """The text of an article, or the words that stand at a span of it."""
        whole = self._whole.articles[article].text
        return span.of(whole) if span else whole

    def export(self, name: str, *, day: str, table: str = DEFAULT_TABLE, with_text: bool = True, claim: str | None = None) -> bytes:
        """The answer in the format of another program; docs/exports.md lists them. `day` (YYYY-MM-DD) is the one it bears."""
        story = self.claim(claim) if claim else None
        return export(name, self._material(day=day, with_text=with_text, story=story), table=table).content

    def run(self, *, engine: Engine | None = None) -> None:
        """Read what is new in the collection; what was asked before is asked anew.

        Raises:
            UsageError: these are the answers of files.
        """
        if self.collection is None:
            raise UsageError("only a collection can be run", where=self.name, fix="read the files again: selon.files(...)")
        self.collection.run(engine=engine or Local())
        for name in ("answer", "_whole"):
            self.__dict__.pop(name, None)

    def __repr__(self) -> str:
        return f"<Selon: {self.name}>"

    @cached_property
    def _whole(self) -> Material:
        return self._material(day="1970-01-01")

    def _material(self, *, day: str, with_text: bool = True, story: Story | None = None) -> Material:
        from selon import __version__

        one = self.answer
        return material(one.readings, one.reuses, one.lineage, day=day, version=__version__, with_text=with_text, story=story)

    def _table(self, table: str, records: Iterable[Any], shown: tuple[str, ...]) -> Table[Any]:
        made, whole = TABLES[table], self._whole
        return Table(tuple(records), lambda record: made.row(whole, *_parts(record)), made.kind, self._titled(table), shown)

    def _titled(self, things: str) -> str:
        return f"{'links' if things == 'edges' else things} in this collection ({self.name})"

    def _holds(self, story: Story, words: str) -> bool:
        return any(_all_in(words, self._whole.words(one.article_id, *one.spans) or "") for one in story.claim.appearances)


def open(folder: str | Path) -> Answers:  # noqa: A001
    """The answers of a collection that was run.

    Raises:
        UsageError: the folder is no collection, or was never run.
    """
    collection = found(Path(folder))
    if collection is None:
        raise UsageError("this folder is no collection", where=str(folder), fix="selon new DIR makes one; selon.files(paths) reads files")
    if not collection.was_run():
        raise UsageError("nothing of this collection was read yet", where=str(folder), fix="selon run")
    return Answers(collection.name, collection.answer, collection=collection)


def files(*paths: str | Path, engine: Engine | None = None) -> Answers:
    """The answers of files and folders, with no collection; they are read now.

    Raises:
        NothingRead: not one of them could be read.
    """
    answer = pipeline.run(paths, engine=engine or Local())
    if not answer.readings:
        why = "; ".join(f"{one.where}: {one.what}" for one in answer.rejected[:3]) or "the paths hold nothing"
        raise NothingRead("there was nothing to read", where=", ".join(map(str, paths)), fix=why)
    return Answers(", ".join(map(str, paths)), lambda: answer)


def _parts(record: Any) -> tuple[Any, ...]:
    return (record.article, record.attribution, record.resolution) if isinstance(record, Said) else (record,)


def _all_in(words: str, text: str) -> bool:
    return set(folded(words).split()) <= set(folded(text).replace(",", " ").replace(".", " ").split())


def _found(said: Said) -> Found:
    article, one = said.article, said.attribution
    when = article.published.earliest or article.published.latest if article.published else None
    return Found(
        article=article.id, attribution=one.id, outlet=article.outlet, lang=article.lang, day=when[:10] if when else None,
        claimant=said.claimant.name if said.claimant else None, stance=one.stance.value, start=one.content[0].start,
        end=one.content[-1].end, words=said.words,
    )  # fmt: skip
