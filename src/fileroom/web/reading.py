"""Reading that looks like a machine's: the alarms of the watch, and one of them with its minutes."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.letters.setting import spoken_instant
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import services
from fileroom.programmes.incidents.known import System
from fileroom.programmes.incidents.services import Answer, Report
from fileroom.programmes.watch import desk
from fileroom.programmes.watch.desk import Alarm, Outcome
from fileroom.programmes.watch.reading import Sign
from fileroom.web.bars import bars
from fileroom.web.gates import by, staff

SIGNS = {
    Sign.AT_NIGHT: "Many students in the middle of the night",
    Sign.FAST: "More students in ten minutes than a person opens",
    Sign.LISTED: "More names in searches and lists than a person reads",
    Sign.LONG: "More students in a day than a person works with",
    Sign.REFUSED: "One refusal after another",
    Sign.STEADY: "Student after student at one beat, as a clock goes",
}
OUTCOMES = {
    Outcome.EXPLAINED.value: "It is explained: I have asked, and know what it was",
    Outcome.INCIDENT.value: "It is not: report it as an incident, and look into it",
}

SETTLED = {
    Outcome.EXPLAINED.value: "Somebody has asked, and it is explained",
    Outcome.INCIDENT.value: "It is looked into as an incident",
}


@require_GET
@staff("programmes.alarms", opens=desk.may_open)
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
    """Whoever asked says what it was. As an incident it is reported with this press, filled in, under the alarm's own
    id: pressed twice it is one, and the alarm leads to it."""
    outcome, who, now = request.POST.get("outcome", ""), by(request), timezone.now()
    try:
        incident = _report(alarm_id, who, now) if outcome == Outcome.INCIDENT.value else None
        desk.settle(alarm_id, outcome, incident=incident, by=who, at=now)
    except ValidationError as error:
        return _page(request, alarm_id, error.messages, 422)
    return redirect("reading_alarm", alarm_id=alarm_id)


def _report(alarm_id: UUID, who: SignedIn, at: datetime) -> UUID:
    it = desk.alarm(alarm_id, by=who, at=at)
    if not it.open:
        raise ValidationError(desk.ASKED_ALREADY)
    whose = it.who or (f"several accounts at {it.address}" if it.address else "a family’s account")
    says = "; ".join(SIGNS[sign] for sign in it.signs)
    first, last = (spoken_instant(when, "en") for when in (it.begun_at, it.last_at))
    happened = (
        f"The watch over reading raised an alarm about {whose}. {says}. Counted so far: {it.students} students by"
        f" {it.reads} looks, {it.listed} names in searches and lists, {it.refused} refusals, from {first} to {last}."
    )
    report = Report(happened, it.raised_at, (System.FILEROOM,), Answer.NOT_KNOWN)
    return services.report(alarm_id, report, by=who, at=at)


def _row(it: Alarm) -> dict[str, Any]:
    who = it.who or (f"Several accounts at {it.address}" if it.address else "A family’s account")
    return {
        "id": it.id, "who": who, "person": bool(it.who), "several": bool(it.address),
        "signs": [SIGNS[sign] for sign in it.signs],
        "begun_at": it.begun_at, "last_at": it.last_at, "students": it.students, "reads": it.reads,
        "refused": it.refused, "seconds": it.seconds and round(it.seconds, 1), "raised_at": it.raised_at,
        "open": it.open, "settled": SETTLED.get(it.outcome, ""), "settled_at": it.settled_at,
        "incident": it.outcome == Outcome.INCIDENT, "incident_id": it.incident, "listed": it.listed,
    }  # fmt: skip
