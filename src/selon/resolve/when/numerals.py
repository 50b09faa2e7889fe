"""What figures and Roman numbers tell: a day, a year, an ordinal, a decade, a date in figures."""

_ROMAN = {"i": 1, "v": 5, "x": 10}
_MOST_DIGITS = 4  # of a year


def numeral(form: str, suffixes: frozenset[str], tens: frozenset[str]) -> tuple[str, int | str]:
    """The kind and the value of figures; "": of no kind.

    Args:
        form: figures, with letters or marks of the same piece.
        suffixes: what makes an ordinal of them ("er", "th").
        tens: what makes a decade of them ("s").
    """
    if len(form) > 7 and not form.isalnum():
        figures = form.replace(".", "/").replace("-", "/").split("/")
        if len(figures) == 3 and all(part.isdecimal() and len(part) <= _MOST_DIGITS for part in figures):
            return ("iso" if len(figures[0]) == 4 else "numeric"), "/".join(figures)
    digits = form[: next((place for place, char in enumerate(form) if not "0" <= char <= "9"), len(form))]
    tail = form[len(digits) :]
    if not digits or len(digits) > _MOST_DIGITS or (tail and not tail.isalpha()):
        return "", 0
    number = int(digits)  # counted first: Python refuses to read thousands of figures
    if tail:
        return ("nth", number) if tail in suffixes else ("tens", number) if tail in tens else ("", 0)
    if len(digits) == 4:
        return ("year", number) if 1000 <= number <= 2199 else ("", 0)
    return ("day", number) if 1 <= number <= 31 and len(digits) <= 2 else ("figure", number)


def roman(form: str, suffixes: frozenset[str]) -> int:
    """The value of a Roman number with the ending of an ordinal ("xixe"); 0: it is none."""
    digits = form[: len(form) - len(form.lstrip("ivx"))]
    if not digits or form[len(digits) :] not in suffixes:
        return 0
    values = [_ROMAN[char] for char in digits]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
