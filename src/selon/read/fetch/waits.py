"""How long to wait before asking a host again. Source: RFC 9110 section 10.2.3 (Retry-After), RFC 6585 (429)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from selon.read.fetch.exchange import Exchange
from selon.read.fetch.settings import Settings

_LATER = (429, 503)


def is_put_off(exchange: Exchange) -> bool:
    """Does the host say: not now?"""
    return exchange.status in _LATER


def retry_after_seconds(exchange: Exchange) -> float | None:
    """The wait that the host asks for, from the instant of the request; None where it asks for none.

    A date that is no date is as good as none; one that has passed is 0.
    """
    said = (exchange.header("retry-after") or "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, (_aware(until) - exchange.instant).total_seconds())


def back_off_seconds(tries: int, settings: Settings) -> float:
    """The wait before the next try, four times as long each time.

    >>> back_off_seconds(1, Settings()), back_off_seconds(2, Settings())
    (1.0, 4.0)
    """
    return float(settings.retry_seconds * 4 ** (tries - 1))


def _aware(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)
