"""What a feed or a sitemap lists: addresses, with what is said of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, or one address of a sitemap; None where nothing is said."""

    number: int  # its place in the list, from 1
    url: str | None = None  # http or https
    id: str | None = None  # its own identifier, where that is an address or a URN
    title: str | None = None  # plain text
    outlet: str | None = None  # the feed's or the newspaper's own name
    date: str | None = None  # ISO 8601 with the offset as written; of publication, else of the last change
    lang: str | None = None  # as written: "fr", "fr-FR"
    html: str | None = None  # the text that the list itself gives, as HTML
    is_whole: bool = False  # False: `html` is a summary, or is cut off
    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # where the item says it comes from: names, as written
    is_list: bool = False  # the address is another sitemap, not a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """All that a feed or a sitemap lists, in its order."""

    entries: tuple[Entry, ...]
    left_out: int = 0  # entries beyond the limit
    title: str | None = None
    url: str | None = None
    broken: str | None = None  # what is wrong with the file, where something could be read all the same
