"""What is done about an order on file: looked at before its end, read by counsel, lifted by two people."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fileroom.collection.orders import lifting, looking_after, telling_apart
from fileroom.collection.orders.asking import Noted
from fileroom.collection.services import Document
from fileroom.people.answers import Refused
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.orders import order_page

NOT_YOURS = {"must": "Yours to decide", "may": "Yours to decide", "no": "Not yours to decide", "more": "Needs more"}
NO_PAPER = "Choose the file: a scan of the court’s paper, or of what counsel has written."


@require_POST
@staff("collection.review")
def review_order(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Somebody has looked at it, and called whom it protects."""
    part, came_of_it = request.POST.get("part", ""), request.POST.get("came_of_it", "")
    return _acted(
        request, order_id, lambda: looking_after.review(order_id, part, came_of_it, by=by(request), at=timezone.now())
    )


@require_POST
@staff("collection.counsel_has_read")
def read_order(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Counsel has read it; or says, of its last day, that it still holds."""
    who, now = by(request), timezone.now()
    says = looking_after.counsel_says_that_it_holds if "holds" in request.POST else looking_after.counsel_has_read
    return _acted(request, order_id, lambda: says(order_id, by=who, at=now))


@require_POST
@staff("collection.others_are_seen_to")
def other_children(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Each other child that it names is seen to."""
    who, now = by(request), timezone.now()
    return _acted(request, order_id, lambda: looking_after.others_are_seen_to(order_id, by=who, at=now))


@require_POST
@staff("collection.say_who_it_is")
def say_who_it_is(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Somebody of another row is whom the order restrains, or is somebody else."""

    def say() -> Noted | Refused:
        try:
            who = UUID(request.POST.get("who", ""))
        except ValueError:
            raise ValidationError("Say of whom.") from None
        return telling_apart.say_who_it_is(
            order_id, who, request.POST.get("answer", ""), by=by(request), at=timezone.now()
        )

    return _acted(request, order_id, say)


@require_POST
@staff("collection.propose")
def propose_lifting(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """By a paper: it no longer holds. A second person confirms."""

    def propose() -> Noted | Refused:
        upload = request.FILES.get("file")
        if upload is None:
            raise ValidationError(NO_PAPER)
        paper, rests_on = Document(str(upload.name), upload.read()), request.POST.get("rests_on", "")
        true = tuple(it for it in lifting.TRUE_OF_A_COURTS if it in request.POST)
        return lifting.propose(once(request), order_id, rests_on, paper, true=true, by=by(request), at=timezone.now())

    return _acted(request, order_id, propose)


@require_POST
@staff("collection.withdraw")
def withdraw_lifting(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """What was proposed is taken back."""
    return _acted(request, order_id, lambda: lifting.withdraw(order_id, by=by(request), at=timezone.now()))


@require_POST
@staff("collection.confirm")
def confirm_lifting(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """The second person: from now on it binds nobody."""
    called = "has_called" in request.POST
    return _acted(
        request, order_id, lambda: lifting.confirm(order_id, has_called=called, by=by(request), at=timezone.now())
    )


def _acted(request: HttpRequest, order_id: UUID, act: Callable[[], Noted | Refused]) -> HttpResponse:
    try:
        done = act()
    except ValidationError as error:
        return order_page(request, order_id, problems=error.messages, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("order", args=[order_id]), answers=NOT_YOURS)
    return redirect("order", order_id=order_id)
