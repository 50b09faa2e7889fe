"""What tags, roles and class names say of the text under them. Class names are the web's own jargon, in whatever language a page is.

A class name is cut into its words ("ArticleHeader__date", "see-also"), and the words are looked up. Measured on the ten development pages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from selon.model.article import BlockKind

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FURNITURE_TAGS = frozenset("nav footer aside form button label menu dialog fieldset".split())
_FURNITURE_ROLES = frozenset("navigation contentinfo complementary search dialog banner menu toolbar alert".split())
_FURNITURE = frozenset(
    """nav navbar navigation menu submenu footer sidebar breadcrumb breadcrumbs crumb crumbs pagination pager share shares sharing social
    newsletter newsletters nl promo promotion sponsor sponsored advert advertisement ads ad pub publicite cookie cookies consent gdpr cmp popup
    modal overlay toolbar toolbox widget paywall subscribe subscription abonnement login signin signup search recherche player playlist
    podcast tagcloud tags tag keywords outbrain taboola ticker webticker skip print printonly bookmark rating votes survey poll toc banner dropdown
    lightbox autopromo topbar partners partenaire""".split()
)
_COMMENTS = frozenset("comment comments commentaire commentaires disqus reactions respond commentlist reply replies".split())
_RELATED = frozenset(
    """related ralated recommend recommended recommande recommandes recommendation recommendations similar readmore catcher alire
    lire liens trending popular mostread snippet snippets teaser teasers bounce morelink crosslink crosslinks""".split()
)
_RELATED_PAIRS = (("read", "more"), ("read", "also"), ("see", "also"), ("lire", "aussi"), ("more", "on"), ("more", "from"), ("next", "prev"), ("prev", "post"), ("next", "post"), ("list", "posts"), ("author", "box"))
_PICTURE = frozenset("caption captions legend legende figcaption diaporama slideshow gallery photo photos image".split())
_CAPTION = frozenset("caption captions legend legende figcaption".split())
_CREDIT = frozenset("credit credits copyright creditline".split())
_BYLINE = frozenset("author authors auteur auteurs byline signature signataire sources date dates time published publication provider dateline".split())
_PULLED = frozenset("exergue pullquote blockquote".split())
_SHARING = frozenset("share shares sharing social".split())
_EMBEDS = frozenset("tweet instagram tiktok bluesky mastodon".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TRUSTED = frozenset(("html", "body", "main", "article"))  # a class of theirs speaks of the page ("has-sidebar"), not of their text


@dataclass(frozen=True, slots=True)
class Marks:
    """What all the elements around a stretch of text say of it."""

    hint: BlockKind | None = None
    heading: int = 0  # 1-6
    furniture: bool = False  # by its tag or role
    doubts: int = 0  # how many class names around say furniture: each may be wrong
    comment: bool = False
    related: bool = False
    picture: bool = False
    byline: bool = False
    link: bool = False
    bold: bool = False
    paragraph: bool = False  # inside <p>


def marks_of(tag: str, attributes: Mapping[str, str], around: Marks) -> Marks:
    """The marks inside an element, from its own and those around it."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _marks(tag, names if len(names) > 1 and len(names) < 500 else "", attributes.get("role", ""), around)


@lru_cache(maxsize=4_096)
def _marks(tag: str, names: str, role: str, around: Marks) -> Marks:
    changes: dict[str, object] = dict(_of_tag(tag))
    if role in _FURNITURE_ROLES:
        changes["furniture"] = True
    if names and tag not in _TRUSTED:
        changes.update(_of_names([word.lower() for word in _WORDS.findall(names)], around))
    return replace(around, **changes) if changes else around  # type: ignore[arg-type]


def _of_tag(tag: str) -> dict[str, object]:
    if tag in _FURNITURE_TAGS:
        return {"furniture": True}
    if tag in _HEADINGS:
        return {"heading": int(tag[1])}
    simple: dict[str, dict[str, object]] = {
        "a": {"link": True},
        "b": {"bold": True},
        "strong": {"bold": True},
        "blockquote": {"hint": BlockKind.BLOCKQUOTE},
        "figure": {"picture": True},
        "figcaption": {"hint": BlockKind.CAPTION, "picture": True},
        "p": {"paragraph": True},
        "time": {"byline": True},
    }
    return simple.get(tag, {})


def _of_names(words: list[str], around: Marks) -> dict[str, object]:
    known, found = set(words), dict[str, object]()
    if known & _COMMENTS:
        found["comment"] = True
    if known & _RELATED or any(pair in _RELATED_PAIRS for pair in zip(words, words[1:], strict=False)):
        found["related"] = True
    if known & _FURNITURE:
        found["doubts"] = around.doubts + 1
    if known & _EMBEDS:
        found["hint"] = BlockKind.EMBED
    elif known & _CREDIT:
        found["hint"] = BlockKind.CREDIT
    elif known & _CAPTION and "video" not in known:
        found["hint"] = BlockKind.CAPTION
    elif known & _PULLED:
        found["hint"] = BlockKind.BLOCKQUOTE
    if known & _PICTURE:
        found["picture"] = True
    if known & _BYLINE or known & _SHARING:
        found["byline"] = not known & _SHARING
    return found
