"""A paper as a page gives it out."""

from __future__ import annotations

from django.http import HttpResponse


def as_pdf(pdf: bytes, name: str) -> HttpResponse:
    """A paper, shown where it was asked for; `name`: what it is called if somebody keeps it."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
