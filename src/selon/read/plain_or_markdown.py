"""Is a text Markdown? Front matter, or a heading beside other marks of Markdown, says so."""

import re

_SAMPLE_CHARS = 8_192
_FRONT = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARK = re.compile(r"^(?:#{1,6} \S|> \S|\{\{[<%])|\]\(https?://", re.MULTILINE)


def media_type(text: str) -> str:
    """The media type of a text: "text/markdown" or "text/plain".

    >>> media_type("---\\ntitle: x\\n---\\n"), media_type("Un texte. # Rien.")
    ('text/markdown', 'text/plain')
    """
    head = text[:_SAMPLE_CHARS]
    marked = bool(_FRONT.match(head)) or (bool(_HEADING.search(head)) and len(_MARK.findall(head)) > 1)
    return "text/markdown" if marked else "text/plain"
