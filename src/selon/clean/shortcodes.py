"""What stands between two shortcodes that open and close a quotation: Hugo's {{< quote >}}, Jekyll's {% blockquote %}.

Source: the shortcodes of Hugo themes and of Octopress, which name it so; other pairs ("highlight", "if") say nothing of what is between.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from selon.clean.segment import Segment
from selon.model.article import BlockKind

_NAME = r"(?:block|pull)?-?(?:quote|cite|citation)"
_OPENS = re.compile(rf"\s*(?:\{{\{{[<%]\s*{_NAME}\b(?![^\n]*/\s*[>%]\}}\}})|\{{%-?\s*{_NAME}\b)", re.IGNORECASE)
_CLOSES = re.compile(rf"\s*(?:\{{\{{[<%]\s*/\s*{_NAME}\b|\{{%-?\s*end{_NAME}\b)", re.IGNORECASE)


def quoted(text: str, segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments; those that nothing else tells, between the two shortcodes of a quotation, are block quotations."""
    inside: list[Segment] = []
    is_open = False
    for segment in segments:
        if segment.hint is BlockKind.EMBED and (_OPENS.match(text, segment.start) or _CLOSES.match(text, segment.start)):
            closes = is_open and bool(_CLOSES.match(text, segment.start))
            yield from (replace(one, hint=one.hint or BlockKind.BLOCKQUOTE) if closes else one for one in inside)
            yield segment
            inside, is_open = [], not closes and bool(_OPENS.match(text, segment.start))
        elif is_open:
            inside.append(segment)
        else:
            yield segment
    yield from inside  # never closed: what it opens is not known
