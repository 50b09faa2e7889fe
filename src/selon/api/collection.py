"""A folder that is a collection: `selon.toml`, `captures/`, and the database that was made from them."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from selon.api import answers, checking, forgetting, joining, meant, targets
from selon.api import rulings as ruled
from selon.api.folder import captured, locked, records, settings, state
from selon.api.forgetting import Forgotten
from selon.api.running import update
from selon.api.version import PER_ARTICLE, TOGETHER, version
from selon.collector import resting
from selon.engine import Engine
from selon.errors import NotFound, StoreError, UsageError
from selon.model.collection import CAPTURES, DATABASE, SETTINGS, Counts, Found
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.ruling import Effect, Gesture, Ruled, Ruling, Target, Thing, Value
from selon.model.span import Span
from selon.model.version import Version
from selon.pipeline import Answer
from selon.read import fetch
from selon.rulings import merged
from selon.store import Asked, Wanted, decisions, is_made, opened
from selon.store.packing import unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run did."""

    made: int  # readings
    is_new: bool  # the answer was made anew
    counts: Counts


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection. Use `made` or `finding.found`."""

    folder: Path

    @property
    def name(self) -> str:
        """What it calls itself."""
        return str(settings(self.folder).get("name") or self.folder.resolve().name)

    def was_run(self) -> bool:
        """Is there anything a run has kept?"""
        return (self.folder / DATABASE).is_file() and is_made(self.folder / DATABASE)

    def run(self, *, engine: Engine, again: bool = False, tell: Callable[[int], None] = lambda made: None) -> Report:
        """Read the captures that are new, and join all readings anew if there are any.

        Raises:
            Busy: another run is at work.
            StoreError: the folder cannot be written.
        """
        with locked(self.folder), opened(self.folder / DATABASE, is_writer=True) as store:
            made = update(self._captures(), store, engine=engine, again=again, tell=tell)
            is_new = joining.join(store, self._terms(), self._book(), is_anew=again)
            return Report(made=made, is_new=is_new, counts=store.counts())

    def answer(self) -> Answer:
        """All that the last run yielded.

        Raises:
            StoreError: there was no run yet, or the last one was cut short.
        """
        with self._store() as store, store.snapshot(), resting():
            kept = store.answer()
            if kept is None:
                raise StoreError("its first run was cut short", where=str(self.folder), fix="selon run")
            return answers.whole(unpacked(kept[1], answers.Joined, where=str(self.folder / DATABASE)), store)

    def rulings(self) -> tuple[Ruled, ...]:
        """Every ruling, in the order of their instants, with what became of it."""
        return ruled.with_fits(self._book(), self.answer().standing.fits) if self._book() else ()

    def target(self, thing: Thing, *ids: str, others: Sequence[str] = (), kind: str | None = None, spans: Sequence[Span] = ()) -> Target:
        """What a ruling is about, from ids of the answer at hand; their first characters suffice. See `targets.target`."""
        return targets.target(targets.OfAnswer(self.answer()), thing, ids, others=others, kind=kind, spans=spans)

    def draft(self, *, who: str, why: str, gesture: Gesture, target: Target, value: Value | None = None, when: str | None = None) -> Ruling:
        """A ruling that is not kept yet; `when` left out: now.

        Raises:
            UsageError: it says nothing that can be carried out.
        """
        if gesture is Gesture.ACCEPT and target.thing in (Thing.ATTRIBUTION, Thing.DENIAL) and value is None:
            value = targets.as_read(self.answer(), target)
        return ruled.draft(who=who, why=why, gesture=gesture, target=target, value=value, when=when)

    def preview(self, ruling: Ruling) -> Effect:
        """What a ruling would change; nothing is kept."""
        after = self._as_ruled([*self._book(), ruling])
        return ruled.effect(ruling, self.answer(), after)

    def rule(self, *rulings: Ruling) -> Effect:
        """Keep rulings and make the answer anew; what the last of them changes.

        Raises:
            UsageError: one fits nothing of the collection.
            Busy: another command writes.
        """
        with locked(self.folder), opened(self.folder / DATABASE, is_writer=True) as store:
            before = self.answer()
            book = [*self._book(), *rulings]
            after = joining.made(store, self._terms(), book)
            effects = [ruled.fitting(ruled.effect(one, before, after.answer)) for one in rulings]
            decisions.append(self.folder / decisions.RULINGS, rulings)
            joining.join(store, self._terms(), book, ready=after)
            return effects[-1]

    def undoing(self, ruling_id: str, *, who: str, why: str) -> Ruling:
        """What takes a ruling back; it is not kept yet.

        Raises:
            UsageError: there is none, or a later ruling rests on it.
        """
        return ruled.undoing(ruling_id, self._book(), self.answer(), self._as_ruled, who=who, why=why)

    def undo(self, ruling_id: str, *, who: str, why: str) -> Effect:
        """Take a ruling back."""
        return self.rule(self.undoing(ruling_id, who=who, why=why))

    def export_rulings(self, to: Path) -> int:
        """Write all rulings into a file; how many."""
        book = self._book()
        decisions.rewrite(to, book)
        return len(book)

    def merge_rulings(self, path: Path, *, preview: bool = False) -> ruled.Merged:
        """Bring another person's rulings in; what contradicts another person's is shown, the later one is in force."""
        with locked(self.folder), opened(self.folder / DATABASE, is_writer=True) as store:
            mine, theirs = self._book(), ruled.others(path)
            book, conflicts = merged(mine, theirs)
            known = {one.id for one in mine}
            new = [one for one in book if one.id not in known]
            made = joining.made(store, self._terms(), book)
            if new and not preview:
                decisions.append(self.folder / decisions.RULINGS, new)
                joining.join(store, self._terms(), book, ready=made)
            fits = ruled.with_fits(book, made.answer.standing.fits)
            return ruled.Merged(new=len(new), known=len(theirs) - len(new), conflicts=conflicts, ruled=fits)

    def forget(self, name: str, *, whole_files: bool = False, preview: bool = False) -> Forgotten:
        """Erase an article, or all that holds a person's name, for good: captures, readings, indexes, the rulings that quote it.

        Raises:
            NotFound: nothing is called so.
            UsageError: some of it stands in a file that cannot be rewritten; nothing was erased.
        """
        with locked(self.folder), opened(self.folder / DATABASE, is_writer=True) as store:
            wanted, book = meant.wanted(name, self.answer(), store), self._book()
            if preview:
                return forgetting.preview(self._captures(), wanted, self.folder, store, book)
            done = forgetting.erased(self.folder, self._captures(), wanted, store, book, whole_files=whole_files)
            for file in done.files:
                path, within = self.folder / file, file.partition("/")[2]
                if path.is_file():
                    store.resize_file(within, path.stat().st_size, path.stat().st_mtime_ns)
                else:
                    store.drop_file(within)
            joining.join(store, self._terms(), self._book())
            store.scrub()
            return done

    def erased(self) -> fetch.Erased:
        """What was erased for good, by hashes: it is not added again."""
        if not self.was_run():
            return fetch.Erased()
        with self._store() as store:
            return fetch.Erased(contents=store.tombstones())

    def reading(self, article: str) -> Reading:
        """One article, as the answer has it.

        Raises:
            NotFound: there is none of that id.
        """
        found = next((one for one in self.answer().readings if one.article.id == article), None)
        if found is None:
            raise NotFound(
                f"no article of this collection has the id '{article}'", where=str(self.folder), fix="selon blocks shows the ids"
            )
        return found

    def _as_ruled(self, book: Sequence[Ruling]) -> Answer:
        with self._store() as store:
            return joining.as_ruled(store, self._terms(), book)

    def readings(self) -> list[Reading | Rejected]:
        """Each article on its own, as people have it, then what was rejected."""
        answer = self.answer()
        return [*answer.readings, *answer.rejected]

    def versions(self, article: str) -> list[Version]:
        """Every capture of the page of an article, the oldest first."""
        with self._store() as store:
            return store.versions(article)

    def changed_addresses(self) -> list[tuple[str, int]]:
        """The pages that were captured several times, each time otherwise, with how often."""
        with self._store() as store:
            return store.changed_addresses()

    def counts(self) -> Counts:
        """How much of everything the last run kept."""
        with self._store() as store:
            return store.counts()

    def kept_readings(self) -> int:
        """How many captures were read so far, also by a run that was cut short."""
        with self._store() as store:
            return store.kept_readings()

    def rejected(self) -> list[Rejected]:
        """What the last run set aside."""
        with self._store() as store:
            return store.rejected()

    def search(self, wanted: Wanted) -> list[Found]:
        """Passages and titles that hold what is wanted, the newest first."""
        with self._store() as store:
            return store.search(wanted)

    def is_of_these_rules(self) -> bool:
        """Was everything read and joined by the rules of this version?"""
        with self._store() as store:
            is_read = all(stages == version(PER_ARTICLE) for _, _, stages in store.files().values())
            return is_read and store.answer_version() in (None, version(TOGETHER))

    def unread(self) -> list[str]:
        """The files that are new or changed since the last run, and those that are gone."""
        try:
            with self._store() as store:
                known, paths = store.files(), store.paths()
        except StoreError:
            known, paths = {}, set()
        there = {address: told for address, path in captured(self._captures()) if (told := state(path))}
        new = [address for address, stat in there.items() if known.get(address, ())[:2] != (stat.st_size, stat.st_mtime_ns)]
        return sorted([*new, *(paths - set(there))])

    def expected(self, *, again: bool = False) -> int:
        """About how many records the next run reads: lines of tables, one for any other file."""
        wanted = None if again else set(self.unread())
        return sum(records(path) for address, path in captured(self._captures()) if wanted is None or address in wanted)

    def faults(self) -> list[str]:
        """What is wrong with the settings, the rulings, the captures and the database, in words."""
        was_run = self.was_run()
        told = list(checking.faults(self.folder, self.folder / CAPTURES, self._store() if was_run else None))
        return told or (list(checking.of_answer(self.answer)) if was_run else [])

    def _captures(self) -> Path:
        captures = self.folder / CAPTURES
        if not captures.is_dir():
            raise UsageError("this collection holds no captures yet", where=str(self.folder), fix=f"selon add SOURCE --to {self.folder}")
        return captures

    def _terms(self) -> joining.Terms:
        return joining.Terms.of(self.folder)

    def _book(self) -> list[Ruling]:
        return ruled.book(self.folder)

    def _store(self) -> AbstractContextManager[Asked]:
        return opened(self.folder / DATABASE)


def made(folder: Path, *, name: str | None = None) -> Collection:
    """A new, empty collection.

    Raises:
        UsageError: the folder is a collection already, or cannot be made.
    """
    if (folder / SETTINGS).exists():
        raise UsageError("this is a collection already", where=str(folder), fix="choose another folder, or go on with this one")
    try:
        (folder / CAPTURES).mkdir(parents=True, exist_ok=True)
        called = re.sub(r'["\\\x00-\x1f\x7f]', "", name or folder.resolve().name).encode("utf-8", "replace").decode()
        (folder / SETTINGS).write_text(f'# A collection of Selon.\n[collection]\nname = "{called}"\n', encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the folder cannot be made: {error.strerror}", where=str(folder), fix="choose another folder") from error
    return Collection(folder)
