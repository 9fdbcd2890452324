"""The page of a document that may show a family's status, for an employee who takes it: why, and it is theirs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fileroom.disclosure.marks.own_copy import Unreasoned
from fileroom.disclosure.reasons import LONGEST, shown_again


def unreasoned(request: HttpRequest, answer: Unreasoned, because: str) -> HttpResponse:
    """The page that asks why. `because`: what was typed, which stands there again, but for what the law keeps out of
    every text."""
    posted, mark = request.method == "POST", answer.before.mark
    lacks = answer.lacks if posted else ""
    context = {
        "student": {"id": answer.student, "name": answer.student_name},
        "record": {"title": answer.record.item.title.en, "url": reverse("record", args=[answer.record.id])},
        "mark": {"title": mark.title, "says": mark.says, "citation": mark.citation.text},
        "lacks": lacks, "because": shown_again(because), "longest": LONGEST,
    }  # fmt: skip
    return render(request, "marks/own_copy.html", context, status=422 if posted else 403)
