"""From where a request came: the network address that the ledger notes, behind the district's own proxies."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


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


def _unmapped(text: str) -> str:
    """A socket of both kinds gives ::ffff:192.0.2.7 for 192.0.2.7: as IPv6 all of them would be of one network."""
    return text[7:] if text.lower().startswith("::ffff:") and "." in text else text


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
