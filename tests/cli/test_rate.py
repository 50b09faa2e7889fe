"""How far a run is: how many, how fast, how long it will still take."""

import pytest

from selon.cli.rate import Rate


@pytest.mark.parametrize(
    ("expected", "seconds", "done", "line"),
    [
        (1_000, 10, 100, "100 of about 1000 articles read, 10 a second, 90 s left"),
        (100_000, 10, 100, "100 of about 100000 articles read, 10 a second, 2 h 46 min left"),
        (0, 10, 100, "100 articles read, 10 a second"),
        (50, 10, 100, "100 articles read, 10 a second"),
        (100, 10, 0, "0 of about 100 articles read, 0 a second"),
    ],
)
def test_the_line(expected: int, seconds: float, done: int, line: str) -> None:
    at = [0.0]
    rate = Rate(expected, now=lambda: at[0], is_shown=True)
    at[0] = seconds
    assert rate.line(done) == line


def test_in_a_pipe_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    at = [0.0]
    rate = Rate(10, now=lambda: at[0], is_shown=False)
    at[0] = 60
    rate.tell(5)
    assert capsys.readouterr().err == ""
