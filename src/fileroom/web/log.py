"""Who has looked, as the office reads it: the open list, and for the custodian what is kept under seal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from fileroom.disclosure import overview
from fileroom.disclosure.log import Apart, Looked, sealed_apart, under_seal, who_has_looked
from fileroom.disclosure.services import open_file
from fileroom.people.answers import Refused
from fileroom.people.roles import role_title
from fileroom.web.cards import card
from fileroom.web.desk import head, refused
from fileroom.web.gates import by, staff
from fileroom.web.law_book import cited
from fileroom.web.paging import edge_of, turned, turns
from fileroom.web.purpose import purpose_line
from fileroom.web.purpose_words import WHY
from fileroom.web.words import OFFICE, SEALED, office_event, shown

DOORS_LANE = "doors"
DOORS = {"door:refused": ("no", "Asked for a page or an act that is not theirs")}
NOT_YOURS = {"must": "Yours to read", "may": "Yours to read", "no": "Not yours to read", "more": "Needs more"}


@require_GET
@staff("disclosure.who_has_looked")
def looked(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The access log of one file, for the custodian (Ed. Code 49064)."""
    log = who_has_looked(student_id, by=by(request), at=timezone.now(), turn=turned(request))
    if isinstance(log, Refused):
        return refused(request, log, back=reverse("student", args=[student_id]), answers=NOT_YOURS)
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    return render(request, "students/who_has_looked.html", head(request, opened) | _listed(log))


@require_GET
@staff("disclosure.under_seal")
def sealed(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """What is kept under seal, for the custodian alone. The file is not opened by it: that would be an open line."""
    log = under_seal(student_id, by=by(request), at=timezone.now(), turn=turned(request))
    if isinstance(log, Refused):
        return refused(request, log, back=reverse("student", args=[student_id]), answers=NOT_YOURS)
    context = {
        "student": {"id": student_id, "name": log.student_name},
        "purpose": purpose_line(request, log),
        "card": card(log.decision, answers=NOT_YOURS),
    }
    return render(request, "students/under_seal.html", context | _listed(log, sealed=True))


@require_GET
@staff("disclosure.sealed_apart")
def sealed_of_no_student(request: HttpRequest) -> HttpResponse:
    """What is kept under seal of no student, for the custodian of the district alone."""
    doors = request.GET.get("lane") == DOORS_LANE
    log = sealed_apart(
        by=by(request), at=timezone.now(), doors=doors, before=edge_of(request, "older"), most=overview.MOST
    )
    if isinstance(log, Refused):
        return refused(request, log, back=reverse("ledger"), answers=NOT_YOURS)
    lane = {"lane": DOORS_LANE} if doors else {}
    context = {
        "card": card(log.decision, answers=NOT_YOURS), "total": len(log.entries), "lane": DOORS_LANE if doors else "",
        "older_url": f"?{urlencode({**lane, 'older': log.entries[-1].event.id})}" if log.more else "",
        "newest_url": f"?{urlencode(lane)}" if "older" in request.GET else "",
    }  # fmt: skip
    return render(request, "ledger_sealed.html", context | _lines(log, DOORS if doors else SEALED))


def _listed(log: Looked, *, sealed: bool = False) -> dict[str, Any]:
    """The lines of a student's list, and what is said above them."""
    above = {"since": log.page.since or timezone.now(), "complete": log.complete, "total": log.page.total}
    return above | turns(log) | _lines(log, SEALED if sealed else OFFICE)


def _lines(log: Looked | Apart, acts: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    names = overview.names([noted.event.actor.account for noted in log.entries], families=True)
    neutral = log.neutral if isinstance(log, Looked) else frozenset()
    lines = [_line(it, names, log.parties.get(it.event.id), acts, neutral) for it in log.entries]
    return {"entries": shown(lines)}


def _line(
    noted: Any,
    names: Mapping[UUID, str],
    party: Any,
    acts: Mapping[str, tuple[str, str]],
    neutral: Collection[UUID],
) -> dict[str, Any] | None:
    """A line of the list: the person and in which office, and the party where the entry has one."""
    event = noted.event
    said = office_event(noted, names=names, party=party, acts=acts, neutral=neutral)
    if said is None:
        return None
    if event.act in DOORS:
        said["title"] += f": {event.part}" + (f", {event.outcome} times" if event.outcome not in ("", "1") else "")
    name, role = names.get(event.actor.account, ""), role_title(event.actor.role)
    return {
        "kind": said["kind"],
        "when": event.at,
        "who": name or role,
        "role": _in_line(role) if name else "",
        "what": said["title"],
        "url": reverse("record", args=[event.record]) if event.act == "order:filed" and event.record else "",
        "why": WHY.get(event.purpose, ""),
        "rule": cited(event.rules[0]) if event.rules else None,
        "refused": said["kind"] == "no",
        "entry": noted.position,
    }


def _in_line(role: str) -> str:
    """A role beneath a name: "The custodian of records" as "custodian of records"."""
    first, _, rest = role.partition(" ")
    return rest if first in ("The", "A", "An") else role[:1].lower() + role[1:]
