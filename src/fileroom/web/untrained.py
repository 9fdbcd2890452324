"""The page of a sensitive record for whom a training is lacking: the way to the course, and the way past it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from fileroom.disclosure.reasons import LONGEST
from fileroom.disclosure.training_gate import Untrained
from fileroom.programmes.policy.numbers import records_policy
from fileroom.programmes.training.courses import COURSES
from fileroom.web.cards import card
from fileroom.web.templatetags.pages import spoken

ANSWERS = {"must": "Yours to see", "may": "Yours to see", "no": "Not yours to see", "more": "Needs more"}


def untrained(
    request: HttpRequest, answer: Untrained, *, problems: Any = (), reason: str = "", status: int = 403
) -> HttpResponse:
    """The page that says what is lacking, with the course, and the way past it."""
    course = COURSES[answer.course]
    lacking = f"A current training: {course.title}."
    if answer.until_on is not None:
        lacking = f"A current training: {course.title}. Yours ended {spoken(answer.until_on)}."
    policy = f"Board Policy {records_policy(timezone.localdate())}"
    step = {
        "ask": lacking, "citation": policy, "fact": "", "action_label": "Take the course",
        "action_url": reverse("course", args=[course.id]), "method": "get", "fields": {},
    }  # fmt: skip
    context = {
        "student": {"id": answer.student, "name": answer.student_name},
        "record": {"id": answer.record.id, "title": answer.record.item.title.en},
        "card": card(answer.decision, answers=ANSWERS) | {"missing": [step]},
        "problems": problems, "reason": reason, "longest": LONGEST,
    }  # fmt: skip
    return render(request, "records/untrained.html", context, status=status)
