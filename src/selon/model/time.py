"""A date in a text, as an interval of days."""

from dataclasses import dataclass

from selon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time. Source: ISO 24617-1 (TimeML) for the notion, EDTF (ISO 8601-2) for open ends."""

    span: Span
    earliest: str | None  # YYYY-MM-DD, inclusive; None: open, or not known
    latest: str | None  # YYYY-MM-DD, inclusive; None: open, or not known
    granularity: str  # day, week, month, season, quarter, half, year, decade, century
    rule: str  # the rule that dated it: "absolute.day_month", "relative.weekday", "anchored.after"
    reasons: tuple[str, ...]  # what it was counted from, what was left open and why
