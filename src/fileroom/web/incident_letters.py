"""The letters of an incident: put together, opened to print and said to be posted, those of one print at a time."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.people.answers import Refused
from fileroom.programmes.incidents import by_hand, coming_back, nobody, posting, staff_letters, taking_out
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.incident_acts import NOT_OWED
from fileroom.web.incident_people import people_page
from fileroom.web.letterheads import letterhead
from fileroom.web.pdf import as_pdf

NOBODY = (
    "By what is on file now nobody who is known here may be given this letter. Look at the file; where it has changed,"
    " work out anew who is told."
)


@require_POST
@staff("programmes.print_all")
def print_all(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """All letters that no print has, together in prints."""
    try:
        made = posting.print_all(incident_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    return _refused(request, incident_id, made) if isinstance(made, Refused) else _back(incident_id)


@require_GET
@staff("programmes.letters")
def letters(request: HttpRequest, incident_id: UUID, print_id: UUID) -> HttpResponse:
    """The letters of one print, as one PDF."""
    try:
        pdf = posting.letters(incident_id, print_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    if isinstance(pdf, Refused):
        return _refused(request, incident_id, pdf)
    if pdf is None:
        says = "None of these letters may go any more: a person hands them over."
        return people_page(request, incident_id, problems=[says], status=422)
    return as_pdf(pdf, "letters.pdf")


@require_POST
@staff("programmes.ask_once_more")
def ask(request: HttpRequest, incident_id: UUID, print_id: UUID) -> HttpResponse:
    """Which letters of a print may still go, before they do. Of all prints, the page asks of the next by itself."""
    try:
        answer = posting.ask_once_more(
            incident_id, print_id, head=letterhead(request), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    return _refused(request, incident_id, answer) if isinstance(answer, Refused) else _on(request, incident_id, answer)


@require_POST
@staff("programmes.posted")
def posted(request: HttpRequest, incident_id: UUID, print_id: UUID) -> HttpResponse:
    """The letters of one print were posted, somebody says; of all prints, the page says so of the next by itself."""
    try:
        answer = posting.posted(incident_id, print_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    return _refused(request, incident_id, answer) if isinstance(answer, Refused) else _on(request, incident_id, answer)


@require_POST
@staff("programmes.taken_out")
def taken_out(request: HttpRequest, incident_id: UUID, notice_id: UUID) -> HttpResponse:
    """A letter that may not go was taken out of its print; or it had gone."""
    gone = "gone" in request.POST
    try:
        taking_out.taken_out(incident_id, notice_id, gone=gone, by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    return _back(incident_id)


@require_POST
@staff("programmes.came_back")
def came_back(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """A letter that was posted came back."""
    code = request.POST.get("code", "")[:40]
    try:
        coming_back.came_back(incident_id, code, by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, typed={"code": code}, status=422)
    return _back(incident_id)


@require_GET
@staff("programmes.letters")
def envelope(request: HttpRequest, incident_id: UUID, notice_id: UUID) -> HttpResponse:
    """The letter that a person hands over to one of them."""
    return _to_hand_over(request, incident_id, notice_id)


@require_POST
@staff("programmes.letters")
def envelopes(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The letters of the next who wait for a person to hand theirs over, as one PDF."""
    return _to_hand_over(request, incident_id, None)


def _to_hand_over(request: HttpRequest, incident_id: UUID, notice_id: UUID | None) -> HttpResponse:
    try:
        pdf = by_hand.letters(incident_id, notice_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    if isinstance(pdf, Refused):
        return _refused(request, incident_id, pdf)
    return as_pdf(pdf, "letter.pdf") if pdf else people_page(request, incident_id, problems=[NOBODY], status=422)


@require_POST
@staff("programmes.work_out_anew")
def anew(request: HttpRequest, incident_id: UUID, notice_id: UUID) -> HttpResponse:
    """Who of a family is told, and how, is worked out once more; also where nobody could be told."""
    act = nobody.somebody_after_all if "after_all" in request.POST else by_hand.work_out_anew
    try:
        act(incident_id, notice_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    return redirect(reverse("incident", args=[incident_id]) + "#people")


@require_POST
@staff("programmes.write_to")
def address(request: HttpRequest, incident_id: UUID, notice_id: UUID) -> HttpResponse:
    """Where one of the staff is written to, entered by hand."""
    fields = {name: request.POST.get(name, "")[:200] for name in staff_letters.FIELDS}
    try:
        answer = staff_letters.write_to(
            incident_id, notice_id, fields, head=letterhead(request), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        typed = fields | {"notice": notice_id}
        return people_page(request, incident_id, problems=error.messages, typed=typed, status=422)
    return _refused(request, incident_id, answer) if isinstance(answer, Refused) else _back(incident_id)


def _refused(request: HttpRequest, incident_id: UUID, answer: Refused) -> HttpResponse:
    return refused(request, answer, back=reverse("incident_people", args=[incident_id]), answers=NOT_OWED)


def _on(request: HttpRequest, incident_id: UUID, answer: posting.Asked | posting.Posted) -> HttpResponse:
    """The page again; which goes on by itself where all prints are meant and some are left."""
    on = "?go_on" if answer.left and "all" in request.POST else ""
    return redirect(reverse("incident_people", args=[incident_id]) + on + "#letters")


def _back(incident_id: UUID) -> HttpResponse:
    return redirect("incident_people", incident_id=incident_id)
