"""Rows that the stage `clean` reads."""

from typing import Any

ROWS: tuple[type[Any], ...] = ()
