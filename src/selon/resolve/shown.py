"""How a name is shown: its words as they stand, without what a page or a wire sets around them."""

import re

_CODE = re.compile(r"\s*<[A-Z0-9][A-Z0-9.]{0,11}>?")  # of a firm, behind its name ("Tesmar Plc <TSMR.L>")
_PAIRS = (("«", "»"), ("“", "”"))
_TAG = re.compile(r"(?<!\w)[#@](\w+)")
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ])(?<![A-ZÀ-ÖØ-Þ])")  # "AlAssad", not "LaRÉF"


def clean(form: str) -> str:
    """The words as they stand, on one line, without marks, brackets and codes around them; a tag is read as its words ("#IvoTalmar")."""
    if "#" in form or "@" in form:
        form = _TAG.sub(lambda tag: _INNER_CAPITAL.sub(" ", tag[1]), form)
    shown = " ".join((_CODE.sub("", form) if "<" in form else form).replace("\u00ad", "").split()).strip('«»"“”‹›<> ,;:#@')
    shown = shown if shown.count('"') % 2 == 0 else shown.replace('"', "")
    for opening, closing in _PAIRS:  # "«Gilets jaunes» du port", without the first
        if shown.count(opening) != shown.count(closing):
            shown = " ".join(shown.replace(opening, " ").replace(closing, " ").split())
    return shown if shown.count("(") == shown.count(")") else shown.strip("() ")
