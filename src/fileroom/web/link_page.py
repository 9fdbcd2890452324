"""A page that a link opens without an account: what its address holds is told to nobody else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def link_page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The address holds the link itself: no other site is told it, and no search engine keeps it. Our own is told: of a
    page that tells nobody a browser posts from nowhere, and that is refused."""
    response = render(request, template, context, status=status)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
