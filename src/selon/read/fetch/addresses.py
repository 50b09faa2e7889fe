"""Which network addresses are public: all that no registry sets aside, and none that hides another address.

Python's own `is_global` says yes to 127.0.0.1 written as NAT64, 6to4 or v4-compatible, to site-local and to multicast addresses
(CPython 3.11.7, CVE-2024-4032), so the list is ours. Source: IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its
updates), IANA IPv6 address space, RFC 6052 (NAT64).
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_V4 = tuple(
    (IPv4Network(block), what)
    for block, what in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier"),
        ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "set aside for protocols"),
        ("192.0.2.0/24", "set aside for documents"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "set aside for benchmarks"),
        ("198.51.100.0/24", "set aside for documents"),
        ("203.0.113.0/24", "set aside for documents"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_V6_PUBLIC = IPv6Network("2000::/3")  # the only block that is given out for public hosts
_V6 = tuple(
    (IPv6Network(block), what)
    for block, what in (
        ("2001::/32", "Teredo, which hides another address"),
        ("2001::/23", "set aside for protocols"),
        ("2001:db8::/32", "set aside for documents"),
        ("2002::/16", "6to4, which hides another address"),
        ("3ffe::/16", "given back"),
        ("3fff::/20", "set aside for documents"),
        ("::1/128", "this machine"),
        ("::/128", "this network"),
        ("::/96", "v4-compatible, which hides another address"),
        ("64:ff9b:1::/48", "NAT64 of a local network"),
        ("100::/64", "a sink"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)


def not_public(address: str) -> str:
    """What an address is, where it is no public one; nothing where it is.

    Args:
        address: an IPv4 or IPv6 address, as `getpeername` and `getaddrinfo` write it, with or without a zone.

    Raises:
        ValueError: it is no address.

    >>> not_public("127.0.0.1"), not_public("::ffff:10.1.2.3"), not_public("9.9.9.9")
    ('this machine', 'private', '')
    """
    found = ip_address(address.partition("%")[0])
    return _v4(found) if isinstance(found, IPv4Address) else _v6(found)


def _v4(address: IPv4Address) -> str:
    return next((what for block, what in _V4 if address in block), "")


def _v6(address: IPv6Address) -> str:
    if address in _MAPPED or address in _NAT64:
        return _v4(IPv4Address(int(address) & 0xFFFFFFFF))
    said = next((what for block, what in _V6 if address in block), "")
    return said or ("" if address in _V6_PUBLIC else "reserved")
