"""Ids that depend on nothing but the thing. Source: STIX 2.1, 2.9 (identifiers) and 3.4 (observables)."""

import json
from typing import Any
from uuid import UUID, uuid5

_OBSERVABLES = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")  # of the standard, for observables
_OURS = uuid5(_OBSERVABLES, "urn:selon")  # the standard's own space is not for other objects


def observable(kind: str, contributing: dict[str, Any]) -> str:
    """The id of an observable, by the properties that the standard names for its kind.

    >>> observable("url", {"value": "https://phare.example/1"})
    'url--b4dce3ad-aec9-5062-b6db-4edbaef3a4e9'
    """
    canonical = json.dumps(contributing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{kind}--{uuid5(_OBSERVABLES, canonical)}"


def ours(kind: str, *parts: str) -> str:
    """The id of any other object, by what makes it one."""
    return f"{kind}--{uuid5(_OURS, json.dumps([kind, *parts], ensure_ascii=False))}"
