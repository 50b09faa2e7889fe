"""Text of articles on its way to a page: control characters become visible marks, links are followed only if they are http or https."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

# C0 and C1 controls but tab and line ends; marks of direction; what has no width but joins no letters; tags
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with its hidden characters as marks.

    >>> visible("a\u202eb")
    'a⟨U+202E⟩b'
    """
    return _HIDDEN.sub(_mark, text) if _HIDDEN.search(text) else text


def finalized(value: object) -> object:
    """What a template puts out, hidden characters made visible; the marks hold nothing that markup would need."""
    if isinstance(value, Markup):
        return Markup(visible(str(value)))
    if isinstance(value, str):
        return visible(value)
    return "" if value is None else value


def followed(url: str | None) -> str | None:
    """An address that a page may link to: http or https with a host, no control characters or spaces; else None.

    >>> followed("https://cap-matinal.example/a"), followed("javascript:alert(1)")
    ('https://cap-matinal.example/a', None)
    """
    if not url or _HIDDEN.search(url) or re.search(r"[\s\\<>\"]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def shortened(text: str, most: int) -> str:
    """The beginning of a text, whole words, with a sign where it was cut.

    >>> shortened("one two three", 9)
    'one two…'
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _mark(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found.group()):04X}⟩"
