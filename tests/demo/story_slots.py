"""What may change in the demo story: names, numbers and days, and one rewriting of all three in a single pass.

A `Rewriting` is chosen by a seed (`rewriting`) or leaves all as it is (`identity`). Longest match wins, at the edges of
words, and nothing that was put in is ever read again. Source: slots.toml beside this file.
"""

import random
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

SLOTS: dict[str, Any] = tomllib.loads((Path(__file__).resolve().parent / "slots.toml").read_text(encoding="utf-8"))

MONTHS_FR = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAYS_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STORY_YEAR = 2031

_WORDED_DATES = (
    rf"(?P<fr_day>1er|\d{{1,2}}) (?P<fr_month>{'|'.join(MONTHS_FR)})(?P<fr_year> 20\d\d)?"
    rf"|(?P<en_month>{'|'.join(MONTHS_EN)}) (?P<en_day>\d{{1,2}})(?P<en_year>, 20\d\d)?"
    rf"|(?P<weekday>{'|'.join((*DAYS_FR, *(day.capitalize() for day in DAYS_FR), *DAYS_EN))})"
)
_ISO_DATES = r"(?<!\d)(?P<iso>20\d\d(?P<dash>[-/])(?:0[1-9]|1[0-2])(?P=dash)(?:0[1-9]|[12]\d|3[01]))(?!\d)"  # an hour may follow
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![^\W_])", r"(?![^\W_])"  # no letter and no digit; "_" may stand beside a name


@dataclass(frozen=True)
class Rewriting:
    """Which text stands for which, and by how many days the calendar moves.

    Args:
        texts: every form of a name or number, and what replaces it.
        shift_days: added to every day; weekdays move with it.
        rng: shuffles files and records; None keeps their order.
    """

    texts: dict[str, str]
    shift_days: int
    rng: random.Random | None = None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = "|".join(re.escape(form) for form in sorted(self.texts, key=lambda form: (-len(form), form)))
        return re.compile(
            rf"{_EDGE_BEFORE}(?:(?P<text>{longest_first})|{_WORDED_DATES}){_EDGE_AFTER}|{_ISO_DATES}|(?P<plural>{'|'.join(DAYS_EN)})(?=s\b)"
        )

    def __call__(self, text: str) -> str:
        """The text rewritten."""
        return self._pattern.sub(self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        found = match.groupdict()
        if found["text"]:
            return self.texts[found["text"]]
        if found["weekday"] or found["plural"]:
            return self._weekday(found["weekday"] or found["plural"])
        day = day_of(match)
        return _written(found, day + timedelta(days=self.shift_days))

    def _weekday(self, word: str) -> str:
        names = DAYS_EN if word in DAYS_EN else DAYS_FR
        moved = names[(names.index(word if word in names else word.lower()) + self.shift_days) % 7]
        return moved.capitalize() if word[0].isupper() else moved


def day_of(match: re.Match[str]) -> date:
    """The day that a date in the story names; without a year it is the story's."""
    found = match.groupdict()
    if found["iso"]:
        return date.fromisoformat(found["iso"].replace("/", "-"))
    month = found["fr_month"] or found["en_month"]
    number = (MONTHS_FR if found["fr_month"] else MONTHS_EN).index(month) + 1
    year = found["fr_year"] or found["en_year"]
    return date(int(year[-4:]) if year else STORY_YEAR, number, int((found["fr_day"] or found["en_day"]).removesuffix("er")))


def dates_in(text: str) -> list[date]:
    """Every day named in a text, in any form, in their order."""
    pattern = re.compile(rf"{_EDGE_BEFORE}(?:{_WORDED_DATES}){_EDGE_AFTER}|{_ISO_DATES}")
    return [day_of(match) for match in pattern.finditer(text) if not match["weekday"]]


def _written(found: dict[str, str | None], day: date) -> str:
    if found["iso"]:
        return day.isoformat().replace("-", found["dash"] or "-")
    if found["fr_month"]:
        return f"{'1er' if day.day == 1 else day.day} {MONTHS_FR[day.month - 1]}" + (f" {day.year}" if found["fr_year"] else "")
    return f"{MONTHS_EN[day.month - 1]} {day.day}" + (f", {day.year}" if found["en_year"] else "")


def original_forms() -> dict[str, list[str]]:
    """Every declared name and number of the story, with its forms as they stand there."""
    names = {slot["name"]: list(slot["forms"]) for slot in SLOTS["slot"]}
    numbers = {slot["name"]: [form.format(slot["value"]) for form in slot["forms"]] for slot in SLOTS["number"]}
    return names | numbers


def identity() -> Rewriting:
    """The rewriting that changes nothing."""
    return Rewriting({form: form for forms in original_forms().values() for form in forms}, 0)


def rewriting(seed: int) -> Rewriting:
    """The rewriting of one seed: every name and number is another, no row of a pool is used twice."""
    rng = random.Random(seed)
    rows = {name: rng.sample(pool, len(pool)) for name, pool in SLOTS["pools"].items()}
    texts: dict[str, str] = {}
    for slot in SLOTS["slot"]:
        texts |= dict(zip(slot["forms"], rows[slot["pool"]].pop(), strict=False))
    for slot in SLOTS["number"]:
        value = rng.choice(slot["choices"])
        texts |= {form.format(slot["value"]): form.format(value) for form in slot["forms"]}
    bounds = SLOTS["dates"]
    shifts = [days for days in range(bounds["earliest_shift_days"], bounds["latest_shift_days"] + 1) if days]
    return Rewriting(texts, rng.choice(shifts), rng)
