"""Pages for anyone, in English and Spanish: who keeps the records, and how a court's order is handed in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from fileroom.people import offices, receivers
from fileroom.people.roles import role_title
from fileroom.web.gates import public


@require_GET
@public("whom to ask for a record is for everybody to know; it names employees in their office, and nobody else")
def who_keeps(request: HttpRequest) -> HttpResponse:
    """The custodian of records of the district and of each school, by name, acting or vacant."""
    found = [it.office for it in offices.offices(on=timezone.localdate())]
    return render(request, "public/who_keeps.html", {"offices": found})


@require_GET
@public("whoever has a court's order hands it in, with an account or without; the page names no person")
def hand_in(request: HttpRequest) -> HttpResponse:
    """How a court's order is handed in, and to whom at each school, by office and never by name."""
    context: dict[str, Any] = {
        "schools": [_at(it) for it in receivers.receivers(on=timezone.localdate())],
        "after_hours": settings.ORDERS_AFTER_HOURS,
    }
    return render(request, "public/hand_in.html", context)


def _at(it: receivers.Receivers) -> dict[str, str]:
    first = it.receiver_role or it.backup_role
    second = it.backup_role if it.receiver_role and it.backup_role != it.receiver_role else ""
    return {
        "name": it.name,
        "first": role_title(first) if first else gettext("The principal"),
        "second": role_title(second) if second else "",
    }
