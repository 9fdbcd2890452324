"""Reading that looks like a machine's: the alarms of the watch, and one of them with its minutes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.programmes.watch import desk
from fileroom.programmes.watch.desk import Alarm, Outcome
from fileroom.programmes.watch.reading import Sign
from fileroom.web.bars import bars
from fileroom.web.gates import by, staff

SIGNS = {
    Sign.AT_NIGHT: "Many students in the middle of the night",
    Sign.FAST: "More students in ten minutes than a person opens",
    Sign.LONG: "More students in a day than a person works with",
    Sign.REFUSED: "One refusal after another",
    Sign.STEADY: "Student after student at one beat, as a clock goes",
}
OUTCOMES = {
    Outcome.EXPLAINED.value: "It is explained: I have asked, and know what it was",
    Outcome.INCIDENT.value: "It is not: it is looked into as an incident",
}


@require_GET
@staff("programmes.alarms")
def reading_alarms(request: HttpRequest) -> HttpResponse:
    """Every alarm, the newest first."""
    rows = [_row(it) for it in desk.alarms(by=by(request), at=timezone.now())]
    return render(request, "reading/alarms.html", {"alarms": rows})


@require_GET
@staff("programmes.alarm")
def reading_alarm(request: HttpRequest, alarm_id: UUID) -> HttpResponse:
    """One alarm: what was counted, minute by minute, and whom to ask."""
    return _page(request, alarm_id)


def _page(request: HttpRequest, alarm_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    it = desk.alarm(alarm_id, by=by(request), at=timezone.now())
    context = {"it": _row(it), "chart": bars(it.minutes), "outcomes": OUTCOMES.items(), "problems": problems}
    return render(request, "reading/alarm.html", context, status=status)


@require_POST
@staff("programmes.settle")
def settle_reading(request: HttpRequest, alarm_id: UUID) -> HttpResponse:
    """Whoever asked says what it was."""
    try:
        desk.settle(alarm_id, request.POST.get("outcome", ""), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, alarm_id, error.messages, 422)
    return redirect("reading_alarm", alarm_id=alarm_id)


def _row(it: Alarm) -> dict[str, Any]:
    who = it.who or (f"Several accounts at {it.address}" if it.address else "A family’s account")
    return {
        "id": it.id, "who": who, "person": bool(it.who), "several": bool(it.address),
        "signs": [SIGNS[sign] for sign in it.signs],
        "begun_at": it.begun_at, "last_at": it.last_at, "students": it.students, "reads": it.reads,
        "refused": it.refused, "seconds": it.seconds and round(it.seconds, 1), "raised_at": it.raised_at,
        "open": it.open, "outcome": OUTCOMES.get(it.outcome, ""), "settled_at": it.settled_at,
        "incident": it.outcome == Outcome.INCIDENT,
    }  # fmt: skip
