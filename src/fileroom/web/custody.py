"""The office enters who has custody of a student, from a paper it has seen."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fileroom.disclosure import overview
from fileroom.people.answers import Refused
from fileroom.people.custody import enter_custody, relation_of
from fileroom.web.custody_form import EnterCustody
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.purpose import changed
from fileroom.web.who_is_who import people_again, sent_again


@require_POST
@staff("people.enter_custody")
def enter(request: HttpRequest, relationship_id: UUID) -> HttpResponse:
    """A paper was shown."""
    student_id, relation = overview.student_of(relationship_id), relation_of(relationship_id)
    form = EnterCustody(request.POST, relationship=relationship_id, relation=relation, on=timezone.localdate())
    if says := changed(request):
        form.add_error(None, says)
    if not form.is_valid():
        return sent_again(request, student_id, form)
    try:
        done = enter_custody(relationship_id, **form.cleaned_data, by=by(request), at=timezone.now())
    except ValidationError as wrong:
        form.add_error(None, wrong)
        return sent_again(request, student_id, form)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_people", args=[student_id]))
    return people_again(student_id)
