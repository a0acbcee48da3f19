"""Which network addresses may be fetched from: public ones; others only when the person allowed it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from factdesk.errors import NetworkError
from factdesk.words import _

Resolver = Callable[[str, int], list[str]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRIED = 4
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(text)
    for text in ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "64:ff9b:1::/48", "fec0::/10")
)


def resolve(host: str, port: int) -> list[str]:
    """Give the numeric addresses of a host, IPv4 first; NetworkError when there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NetworkError(
            _("The address of {host} was not found.").format(host=host),
            hint=_("Check the spelling and the network connection."),
        ) from error
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet; IPv4 wrapped into IPv6 is judged by what is inside."""
    try:
        parsed: _Address = ipaddress.ip_address(address)
    except ValueError:
        return False
    for candidate in (parsed, *_inside(parsed)):
        if not candidate.is_global or candidate.is_multicast or candidate.is_reserved or candidate.is_unspecified:
            return False
        if any(candidate in network for network in _NOT_PUBLIC if network.version == candidate.version):
            return False
    return True


def checked(host: str, port: int, *, allow_private: bool, resolver: Resolver = resolve) -> list[str]:
    """Give the numeric addresses to connect to, at most four; NetworkError when any of the host is not public.

    Connecting to one of these, and not to the name again, is what keeps a second answer of the name server out.
    """
    addresses = resolver(host, port)
    if not addresses:
        raise NetworkError(
            _("The address of {host} was not found.").format(host=host),
            hint=_("Check the spelling and the network connection."),
        )
    if not allow_private and not all(is_public(address) for address in addresses):
        raise NetworkError(
            _("{host} is on this computer or on a private network, and was not opened.").format(host=host),
            hint=_("If you mean it, allow private addresses in the settings."),
            code="private_address",
        )
    return addresses[:_TRIED]


def _inside(address: _Address) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or int(address) >> 32 == 0:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(inner for inner in found if inner is not None)
