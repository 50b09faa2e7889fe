"""Little articles with their attributions, from a text with [sources] and {contents}."""

import hashlib
from collections.abc import Sequence

from selon.languages import load
from selon.model.article import Article, Block, BlockKind, Link
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.reading import Reading
from selon.model.span import Span
from selon.resolve import claimants


def unmarked(marked: str) -> tuple[str, list[Span], list[Span]]:
    text, sources, contents, opened = "", [], [], 0
    for char in marked:
        if char in "[{":
            opened = len(text)
        elif char == "]":
            sources.append(Span(opened, len(text)))
        elif char == "}":
            contents.append(Span(opened, len(text)))
        else:
            text += char
    return text, sources, contents


def article(text: str, lang: str, *, ident: str = "a", links: Sequence[Link] = ()) -> Article:
    digest = hashlib.sha256(f"{ident}\x1f{text}".encode()).hexdigest()[:16]
    block = Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH)
    return Article(
        id=ident, digest=digest, text_digest=digest, address=ident, url=None, outlet=None, title=None, authors=(), lang=lang,
        published=None, text=text, blocks=(block,), credits=(), links=tuple(links), metadata=(), degraded=None,
    )  # fmt: skip


def attribution(number: int, source: Span | None, content: Span, text: str, *, reasons: tuple[str, ...] = ()) -> Attribution:
    quoted = text[max(0, content.start - 2) : content.start].strip() in ("«", '"', "“")
    return Attribution(
        id=f"t{number}", article_id="a", source=source, cue=None, content=(content,),
        kind=SpeechKind.DIRECT if quoted else SpeechKind.INDIRECT, stance=Stance.ASSERTED, conditional=False, parent=None, via=None,
        anaphoric=False, rule="test", reasons=reasons, confidence=1.0,
    )  # fmt: skip


def read(marked: str, lang: str, *, ident: str = "a") -> Reading:
    text, sources, contents = unmarked(marked)
    page = article(text, lang, ident=ident)
    told = tuple(attribution(n, source, content, text) for n, (source, content) in enumerate(zip(sources, contents, strict=True)))
    return Reading(article=page, attributions=told, dates=(), resolutions=claimants(page, told, load(lang)))


def names(reading: Reading) -> list[str]:
    return [item.claimant.name if item.claimant is not None else "" for item in reading.resolutions]
