"""May there be an order? Contacts whom a sender's file says are restricted, and the office's word that it has asked."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection import possible_orders
from fileroom.people.answers import Missing
from fileroom.web.gates import by, staff


@require_GET
@staff("collection.possible_orders")
def listed(request: HttpRequest) -> HttpResponse:
    """Those who wait for a person."""
    people, more = possible_orders.possible_orders(by=by(request), at=timezone.now())
    return render(request, "possible_orders.html", {"people": people, "more": more})


@require_POST
@staff("collection.look_into")
def look_into(request: HttpRequest, possible_order_id: UUID) -> HttpResponse:
    """A person has asked."""
    # Said already, or no act of theirs, or nobody they may know of: one answer, and the list shows who is left.
    with suppress(Missing):
        possible_orders.look_into(possible_order_id, by=by(request), at=timezone.now())
    return redirect("possible_orders")
