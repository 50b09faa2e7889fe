"""How exports name things and passages: addresses, hashes, the words around a passage that make it the only one."""

import hashlib
from collections.abc import Iterable

from selon.model.article import Article
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.span import Span

NAMESPACE = "urn:selon:terms:"  # of what no standard has a word for: stances, denials, positions
_CONTEXT_CHARS = 32  # on each side of a passage, as other annotation tools write


def sha256(words: str) -> str:
    """64 hexadecimal digits: SHA-256 of some words in UTF-8.

    >>> sha256("oui")[:8]
    '3a3468fa'
    """
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def joined_sha256(article: Article, spans: Iterable[Span]) -> str:
    """Of the pieces of a passage, joined by an ellipsis as the exports write them."""
    return sha256(" … ".join(span.of(article.text) for span in spans))


def urn(kind: str, name: str) -> str:
    """An address of ours for a thing that may have none of its own: what is no id is hashed.

    >>> urn("claim", "0f07e816e16802d4"), urn("outlet", "Le Phare")
    ('urn:selon:claim:0f07e816e16802d4', 'urn:selon:outlet:67fa41cc68440bba')
    """
    is_id = len(name) == 16 and not set(name) - set("0123456789abcdef")
    return f"urn:selon:{kind}:{name if is_id else sha256(name)[:16]}"


def edge_id(edge: Edge) -> str:
    """16 hexadecimal digits: of its two ends and its kind."""
    return sha256("\x1f".join((edge.source, edge.target, edge.kind)))[:16]


def pieces(spans: Iterable[Span]) -> str:
    """The ends of each piece.

    >>> pieces((Span(3, 9), Span(12, 20)))
    '3-9 12-20'
    """
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def places(passages: Iterable[Passage]) -> str:
    """The places of some passages: article and characters of each, parted by a blank."""
    return " ".join(f"{one.article_id}:{one.span.start}-{one.span.end}" for one in passages)


def around(article: Article, span: Span) -> tuple[str, str]:
    """The words before and after a passage: so many that prefix, passage and suffix stand only once in the text.

    Source: W3C Web Annotation Data Model, 4.2.4: a selector that matches several times means all of them.
    """
    text, chars = article.text, _CONTEXT_CHARS
    while True:
        start, end = max(0, span.start - chars), min(len(text), span.end + chars)
        whole = text[start:end]
        if (start == 0 and end == len(text)) or text.find(whole, text.find(whole) + 1) < 0:
            return text[start : span.start], text[span.end : end]
        chars *= 2
