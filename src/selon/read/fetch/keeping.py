"""An answer -> what is kept of it: all that is not the same as the latest of its address."""

from selon.model.addition import Addition, Outcome
from selon.read.fetch.archive import Archive
from selon.read.fetch.exchange import Exchange, Fetched
from selon.read.fetch.held import Held
from selon.read.fetch.hosts import Wanted
from selon.read.fetch.known import Known
from selon.read.fetch.records import Notes
from selon.read.fetch.waits import is_put_off, retry_after_seconds

_NOT_MODIFIED = 304


def question(url: str, known: Known) -> dict[str, dict[str, str]]:
    """For each address of the chain that is known to begin with `url`: what asks whether its page has changed (RFC 9110 section 13)."""
    headers: dict[str, dict[str, str]] = {}
    while (held := known.latest(url)) is not None and url not in headers:
        asked = {"If-None-Match": held.etag, "If-Modified-Since": held.last_modified} if held.is_page else {}
        headers[url] = {name: value for name, value in asked.items() if value}
        url = held.location or url
    return headers


def kept(fetched: Fetched, notes: Notes, *, known: Known, archive: Archive) -> tuple[Held, bool]:
    """The capture at the end of a chain, and whether it is a new one; what is the same as before is not kept again."""
    led_from = ""
    for hop in fetched.hops:
        before = known.latest(hop.target.url)
        if is_new := before is None or not _is_same(before, hop):
            held = archive.keep(hop, [*notes, ("led-from", led_from)])
            known.add(held)
        elif before is not None:
            held = before
        led_from = held.record
    return held, is_new


def addition(wanted: Wanted, fetched: Fetched, held: Held, *, is_new: bool) -> Addition:
    """What to say of an answer: pages are added or unchanged, errors are said."""
    last = fetched.last
    reason = _missing(last, held)
    return Addition(
        url=wanted.url,
        listed_in=wanted.listed_in,
        final_url=last.target.url,
        status=last.status,
        capture=held.record.strip("<>"),
        sha256=held.sha256,
        content_bytes=held.content_bytes,
        outcome=Outcome.FAILED if reason else Outcome.ADDED if is_new else Outcome.UNCHANGED,
        reason=reason,
    )


def _is_same(before: Held, hop: Exchange) -> bool:
    if hop.status == _NOT_MODIFIED:
        return True
    if before.status != hop.status:
        return False
    if hop.location is not None:
        return before.location is not None and before.location == hop.leads_to
    return not 200 <= hop.status < 300 or before.sha256 == hop.sha256  # of errors, the words change and say nothing


def _missing(last: Exchange, held: Held) -> str | None:
    """Why there is no page; None where there is one."""
    if last.status != _NOT_MODIFIED and not 200 <= last.status < 300:
        wait = retry_after_seconds(last) if is_put_off(last) else None
        return f"{last.answer}; " + (f"ask again in {wait:.0f} seconds" if wait else "see in a browser what stands there")
    return None if held.content_bytes else "the page is empty; see in a browser what stands there"
