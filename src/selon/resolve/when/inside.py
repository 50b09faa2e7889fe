"""When a text was published, where its page does not say: dated from inside, as an interval with its reasons.

Not done yet: nothing is concluded from the publication of other texts, nor an end towards the future.
"""

from dataclasses import replace
from datetime import date, timedelta

from selon.model.article import Article, BlockKind
from selon.model.span import Interval, Span
from selon.model.time import TimeExpression
from selon.resolve.when.days import WEEKDAYS

_WEEKDAY = "weekday: "  # the reason that names it


def published(article: Article, dates: tuple[TimeExpression, ...]) -> Interval | None:
    """The page's own interval where it gives one; else from the latest date that the text tells as past; None: no year in it.

    A weekday told as past ("a déclaré vendredi") puts the publication on or after the first such day from that date on.
    """
    if article.published is not None:
        return article.published
    latest = _latest(article, dates)
    if latest is None:
        return None
    day, one = latest
    said = f"text: published on or after «{one.span.of(article.text)}» ({day.isoformat()})"
    cue = _weekday(dates) if one.granularity == "day" else None
    if cue is None:
        return Interval(earliest=day.isoformat(), latest=None, source=f"{said}; the end is open")
    likeliest = _first(cue, day).isoformat()
    name = _reason(cue, _WEEKDAY)
    source = f"{said}, told on «{cue.span.of(article.text)}»: a {name} on or after it, likeliest {likeliest}"
    return Interval(earliest=likeliest, latest=None, source=source)


def weekdays_from(article: Article, dates: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """The same expressions; the weekday that dates the text begins on the first such day after the latest date told as past."""
    latest, cue = _latest(article, dates), _weekday(dates)
    if latest is None or cue is None or latest[1].granularity != "day":
        return dates
    likeliest = _first(cue, latest[0]).isoformat()
    reason = f"on or after «{latest[1].span.of(article.text)}», likeliest {likeliest}"
    dated = (*cue.reasons, reason, f"EDTF {likeliest}/..")
    return tuple(replace(one, earliest=likeliest, reasons=dated) if _is_cue(one) else one for one in dates)


def _latest(article: Article, dates: tuple[TimeExpression, ...]) -> tuple[date, TimeExpression] | None:
    embeds = [block.span for block in article.blocks if block.kind is BlockKind.EMBED]
    bounds = [(bound, one) for one in dates if (bound := _bound(one, embeds)) is not None]
    return max(bounds, key=lambda pair: (pair[0], -pair[1].span.start), default=None)


def _first(cue: TimeExpression, day: date) -> date:
    return day + timedelta(days=(WEEKDAYS.index(_reason(cue, _WEEKDAY)) - day.weekday()) % 7)


def _bound(one: TimeExpression, embeds: list[Span]) -> date | None:
    """The day before which the text cannot have been published: a day's own, the first of a longer stretch.

    A day without a verb may be to come ("concert le 12 juin"), unless it is the stamp of a message that the text embeds.
    """
    is_full = any(kind in one.rule for kind in ("absolute.", "context."))
    if not is_full or one.rule.startswith(("until.", "by.", "before.", "from.")) or one.earliest is None:
        return None
    tense, is_stamp = _reason(one, "tense: "), any(span.covers(one.span) for span in embeds)
    if tense != "past" and not (tense == "none" and one.granularity == "day" and is_stamp):
        return None
    is_over = one.granularity == "day" and one.latest is not None and tense == "past"
    return date.fromisoformat(one.latest if is_over and one.latest else one.earliest)


def _weekday(dates: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The first weekday that the text tells as past, if it tells of no other one."""
    told = [one for one in dates if _is_cue(one)]
    return told[0] if len({_reason(one, _WEEKDAY) for one in told}) == 1 else None


def _is_cue(one: TimeExpression) -> bool:
    return one.rule == "relative.weekday" and _reason(one, "tense: ") == "past"


def _reason(one: TimeExpression, prefix: str) -> str:
    return next((reason.removeprefix(prefix) for reason in one.reasons if reason.startswith(prefix)), "")
