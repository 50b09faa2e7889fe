"""Stretches in quotation marks, as they are written; a typewriter's mark opens and closes."""

import re

QUOTED = re.compile(r"\"[^\"\n]*\"|«[^»\n]*»|[“„][^“”\n]*[“”]")


def is_inside_marks(text: str, at: int) -> bool:
    """Does a quotation that opened before an offset, in its paragraph, go on there?"""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")
