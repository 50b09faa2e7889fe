"""What a reading command reads: the paths of the call, or the collection they name, or the one of the current folder."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from selon import api, pipeline
from selon.cli.output import engine, say
from selon.errors import NothingRead, UsageError
from selon.model.article import Article
from selon.model.known import Known
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.show.collections import OTHER_RULES
from selon.show.numbers import counted

if TYPE_CHECKING:
    from selon.match.neural import Model


def answer(paths: tuple[str, ...], model: Path | None = None) -> "pipeline.Answer":
    """All that stands in the paths, joined; `model`: the folder of a sentence model, for files.

    Raises:
        UsageError: a model is given for a collection.
    """
    collection = named(paths)
    if collection is None:
        return pipeline.run(paths, engine=engine(), model=_loaded(model) if model else None)
    if model:
        fix = f'write model = "{model}" into selon.toml and call selon run; without --model its last answer is shown'
        raise UsageError("a collection names its sentence model in its settings", where=str(collection.folder), fix=fix)
    return collection.answer()


def readings(paths: tuple[str, ...]) -> Iterable[Reading | Rejected]:
    """Each article on its own."""
    collection = named(paths)
    return collection.readings() if collection else pipeline.readings(paths, engine=engine())


def together(paths: tuple[str, ...], known: Sequence[Known] = ()) -> list[Reading | Rejected]:
    """Each article, with claimants that are one in all of them: a collection's as its run and people's rulings have them.

    `known`: rows of a user's own table, by which claimants are joined now.
    """
    collection = named(paths)
    told = list(collection.readings() if collection else pipeline.readings(paths, engine=engine()))
    if collection is not None and not known:
        return told
    from selon import resolve  # the other commands over files need none of it

    joined = resolve.across([one for one in told if isinstance(one, Reading)], known)
    return [*joined, *(one for one in told if isinstance(one, Rejected))]


def articles(paths: tuple[str, ...], *, mask: bool = False) -> Iterable[Article | Rejected]:
    """Each article, cleaned; with the mask they are read anew, also those of a collection."""
    collection = None if mask and paths else named(paths)
    if collection is None:
        return pipeline.articles(paths, engine=engine(), mask=mask)
    return [one.article if isinstance(one, Reading) else one for one in collection.readings()]


def _loaded(folder: Path) -> "Model":
    from selon.api.sentences import model

    return model(folder)


def named(paths: tuple[str, ...]) -> "api.Collection | None":
    """The collection that was run and that the call names alone, else None; what is new in it is said.

    Raises:
        NothingRead: it is a collection without captures.
    """
    if len(paths) > 1:
        return None
    collection = api.found(Path(paths[0])) if paths else api.found(Path.cwd())
    if collection is None:
        return None
    if not collection.was_run():
        many = len(collection.unread())
        if not many:
            fix = f"selon add SOURCE --to {collection.folder}"
            raise NothingRead("this collection holds no captures yet", where=str(collection.folder), fix=fix)
        say(f"this collection was not run yet: its captures ({counted(many, 'file')}) are read as they are; selon run keeps that")
        return None
    if not collection.is_of_these_rules():
        say(OTHER_RULES)
    new = len(collection.unread())
    if new:
        say(f"new, changed or gone since the last run of this collection: {counted(new, 'file')}; selon run")
    return collection
