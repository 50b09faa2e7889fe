"""Which heading of a page is the article's: the one that the page's head repeats, else the last of the first rank before the article."""

from selon.clean.body import Body, Piece
from selon.languages.fold import fold

_LEAST_CHARS = 12  # a shorter heading is anybody's
_LEAST_SHARE = 0.3  # of the title that the page's head gives: a heading that is less of it may be a section's
_MOST_SHARE = 1.5
_LINKED = 0.9
_SECOND = 2
_TAIL_SHARE = 0.5  # of the article: a headline stands above it


def headline(pieces: list[Piece], body: Body, titles: list[str]) -> int:
    """The number of the headline's piece; -1: there is none.

    Args:
        pieces: in the order of the page.
        body: where the article stands.
        titles: what the page's head calls the article, if anything.
    """
    limit = body.first + 1 + int(_TAIL_SHARE * (body.end - body.first))
    heads = [at for at in range(min(len(pieces), limit)) if pieces[at].marks.heading and not pieces[at].marks.related]
    wanted = [_folded(title) for title in titles]
    for at in heads:
        if _repeated(_folded(pieces[at].text), wanted):
            return at
    ones = [at for at in heads if pieces[at].marks.heading == 1 and not pieces[at].marks.furniture]
    above = [at for at in ones if at <= body.first and pieces[at].link_share < _LINKED]
    seconds = [at for at in heads if pieces[at].marks.heading == _SECOND and not pieces[at].marks.furniture and at <= body.first]
    if not above and len(seconds) == 1:  # the first rank is the site's own name, which leads home
        return seconds[0]
    return above[-1] if above else ones[-1] if ones and ones[-1] <= body.first else ones[0] if ones else -1


def _repeated(said: str, wanted: list[str]) -> bool:
    if len(said) <= _LEAST_CHARS:
        return said in wanted
    return any(
        (said in title and len(said) >= _LEAST_SHARE * len(title)) or (title in said and len(said) <= _MOST_SHARE * len(title))
        for title in wanted
        if title
    )


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
