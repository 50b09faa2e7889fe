"""What a report says, as a short list that stands in the file itself, so that a later one can say what is different.

The list holds no words that the report does not show. It is written as JSON in a `<meta name="selon-report">`.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

import msgspec
from lxml import html

from selon.errors import Malformed
from selon.show.report.settings import Settings
from selon.show.report.view import View
from selon.show.wording import Wording

_KEPT = ("lang", "operator", "contact", "reply", "named", "all_names", "reviewed_only")


def facts(seen: View, makeup: Mapping[str, int], words: Wording) -> list[tuple[str, str]]:
    """(what, value), each once, in the order of the report."""
    origins = seen.story.origins
    found = [
        (words.say("words of the claim"), seen.label.words),
        (words.say("Origins, as an interval"), f"{origins.min}-{origins.max}"),
        (words.say("articles that tell it"), str(origins.articles)),
        (words.say("articles in the collection"), str(makeup["articles"])),
    ]
    found += [
        (words.say("told in %(article)s, characters %(place)s", article=one.quote.article, place=one.quote.place),
         f"{one.by or words.say('the text itself' if one.source is None else 'voice left open')}, {words.term('stance', one.stance)}"
         f"{'' if one.is_checked else ', ' + words.say('not checked by a person')}")
        for one in seen.told
    ]  # fmt: skip
    found += [
        (words.say("denial in %(article)s, characters %(place)s", article=quote.article, place=quote.place),
         f"{one.by or words.say('nobody is named')}, {words.term('denial', one.manner)}"
         f"{'' if is_checked else ', ' + words.say('not checked by a person')}")
        for one, quote, is_checked in seen.denials
    ]  # fmt: skip
    found += [(words.say("cited and not held"), name) for name, _, _ in seen.gaps]
    return list(dict.fromkeys(found))


def written(settings: Settings, claim: str, found: list[tuple[str, str]]) -> str:
    """The list with what the report was made of, as JSON."""
    kept = {name: value for name, value in asdict(settings).items() if name in _KEPT}
    return msgspec.json.encode({"claim": claim, "day": settings.day, "settings": kept, "facts": found}).decode()


def read_back(content: bytes, *, where: str) -> dict[str, Any]:
    """The list of an earlier report.

    Raises:
        Malformed: the file is no report of ours.
    """
    tree = html.document_fromstring(content) if content.strip() else None
    found = next((one.get("content") for one in tree.iter("meta") if one.get("name") == "selon-report"), None) if tree is not None else None
    try:
        told = msgspec.json.decode(found.encode()) if found else None
    except (msgspec.DecodeError, RecursionError):
        told = None
    if not isinstance(told, dict) or not {"claim", "day", "settings", "facts"} <= set(told):
        raise Malformed("this is no report of selon report", where=where, fix="name the HTML file that it wrote")
    known = {field.name for field in fields(Settings)}
    told["settings"] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told["settings"].items() if name in known
    }
    return told


def differences(before: list[list[str]], after: list[tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    """What was said and is not, and what is said now: what, before, after."""
    old, new = _grouped([(what, value) for what, value in before]), _grouped(after)
    return tuple(
        (what, "; ".join(old.get(what, [])), "; ".join(new.get(what, [])))
        for what in dict.fromkeys([*old, *new])
        if old.get(what) != new.get(what)
    )


def _grouped(found: list[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for what, value in found:
        grouped.setdefault(what, []).append(value)
    return grouped
