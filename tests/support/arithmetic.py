"""Functions that a worker process can import."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from selon.errors import Malformed


@dataclass(frozen=True)
class Record:
    id: str
    number: int


def halved(record: Record) -> int:
    if record.number % 2:
        raise Malformed("it is odd", where=record.id, fix="give an even number")
    return record.number // 2


def broken(record: Record) -> int:
    raise ZeroDivisionError(record.id)


def harmed(record: Record) -> int:
    """Half of a number, but for the records that take too much."""
    if record.id == "hoard":
        return len([bytes(10_000_000) for _ in range(200)])
    if record.id == "die":
        os.abort()
    while record.id == "spin":
        pass
    return record.number // 2


def process(_: object) -> int:
    """Where this runs."""
    return os.getpid()


def counted(most: int) -> Iterator[int]:
    """The numbers up to one; what is below 0 goes wrong after three of them."""
    yield from range(most if most >= 0 else 3)
    if most == -1:
        raise Malformed("it is odd", where="x", fix="give an even number")
    if most == -2:
        yield len([bytes(10_000_000) for _ in range(200)])
    if most == -3:
        os.abort()
    if most == -4:
        raise ZeroDivisionError
