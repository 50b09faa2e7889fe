"""The program `selon`, called as a person calls it, in this process."""

from cli.conftest import Run, selon

__all__ = ["Run", "selon"]
