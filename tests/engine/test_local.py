"""The local engine: order kept, errors of the house kept as records, our own faults not swallowed."""

import pytest

from selon.engine import Local
from selon.model.rejected import Rejected
from support.arithmetic import Record, broken, halved

RECORDS = [Record(f"r{number}", number) for number in range(401)]


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_rejections_are_the_same_in_one_process_and_in_two(workers: int) -> None:
    results = list(Local(workers=workers).each(halved, RECORDS, stage="halve"))
    assert [one for one in results if isinstance(one, int)] == list(range(201))
    odd = [one for one in results if isinstance(one, Rejected)]
    assert [one.record for one in odd] == [f"r{number}" for number in range(1, 401, 2)]
    assert {(one.stage, one.what, one.fix) for one in odd} == {("halve", "it is odd", "give an even number")}


def test_what_was_rejected_before_passes_through() -> None:
    before = Rejected(record="x", stage="read", what="broken", where="x", fix="mend it")
    assert list(Local().each(halved, [before, RECORDS[2]], stage="halve")) == [before, 1]


@pytest.mark.parametrize("workers", [1, 2])
def test_our_own_faults_stop_the_run(workers: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(Local(workers=workers).each(broken, RECORDS, stage="break"))


def test_progress_counts_every_record() -> None:
    seen: list[int] = []
    list(Local(progress=seen.append).each(halved, RECORDS[:5], stage="halve"))
    assert seen == [1, 2, 3, 4, 5]
