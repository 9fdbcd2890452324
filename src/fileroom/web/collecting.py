"""Who may collect the child today: the person is chosen, and the answer is yes, or the principal."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.disclosure import collecting, overview
from fileroom.disclosure.answers import OFFICER
from fileroom.disclosure.services import open_file
from fileroom.people.answers import Refused
from fileroom.web.desk import head, refused
from fileroom.web.gates import by, staff
from fileroom.web.release_words import ASK_PRINCIPAL
from fileroom.web.whose import related

YES: dict[str, Any] = {
    "kind": "may",
    "answer": "Yes",
    "says": "Look at the ID first: it bears this name. Then the child may go.",
    "words": "Please show me your ID. Then I call your child.",
}


@require_http_methods(["GET", "POST"])
@staff("disclosure.may_collect")
def collect_child(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Choose who is at the counter; the answer is the same for everybody who does not go with the child."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    people = [it for it in overview.askers(opened, on=timezone.localdate()) if it.code != OFFICER]
    chosen = request.POST.get("asker", "")
    askers = [{"code": it.code, "label": related(it.name, it.kind), "chosen": it.code == chosen} for it in people]
    context = head(request, opened) | {"askers": askers}
    who = next((it["label"] for it in askers if it["chosen"]), None)
    if who is not None:
        goes = collecting.may_collect(student_id, chosen, by=by(request), at=timezone.now())
        context["card"] = (YES if goes else ASK_PRINCIPAL) | {"subject": f"{who} comes for the child"}
    return render(request, "students/collecting.html", context)
