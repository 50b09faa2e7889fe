"""What a page says of itself: its meta elements, links, JSON-LD, and dates in the attributes of elements among its words.

Source: HTML Living Standard 4.2.5 (meta), 4.5.14 (time); microformats (hAtom) and microdata for dates in attributes.
"""

import re

from lxml import etree

from selon.clean.segment import Field

_KEPT_META = re.compile(
    r"(?i)title|author|date|time|publish|site_name|locale|lang|url|creator|outlet|application-name|source|byl|issued|created|lastmod|modif"
)
_KEPT_LINKS = ("canonical", "syndication", "original", "syndication-source", "original-source")
_META_CHARS = 2_000
_LD_CHARS = 400_000


def fields(root: etree._Element) -> list[Field]:
    """What the page says of itself, in its order."""
    found = [Field(name="html:lang", value=value, where="html lang") for value in [root.get("lang") or root.get("xml:lang")] if value]
    for element in root.iter("title", "meta", "link", "script"):
        found += _field(element)
    return found


def _field(element: etree._Element) -> list[Field]:
    tag = element.tag
    if tag == "title" and element.text and _in_head(element):
        return [Field(name="title", value=" ".join(element.text.split())[:_META_CHARS], where="title element")]
    if tag == "meta":
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())[:_META_CHARS]
        kind = "meta itemprop" if element.get("itemprop") and not element.get("property") else "meta"
        return [Field(name=name, value=value, where=f"{kind} {name}")] if name and value and _KEPT_META.search(name) else []
    if tag == "link" and (rel := (element.get("rel") or "").lower()) in _KEPT_LINKS and element.get("href"):
        return [Field(name=rel, value=element.get("href") or "", where=f"link {rel}")]
    if tag == "script" and "ld+json" in (element.get("type") or "").lower() and element.text:
        return [Field(name="ld+json", value=element.text[:_LD_CHARS], where="JSON-LD")]
    return []


def time(tag: str, attributes: dict[str, str], at: int) -> list[Field]:
    """A date in the attributes of an element among the words: <time>, microdata, hAtom."""
    value = attributes.get("datetime") or attributes.get("content") or (attributes.get("title") if tag == "abbr" else None)
    prop, names = attributes.get("itemprop", "").lower(), attributes.get("class", "").lower()
    if not value or (tag != "time" and not prop.startswith("date") and not (tag == "abbr" and "published" in names)):
        return []
    updated = "modified" in prop or ("updat" in names and "publish" not in names) or "modif" in names
    published = prop == "datepublished" or "publish" in names or "entry-date" in names
    kind = "time:updated" if updated else "time:published" if published else "time"
    return [Field(name=kind, value=value, where=f"{tag} element", at=at)]


def _in_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in ("head", "html", "body")
