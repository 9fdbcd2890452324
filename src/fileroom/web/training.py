"""Training: somebody's own courses, read page by page, answered, and certified on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.people.answers import FormUsed, Refused
from fileroom.programmes.training import lists, services
from fileroom.programmes.training.assigning import PRESSING
from fileroom.programmes.training.courses import Course, Rhythm
from fileroom.programmes.training.lists import Mine, State
from fileroom.programmes.training.services import NotYet
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.templatetags.pages import spoken

CHIPS = {
    State.OPEN: ("soon", "To do"),
    State.EXPIRED: ("today", "Expired"),
    State.ENDING: ("soon", "Ends soon"),
    State.CURRENT: ("ok", "Current"),
    State.NOT_OWED: ("quiet", "If you wish"),
}
LANGUAGES = (("en", "English"), ("es", "Spanish"))
NOT_GIVEN = 0  # no answer has this number


def rhythm() -> Rhythm:
    """What this installation sets."""
    return Rhythm(settings.TRAINING_DAYS, settings.TRAINING_MONTHS)


@require_GET
@staff("programmes.own")
def training(request: HttpRequest) -> HttpResponse:
    """The courses of whoever is signed in, those first that are open."""
    own = lists.own(by=by(request), at=timezone.now())
    rows = [_row(it) for it in own.courses]
    context = {"rows": rows, "open": sum(it["to_do"] for it in rows), "designee": own.designee}
    return render(request, "training/training.html", context | {"months": settings.TRAINING_MONTHS})


def _row(it: Mine) -> dict[str, Any]:
    chip, says = CHIPS[it.state]
    to_do = it.state in (State.OPEN, State.EXPIRED, State.ENDING)
    if it.state is State.ENDING and it.until_on is not None:
        near = it.until_on <= timezone.localdate() + PRESSING
        chip, says = "today" if near else chip, f"Ends {spoken(it.until_on)}"
    elif to_do and it.due is not None:
        chip, says = ("late", f"Was due {spoken(it.due)}") if it.late else (chip, f"Due {spoken(it.due)}")
    return {
        "id": it.course.id, "title": it.course.title, "about": it.course.about, "chip": chip, "state": says,
        "to_do": to_do, "ending": it.state is State.ENDING, "expired": it.state is State.EXPIRED,
        "renewed": it.state is State.EXPIRED and it.until_on is not None and it.until_on >= timezone.localdate(),
        "current": it.state is State.CURRENT,
        "until_on": it.until_on, "passed_on": it.passed_on, "completion": it.completion,
        "pages": len(it.course.pages), "questions": len(it.course.questions),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("programmes.complete")
def course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One page of a course; behind the last its questions, and what became of the answers."""
    found = services.course_of(course_id)
    if request.method == "POST":
        return _answered(request, found)
    number = _number(request, len(found.pages) + 1)
    if number > len(found.pages):
        return _questions(request, found)
    context = {"course": found, "page": found.pages[number - 1], "number": number, "of": len(found.pages)}
    context |= {"before": number - 1, "after": number + 1, "last": number == len(found.pages)}
    return render(request, "training/course.html", context)


def _number(request: HttpRequest, last: int) -> int:
    """The page that the address asks for; what is no such number is the first."""
    said = request.GET.get("page", "")
    number = int(said) if said.isdecimal() and len(said) < len("100") else 1
    return number if 1 <= number <= last else 1


def _answered(request: HttpRequest, found: Course) -> HttpResponse:
    given = [_answer(request.POST.get(f"answer-{at}", "")) for at in range(1, len(found.questions) + 1)]
    who, now = by(request), timezone.now()
    try:
        if NOT_GIVEN in given:
            raise ValidationError("Answer every question.")
        done = services.complete(once(request), found.id, given, rhythm=rhythm(), by=who, at=now)
    except (FormUsed, ValidationError) as error:
        return _questions(request, found, given, problems=error.messages, status=422)
    if isinstance(done, NotYet):
        return _questions(request, found, given, right=done.right)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("training"))
    language = who.account.language if who.account.language in dict(LANGUAGES) else LANGUAGES[0][0]
    services.certify(done.completion, language=language, head=letterhead(request), by=who, at=now)
    return redirect("training_completed", completion_id=done.completion)


def _answer(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) == 1 else NOT_GIVEN


def _questions(
    request: HttpRequest,
    found: Course,
    given: Sequence[int] = (),
    *,
    right: Sequence[bool] = (),
    problems: Any = (),
    status: int = 200,
) -> HttpResponse:
    rows = [
        {
            "number": at,
            "asks": asked.asks,
            "answers": [
                {"value": n, "says": says, "chosen": bool(given) and given[at - 1] == n}
                for n, says in enumerate(asked.answers, 1)
            ],
            "marked": bool(right),
            "right": bool(right) and right[at - 1],
            "why": asked.why,
        }
        for at, asked in enumerate(found.questions, 1)
    ]
    context = {"course": found, "rows": rows, "problems": problems, "marked": bool(right), "right": sum(right)}
    return render(request, "training/questions.html", context | {"last": len(found.pages)}, status=status)


@require_GET
@staff("programmes.completed")
def training_completed(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """That a course was completed, until when it counts, and its certificates."""
    return _completed(request, completion_id)


def _completed(request: HttpRequest, completion_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    who, now = by(request), timezone.now()
    it = services.completed(completion_id, by=who, at=now)
    made = services.certificates(completion_id, by=who, at=now)
    there = {each.language for each in made}
    context = {"it": it, "made": made, "problems": problems}
    context["languages"] = [{"value": code, "says": says} for code, says in LANGUAGES if code not in there]
    return render(request, "training/completed.html", context, status=status)


@require_POST
@staff("programmes.certify")
def make_certificate(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """The certificate, in a language in which it is not there yet."""
    said = request.POST.get("language", "")
    try:
        services.certify(
            completion_id, language=said, head=letterhead(request), by=by(request), at=timezone.now()
        )  # fmt: skip
    except ValidationError as error:
        return _completed(request, completion_id, error.messages, status=422)
    return redirect("training_completed", completion_id=completion_id)


@require_GET
@staff("programmes.open_certificate")
def certificate(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """The PDF of a certificate, as it was made."""
    pdf = services.open_certificate(certificate_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "certificate.pdf")
