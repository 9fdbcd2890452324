"""A letter that was issued, opened again or handed over; and the letters of one student, in their file."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.casework import handing, issued
from fileroom.casework.issued import Asking
from fileroom.disclosure.services import open_file
from fileroom.people.answers import Refused
from fileroom.programmes.issued import KINDS
from fileroom.web.deletions import seated, told_at_the_counter
from fileroom.web.desk import head, refused
from fileroom.web.gates import by, staff
from fileroom.web.issued import rows
from fileroom.web.letterheads import letterhead
from fileroom.web.outgoing import outgoing_shown
from fileroom.web.pdf import as_pdf


@require_GET
@staff("casework.open_again")
def issued_letter(request: HttpRequest, issued_id: UUID) -> HttpResponse:
    """The PDF as it was issued, decided again."""
    asking, back = _asking(request), reverse("outgoing")
    try:
        pdf = issued.open_again(issued_id, KINDS, asking)
    except ValidationError as error:
        return outgoing_shown(request, problems=error.messages, status=422)
    if isinstance(pdf, Refused):
        return told_at_the_counter(request, pdf.decision, back=back)
    return as_pdf(pdf, "letter.pdf") if pdf is not None else seated(request, back=back)


@require_POST
@staff("casework.hand_over")
def letter_handed_over(request: HttpRequest, issued_id: UUID) -> HttpResponse:
    """Somebody has handed it over to whom it is for."""
    done = handing.hand_over(issued_id, KINDS, _asking(request))
    student = issued.student_of(issued_id) if "file" in request.POST else None
    back = reverse("student_letters", args=[student]) if student else reverse("outgoing") + "#letters"
    if isinstance(done, Refused):
        return told_at_the_counter(request, done.decision, back=back)
    return redirect(back) if done is not None else seated(request, back=back)


def _asking(request: HttpRequest) -> Asking:
    return Asking(by(request), timezone.now(), letterhead(request))


@require_GET
@staff("disclosure.open_file")
def student_letters(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The letters about one student, in their file."""
    now = timezone.now()
    opened = open_file(student_id, by=by(request), at=now, step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    letters = rows(issued.of_student(opened.student, KINDS, by=by(request), at=now))
    return render(request, "students/letters.html", head(request, opened) | {"letters": letters})
