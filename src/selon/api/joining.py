"""All readings of a collection joined, as its settings and its book of rulings have it; made only where it is not kept already."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from selon import pipeline
from selon.api import answers, sentences
from selon.api.entities import Entities
from selon.api.entities import of_settings as entities
from selon.api.folder import settings
from selon.api.version import TOGETHER, memos, version
from selon.collector import resting
from selon.model.reading import Reading
from selon.model.ruling import Ruling
from selon.pipeline import Answer
from selon.store import Asked, Memory, Store
from selon.store.packing import packed


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an answer rests on beside readings and rulings: what the user wrote into `selon.toml`."""

    persons: int  # so many must say one thing before a link counts as confirmed: two with `second_person = true`
    entities: Entities  # the table of persons and bodies, `entities = "people.csv"`
    model: Path | None  # the folder of the sentence model, `model = "…"`

    @staticmethod
    def of(folder: Path) -> "Terms":
        """Those of a collection.

        Raises:
            UsageError, Missing, Unreadable, TableError: what the settings name cannot be used.
        """
        told = settings(folder)
        return Terms(
            persons=2 if told.get("second_person", False) else 1,
            entities=entities(folder, told.get("entities")),
            model=sentences.of_settings(folder, told.get("model")),
        )

    def key(self, captures: Sequence[str], book: Sequence[Ruling]) -> str:
        """What is equal only for answers made of the same: captures, rulings, terms."""
        settled = [str(self.persons), self.entities.digest, *([sentences.digest(self.model)] if self.model else [])]
        sha = hashlib.sha256()
        for one in (*captures, *sorted(ruling.id for ruling in book), *settled):
            sha.update(one.encode())
        return sha.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Made:
    """An answer that is not kept yet."""

    alone: dict[str, Reading]  # by capture
    answer: Answer
    memory: Memory  # what was worked out for it


def made(store: Asked, terms: Terms, book: Sequence[Ruling], *, is_anew: bool = False) -> Made:
    """The readings that the next answer joins, joined; `is_anew`: nothing that was worked out before is taken."""
    alone = dict(store.coming())
    memory = store.memory(memos(), is_anew=is_anew)
    return Made(alone, _joined(list(alone.values()), terms, book, memory), memory)


def as_ruled(store: Asked, terms: Terms, book: Sequence[Ruling]) -> Answer:
    """The readings that readers see, joined as other rulings would have it; nothing is kept."""
    return _joined(list(store.readings()), terms, book, store.memory(memos()))


def join(store: Store, terms: Terms, book: Sequence[Ruling], *, is_anew: bool = False, ready: Made | None = None) -> bool:
    """Join all readings and keep the answer, unless that was done before; was it done now?

    Args:
        store: of the collection.
        terms: of the collection.
        book: the rulings.
        is_anew: nothing that was worked out before is taken.
        ready: it is made already.
    """
    key, stages = terms.key(store.coming_captures(), book), version(TOGETHER)
    if store.is_answered(key, stages):
        return False
    with resting():
        _keep(store, key, stages, ready or made(store, terms, book, is_anew=is_anew))
    return True


def _joined(alone: Sequence[Reading], terms: Terms, book: Sequence[Ruling], memory: Memory) -> Answer:
    model = sentences.model(terms.model) if terms.model else None
    return pipeline.joined(alone, (), book, persons=terms.persons, entities=terms.entities.rows, model=model, memo=memory)


def _keep(store: Store, key: str, stages: str, made: Made) -> None:
    answer, alone = made.answer, made.alone
    as_joined = {one.article.id: one for one in answer.readings}
    store.keep_answer(
        key,
        stages,
        packed(answers.parted(answer, {one.article.id: one for one in alone.values()})),
        joined={capture: as_joined[one.article.id] for capture, one in alone.items() if one.article.id in as_joined},
        ruled=[capture for capture, one in alone.items() if answers.is_otherwise(as_joined.get(one.article.id), one)],
        stories=answer.lineage.stories,
        memory=made.memory,
    )
