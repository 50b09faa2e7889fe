"""What tags, roles and class names say of the text under them. Class names are the web's own jargon, in whatever language a page is.

A class name is cut into its words ("ArticleHeader__date", "see-also"), and the words are looked up. Measured on the ten development pages.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from selon.model.article import BlockKind

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FURNITURE_TAGS = _set("nav footer aside form button label menu dialog fieldset")
_FURNITURE_ROLES = _set("navigation contentinfo complementary search dialog banner menu toolbar alert")
_FURNITURE = _set(
    """
    nav navbar navigation menu submenu footer sidebar breadcrumb breadcrumbs crumb crumbs pagination pager share shares sharing
    social newsletter newsletters nl promo promotion sponsor sponsored advert advertisement ads ad pub publicite cookie cookies
    consent gdpr cmp popup modal overlay toolbar toolbox widget paywall subscribe subscription abonnement login signin signup
    search recherche player playlist podcast tagcloud tags tag keywords outbrain taboola ticker webticker skip print printonly
    bookmark rating votes survey poll toc banner dropdown lightbox autopromo topbar partners partenaire partenaires infolettre optin
    inscription signin signon register registration piano poool premium qiota appconsent didomi onetrust axeptio tarteaucitron truste
    trustarc quantcast usercentrics sourcepoint notification notifications donate donation soutien don crowdfunding sitemap colophon
    masthead drawer offcanvas hamburger megamenu interstitial dfp adslot adbox adunit inread ligatus revcontent plista mgid addthis
    sharethis addtoany sharedaddy sharebar sharing shariff socials followus follow sticky smartbanner appbanner callout cta
    """
)
_COMMENTS = _set(
    """
    comment comments commentaire commentaires comentario comentarios commenti kommentar kommentare disqus reactions respond commentlist
    commentbox reply replies viafoura coral livefyre hyvor spotim openweb remark42 isso forum
    """
)
_RELATED = _set(
    """
    related relateds ralated recommend recommended recommande recommandes recommendation recommendations similar readmore catcher alire
    lire liens trending popular mostread snippet snippets teaser teasers bounce morelink crosslink crosslinks readnext readalso
    verwandte relacionados relacionadas correlati correlate connexes associes suggestions suggested associated siblings
    """
)
_RELATED_PAIRS = (
    ("read", "more"),
    ("read", "also"),
    ("see", "also"),
    ("lire", "aussi"),
    ("more", "on"),
    ("more", "from"),
    ("next", "prev"),
    ("prev", "post"),
    ("next", "post"),
    ("list", "posts"),
    ("author", "box"),
)
_PICTURE = _set("caption captions legend legende figcaption diaporama slideshow gallery photo photos image")
_CAPTION = _set("caption captions legend legende figcaption")
_CAPTION_PAIRS = (("doc", "titre"), ("doc", "descriptif"), ("document", "titre"), ("document", "descriptif"))
_CREDIT = _set("credit credits copyright creditline")
_BYLINE = _set(
    """
    author authors auteur auteurs byline signature signataire signatures sources date dates datetime time timestamp
    pubdate posted submitted reading readtime lecture published publication provider dateline
    """
)
_PULLED = _set("exergue pullquote blockquote")
_SHARING = _set("share shares sharing social")
_EMBEDS = _set("tweet instagram tiktok bluesky mastodon")
_HEADINGS = _set("h1 h2 h3 h4 h5 h6")
TELLING_TAGS = _FURNITURE_TAGS | _HEADINGS | _set("a b strong blockquote figure figcaption p time")
_MOST_CHARS = 500  # of class names: more is machine-made
_MOST_NAMES = 8_192  # class names are remembered from page to page
_TRUSTED = frozenset(("html", "body", "main", "article"))  # a class of theirs speaks of the page ("has-sidebar"), not of their text


class Marks(NamedTuple):
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


Known = dict[tuple[str, str, str, str, int], Marks]  # by tag, class, id, role, and the marks around


class _Own(NamedTuple):
    """What one element says by itself."""

    hint: BlockKind | None = None
    heading: int = 0
    furniture: bool = False
    doubtful: bool = False
    comment: bool = False
    related: bool = False
    picture: bool = False
    byline: bool | None = None
    link: bool = False
    bold: bool = False
    paragraph: bool = False


_SILENT = _Own()


def marks_of(tag: str, attributes: Mapping[str, str], around: Marks, known: Known) -> Marks:
    """The marks inside an element, from its own and those around it.

    Args:
        tag: the element's name.
        attributes: the element's.
        around: the marks around it: one of the values of `known`, or the page's first.
        known: what was found on this page before; equal elements under one parent are looked up.
    """
    if not attributes:
        if tag not in TELLING_TAGS and "-" not in tag:
            return around
        key = (tag, "", "", "", id(around))
    else:
        get = attributes.get
        key = (tag, get("class", ""), get("id", ""), get("role", ""), id(around))
    found = known.get(key)
    if found is None:
        names = f"{key[1]} {key[2]} {tag}" if "-" in tag else f"{key[1]} {key[2]}"  # a page's own elements are named as classes are
        found = known[key] = _inside(_own(tag, names if len(names) < _MOST_CHARS else "", key[3]), around)
    return found


def _inside(own: _Own, around: Marks) -> Marks:
    if own == _SILENT:
        return around
    return Marks(
        own.hint or around.hint,
        own.heading or around.heading,
        own.furniture or around.furniture,
        around.doubts + own.doubtful,
        own.comment or around.comment,
        own.related or around.related,
        own.picture or around.picture,
        around.byline if own.byline is None else own.byline,
        own.link or around.link,
        own.bold or around.bold,
        own.paragraph or around.paragraph,
    )


@lru_cache(maxsize=_MOST_NAMES)
def _own(tag: str, names: str, role: str) -> _Own:
    said: dict[str, Any] = dict(_of_tag(tag))
    if role in _FURNITURE_ROLES:
        said["furniture"] = True
    if names and tag not in _TRUSTED:
        said.update(_of_names([word.lower() for word in _WORDS.findall(names)]))
    return _Own(**said) if said else _SILENT


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


def _of_names(words: list[str]) -> dict[str, object]:
    known, found = set(words), dict[str, object]()
    if known & _COMMENTS:
        found["comment"] = True
    if known & _RELATED or any(pair in _RELATED_PAIRS for pair in pairwise(words)):
        found["related"] = True
    if known & _FURNITURE:
        found["doubtful"] = True
    if known & _EMBEDS:
        found["hint"] = BlockKind.EMBED
    elif known & _CREDIT:
        found["hint"] = BlockKind.CREDIT
    elif (known & _CAPTION and "video" not in known) or any(pair in _CAPTION_PAIRS for pair in pairwise(words)):
        found["hint"] = BlockKind.CAPTION
    elif known & _PULLED:
        found["hint"] = BlockKind.BLOCKQUOTE
    if known & _PICTURE:
        found["picture"] = True
    if known & _BYLINE or known & _SHARING:
        found["byline"] = not known & _SHARING
    return found
