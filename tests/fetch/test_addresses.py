"""Public addresses, and all those that are not or that hide another."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.read.fetch.addresses import not_public

_NAT64 = 0x0064FF9B_00000000_00000000  # what stands before the IPv4 address
_NOT_PUBLIC = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.254 169.254.169.254 169.254.0.1 172.16.0.1
172.31.255.255 192.0.0.1 192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:0 ::ffff:224.0.0.1
64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::c0a8:101 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1
2001:20::1 2001:1ff::1 2001:db8::1 2002:7f00:1:: 2002:c0a8:101::1 2002:808:808::1 3ffe::1
3fff::1 4000::1 5f00::1 fc00::1 fd12:3456::1 fe80::1
fe80::1%eth0 fe80::1%25 febf::1 fec0::1 feff::1 ff00::1 ff02::1 ff0e::1 1000::1 8000::1 e000::1
"""
_PUBLIC = """
1.1.1.1 8.8.8.8 9.9.9.9 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.1 172.15.255.255
172.32.0.1 192.0.1.1 192.0.3.1 192.167.255.255 192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.255 11.0.0.1
2606:4700:4700::1111 2620:fe::fe 2a00:1450:4007::1 2001:4860:4860::8888 2001:200::1 2003::1 ::ffff:8.8.8.8 64:ff9b::808:808 2400:cb00::1
"""


@pytest.mark.parametrize("address", _NOT_PUBLIC.split())
def test_not_public(address: str) -> None:
    assert not_public(address)


@pytest.mark.parametrize("address", _PUBLIC.split())
def test_public(address: str) -> None:
    assert not_public(address) == ""


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "1.2.3.4.5", "12:34"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="does not appear to be"):
        not_public(text)


@given(st.integers(0, 2**32 - 1))
def test_an_address_in_another_dress_is_never_more_public(number: int) -> None:
    plain = not_public(str(IPv4Address(number)))
    dressed = [IPv6Address(prefix | number) for prefix in (0xFFFF << 32, _NAT64 << 32)]
    assert [not_public(str(one)) for one in dressed] == [plain, plain]
    assert not_public(str(IPv6Address(number)))
    assert not_public(str(IPv6Address((0x2002 << 112) | (number << 80))))


@given(st.integers(0, 2**128 - 1))
def test_what_python_knows_as_private_is_not_public(number: int) -> None:
    address = IPv6Address(number)
    if address.is_private or address.is_multicast or address.is_reserved or address.is_site_local or address.is_link_local:
        embedded = address.ipv4_mapped or (number >> 32 == _NAT64 and IPv4Address(number & 0xFFFFFFFF))
        assert not_public(str(address)) or (embedded and not not_public(str(embedded)))
