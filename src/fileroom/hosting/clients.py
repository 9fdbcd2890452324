"""From where a request came: the network address that the ledger notes, behind the district's own proxies."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

IPV6, OF_ONE = 6, 64


def client(request: HttpRequest) -> str:
    """The network address the request came from: behind the district's own proxies, the one they were asked from.

    Each proxy adds whom it was asked by at the right. Entries further left are whatever somebody wrote there.
    """
    nearest = str(request.META.get("REMOTE_ADDR") or "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    hops = [_unmapped(hop.strip()) for hop in (*told, nearest)]
    while len(hops) > 1 and hops[-1] in settings.TRUSTED_PROXIES and _is_address(hops[-2]):
        hops.pop()
    return hops[-1]


def network(address: str) -> str:
    """Whoever has one address of IPv6 has all of its /64, and may ask from another each time: they count as one. Of
    IPv4, and of what is no address, it is what was said."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, OF_ONE), strict=False)) if found.version == IPV6 else address


def _unmapped(text: str) -> str:
    """A socket of both kinds gives ::ffff:192.0.2.7 for 192.0.2.7: as IPv6 all of them would be of one network."""
    return text[7:] if text.lower().startswith("::ffff:") and "." in text else text


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
