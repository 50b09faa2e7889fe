"""What was erased from a collection for good: known by hashes alone, and not kept again."""

from dataclasses import dataclass
from hashlib import sha256

REASON = "it was erased from this collection, for good (selon forget)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """Hashes of what was erased."""

    contents: frozenset[str] = frozenset()  # sha256 of bytes, hexadecimal; addresses as `hash_of_address` has them

    def has_address(self, url: str) -> bool:
        """Was the page of this address erased?"""
        return hash_of_address(url) in self.contents


def hash_of_address(url: str) -> str:
    """The hash that stands for an address.

    >>> hash_of_address("https://quay.example/1")[:8]
    'cf2e35de'
    """
    return sha256(f"address\0{url}".encode()).hexdigest()
