"""What people decided: the line of each ruling, of what one changes, of what was erased."""

from typing import Literal

from msgspec import Struct


class QuoteItem(Struct, frozen=True):
    """Words of a text that a ruling speaks of."""

    address: str  # of the article; empty: a node outside the collection
    text_hash: str  # 16 hexadecimal digits
    words: list[str]  # the exact characters; none: the whole article
    outside: str | None


class RulingLine(Struct, frozen=True):
    """`selon rulings`: one decision, and what became of it."""

    id: str
    who: str
    when: str  # ISO 8601, UTC
    why: str
    gesture: str
    thing: str
    about: list[QuoteItem]
    others: list[QuoteItem]
    says: dict[str, str]  # what is set, named or added
    inverse_of: str | None
    state: Literal["applied", "moved", "waiting", "open", "overruled", "undone"]
    reason: str


class CountedItem(Struct, frozen=True):
    """What a claim counts, in this collection."""

    articles: int
    texts: int
    min: int  # origins
    max: int  # origins
    denials: int
    named: list[str]


class ClaimEffectItem(Struct, frozen=True):
    """One claim, before and after."""

    before_id: str | None
    after_id: str | None
    label: str
    before: CountedItem | None
    after: CountedItem | None


class EffectLine(Struct, frozen=True):
    """`selon accept`, `reject`, `merge`, `split`, `rename`, `undo`, `rule`: what a ruling changes."""

    ruling: str  # its id
    kept: bool  # or else it is a preview
    gesture: str
    thing: str
    state: str
    reason: str
    claims: list[ClaimEffectItem]
    articles: list[str]
    edges_gone: list[list[str]]  # source, target, kind
    edges_new: list[list[str]]
    denials: list[list[str | None]]  # attribution, the claim it was tied to, the claim it is tied to
    unfit: list[str]  # other rulings that fit nothing any more


class UnsearchedItem(Struct, frozen=True):
    """A file that cannot be looked through."""

    file: str
    what: str  # is wrong with it


class ForgetLine(Struct, frozen=True):
    """`selon forget`: what was erased."""

    articles: list[str]
    files: list[str]  # that were rewritten or taken away
    captures: int
    rulings: int
    kept: bool  # or else it is a preview
    unread: int = 0  # pieces of archives that go because nobody can read them
    unread_bytes: int = 0
    half_read: list[str] = []  # addresses of articles that stay, of whose record a part cannot be read
    not_searched: list[UnsearchedItem] = []  # files that stay and cannot be looked through


class VersionLine(Struct, frozen=True):
    """`selon article ID --history`: one capture of a page."""

    article: str
    address: str
    file: str  # below `captures`
    fetched: str | None  # ISO 8601, UTC
    current: bool  # the one that counts in the answers
    title: str | None
    text_hash: str
    added: list[str]  # lines that the capture before does not have
    removed: list[str]  # lines that the capture before has
