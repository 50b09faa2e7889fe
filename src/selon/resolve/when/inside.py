"""When a text was published, where its page does not say: dated from inside, as an interval with its reasons.

Not done yet: nothing is concluded from the publication of other texts, nor an end towards the future.
"""

from datetime import date, timedelta

from selon.model.article import Article, BlockKind
from selon.model.span import Interval, Span
from selon.model.time import TimeExpression
from selon.resolve.when.days import WEEKDAYS


def published(article: Article, dates: tuple[TimeExpression, ...]) -> Interval | None:
    """The page's own interval where it gives one; else from the latest date that the text tells as past; None: no year in it.

    A weekday told as past ("a déclaré vendredi") puts the publication on or after the first such day from that date on.
    """
    if article.published is not None:
        return article.published
    embeds = [block.span for block in article.blocks if block.kind is BlockKind.EMBED]
    bounds = [(bound, one) for one in dates if (bound := _bound(one, embeds)) is not None]
    if not bounds:
        return None
    latest, one = max(bounds, key=lambda pair: (pair[0], -pair[1].span.start))
    said = f"text: published on or after «{one.span.of(article.text)}» ({latest.isoformat()})"
    weekday = _weekday(dates)
    if weekday is None or one.granularity != "day":
        return Interval(earliest=latest.isoformat(), latest=None, source=f"{said}; the end is open")
    cue, number = weekday
    likeliest = latest + timedelta(days=(number - latest.weekday()) % 7)
    source = f"{said}, told on «{cue.span.of(article.text)}»: a {WEEKDAYS[number]} on or after it, likeliest {likeliest.isoformat()}"
    return Interval(earliest=likeliest.isoformat(), latest=None, source=source)


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


def _weekday(dates: tuple[TimeExpression, ...]) -> tuple[TimeExpression, int] | None:
    """The one weekday that the text tells as past, if it is one."""
    told = [(one, _reason(one, "weekday: ")) for one in dates if one.rule == "relative.weekday" and _reason(one, "tense: ") == "past"]
    names = {name for _, name in told}
    return (told[0][0], WEEKDAYS.index(names.pop())) if len(names) == 1 else None


def _reason(one: TimeExpression, prefix: str) -> str:
    return next((reason.removeprefix(prefix) for reason in one.reasons if reason.startswith(prefix)), "")
