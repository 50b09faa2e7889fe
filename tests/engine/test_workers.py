"""Limited workers: what kills one is rejected with the reason, the others go on, and the order stays."""

import pytest

from selon.engine import Local
from selon.engine.local import is_risky
from selon.errors import LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from support import arithmetic
from support.arithmetic import Record

_MANY = [Record(f"r{number}", 2 * number) for number in range(230)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("hoard", "MB of memory", id="memory"),
        pytest.param("die", "breaks off", id="crash"),
        pytest.param("spin", "seconds", id="time", marks=pytest.mark.slow),
    ],
)
def test_the_record_that_kills_is_rejected_and_the_others_come_in_their_order(name: str, reason: str) -> None:
    records = [*_MANY[:100], Record(name, 0), *_MANY[100:]]
    results = list(Local(workers=2).each(arithmetic.harmed, records, stage="halve"))
    assert [one for one in results if isinstance(one, int)] == list(range(230))
    lost = results[100]
    assert isinstance(lost, Rejected)
    assert (lost.record, lost.stage) == (name, "halve")
    assert reason in lost.what


def test_few_records_are_carried_here_unless_they_are_risky() -> None:
    pdf = Capture(id="a", address="a.pdf", media_type="application/pdf", content=b"%PDF-1.7")
    page = Capture(id="b", address="b.html", media_type="text/html", content=b"<p>Oui</p>")
    here, there = Local().each(arithmetic.process, [page, pdf], stage="tell")
    assert here == arithmetic.process(page)
    assert there != here


@pytest.mark.parametrize(
    ("content", "is_so"), [(b"<p>Oui</p>", False), (b"x" * 1_000_001, True), (b"<p>" * 20_001, True)], ids=["page", "large", "marks"]
)
def test_what_is_risky(content: bytes, is_so: bool) -> None:
    assert is_risky(Capture(id="a", address="a", media_type="text/html", content=content)) is is_so


def test_a_stream_comes_as_it_is_made_and_in_its_order() -> None:
    assert list(Local().apart(arithmetic.counted, 500, where="x")) == list(range(500))


def test_a_stream_can_be_left() -> None:
    stream = iter(Local().apart(arithmetic.counted, 10**9, where="x"))
    assert [next(stream), next(stream)] == [0, 1]


@pytest.mark.parametrize(("number", "what"), [(-1, "it is odd"), (-2, "MB of memory"), (-3, "breaks off")])
def test_what_ends_a_stream_is_said_and_what_came_before_is_kept(number: int, what: str) -> None:
    found: list[int] = []
    with pytest.raises((Malformed, LimitExceeded), match=what):
        found.extend(Local().apart(arithmetic.counted, number, where="x"))


def test_our_own_fault_in_a_worker_stops_the_run() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Local().apart(arithmetic.counted, -4, where="x"))
