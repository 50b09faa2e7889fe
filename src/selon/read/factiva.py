"""Reads what Factiva exports as HTML: one capture an article. Source: the export itself, "article format" and "display format".

Either each field stands in a row of a table under its two letters (HD headline, BY author, PD date, SN newspaper, LP and TD text, AN
number), or headline, author, date and newspaper stand in lines above paragraphs of the class `articleParagraph`, of which the last is the
number.
"""

import re
from collections.abc import Iterator

from lxml import html

from selon.errors import Empty
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.europresse import by_class, page, parts, words
from selon.read.paths import Source
from selon.read.record import capture

MARK = re.compile(
    rb"""\bclass\s*=\s*["']?[\w -]{0,100}\b[a-z]{2}articleParagraph\b"""
)  # "enarticleParagraph": in every export, in no newspaper
_BEGIN = re.compile(
    rb"""<div\b[^<>]{0,200}\bclass\s*=\s*(?:"(?:[^"<>]{0,100}\s)?article[\s"]|'(?:[^'<>]{0,100}\s)?article[\s']|article[\s>])"""
)
_ANY = re.compile(b"")
_CODES = ("HD", "BY", "PD", "ET", "SN", "LP", "TD", "AN", "WC", "LA", "CY", "SC")
_NUMBER = re.compile(r"(?:Document|Dokument|Documento)\s+([A-Za-z]{2,8}\d{8,}[A-Za-z0-9]{0,30})\b")
_DATE = re.compile(r"\d{1,2}\.?\s+[^\W\d]{3,12}\.?\s+\d{4}")
_COUNT = re.compile(r"^[\d\s,.]+\s*(?:words|mots|Wörter|palabras|parole)$", re.IGNORECASE)
_HOUR = re.compile(r"^\d{1,2}:\d\d$")


def captures_of(content: bytes, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture an article, in their order.

    Raises:
        Empty: there is no article in it.
        Malformed: it is no HTML.
    """
    found = [one for tree in parts(content, _BEGIN, _ANY, source) if (one := by_class(tree, "article")) is not None]
    if not found:
        raise Empty("the export of Factiva holds no article", where=source.address, fix="export it again as HTML, with the texts")
    for number, one in enumerate(found, 1):
        place = f"{source.address}#{number}"
        told = _by_codes(one) or _by_lines(one)
        if not told.get("text"):
            yield Rejected(record=place, stage="read", what="the article has no text", where=place, fix="export it with its text")
            continue
        yield capture(
            name=told.get("AN") or place,
            address=place,
            media_type="text/html",
            content=page(told.get("HD"), told["text"]),
            charset="utf-8",
            declared=Declared(
                outlet=told.get("SN"), title=told.get("HD"), date=told.get("PD"), authors=(told["BY"],) if told.get("BY") else ()
            ),
        )


def _by_codes(article: html.HtmlElement) -> dict[str, str]:
    """The fields of an article that has them in a table; nothing where it has none."""
    told: dict[str, str] = {}
    text = []
    for row in article.iter("tr"):
        cells = row.findall("td")
        code = (words(cells[0]) or "") if len(cells) > 1 else ""
        if code in _CODES:
            told[code] = words(cells[1]) or ""
            if code in ("LP", "TD"):
                text += [html.tostring(one, encoding="unicode", with_tail=False) for one in cells[1].iter("p")]
    if not told:
        return {}
    number = _NUMBER.search(told.get("AN", "")) or re.search(r"([A-Za-z0-9]{10,40})", told.get("AN", ""))
    return {**told, "AN": number[1] if number else "", "text": "\n".join(text)}


def _by_lines(article: html.HtmlElement) -> dict[str, str]:
    """The fields of an article that has them in lines."""
    told: dict[str, str] = {}
    heading = next(
        (one for name in ("enHeadline", "frHeadline", "deHeadline", "esHeadline") if (one := by_class(article, name)) is not None), None
    )
    heading = heading if heading is not None else next((one for one in article.iter("div") if one.get("id") == "hd"), None)
    told["HD"] = words(heading) or ""
    told["BY"] = re.sub(r"^(?:By|Par|Von|Por)\s+", "", words(by_class(article, "author")) or "")
    lines = [words(one) or "" for one in article.findall("div") if one.get("id") != "hd" and one.get("class") is None]
    lines = [line for line in lines if line and line != told["HD"] and not _COUNT.match(line) and not _HOUR.match(line)]
    dated = next((place for place, line in enumerate(lines) if _DATE.fullmatch(line)), None)
    if dated is not None:
        told["PD"] = lines[dated]
        told["SN"] = lines[dated + 1] if dated + 1 < len(lines) else ""
    text = []
    for one in article.iter("p"):
        number = _NUMBER.search(one.text_content())
        if number:
            told["AN"] = number[1]
        elif any(name.endswith("rticleParagraph") for name in (one.get("class") or "").split()):
            text.append(html.tostring(one, encoding="unicode", with_tail=False))
    return {**told, "text": "\n".join(text)}
