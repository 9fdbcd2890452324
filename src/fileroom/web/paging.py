"""Newer and older: the pages of a list of looks, each told by the entry at its edge."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from fileroom.disclosure.log import Looked, Turn


def edge_of(request: HttpRequest, name: str) -> UUID | None:
    """The row beyond which a list goes on; an address that names none is the list's first page."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def turned(request: HttpRequest) -> Turn | None:
    """The turn that the address asks for; an address that names no entry is the list's first page."""
    for name in ("older", "newer"):
        if said := request.GET.get(name):
            try:
                return Turn(UUID(said), newer=name == "newer")
            except ValueError:
                return None
    return None


def turns(log: Looked) -> dict[str, str]:
    """What parts/turns.html offers: where the page before this one is, and the one after it."""
    page = log.page
    return {
        "newer_url": f"?newer={page.entries[0].event.id}" if page.newer and page.entries else "",
        "older_url": f"?older={page.entries[-1].event.id}" if page.older and page.entries else "",
    }
