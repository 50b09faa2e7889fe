"""What a call of `selon forget` means, and how a text, a capture or a ruling is seen to hold it."""

import codecs
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from selon.errors import NotFound
from selon.languages.fold import fold
from selon.languages.unseen import seen
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.ruling import Place, Ruling
from selon.pipeline import Answer
from selon.read.fetch import hash_of_address
from selon.store import Asked, Kept

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARK_CHARS = 40  # a line as long stands in another text by quotation alone
_LEAST_WORDS = 2  # of a name: a surname alone is many persons'


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

    def is_spoken_of(self, ruling: Ruling) -> bool:
        """Does a ruling quote what goes, or name who goes?"""
        texts = {one.reading.article.text_digest for one in self.kept}
        places: tuple[Place, ...] = (*ruling.target.places, *ruling.target.others)
        value = ruling.value
        quotes = [one.words for place in places for one in place.quotes] + [one.words for one in value.content]
        said = [ruling.why, value.name, value.to, value.role, value.organisation, *(one.words for one in (value.source, value.cue) if one)]
        return any(place.text in texts for place in places) or any(self.holds(words) for words in (*quotes, *said) if words)

    def tombstones(self) -> Iterator[str]:
        """Yield the hashes that stay: of the texts, and of the addresses of pages."""
        for one in self.kept:
            yield hash_of_text(one.reading.article.text_digest)
            for address in (one.address, one.reading.article.url, one.reading.article.address):
                if address and address.startswith(("http://", "https://")):
                    yield hash_of_address(address)


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
    """Folded, entities and escapes of JSON opened, marks and what no reader sees taken away, one kind of space."""
    opened = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(text)).replace("\\", "")
    return re.sub(r"[\s_+-]+|%20", " ", fold(seen(opened))).strip()


def _marks(article: Article) -> Iterator[str]:
    """What shows, in some bytes, that they hold this text: its address, and each of its longer lines."""
    yield from (_plain(address) for address in (article.url, article.address) if address and "://" in address)
    yield from (mark for mark in map(_plain, article.text.splitlines()) if len(mark) >= _MARK_CHARS)


def _decoded(content: bytes) -> Iterator[str]:
    encodings = ("utf-16",) if content.startswith(_UTF_16) else ("utf-8", "cp1252")
    yield from (content.decode(one, "replace") for one in encodings)
