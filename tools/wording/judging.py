"""Words of judgement, and how they are found in names and in prose."""

import re
import tomllib
from pathlib import Path

from selon.languages.fold import fold

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
WORDS: tuple[str, ...] = (*_TABLE["english"], *_TABLE["french"])
JUDGING = frozenset(map(fold, WORDS))
_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LITERAL = re.compile(r"\b(?:true|false)\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|`[^`\n]*`')


def in_prose(text: str) -> list[str]:
    """The words of judgement in running text, in order, folded.

    >>> in_prose("A credible source, une source peu fiable")
    ['credible', 'fiable']
    """
    return [word for word in _WORD.findall(fold(text)) if word in JUDGING]


def in_name(name: str) -> list[str]:
    """The words of judgement a name is made of.

    >>> in_name("isFakeNews"), in_name("fake-news"), in_name("lies_below"), in_name("believe")
    (['fake'], ['fake'], ['lies'], [])
    """
    return in_prose(_HUMP.sub(" ", name).replace("_", " "))


def without_literals(markdown: str) -> str:
    """The text of a page without the `true` and `false` of JSON and Python in its code.

    >>> without_literals("`directed: true` is a fake")
    '`directed: ` is a fake'
    """
    return _CODE.sub(lambda code: _LITERAL.sub("", code.group()), markdown)


def without_quotations(label: str) -> str:
    """A label without what it quotes: the words of an example are the language's, not ours.

    >>> without_quotations('a verb before "faux" is no cue')
    'a verb before  is no cue'
    """
    return _QUOTED.sub("", label)
