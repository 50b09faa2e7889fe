"""`/cite/{digest}/{start}-{end}.{form}`: a passage as a citation: outlet, date, quote, characters, hash, address."""

import json
import re
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon.model.article import Article
from selon.model.span import Span
from selon.show.dated import by_days
from selon.show.edtf import edtf
from selon.show.wording import Wording
from selon.web.rendering import index_of, words_of
from selon.web.text import visible

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})\.(txt|md|bib|json)")
_MEDIA = {"txt": "text/plain", "md": "text/markdown", "bib": "application/x-bibtex", "json": "application/vnd.citationstyles.csl+json"}
_OF_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|@~!"})
_OF_BIBTEX = str.maketrans(
    {"\\": r"\textbackslash{}", **{char: f"\\{char}" for char in "{}&%$#_"}, "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def cite(request: Request) -> Response:
    """One passage in one form."""
    reading = index_of(request).reading(request.path_params["digest"])
    found = _PLACE.fullmatch(request.path_params["place"])
    if reading is None or found is None or not int(found[1]) < int(found[2]) <= len(reading.article.text):
        raise HTTPException(404)
    article, span, form = reading.article, Span(int(found[1]), int(found[2])), found[3]
    text = {"txt": plain, "md": markdown, "bib": bibtex, "json": csl}[form](article, span, words_of(request))
    return Response(text + "\n", media_type=f"{_MEDIA[form]}; charset=utf-8")


def plain(article: Article, span: Span, words: Wording) -> str:
    """One line, and the place of the words."""
    return _line(
        article,
        words,
        quote=_quote(article, span, words),
        place=_place(article, span, words),
        address=_shown(article.url or article.address),
    )


def markdown(article: Article, span: Span, words: Wording) -> str:
    """The same, with what Markdown would read as its own escaped."""
    escaped = [
        part.translate(_OF_MARKDOWN)
        for part in (_quote(article, span, words), _place(article, span, words), _shown(article.url or article.address))
    ]
    return _line(article, words, quote=escaped[0], place=escaped[1], address=escaped[2])


def bibtex(article: Article, span: Span, words: Wording) -> str:
    """An entry; its date in EDTF. Source: BibTeXing, Patashnik 1988; biblatex 3.20, section 2.3.8."""
    when = by_days(article.published) if article.published else None
    fields = {
        "title": _shown(article.title or article.id),
        "author": " and ".join(map(_shown, article.authors)),
        "howpublished": _shown(article.outlet or ""),
        "date": edtf(when) if when and (when.earliest or when.latest) else "",
        "url": _shown(article.url or ""),
        "note": f"{_quote(article, span, words)} ({_place(article, span, words)})",
    }
    lines = [f"  {name} = {{{value.translate(_OF_BIBTEX)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{selon-{article.digest}-{span.start}-{span.end},", *lines, "}"])


def csl(article: Article, span: Span, words: Wording) -> str:
    """An item. Source: CSL-JSON 1.0.2."""
    when = by_days(article.published) if article.published else None
    item: dict[str, Any] = {
        "id": f"selon-{article.digest}-{span.start}-{span.end}",
        "type": "article-newspaper",
        "title": _shown(article.title or article.id),
    }
    if article.authors:
        item["author"] = [{"literal": _shown(name)} for name in article.authors]
    if article.outlet:
        item["container-title"] = _shown(article.outlet)
    if when and when.earliest and when.latest:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")] for day in dict.fromkeys((when.earliest, when.latest))]}
    elif when and (when.earliest or when.latest):
        item["issued"] = {"literal": words.when(when)}
    if article.url:
        item["URL"] = _shown(article.url)
    item |= {"language": article.lang, "note": f"{_quote(article, span, words)} ({_place(article, span, words)})"}
    return json.dumps([item], ensure_ascii=False, indent=2)


def _line(article: Article, words: Wording, *, quote: str, place: str, address: str) -> str:
    outlet = _shown(article.outlet or words.say("outlet not named"))
    return f"{outlet}, {words.when(article.published)}{words.say(':')} {quote} ({place}). {address}"


def _quote(article: Article, span: Span, words: Wording) -> str:
    said = _shown(span.of(article.text))
    return f"«\u202f{said}\u202f»" if words.lang == "fr" else f"“{said}”"


def _place(article: Article, span: Span, words: Wording) -> str:
    return f"{words.say('char. %(a)s–%(b)s', a=span.start, b=span.end)}, sha256 {article.text_digest}"


def _shown(text: str) -> str:
    return visible(" ".join(text.split()))
