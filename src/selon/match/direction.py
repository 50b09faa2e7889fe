"""Which of two articles took a shared passage from the other, and what shows it.

Signs: a credit or translation line that names the other's outlet, a link to the other's address, published intervals that do not
overlap. Signs that contradict each other, a passage that is wholly a quotation, and one agency credited by both give no direction.
Not done yet: one text holding all of the other and more.
"""

import re
from urllib.parse import urlsplit

from selon.languages.fold import fold
from selon.match.tokens import TEXT
from selon.model.article import Article, CreditKind
from selon.model.span import Span

_LINEAGE = (CreditKind.SOURCE, CreditKind.VIA, CreditKind.TRANSLATION)
_NOT_NAME = re.compile(r"[^a-z0-9]+")


def direction(a: Article, b: Article) -> tuple[str | None, tuple[str, ...]]:
    """Which way, "a->b", "b->a" or None, with the reasons."""
    common = _common_source(a, b) if a.credits and b.credits else None
    if common:
        return None, (f"both credit {common}: a common source",)
    forth, back = _signs(a, b), _signs(b, a)
    if forth and back:
        told = [f"{way}: {why}" for way, signs in (("a->b", forth), ("b->a", back)) for why in signs]
        return None, (*told, "the signs contradict each other")
    if not forth and not back:
        return None, ("no credit, link or date tells which came first",)
    return ("a->b", tuple(forth)) if forth else ("b->a", tuple(back))


def is_quotation(text: str, span: Span) -> bool:
    """Does the stretch lie wholly inside one pair of quotation marks?"""
    begin = text.rfind("\n", 0, span.start) + 1
    opened = max(text.rfind("«", begin, span.start), text.rfind("“", begin, span.start))
    if opened >= 0:
        return text.find("»", opened, span.end) < 0 and text.find("”", opened, span.end) < 0
    return text.count('"', begin, span.start) % 2 == 1 and text.find('"', span.start, span.end) < 0


def name_key(name: str) -> str:
    """An outlet's name or host without marks, "www." and ending: "Le Point" and "www.lepoint.fr" are one."""
    host = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,6}(?:/.*)?", name.strip().lower())
    return _NOT_NAME.sub("", fold(host.group(1) if host else name))


def _signs(origin: Article, taker: Article) -> list[str]:
    """What shows that `taker` has it from `origin`."""
    found = [
        f"{taker.id} credits «{credit.span.of(taker.text)}»"
        for credit in taker.credits
        if credit.kind in _LINEAGE and _names(origin, credit.name, credit.url) and not _names(taker, credit.name, credit.url)
    ]
    if origin.url and any(link.url == origin.url and _in_text(taker, link.span) for link in taker.links):
        found.append(f"{taker.id} links to {origin.url}")
    latest, earliest = origin.published and origin.published.latest, taker.published and taker.published.earliest
    if latest and earliest and _before(latest, earliest):
        found.append(f"published by {latest}, before {earliest}")
    return found


def _names(article: Article, name: str, url: str | None) -> bool:
    own = {name_key(own) for own in (article.outlet, urlsplit(article.url).hostname if article.url else None) if own}
    return bool(own & {name_key(name)}) or bool(url and urlsplit(url).hostname and name_key(urlsplit(url).hostname or "") in own)


def _common_source(a: Article, b: Article) -> str | None:
    """The name both credit as their source, where it is neither of them."""
    theirs = {name_key(credit.name) for credit in b.credits if credit.kind in _LINEAGE}
    for credit in a.credits:
        if credit.kind in _LINEAGE and name_key(credit.name) in theirs and not any(_names(x, credit.name, credit.url) for x in (a, b)):
            return credit.name
    return None


def _in_text(article: Article, span: Span) -> bool:
    return any(block.kind in TEXT and block.span.overlaps(span) for block in article.blocks)


def _before(latest: str, earliest: str) -> bool:
    """Does one end lie wholly before the other? Days where either end is only a day or the offsets differ."""
    if len(latest) > 10 and len(earliest) > 10 and latest[16:][-6:] == earliest[16:][-6:]:
        return latest < earliest
    return latest[:10] < earliest[:10]
