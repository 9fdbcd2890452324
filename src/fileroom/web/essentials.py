"""The day's essential list: chosen by school and grade, made, and handed over as a PDF that is kept nowhere."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.programmes.incidents import essentials
from fileroom.web.gates import by, staff
from fileroom.web.incident_acts import as_pdf
from fileroom.web.orders import letterhead


@require_http_methods(["GET", "POST"])
@staff("programmes.essential_list")
def essential_list(request: HttpRequest) -> HttpResponse:
    """Choose a grade; posted: its list."""
    if request.method == "GET":
        return _page(request)
    school, _, grade = request.POST.get("of", "").partition("/")
    try:
        pdf = essentials.essential_list(
            _school(school), grade, _part(request), head=letterhead(request), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    response = as_pdf(pdf, "essential-list.pdf")
    response["Cache-Control"] = "no-store"
    return response


def _school(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise ValidationError("Choose a school and a grade.") from None


def _part(request: HttpRequest) -> int:
    said = request.POST.get("part", "1")[:4]
    return int(said) if said.isdecimal() else 0


def _page(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    found = essentials.grades(by=by(request), at=timezone.now())
    context = {"grades": found, "problems": problems}
    return render(request, "incidents/essentials.html", context, status=status)
