"""Absent from the file: whom a roster no longer names, and the office's word on what became of each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection import absences
from fileroom.people.answers import Missing, Refused
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.taken_lists import way_to_take

LEFT, HERE = "left", "here"


@require_GET
@staff("collection.absent")
def absent(request: HttpRequest) -> HttpResponse:
    """Students and employees who wait for a person, and those noted as left a short while ago."""
    of = absences.absent(by=by(request), at=timezone.now())
    lists = [
        {"title": "Students", "people": of.students, "left": True, "grades": True, "take": way_to_take("absent")},
        {"title": "Employees", "people": of.employees, "left": True},
        {"title": "Students noted as left", "people": of.students_left, "left": False, "grades": True},
        {"title": "Employees noted as left", "people": of.left, "left": False},
    ]
    context = {"lists": [it for it in lists if it["people"]], "more": of.more, "contacts": of.contacts}
    return render(request, "absent.html", context)


@require_POST
@staff("collection.settle_absence")
def settle(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """One of them has left, or is still here."""
    became = request.POST.get("became", "")
    if became not in (LEFT, HERE):
        problems = [{"field": "", "says": "Say whether this person has left, or is still here."}]
        context = {"layout": "desk.html", "problems": problems, "back_url": reverse("absent")}
        return render(request, "invalid.html", context, status=422)
    try:
        done = absences.settle_absence(absence_id, left=became == LEFT, by=by(request), at=timezone.now())
    except Missing:  # said already, or by somebody else: the list shows who is left to be asked about
        return redirect("absent")
    if isinstance(done, Refused) and not done.hidden:
        return refused(request, done, back=reverse("absent"))
    return redirect("absent")
