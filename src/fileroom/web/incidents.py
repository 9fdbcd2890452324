"""Incidents: anybody who works here reports one in a minute; whoever handles it has one page with all that is owed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.law.catalogue import CATALOGUE
from fileroom.people.answers import FormUsed, Missing
from fileroom.programmes.incidents import desk, services
from fileroom.programmes.incidents.desk import Head, Page
from fileroom.programmes.incidents.duties import BY_HAND, HAD_GONE, IN_FULL
from fileroom.programmes.incidents.known import System
from fileroom.programmes.incidents.languages import How
from fileroom.programmes.incidents.named import WrongAs
from fileroom.programmes.incidents.reaching import Aside
from fileroom.programmes.notices.years import TRANSLATE
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.incident_form import SYSTEMS, HandForm, KnownForm, ReportForm, initial, now_here
from fileroom.web.incident_sent import PAPERS, SentForm, sent_rows
from fileroom.web.language_names import language_name
from fileroom.web.once import once
from fileroom.web.owed import due_words, title_of


@require_GET
@staff("programmes.register")
def incidents(request: HttpRequest) -> HttpResponse:
    """The register: all of them for those designated, else one's own."""
    found = desk.register(by=by(request), at=timezone.now())
    rows = [row_of(it) for it in found.incidents]
    context = {"incidents": rows, "designated": found.designated, "keeps": found.keeps}
    return render(request, "incidents/register.html", context)


def row_of(it: Head) -> dict[str, Any]:
    """One incident in words."""
    chip, kind = _chip(it)
    return {
        "id": it.id, "chip": chip, "kind": kind, "exercise": it.exercise, "reported_at": it.reported_at,
        "noticed_at": it.noticed_at, "systems": ", ".join(_systems(it)), "closed_at": it.closed_at, "owed": it.owed,
        "waits": it.waits,
    }  # fmt: skip


def _systems(it: Head) -> list[str]:
    return [SYSTEMS[one] for one in it.systems]


def _chip(it: Head) -> tuple[str, str]:
    if it.closed_at:
        return "Closed", "quiet"
    if it.late:
        return "Overdue", "late"
    if it.assessed_at is None:
        return "New", "today"
    return ("Open", "today") if it.owed or it.waits else ("To close", "soon")


@require_http_methods(["GET", "POST"])
@staff("programmes.report")
def report(request: HttpRequest) -> HttpResponse:
    """One form, one minute."""
    designated = desk.register(by=by(request), at=timezone.now()).designated
    if request.method == "GET":
        first = {"noticed_at": now_here(), "exercise": "exercise" in request.GET}
        return render(request, "incidents/report.html", {"form": ReportForm(initial=first, designated=designated)})
    form = ReportForm(request.POST, designated=designated)
    try:
        if form.is_valid():
            made = services.report(once(request), form.said(), by=by(request), at=timezone.now())
            return redirect("incident", incident_id=made)
    except (FormUsed, ValidationError) as error:
        put_on(form, error)
    return render(request, "incidents/report.html", {"form": form}, status=422)


@require_GET
@staff("programmes.page")
def incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """One incident; for whoever has only reported it, that it is in hand."""
    return incident_page(request, incident_id)


def incident_page(
    request: HttpRequest, incident_id: UUID, *, known: KnownForm | None = None, problems: Any = (),
    opened: Any = None, sent_form: SentForm | None = None, status: int = 200, **more: Any,
) -> HttpResponse:  # fmt: skip
    """The page, with a form as it was sent, or with what went wrong."""
    who, now = by(request), timezone.now()
    head, handles = desk.standing(incident_id, by=who, at=now)
    if not handles:
        context = {"it": row_of(head), "problems": problems}
        return render(request, "incidents/reported.html", context, status=status)
    found = desk.page(incident_id, by=who, at=now)
    context = _context(found) | {
        "form": known or KnownForm(initial=initial(found.known, found.head.systems, found.head.going_on)),
        "asked": known is not None,
        "hand": HandForm(employees=_employees(request, found)),
        "problems": problems,
        "opened": opened,
        "sent_form": sent_form or SentForm(),
        "sent_typed": sent_form is not None,
        "seen": found.head.assessed_at.isoformat() if found.head.assessed_at else "",
    }
    return render(request, "incidents/incident.html", context | more, status=status)


def _employees(request: HttpRequest, found: Page) -> list[tuple[UUID, str]]:
    try:
        return desk.employees(by=by(request), at=timezone.now()) if found.designated else []
    except Missing:
        return []


def _context(found: Page) -> dict[str, Any]:
    reached = found.reached
    total = reached.students + reached.employees + reached.parents + reached.not_found
    return {
        "it": row_of(found.head),
        "reported_by": found.reported_by,
        "handler": found.handler,
        "designated": found.designated,
        "law": [_said(of, found) for of in (found.answers.attack, found.answers.breach)],
        "missing": found.answers.missing,
        "owed": [_owed(it, found.designated) for it in found.owed],
        "reached": reached,
        "total": total,
        "planned": total - reached.unplanned,
        "begun": reached.written + reached.by_hand + reached.told > 0,
        "scopes": [_scope(it) for it in found.scopes],
        "lists": [_list(it) for it in found.lists],
        "wrong_as": [(it.value, says) for it, says in WRONG_AS.items()],
        "sent": sent_rows(found.sent),
        "papers_made": [
            {"id": id_, "says": PAPERS[kind, language], "at": at} for id_, kind, language, at in found.papers
        ],
        "asides": [(it.value, says) for it, says in ASIDES.items()],
        "of_systems": [(it.value, SYSTEMS[it]) for it in found.head.systems if it is not System.FILEROOM],
        "channel": settings.CENTER_CHANNEL,
        "written": found.written,
        "unread": found.unread,
        "lessons": found.lessons,
        "blocks": found.blocks,
        "substitute_owed": any(it.rule == IN_FULL for it in found.owed),
        "by_no_district": found.answers.by_no_district,
        "notice_words": found.notice_words,
        "police_ask": found.answers.police_ask,
    }


ANSWERS = {
    "must": ("late", "Owed"),
    "may": ("ok", "Not owed"),
    "needs_more": ("today", "Not known yet"),
    "no": ("late", "No"),
}


ASIDES = {
    Aside.ON_THE_LIST: "Whoever was named stands on the list by another way",
    Aside.ALLOWED: "It was the office’s own work, and no part of what happened",
    Aside.COUNTED_ANEW: "It was counted too widely: a narrower count stands in its place",
}


WRONG_AS = {
    WrongAs.CORRECTED: "Whoever holds it has said who was touched in truth",
    WrongAs.ANOTHER_FILE: "It was another file, and no list of these people",
    WrongAs.ANOTHER_INCIDENT: "It is of another incident",
}


def _list(it: Any) -> dict[str, Any]:
    wrong = WRONG_AS[WrongAs(it.wrong)] if it.wrong else ""
    whose = SYSTEMS[System(it.system)]
    return {"id": it.id, "whose": whose, "rows": it.rows, "lost": it.lost, "at": it.imported_at, "wrong": wrong}


def _scope(it: Any) -> dict[str, Any]:
    names = ("id", "begun_at", "ended_at", "students", "staff", "records", "shown", "in_vain", "searches", "names")
    said = [(f"{CATALOGUE[item].title.en}, {kept_as}", number) for kept_as, item, number in it.classes]
    return {name: getattr(it, name) for name in names} | {
        "by_time_alone": not (it.accounts or it.addresses), "classes": said,
        "listed": it.listed_entry is not None, "aside": ASIDES[Aside(it.aside)] if it.aside else "",
        "settled": bool(it.aside) or (not it.names and (it.listed_entry is not None or not (it.students or it.staff))),
    }  # fmt: skip


def _said(of: Any, found: Page) -> dict[str, Any]:
    """What the law answers; what it asks and was done is said to be done."""
    open_ = {it.rule for it in found.owed}
    over = of.outcome.value == "must" and not found.head.exercise and not open_ & {it.rule for it in of.because}
    kind, word = ("ok", "Done") if over else ANSWERS[of.outcome.value]
    return {"kind": kind, "word": word, "says": of.says, "cites": [it.citation for it in of.because]}


HOWS = {
    How.GOES_ALONG: "A person’s translation goes with the letters",
    How.BY_A_PERSON: "A person tells each of these families in it",
    How.NOBODY_SPEAKS_IT: "No family it touches speaks it",
}


def _owed(it: Any, designated: bool) -> dict[str, Any]:
    language = language_name(it.part) if it.rule == TRANSLATE else ""
    return {
        "language": language, "hows": [(how.value, says) for how, says in HOWS.items()] if language else [],
        "rule": it.rule, "part": it.part, "title": title_of(it.room, it.rule, it.part) or it.citation, "says": it.says,
        "cite": it.citation,
        "when": due_words(it), "late": it.late, "by_hand": it.rule in BY_HAND and (designated or it.rule != HAD_GONE),
    }  # fmt: skip
