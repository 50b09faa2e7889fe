"""`selon forget`: what is erased for good, from the captures to the last index, and how it stays erased.

The order is that a cut does least harm: the tombstones first (what is erased is not read again), then the captures, the rulings that
quote it, at last the database; called again, it goes on. What was made of the collection elsewhere (exports, reports) is not reached.
Source: Regulation (EU) 2016/679, article 17.
"""

import codecs
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selon import read
from selon.errors import NotFound
from selon.languages.fold import fold
from selon.model.capture import Capture
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.ruling import Place, Ruling
from selon.pipeline import Answer
from selon.read.fetch import hash_of_address
from selon.store import Asked, Kept, Store, decisions

DERIVED = ("pages.db", "captures/.index.jsonl")
"""What other commands make of a collection in its own folder, and make again."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LEAST_WORDS = 2  # of a name: a surname alone is many persons'


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was erased, or would be."""

    articles: tuple[str, ...]  # ids
    files: tuple[str, ...]  # below the collection, that were rewritten or taken away
    captures: int
    rulings: int
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be erased: the captures of some addresses, and whatever holds a name."""

    kept: tuple[Kept, ...]
    names: tuple[str, ...] = ()  # folded
    keys: frozenset[str]  # of the captures
    addresses: frozenset[str]  # of their pages
    texts: frozenset[bytes]  # of a result that was loaded, the text alone is kept

    @classmethod
    def of(cls, kept: Iterable[Kept], names: tuple[str, ...] = ()) -> "Wanted":
        """What is to be erased, each capture once."""
        unique = {one.capture: one for one in kept}
        articles = [one.reading.article for one in unique.values()]
        return cls(
            kept=tuple(unique.values()),
            names=names,
            keys=frozenset(unique),
            addresses=frozenset(address for one in articles for address in (one.address, one.url) if address),
            texts=frozenset(one.text.encode("utf-8", "surrogatepass") for one in articles),
        )

    def holds(self, text: str) -> bool:
        """Does a text hold one of the names?"""
        told = _plain(text) if self.names else ""
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in self.names)

    def holds_bytes(self, content: bytes) -> bool:
        """Do some bytes hold one of the names, in whatever letters they are written?"""
        encodings = ("utf-16",) if content.startswith(_UTF_16) else ("utf-8", "cp1252")
        return bool(self.names) and any(self.holds(content.decode(one, "replace")) for one in encodings)

    def is_gone(self, capture: Capture) -> bool:
        """Is a capture to go?"""
        is_meant = key_of(capture) in self.keys or capture.address in self.addresses or capture.content in self.texts
        return is_meant or self.holds_bytes(capture.content) or self.holds(capture.address)


def key_of(capture: Capture) -> str:
    """The hash of address and content, as the store has it."""
    return sha256(f"{capture.address}\0{capture.sha256}".encode()).hexdigest()[:32]


def hash_of_text(text_digest: str) -> str:
    """The hash that stands for a text, whatever page it stands on."""
    return sha256(f"text\0{text_digest}".encode()).hexdigest()


def wanted(name: str, answer: Answer, store: Asked) -> Wanted:
    """What a call names: an article, with every other of the very same text, by id or address; else somebody, by id or name.

    Raises:
        NotFound: nothing of the collection is called so.
    """
    articles = [one.article.id for one in answer.readings if name in (one.article.id, one.article.address, one.article.url)]
    if articles:
        captures = list(store.held_at(articles))
        texts = {one.reading.article.text_digest for one in captures}
        return Wanted.of([*captures, *(one for one in store.all_kept() if one.reading.article.text_digest in texts)])
    names = _names(name, answer)
    held = Wanted.of((), names)
    met = [kept for kept in store.all_kept() if held.holds(kept.reading.article.text) or _metadata_holds(kept.reading, held)]
    if not met and not any(one.claimant and one.claimant.id == name for reading in answer.readings for one in reading.resolutions):
        fix = "selon blocks shows the ids of articles, selon who the names"
        raise NotFound(f"no article and nobody of this collection is called '{name}'", where="the call", fix=fix)
    return Wanted.of(store.held_at([one.reading.article.id for one in met]), names)


def erased(folder: Path, captures: Path, wanted: Wanted, store: Store, book: Sequence[Ruling], *, whole_files: bool) -> Forgotten:
    """Erase it.

    Raises:
        UsageError: some of it stands in a file that cannot be rewritten, and `whole_files` was not said; nothing was erased then.
    """
    concerned = list(_files(captures, wanted))
    hashes = [*_tombstones(wanted), *(one for _, gone in concerned for one in gone)]
    if not whole_files:
        for source, _ in concerned:
            read.check_without(source, wanted.is_gone)
    store.bury(hashes, datetime.now(UTC).strftime("%Y-%m-%d"))
    files = [_erased_from(source, wanted, folder, whole_files=whole_files) for source, _ in concerned]
    rest = [ruling for ruling in book if not _speaks_of(ruling, wanted)]
    if len(rest) < len(book):
        decisions.rewrite(folder / decisions.RULINGS, rest)
    store.erase([one.capture for one in wanted.kept])
    for name in DERIVED:
        (folder / name).unlink(missing_ok=True)
    return _told(wanted, [one for one in files if one], len(book) - len(rest), is_kept=True)


def preview(captures: Path, wanted: Wanted, folder: Path, book: Sequence[Ruling]) -> Forgotten:
    """What would be erased."""
    files = [_within(source, folder) for source, _ in _files(captures, wanted)]
    return _told(wanted, files, sum(_speaks_of(one, wanted) for one in book), is_kept=False)


def _told(wanted: Wanted, files: Iterable[str], rulings: int, *, is_kept: bool) -> Forgotten:
    articles = sorted({one.reading.article.id for one in wanted.kept})
    return Forgotten(articles=tuple(articles), files=tuple(sorted(set(files))), captures=len(wanted.kept), rulings=rulings, is_kept=is_kept)


def _files(captures: Path, wanted: Wanted) -> Iterator[tuple[read.Source, list[str]]]:
    """The files that hold what is to go, each with the hashes of the contents that go."""
    paths = {one.path for one in wanted.kept}
    for source in read.sources([captures]):
        if isinstance(source, Rejected) or source.path is None or not (wanted.names or source.address in paths):
            continue
        gone = [one.sha256 for one in read.records(source) if isinstance(one, Capture) and wanted.is_gone(one)]
        if gone or (wanted.names and read.holds_any(source, wanted.holds_bytes)):
            yield source, [*gone, sha256(source.path.read_bytes()).hexdigest()]


def _erased_from(source: read.Source, wanted: Wanted, folder: Path, *, whole_files: bool) -> str:
    assert source.path is not None
    told = _within(source, folder)
    if whole_files and not read.can_be_cut(source):
        source.path.unlink()
        return told
    return told if read.without(source, wanted.is_gone, wanted.holds_bytes) else ""


def _within(source: read.Source, folder: Path) -> str:
    assert source.path is not None
    return source.path.relative_to(folder).as_posix()


def _tombstones(wanted: Wanted) -> Iterator[str]:
    for one in wanted.kept:
        yield hash_of_text(one.reading.article.text_digest)
        for address in (one.address, one.reading.article.url, one.reading.article.address):
            if address and address.startswith(("http://", "https://")):
                yield hash_of_address(address)


def _speaks_of(ruling: Ruling, wanted: Wanted) -> bool:
    """Does a ruling quote what goes, or name who goes?"""
    texts = {one.reading.article.text_digest for one in wanted.kept}
    places: tuple[Place, ...] = (*ruling.target.places, *ruling.target.others)
    value = ruling.value
    quotes = [one.words for place in places for one in place.quotes] + [one.words for one in value.content]
    said = [ruling.why, value.name, value.to, value.role, value.organisation, *(one.words for one in (value.source, value.cue) if one)]
    return any(place.text in texts for place in places) or any(wanted.holds(words) for words in (*quotes, *said) if words)


def _names(name: str, answer: Answer) -> tuple[str, ...]:
    """The names of somebody, folded: as the call has it, and every spelling of two words or more of whom it means."""
    told = _plain(name)
    found = {told} if not re.fullmatch(r"[0-9a-f]{16}", name) else set()
    for reading in answer.readings:
        for one in reading.resolutions:
            claimant = one.claimant
            forms = [_plain(form) for form in (claimant.name, *claimant.aliases)] if claimant else []
            if claimant and (claimant.id == name or told in forms):
                found |= {form for form in forms if len(form.split()) >= _LEAST_WORDS}
    return tuple(sorted(found))


def _metadata_holds(reading: Reading, held: Wanted) -> bool:
    article = reading.article
    told = (article.title, article.outlet, article.url, *article.authors, *(one.value for one in article.metadata))
    return any(held.holds(one) for one in told if one)


def _plain(text: str) -> str:
    """Folded, entities and escapes of JSON opened, marks taken away, one kind of space."""
    opened = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
    return re.sub(r"[\s_+-]+|%20", " ", fold(opened)).strip()
