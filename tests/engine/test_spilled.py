"""What is spilled to the disk comes back by number, and leaves nothing there."""

from pathlib import Path
from tempfile import gettempdir

from hypothesis import given
from hypothesis import strategies as st

from selon.engine.spilled import Spilled


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_records_come_back_in_any_order(many: list[bytes]) -> None:
    with Spilled(Path(gettempdir())) as kept:
        for body in many:
            kept.add(body)
        assert len(kept) == len(many)
        assert [kept[at] for at in reversed(range(len(many)))] == many[::-1]


def test_a_record_is_added_after_others_were_read(tmp_path: Path) -> None:
    with Spilled(tmp_path) as kept:
        kept.add(b"one")
        assert kept[0] == b"one"
        kept.add(b"two")
        assert (kept[1], kept[0]) == (b"two", b"one")
    assert list(tmp_path.iterdir()) == []
