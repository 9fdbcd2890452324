"""The office enters what a paper shows of a student, and says when it is over."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fileroom.people.answers import Refused
from fileroom.people.milestones import Changed, end_milestone, enter_milestone
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.milestone_forms import EndMilestone, EnterMilestone
from fileroom.web.purpose import changed
from fileroom.web.who_is_who import people_again, sent_again


@require_POST
@staff("people.enter_milestone")
def enter(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """A paper was shown."""
    form = EnterMilestone(request.POST, on=timezone.localdate())
    return _done(
        request, student_id, form,
        lambda: enter_milestone(student_id, **form.cleaned_data, by=by(request), at=timezone.now()),
    )  # fmt: skip


@require_POST
@staff("people.end_milestone")
def end(request: HttpRequest, student_id: UUID, milestone_id: UUID) -> HttpResponse:
    """It is so no longer, or never was."""
    form = EndMilestone(request.POST, milestone=milestone_id, on=timezone.localdate())
    return _done(
        request, student_id, form,
        lambda: end_milestone(student_id, milestone_id, **form.cleaned_data, by=by(request), at=timezone.now()),
    )  # fmt: skip


def _done(
    request: HttpRequest,
    student_id: UUID,
    form: EnterMilestone | EndMilestone,
    act: Callable[[], Changed | Refused],
) -> HttpResponse:
    """The page of people, with what was done or with what was wrong."""
    if says := changed(request):
        form.add_error(None, says)
    if not form.is_valid():
        return sent_again(request, student_id, form)
    try:
        done = act()
    except ValidationError as wrong:
        form.add_error(None, wrong)
        return sent_again(request, student_id, form)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_people", args=[student_id]))
    return people_again(student_id, ended=done.ended)
