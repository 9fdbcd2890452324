"""May there be an order? Contacts whom a sender's file says are restricted, and the office's word that it has asked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection import possible_orders
from fileroom.collection.possible_orders import Found
from fileroom.people.answers import Missing, Refused
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff


@require_GET
@staff("collection.possible_orders")
def listed(request: HttpRequest) -> HttpResponse:
    """Those who wait for a person or for an order's paper, and those said a short while ago to have none."""
    of = possible_orders.possible_orders(by=by(request), at=timezone.now())
    return render(request, "possible_orders.html", {"people": of.to_ask, "none": of.none, "more": of.more})


@require_POST
@staff("collection.look_into")
def look_into(request: HttpRequest, possible_order_id: UUID) -> HttpResponse:
    """A person has asked, and says what came of it."""
    back, said = reverse("possible_orders"), request.POST.get("found", "")
    if said not in set(Found):
        problems = [{"field": "", "says": "Say on the list whether there is an order, or none."}]
        context = {"layout": "desk.html", "problems": problems, "back_url": back}
        return render(request, "invalid.html", context, status=422)
    try:
        done = possible_orders.look_into(possible_order_id, Found(said), by=by(request), at=timezone.now())
    except Missing:  # said already, come anew since, or nobody they may know of: the list shows who is left
        return redirect(back)
    if isinstance(done, Refused) and not done.hidden:
        return refused(request, done, back=back)
    return redirect(back)
