"""Functions that a worker process can import."""

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
