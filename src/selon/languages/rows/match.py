"""Rows that the stage `match` reads."""

from typing import Any

ROWS: tuple[type[Any], ...] = ()
