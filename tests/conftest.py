"""What every test may use: the development data, and chance without luck."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()

settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the development data; a test that asks for it counts as marked `data`."""
    return DATA


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


def pytest_report_header() -> str:
    return f"SELON_DATA: {DATA} ({'there' if _is_there() else 'NOT THERE: the tests that read it ' + _consequence()})"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: what a test compresses or draws may differ in each process that collects it."""
    return argname if isinstance(val, bytes | bytearray | memoryview) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Groups first: each is one process's work, and the longest of them must not begin when all else has ended."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    needs_data = item.get_closest_marker("data") or "data" in getattr(item, "fixturenames", ())
    if not needs_data or _is_there():
        return
    message = f"no development data in {DATA}; set SELON_DATA to the folder that holds gold/ and seeds/"
    if _is_required():
        pytest.fail(f"{message} (SELON_REQUIRE_DATA=1)", pytrace=False)
    pytest.skip(message)


def _is_there() -> bool:
    return (DATA / "gold").is_dir()


def _is_required() -> bool:
    return os.environ.get("SELON_REQUIRE_DATA") == "1"


def _consequence() -> str:
    return "fail" if _is_required() else "are skipped"
