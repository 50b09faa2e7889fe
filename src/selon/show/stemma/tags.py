"""Tags of SVG, escaped: nothing of a text becomes mark-up. Source: SVG 2, W3C; XML 1.0, section 2.2, for the characters it allows."""

import re
from functools import lru_cache
from html import escape

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADDRESS = re.compile(r"(?:#|https?://|/(?!/)|\./)[^\s\\]*\Z", re.IGNORECASE)


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """One element; its content is mark-up, made by `tag` and `text` alone.

    Of an attribute's name the underscores are hyphens, one at its end is nothing ("class_"); None leaves the attribute out.

    >>> tag("text", text("a < b"), x=1.0, class_="name")
    '<text x="1" class="name">a &lt; b</text>'
    """
    written = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    inside = "".join(content)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(words: str) -> str:
    """Words as the content of an element."""
    return escape(_NOT_XML.sub("\ufffd", words), quote=False)


def address(href: str | None) -> str | None:
    """An address that a link may have: a place on the page, a path, http or https; None for any other.

    >>> address("javascript:alert(1)"), address("/articles/a#c1-2"), address("//elsewhere")
    (None, '/articles/a#c1-2', None)
    """
    return href if href and _ADDRESS.match(href) else None


def _value(value: str | float) -> str:
    return _escaped(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=1024)
def _escaped(value: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", value))


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
