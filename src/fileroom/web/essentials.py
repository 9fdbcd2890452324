"""The day's essential list: last night's opened, or made anew, by school and grade, as a PDF that is kept nowhere; and
that it is printed and locked away."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.programmes.incidents import dark_sheet, essentials, tonight
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.pdf import as_pdf


@require_http_methods(["GET", "POST"])
@staff("programmes.essential_list", opens=essentials.may_open)
def essential_list(request: HttpRequest) -> HttpResponse:
    """Choose a grade; posted: its list, as the night has sealed it (`tonight`: which) or made anew."""
    if request.method == "GET":
        return _page(request)
    if of_sheet := request.POST.get("sheet") or request.POST.get("agree"):
        return _sheet(request, of_sheet)
    school, _, grade = request.POST.get("of", "").partition("/")
    sealed, part = request.POST.get("tonight", ""), _part(request)
    who: Any = {"head": letterhead(request), "by": by(request), "at": timezone.now()}
    try:
        if sealed:
            pdf = tonight.open_tonight(_id(sealed), grade, part, **who)
        else:
            pdf = essentials.essential_list(_id(school), grade, part, **who)
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    response = as_pdf(pdf, "essential-list.pdf")
    response["Cache-Control"] = "no-store"
    return response


def _sheet(request: HttpRequest, said: str) -> HttpResponse:
    """The sheet of orders, holds and clocks, opened; or (`agree`) agreed to by another."""
    who: Any = {"by": by(request), "at": timezone.now()}
    above = settings.LISTS_SECOND_ABOVE
    try:
        if "agree" in request.POST:
            dark_sheet.agree(_id(said), second_above=above, **who)
            return redirect("essential_list")
        pdf = dark_sheet.open_sheet(_id(said), second_above=above, head=letterhead(request), **who)
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    response = as_pdf(pdf, "orders-holds-clocks.pdf")
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@staff("programmes.lock_away")
def essential_list_stored(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Somebody says that the paper is locked away."""
    try:
        tonight.lock_away(list_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("essential_list")


def _id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise ValidationError("Choose a school and a grade.") from None


def _part(request: HttpRequest) -> int:
    said = request.POST.get("part", "1")[:4]
    return int(said) if said.isdecimal() else 0


def _page(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    who, now = by(request), timezone.now()
    sealed = tonight.tonight(by=who, at=now)
    many = {it for it, found in sealed.items() if found.sheet > settings.LISTS_SECOND_ABOVE}
    schools = [
        {"name": name, "sealed": sealed.get(school), "many": school in many, "grades": list(grades)}
        for (school, name), grades in groupby(essentials.grades(by=who, at=now), lambda it: (it.school, it.name))
    ]
    context = {"schools": schools, "problems": problems, "days": settings.ESSENTIALS_DAYS}
    return render(request, "incidents/essentials.html", context, status=status)
