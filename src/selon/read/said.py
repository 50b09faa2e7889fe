"""What a feed, a sitemap or a table says of an article, made plain: names, addresses, dates, text as HTML."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import urlsplit

_SCHEMES = ("http", "https")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DAY_CHARS = len("2021-05-03")


def plain(said: object) -> str | None:
    """A name or a headline without mark-up, its white space folded; None where nothing is left.

    >>> plain(" Le <b>Phare</b>\\n du soir "), plain(None)
    ('Le Phare du soir', None)
    """
    return " ".join(_TAG.sub("", str(said or "")).split()) or None


def web(said: object) -> str | None:
    """An address of the web; None where it is none.

    >>> web(" https://phare.example/1 "), web("javascript:alert(1)"), web("http://[x")
    ('https://phare.example/1', None, None)
    """
    address = str(said or "").strip()
    try:
        return address if urlsplit(address).scheme.lower() in _SCHEMES else None
    except ValueError:  # "http://[x"
        return None


def instant(written: str) -> str | None:
    """A date of RFC 5322 or ISO 8601 in ISO 8601, with its offset as written; None where it is neither.

    >>> instant("Mon, 03 May 2021 08:11:12 +0200"), instant("2021-05-03T08:11Z"), instant("2021-05-03"), instant("hier")
    ('2021-05-03T08:11:12+02:00', '2021-05-03T08:11:00+00:00', '2021-05-03', None)
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(written)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
        return written if len(written) == _DAY_CHARS else when.isoformat()
    return None


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph a line.

    >>> paragraphs("a < b\\n\\nc")
    '<p>a &lt; b</p>\\n<p>c</p>\\n'
    """
    return "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
