"""What a collection is told: additions, status, search."""

from typing import Literal

from msgspec import Struct


class AddLine(Struct, frozen=True):
    """`selon add`: one address, or one file."""

    url: str  # as it was given or listed; a path for a file
    listed_in: str | None  # the feed or sitemap that lists it; null: a person named it
    final_url: str | None  # after redirects; null: there was no answer
    status: int | None  # of HTTP; null: there was no answer, or none was asked for
    capture: str | None  # the id of its WARC record, or the path of the copy within the collection
    digest: str | None  # "sha256:" and 64 hexadecimal digits, of the page as it is unpacked
    bytes: int | None  # of the page as it is unpacked
    outcome: Literal["added", "unchanged", "held", "refused", "failed"]
    reason: str | None  # why nothing was added, and what to do


class StatusLine(Struct, frozen=True):
    """`selon status`: what a collection holds, and what is still to be read."""

    name: str
    files: int
    articles: int  # the newest reading of each address
    earlier: int  # readings of captures that a newer one of the same address replaces
    attributions: int
    degraded: int
    rejected: int
    unread: list[str]  # files that are new, changed or gone since the last run
    changed: list[str]  # addresses with several captures: `selon article ID --history` shows what differs
    rulings: int
    open_rulings: int  # that fit nothing any more, or wait for a second person
    other_rules: bool = False  # the answers were made by the rules of another version: `selon run` makes them anew


class SearchLine(Struct, frozen=True):
    """`selon search`: one attribution, the title of an article, or a claim by its label."""

    article: str
    start: int
    end: int
    text: str
    attribution: str | None  # null: it is the article's title
    claimant: str | None
    stance: str | None
    outlet: str | None
    lang: str
    day: str | None
    claim: str | None  # of a claim: its id; claimant, stance, outlet and lang are then those of all its appearances, apart by "; "
    key: int  # of its place in the list: `--before KEY` goes on behind it
