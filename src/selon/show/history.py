"""The captures of one page, the oldest first, with the lines that came and went. Source: Hunt and McIlroy 1976, for the differences."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from selon.model.version import Version
from selon.show.lines.rulings import VersionLine


def version_lines(versions: Sequence[Version]) -> list[VersionLine]:
    """One line for each capture, set against the one before it."""
    texts = [_lines(one) for one in versions]
    changes = [([], []), *(_differences(a, b) for a, b in pairwise(texts))]
    return [_line(one, *change) for one, change in zip(versions, changes, strict=True)]


def _line(one: Version, added: list[str], removed: list[str]) -> VersionLine:
    article = one.reading.article
    return VersionLine(
        article=article.id,
        address=article.url or article.address,
        file=one.path,
        fetched=one.fetched,
        current=one.is_current,
        title=article.title,
        text_hash=article.text_digest,
        added=added,
        removed=removed,
    )


def _lines(one: Version) -> list[str]:
    return [line.strip() for line in one.reading.article.text.splitlines() if line.strip()]


def _differences(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    added: list[str] = []
    removed: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            removed += before[a:b]
            added += after[c:d]
    return added, removed
