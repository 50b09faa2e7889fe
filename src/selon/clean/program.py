"""Words for machines that a scraper kept: scripts and style sheets, on a line of their own or glued to a sentence."""

import re

_SIGNS = ("{", "}", ");", "()")  # a line without any of these holds none
_NAME = r"[A-Za-z_$][\w$]*"
_OPENING = re.compile(
    rf"(?<![\w$'’.])(?:"
    rf"\(?\(?function\s*(?:{_NAME})?\s*\("  # (function () {{
    rf"|\$\(\s*['\"\w]"  # $('#id')
    rf"|(?:var|let|const)\s+{_NAME}\s*="
    rf"|new\s+{_NAME}\s*\(\s*['\"{{)]"
    rf"|{_NAME}(?:\.{_NAME})+\s*(?:=\s*\S|\(\s*(?:['\"{{\[)\d]|function\b))"  # a.b = c, a.b('c'), a.b()
    rf"|{_NAME}\(\s*['\"][^\s'\"]*['\"]\s*(?:,[^()]{{0,80}})?\)\s*[;{{]"  # f('a', 3);
    rf"|[.#]?{_NAME}(?:[\s,.#>:]+{_NAME}){{0,8}}\s*\{{\s*[\w-]+\s*:[^{{}}]*\}}"  # .a b {{ c: d }}
    rf"|\{{\s*['\"][\w-]+['\"]\s*:"  # {{ "a": ...
    rf")"
)
_CLOSING = re.compile(r"\}\s*\)*\s*;?|\)\s*;|;\s*$")
_MARKS = " \t\r\n{}()[];,'\""  # a line of these alone closes or opens a block


def program(line: str) -> tuple[int, int] | None:
    """Where a program stands in a line, half-open; None where it holds none.

    It begins where something is called, assigned or defined, and is believed where braces or a closing "};" follow. It ends at the last of
    these, or with the line where none is closed. White space around it goes with it where nothing else stands there.
    """
    if not any(sign in line for sign in _SIGNS):
        return None
    if not line.strip(_MARKS) and ("{" in line or "}" in line or line.strip() == ");"):
        return 0, len(line)
    opening = _OPENING.search(line)
    if opening is None:
        return None
    ends = [closing.end() for closing in _CLOSING.finditer(line, opening.start())]
    if not ends and "{" not in opening.group():
        return None
    end = ends[-1] if ends and line[ends[-1] :].strip() else len(line)
    return (opening.start() if line[: opening.start()].strip() else 0), end
