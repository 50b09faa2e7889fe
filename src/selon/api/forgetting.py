"""`selon forget`: what is erased for good, from the captures to the last index, and how it stays erased.

The order is that a cut does least harm: the tombstones first (what is erased is not read again), then the captures, the rulings that
quote it, at last the database; called again, it goes on. What was made of the collection elsewhere (exports, reports) is not reached.

What nobody can read cannot be shown not to hold what is to go. From WARC and JSON Lines it goes too, and is counted. An article that stays
and could be read only in part keeps its record, and is named; so is a file that cannot be looked through at all.
Source: Regulation (EU) 2016/679, article 17.
"""

import codecs
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selon import read
from selon.errors import NotFound
from selon.languages.fold import fold
from selon.model.article import Article
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
_MARK_CHARS = 40  # a line as long stands in another text by quotation alone
_LEAST_WORDS = 2  # of a name: a surname alone is many persons'


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was erased, or would be."""

    articles: tuple[str, ...]  # ids
    files: tuple[str, ...]  # below the collection, that were rewritten or taken away
    captures: int
    rulings: int
    is_kept: bool
    unread: int = 0  # pieces of archives that go because nobody can read them
    unread_bytes: int = 0
    half_read: tuple[str, ...] = ()  # addresses of articles that stay: a part of their record cannot be read
    not_searched: tuple[tuple[str, str], ...] = ()  # files that stay and cannot be looked through, and why


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concerned:
    """A file that holds what is to go, or may hold it."""

    source: read.Source
    gone: tuple[str, ...]  # hashes of the contents that go
    parts: read.Parted | None = None  # of an archive
    not_searched: str | None = None  # why it stays as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be erased: the captures of some addresses, and whatever holds a name."""

    kept: tuple[Kept, ...]
    names: tuple[str, ...] = ()  # folded
    keys: frozenset[str]  # of the captures
    addresses: frozenset[str]  # of their pages
    texts: frozenset[bytes]  # of a result that was loaded, the text alone is kept
    marks: frozenset[str] = frozenset()  # addresses and longer lines, folded: what shows a text where no article is read

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
            marks=frozenset(mark for one in articles for mark in _marks(one)),
        )

    def holds(self, text: str) -> bool:
        """Does a text hold one of the names?"""
        told = _plain(text) if self.names else ""
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in self.names)

    def holds_bytes(self, content: bytes) -> bool:
        """Do some bytes hold one of the names, in whatever letters they are written?"""
        return bool(self.names) and any(self.holds(text) for text in _decoded(content))

    def may_hold(self, content: bytes) -> bool:
        """Do some bytes in which no article is read hold one of the names, or an address or a longer line of what is to go?"""
        return self.holds_bytes(content) or any(mark in told for told in map(_plain, _decoded(content)) for mark in self.marks)

    def is_told(self, rejected: Rejected) -> bool:
        """Does what was set aside tell of what is to go?"""
        said = (rejected.record, rejected.what, rejected.where, rejected.fix)
        return any(address in one for one in said for address in self.addresses) or any(map(self.holds, said))

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
    concerned = list(_files(captures, wanted, store.doubtful()))
    hashes = [*_tombstones(wanted), *(one for file in concerned for one in file.gone)]
    if not whole_files:
        for one in concerned:
            if one.not_searched is None:
                read.check_without(one.source, wanted.is_gone, wanted.holds_bytes, wanted.may_hold)
    store.bury(hashes, datetime.now(UTC).strftime("%Y-%m-%d"))
    files = [_erased_from(one, wanted, folder, whole_files=whole_files) for one in concerned if one.not_searched is None]
    rest = [ruling for ruling in book if not _speaks_of(ruling, wanted)]
    if len(rest) < len(book):
        decisions.rewrite(folder / decisions.RULINGS, rest)
    rewritten = {one.source.address: one.source for one in concerned if one.not_searched is None}
    rows = [row for row, path, told in store.rejected_rows() if path in rewritten or wanted.is_told(told)]
    still = [(path, one) for path, source in rewritten.items() if source.path and source.path.exists() for one in _rejected(source)]
    store.erase([one.capture for one in wanted.kept], rows, still)
    for name in DERIVED:
        (folder / name).unlink(missing_ok=True)
    return _told(wanted, [one for one in files if one], len(book) - len(rest), concerned, folder, is_kept=True)


def preview(captures: Path, wanted: Wanted, folder: Path, store: Asked, book: Sequence[Ruling]) -> Forgotten:
    """What would be erased."""
    concerned = list(_files(captures, wanted, store.doubtful()))
    files = [_within(one.source, folder) for one in concerned if one.not_searched is None and (one.parts is None or one.parts.gone)]
    return _told(wanted, files, sum(_speaks_of(one, wanted) for one in book), concerned, folder, is_kept=False)


def _rejected(source: read.Source) -> Iterator[Rejected]:
    return (one for one in read.records(source) if isinstance(one, Rejected))


def _told(wanted: Wanted, files: Iterable[str], rulings: int, concerned: Sequence[_Concerned], folder: Path, *, is_kept: bool) -> Forgotten:
    parts = [one.parts for one in concerned if one.parts]
    return Forgotten(
        articles=tuple(sorted({one.reading.article.id for one in wanted.kept})),
        files=tuple(sorted(set(files))),
        captures=len(wanted.kept),
        rulings=rulings,
        is_kept=is_kept,
        unread=sum(one.unread for one in parts),
        unread_bytes=sum(one.unread_bytes for one in parts),
        half_read=tuple(sorted({address for one in parts for address in one.half_read})),
        not_searched=tuple((_within(one.source, folder), one.not_searched) for one in concerned if one.not_searched),
    )


def _files(captures: Path, wanted: Wanted, doubtful: Mapping[str, str | None]) -> Iterator[_Concerned]:
    """Yield the files that hold what is to go, or may hold it.

    `doubtful`: those of which something was not read, or not whole, with what was wrong.
    """
    paths = {one.path for one in wanted.kept}
    for source in read.sources([captures]):
        if isinstance(source, Rejected) or source.path is None:
            continue
        if wanted.names or source.address in paths or source.address in doubtful:
            yield from _concerned(source, wanted, doubtful.get(source.address))


def _concerned(source: read.Source, wanted: Wanted, broken: str | None) -> Iterator[_Concerned]:
    assert source.path is not None
    gone: list[str] = []
    for one in read.records(source):
        if isinstance(one, Rejected):
            broken = broken or one.what
        elif wanted.is_gone(one):
            gone.append(one.sha256)
    name = read.format_of(source)
    parts = read.parted(source, wanted.is_gone, wanted.holds_bytes) if name == "warc" else None
    hashes = (*gone, sha256(source.path.read_bytes()).hexdigest())
    if parts is not None:
        if parts.gone or parts.half_read:
            yield _Concerned(source=source, gone=hashes if gone else (), parts=parts)
        return
    is_met = bool(gone) or (bool(wanted.names) and read.holds_any(source, wanted.holds_bytes))
    may_hold = not is_met and broken is not None and read.holds_any(source, wanted.may_hold)
    if is_met or (may_hold and read.can_be_cut(source)):
        yield _Concerned(source=source, gone=hashes)
    elif broken and (may_hold or not read.is_searchable(source)):
        yield _Concerned(source=source, gone=(), not_searched=broken)


def _erased_from(one: _Concerned, wanted: Wanted, folder: Path, *, whole_files: bool) -> str:
    assert one.source.path is not None
    told = _within(one.source, folder)
    if whole_files and not read.can_be_cut(one.source):
        one.source.path.unlink()
        return told
    return told if read.without(one.source, wanted.is_gone, wanted.holds_bytes, may_hold=wanted.may_hold, parts=one.parts) else ""


def _within(source: read.Source, folder: Path) -> str:
    assert source.path is not None
    return source.path.relative_to(folder).as_posix()


def _tombstones(wanted: Wanted) -> Iterator[str]:
    for one in wanted.kept:
        yield hash_of_text(one.reading.article.text_digest)
        for address in (one.address, one.reading.article.url, one.reading.article.address):
            if address and address.startswith(("http://", "https://")):
                yield hash_of_address(address)


def _marks(article: Article) -> Iterator[str]:
    """What shows, in some bytes, that they hold this text: its address, and each of its longer lines."""
    yield from (_plain(address) for address in (article.url, article.address) if address and "://" in address)
    yield from (mark for mark in map(_plain, article.text.splitlines()) if len(mark) >= _MARK_CHARS)


def _decoded(content: bytes) -> Iterator[str]:
    encodings = ("utf-16",) if content.startswith(_UTF_16) else ("utf-8", "cp1252")
    yield from (content.decode(one, "replace") for one in encodings)


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
    opened = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(text)).replace("\\", "")
    return re.sub(r"[\s_+-]+|%20", " ", fold(opened)).strip()
