"""Court orders that a list has brought wait for a second person, who counts its rows, and agrees or turns it back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection.orders import agreeing
from fileroom.people.answers import Missing
from fileroom.web.counted import CountedForm
from fileroom.web.gates import by, staff
from fileroom.web.order_sentences import SAYS

NOTICE = "orders_notice"  # session key: what became of the last list, shown once


def how_many_wait(request: HttpRequest) -> int:
    """Lists of orders that this account could agree to."""
    try:
        return len(agreeing.waiting(by=by(request), at=timezone.now()))
    except Missing:
        return 0


@require_GET
@staff("collection.waiting")
def waiting_orders(request: HttpRequest) -> HttpResponse:
    """Lists of orders that wait for a second person."""
    return _page(request)


@require_POST
@staff("collection.confirm")
def confirm_orders(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Agree to a list, or turn it back."""
    who, now = by(request), timezone.now()
    form = CountedForm(request.POST, auto_id=f"id_{batch_id}_%s")
    try:
        if "back" in request.POST:
            agreeing.turn_back(batch_id, by=who, at=now)
            request.session[NOTICE] = {"back": True}
            return redirect("waiting_orders")
        if form.is_valid():
            made = agreeing.confirm(batch_id, **form.cleaned_data, by=who, at=now)
            request.session[NOTICE] = {"made": made}
            return redirect("waiting_orders")
    except ValidationError as error:
        for says in error.messages:
            form.add_error("counted", says)
    return _page(request, form, batch_id)


def _page(request: HttpRequest, form: forms.Form | None = None, of: UUID | None = None) -> HttpResponse:
    rows = [
        {
            "id": it.id, "brought_at": it.brought_at, "mine": it.mine, "without_paper": it.without_paper,
            "protecting": it.protecting,
            "kinds": [SAYS[kind] for kind, _ in it.kinds],
            "form": form if form is not None and it.id == of else CountedForm(auto_id=f"id_{it.id}_%s"),
        }
        for it in agreeing.waiting(by=by(request), at=timezone.now())
    ]  # fmt: skip
    context = {"rows": rows, "form": form, "notice": request.session.pop(NOTICE, None)}
    return render(request, "orders/lists.html", context, status=422 if form else 200)
