"""Rules for longer stretches: parts of months and years, seasons, quarters, halves, decades, centuries, named weeks."""

from dataclasses import replace
from datetime import timedelta

from selon.resolve.when import absolute, days
from selon.resolve.when.absolute import NO_YEAR
from selon.resolve.when.days import FROM_PUBLICATION, NOT_KNOWN, Stretch, unknown
from selon.resolve.when.scene import Scene
from selon.resolve.when.shapes import Hit

_EARLY_DAYS = 2  # "en début de semaine": Monday and Tuesday; where its middle and its end lie, people do not agree


def part(hit: Hit, scene: Scene) -> Stretch | None:
    """A third of a month or of a year. Slots: part, then month and year, year, or unit and turn."""
    if hit.word("unit") == "week":
        return early_week(hit, scene)
    named = whole(hit, scene)
    if named is None or named.first is None or named.last is None:
        return named
    if named.grain == "decade":
        return named.because(f"{hit.word('part')}: the part of the decade is left open")
    third = days.part_of(named.first, named.last, hit.word("part"))
    if third is None:
        return None
    kind, _, grain = named.rule.partition(".")
    return Stretch(
        first=third[0], last=third[1], grain=grain, rule=f"{kind}.part_of_{grain}", reasons=named.reasons, yearless=named.yearless
    )


def early_week(hit: Hit, scene: Scene) -> Stretch | None:
    """The first days of this week, the last or the next. Slots: part, unit, turn."""
    turn = hit.word("turn") or "this"
    if hit.word("part") != "early" or hit.word("unit") != "week" or turn not in {"last", "this", "next"}:
        return None
    if scene.published is None:
        return unknown("week", "relative.part_of_week", NOT_KNOWN)
    monday = days.week(scene.published + timedelta(days={"last": -7, "this": 0, "next": 7}[turn]))[0]
    if turn == "this" and scene.side(hit) != "past" and (scene.published - monday).days >= _EARLY_DAYS:
        return None  # the one that has begun, or the coming one
    last = monday + timedelta(days=_EARLY_DAYS - 1)
    return Stretch(first=monday, last=last, grain="week", rule="relative.part_of_week", reasons=(FROM_PUBLICATION,))


def whole(hit: Hit, scene: Scene) -> Stretch | None:
    """The month, year or decade that is named. Slots: month and year, tens, year, or unit and turn."""
    if hit.has("month"):
        return absolute.month(hit, scene)
    if hit.has("tens"):
        return decade(hit, scene)
    if hit.has("year"):
        return absolute.year(hit, scene)
    unit, turn = hit.word("unit"), hit.word("turn")
    if unit not in {"month", "year"} or turn not in {"", "last", "next", "this"}:
        return None
    if scene.published is None:
        return unknown(unit, f"relative.part_of_{unit}", "counted from publication, which is not known: open")
    moved = days.moved(scene.published, unit, {"last": -1, "next": 1}.get(turn, 0))
    span = days.around(moved, unit) if moved else None
    if span is None:
        return None
    return Stretch(first=span[0], last=span[1], grain=unit, rule=f"relative.{unit}", reasons=("counted from publication",))


def season(hit: Hit, scene: Scene) -> Stretch | None:
    """Three whole months. Slots: season, year, year_2, turn, this."""
    number, year, second = hit.number("season"), hit.number("year"), hit.number("year_2")
    if number is None:
        return None
    if year is not None:
        if (number == 4 and second is None) or (second is not None and (second % 100 != (year + 1) % 100 or number != 4)):
            return None  # the winter of one year could begin or end in it
        first, last = days.season(year, number)
        return Stretch(first=first, last=last, grain="season", rule="absolute.season")
    if scene.published is None:
        return unknown("season", "relative.season", NO_YEAR)
    return _season_near(number, hit, scene)


def _season_near(number: int, hit: Hit, scene: Scene) -> Stretch | None:
    assert scene.published is not None
    published, turn, side = scene.published, hit.word("turn"), scene.side(hit)
    near = [days.season(published.year + gap, number) for gap in (-2, -1, 0, 1)]
    past = [span for span in near if span[1] < published]
    ahead = [span for span in near if span[0] > published]
    now = [span for span in near if span[0] <= published <= span[1]]
    if turn == "last":
        chosen = past[-1]
    elif turn == "next":
        chosen = ahead[0]
    elif now:
        chosen = now[0]
    elif hit.has("this") or turn == "this":
        chosen = min((past[-1], ahead[0]), key=lambda span: min(abs((day - published).days) for day in span))
    elif side in {"past", "future"}:
        chosen = ahead[0] if side == "future" else past[-1]
    else:
        return None
    return Stretch(first=chosen[0], last=chosen[1], grain="season", rule="relative.season", reasons=("counted from publication",))


def quarter(hit: Hit, scene: Scene) -> Stretch | None:
    """A quarter or half of a year. Slots: ordinal or quarter_code, unit, year, turn."""
    unit = hit.word("unit") or "quarter"
    number = hit.number("ordinal") or hit.number("quarter_code")
    size = {"quarter": 3, "half": 6}.get(unit)
    if number is None or size is None or number * size > 12:
        return None
    year = hit.number("year")
    if year is None and scene.published is None:
        return unknown(unit, f"relative.{unit}", NO_YEAR)
    if year is not None:
        first, last = days.months(year, (number - 1) * size + 1, size)
        return Stretch(first=first, last=last, grain=unit, rule=f"absolute.{unit}")
    assert scene.published is not None
    begin = (number - 1) * size + 1
    first, last = days.months(scene.published.year, begin, size)
    if first > scene.published and scene.side(hit) != "future":
        first, last = days.months(scene.published.year - 1, begin, size)
    return Stretch(first=first, last=last, grain=unit, rule=f"relative.{unit}", reasons=("the last one on or before publication",))


def decade(hit: Hit, scene: Scene) -> Stretch | None:
    """Ten years. Slot: tens (2 figures are of the twentieth century, unless under 20)."""
    number = hit.number("tens")
    if number is None or number % 10 or (number >= 100 and not 1000 <= number <= 2090):
        return None
    first, last = days.years(number if number >= 100 else 2000 + number if number < 20 else 1900 + number, 10)
    return Stretch(first=first, last=last, grain="decade", rule="absolute.decade")


def century(hit: Hit, scene: Scene) -> Stretch | None:
    """A hundred years; the twentieth century is 1901 to 2000. Slots: nth, unit."""
    number = hit.number("nth")
    if number is None or hit.word("unit") != "century" or not 5 <= number <= 22:
        return None
    first, last = days.years((number - 1) * 100 + 1, 100)
    return Stretch(first=first, last=last, grain="century", rule="absolute.century")


def decade_range(hit: Hit, scene: Scene) -> Stretch | None:
    """From the first of one decade to the last of another. Slots: tens, tens_2."""
    first, last = decade(hit, scene), decade(replace(hit, slots={"tens": hit.slots["tens_2"]}), scene)
    if first is None or last is None or first.first is None or last.last is None or not first.first < last.last:
        return None
    return Stretch(first=first.first, last=last.last, grain="decade", rule="absolute.decade_range")


def week_of(hit: Hit, scene: Scene) -> Stretch | None:
    """The week that holds a day ("la semaine du 4 mars"). Slots: unit, and those of a day."""
    if hit.word("unit") != "week":
        return None
    found = absolute.day(replace(hit, opener="by"), scene)  # the nearest one: a week is named so when it is close
    if found is None or found.first is None or found.yearless:
        return None
    first, last = days.week(found.first)
    return Stretch(first=first, last=last, grain="week", rule=f"{found.rule.partition('.')[0]}.week", reasons=found.reasons)
