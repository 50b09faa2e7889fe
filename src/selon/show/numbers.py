"""Numbers with the things they count, in the words of the command line."""


def counted(number: int, thing: str) -> str:
    """A number with its thing.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"
