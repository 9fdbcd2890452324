"""The office's pages: today, students, their files, filing, the log, the ledger and the district."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.disclosure import overview
from fileroom.disclosure.answers import Asker, answer
from fileroom.disclosure.birth_dates import show_birth_date
from fileroom.disclosure.log import who_has_looked
from fileroom.disclosure.searching import search
from fileroom.disclosure.services import Opened, inspect, open_file
from fileroom.law import Decision
from fileroom.people.answers import Missing, Refused
from fileroom.web.cards import card
from fileroom.web.gates import by, staff
from fileroom.web.purpose import changed, purpose_line, sent_for_another_purpose
from fileroom.web.showing import contents_or_document, file_bytes, record_words
from fileroom.web.words import office_event, shown


def refused(request: HttpRequest, answer: Refused, *, back: str) -> HttpResponse:
    """The page that explains a refusal to the office; a silent rule's refusal reads as if nothing were there."""
    if answer.decision.silent:
        raise Missing
    context = {"card": card(answer.decision), "back_url": back}
    return render(request, "refused.html", context, status=403)


@require_GET
@staff("disclosure.search")
def students(request: HttpRequest) -> HttpResponse:
    """Find a student by name, SSID or date of birth."""
    words = request.GET.get("q", "").strip()[:300]
    context: dict[str, Any] = {"q": words, "results": [], "total": 0, "searched": bool(words)}
    if words:
        found = search(words, by=by(request), at=timezone.now())
        context["results"] = [
            {"name": it.name, "grade": it.grade, "school": it.school, "url": reverse("student", args=[it.id])}
            for it in found.students
        ]
        context["total"] = len(found.students)
        context |= {"more": found.more, "unread": found.unread}
    return render(request, "students/search.html", context)


def head(request: HttpRequest, opened: Opened, *, born: date | None = None) -> dict[str, Any]:
    """Context of every page of one student's file. `born`: where showing it was decided and noted."""
    about = overview.head(opened, on=timezone.localdate())
    shows = opened.may_see_birth_date and about.birth_on_is_known
    student = {
        "id": opened.student,
        "name": about.name,
        "grade": about.grade,
        "school": about.school,
        "ssid_masked": f"••••• {about.ssid[-3:]}" if about.ssid else "",
        "born_masked": "••" if about.birth_on_is_known else "not known",
        "born": born,
        "born_url": reverse("student_birth_date", args=[opened.student]) if shows else None,
        "custodian": about.custodian,
        "rights_holders": about.rights_holders,
        "ask_principal": about.ask_principal,
    }
    line = purpose_line(request, opened.student)
    return {"student": student, "may_file": True, "may_see_log": opened.may_read_log, "purpose": line}


@require_http_methods(["GET", "POST"])
@staff("disclosure.open_file")
def student(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """A student's file as a life, with the answer to whoever is asking at the counter."""
    if says := changed(request):
        return sent_for_another_purpose(request, says, back=request.get_full_path())
    opened = open_file(student_id, by=by(request), at=timezone.now())
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    return _file_page(request, opened)


def _file_page(request: HttpRequest, opened: Opened, *, born: date | None = None) -> HttpResponse:
    lane, chosen = request.GET.get("lane", ""), request.GET.get("asker", "")
    context = head(request, opened, born=born)
    life = overview.life(opened)
    urls = {record.id: reverse("record", args=[record.id]) for record in opened.records}
    events = [
        _linked(office_event(noted, names=life.names, party=life.parties.get(noted.event.id)), noted, urls)
        for noted in life.entries
    ]
    context |= {"lane": lane, "events": shown(events, lane)}
    context |= _counter(request, opened, chosen)
    return render(request, "students/file.html", context)


@require_POST
@staff("disclosure.show_birth_date")
def student_birth_date(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The file with the date of birth shown, for those whose work needs it; showing it is an act of its own."""
    if says := changed(request):
        return sent_for_another_purpose(request, says, back=reverse("student", args=[student_id]))
    opened = open_file(student_id, by=by(request), at=timezone.now())
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    born = show_birth_date(student_id, by=by(request), at=timezone.now())
    if isinstance(born, Refused):
        return refused(request, born, back=reverse("student", args=[student_id]))
    return _file_page(request, opened, born=born)


def _linked(event: dict[str, Any] | None, noted: Any, urls: dict[UUID, str]) -> dict[str, Any] | None:
    if event and event["kind"] == "record":
        event["url"] = urls.get(noted.event.record)
    return event


def _counter(request: HttpRequest, opened: Opened, chosen: str) -> dict[str, Any]:
    """Who is asking? The people on file, and those who are not; with the card once one is chosen."""
    here = reverse("student", args=[opened.student])
    people = overview.askers(opened, on=timezone.localdate())
    askers = [{"label": it.label, "url": f"{here}?asker={it.code}", "chosen": it.code == chosen} for it in people]
    it = next((it for it in people if it.code == chosen), None)
    if it is None:
        return {"askers": askers}
    checked = request.method == "POST"  # the clerk says: I have seen the ID
    given = answer(opened.student, Asker(chosen, identity_checked=checked), by=by(request), at=timezone.now())
    return {"askers": askers, "card": _counter_card(given.decision, it.label, here, chosen)}


def _counter_card(decision: Decision, label: str, here: str, chosen: str) -> dict[str, Any]:
    """The card at the counter. A silent refusal shows the clerk the next step, never the order."""
    if decision.silent:
        return {
            "kind": "no",
            "answer": "Ask the principal",
            "subject": label,
            "says": "Do not answer and do not explain. Ask the person to have a seat, and call the principal.",
            "words": "Please have a seat. The principal will be with you.",
        }
    supplies = {"requester.identity": {"url": f"{here}?asker={chosen}", "label": "ID checked", "method": "post"}}
    return card(decision, subject=f"{label} asks to see the file", supplies=supplies)


@require_GET
@staff("disclosure.who_has_looked")
def looked(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The access log of one file, for the custodian (Ed. Code 49064)."""
    log = who_has_looked(student_id, by=by(request), at=timezone.now())
    if isinstance(log, Refused):
        return refused(request, log, back=reverse("student", args=[student_id]))
    opened = open_file(student_id, by=by(request), at=timezone.now())
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    names = overview.names([noted.event.actor.account for noted in log.entries], families=True)
    lines = [_line(noted, names, log.parties.get(noted.event.id)) for noted in log.entries]
    context = head(request, opened)
    context |= {
        "since": min((noted.event.at for noted in log.entries), default=timezone.now()),
        "complete": log.complete,
        "total": len(log.entries),
        "entries": [line for line in lines if line],
        "entry": None,
    }
    return render(request, "students/who_has_looked.html", context)


def _line(noted: Any, names: Mapping[UUID, str], party: Any) -> dict[str, Any] | None:
    """A line of the log: the employee in their office, and the party where the entry has one."""
    event = office_event(noted, names=names, party=party)
    if event is None:
        return None
    return {
        "when": event["when"],
        "who": names.get(noted.event.actor.account, "—"),
        "role": noted.event.actor.role.replace("_", " "),
        "what": event["title"],
        "why": noted.event.purpose.replace("_", " "),
        "citation": "",
        "outcome": noted.event.outcome.replace("_", " "),
        "refused": event["kind"] == "no",
        "entry": noted.position,
    }


@require_GET
@staff("disclosure.inspect")
def record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One record, opened."""
    seen = inspect(record_id, by=by(request), at=timezone.now())
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("students"))
    context = {
        "student": {"id": seen.student, "name": seen.student_name},
        "record": record_words(seen),
        "purpose": purpose_line(request, seen.student),
        "card": card(seen.decision),
        "entry": None,
    }
    return render(request, "records/record.html", context | contents_or_document(seen, "record_document"))


@require_GET
@staff("disclosure.inspect")
def record_document(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """A document's bytes; taking them is an act of its own."""
    seen = inspect(record_id, by=by(request), at=timezone.now(), copy=True)
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("record", args=[record_id]))
    return file_bytes(seen)


@require_GET
@staff("disclosure.overview")
def district(request: HttpRequest) -> HttpResponse:
    """Schools, custodians, calendar."""
    return render(request, "district.html", overview.district(on=timezone.localdate()))
