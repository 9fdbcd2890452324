"""The ledger's page: how it stands, the signed note to keep elsewhere, and the check."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import ledger_desk
from fileroom.web.gates import staff


def _context(report: dict[str, Any] | None = None) -> dict[str, Any]:
    stand = ledger_desk.stand()
    whole = report["ok"] if report else None
    return {
        "ledger": {
            "entries": stand.entries,
            "pending": stand.pending,
            "checked_at": timezone.now() if report else None,
            "whole": whole,
        },
        "may_verify": True,
        "checkpoint": stand.checkpoint,
        "checkpoint_on": stand.signed_at,
        "checkpoint_url": reverse("ledger_checkpoint"),
        "public_key": stand.public_key,
        "report": report,
    }


@require_GET
@staff("disclosure.ledger_desk")
def ledger(request: HttpRequest) -> HttpResponse:
    """How the log stands. Positions and times; nobody's name."""
    return render(request, "ledger.html", _context())


@require_POST
@staff("disclosure.ledger_desk")
def ledger_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole log now."""
    return render(request, "ledger.html", _context(ledger_desk.check()))


@require_GET
@staff("disclosure.ledger_desk")
def ledger_checkpoint(request: HttpRequest) -> HttpResponse:
    """The last signed note, as a file to keep outside this installation."""
    response = HttpResponse(ledger_desk.stand().checkpoint, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="fileroom.checkpoint"'
    return response
