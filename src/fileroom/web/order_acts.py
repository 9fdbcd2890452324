"""What is done about an order on file: looked at before its end, read by counsel, lifted by two people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.collection.orders import counsels_word, lifting, looking_after, protecting, telling_apart
from fileroom.collection.orders.asking import Noted
from fileroom.collection.services import Document
from fileroom.people.answers import Refused
from fileroom.programmes.settings.services import orders_days
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.orders import order_page, owed_rows

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
    return _acted(request, order_id, lambda: _counsels_word(request, order_id))


def _counsels_word(request: HttpRequest, order_id: UUID) -> Noted | Refused:
    said: dict[str, Any] = {"seen": _seen(request), "by": by(request), "at": timezone.now()}
    if "holds" in request.POST:
        return counsels_word.counsel_says_that_it_holds(order_id, again_in=orders_days(), **said)
    return counsels_word.counsel_has_read(order_id, **said)


def _seen(request: HttpRequest) -> list[UUID]:
    """What the page showed as owed, by the ids of the duties: a form that does not say it, or says what no page shows,
    ends nothing."""
    try:
        return [UUID(it) for it in request.POST.getlist("seen")]
    except ValueError:
        return []


@require_http_methods(["GET", "POST"])
@staff("collection.for_counsel")
def order_for_counsel(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Counsel says that it is read, or that it still holds. The page names nobody."""
    found = counsels_word.for_counsel(order_id, by=by(request), at=timezone.now())
    problems: list[str] = []
    if request.method == "POST":
        try:
            _counsels_word(request, order_id)
            return redirect("today")
        except ValidationError as error:
            problems = error.messages
    today = timezone.localdate()
    context = {
        "it": found,
        "owed": owed_rows(found.owed),
        "to_read": [it.id for it in found.owed if counsels_word.is_to_read(it)],
        "to_hold": [it.id for it in found.owed if counsels_word.is_to_hold(it, today)],
        "problems": problems,
    }
    return render(request, "orders/for_counsel.html", context, status=422 if problems else 200)


@require_POST
@staff("collection.others_are_seen_to")
def other_children(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Each other child that it names is seen to."""
    who, now, seen = by(request), timezone.now(), _seen(request)
    return _acted(request, order_id, lambda: looking_after.others_are_seen_to(order_id, seen=seen, by=who, at=now))


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
@staff("collection.say_whom_it_protects")
def say_whom_it_protects(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Whom it protects besides the children, where nobody said so as it was filed."""

    def say() -> Noted | Refused:
        try:
            who = UUID(request.POST.get("protects", ""))
        except ValueError:
            raise ValidationError(protecting.NOBODY_HERE) from None
        return protecting.say_whom_it_protects(order_id, who, by=by(request), at=timezone.now())

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
