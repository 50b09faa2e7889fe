"""Rows that the stage `attribute` reads."""

from typing import Any

ROWS: tuple[type[Any], ...] = ()
