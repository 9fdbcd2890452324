"""Where a reader is led back to: a page that can be looked at, on this site."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def to_go_back_to(request: HttpRequest) -> str:
    """The address that was asked for; of a form the page on which it stood, for its own may be no page at all.

    Where the browser does not say which page that was, the first one.
    """
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    told, first = request.META.get("HTTP_REFERER", ""), reverse("today")
    if not url_has_allowed_host_and_scheme(told, {request.get_host()}, require_https=request.is_secure()):
        return first
    at = urlsplit(told)
    page = f"{at.path}?{at.query}" if at.query else at.path
    return page if url_has_allowed_host_and_scheme(page, None) else first
