"""Rows that the stage `resolve` reads."""

from typing import Any

ROWS: tuple[type[Any], ...] = ()
