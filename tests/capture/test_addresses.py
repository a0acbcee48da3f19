"""Which addresses may be connected to."""

from __future__ import annotations

import pytest

from factdesk.capture.addresses import checked, is_public
from factdesk.errors import NetworkError

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001:0:7f00:1::", "2001:db8::1", "fec0::1", "nonsense", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_what_is_public_is_known(address: str) -> None:
    assert is_public(address)


def test_one_private_answer_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(NetworkError) as caught:
        checked("example.org", 443, allow_private=False, resolver=lambda _host, _port: ["8.8.8.8", "127.0.0.1"])
    assert caught.value.code == "private_address"
    assert "example.org" in caught.value.sentence


def test_a_private_address_is_given_when_it_is_allowed() -> None:
    assert checked("desk", 80, allow_private=True, resolver=lambda _host, _port: ["10.0.0.1"]) == ["10.0.0.1"]


def test_a_name_without_addresses_is_not_found() -> None:
    with pytest.raises(NetworkError, match="was not found"):
        checked("example.org", 443, allow_private=True, resolver=lambda _host, _port: [])


def test_a_name_that_cannot_exist_is_not_found() -> None:
    with pytest.raises(NetworkError, match="was not found"):
        checked("no-such-host.invalid", 443, allow_private=True)
