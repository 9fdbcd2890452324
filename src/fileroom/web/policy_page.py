"""The policy page: each sentence of the Board's policy with what carries it out, its evidence as numbers, its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.duties.states import Asked, Evidence, State
from fileroom.law import BY_ID
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.policy import Sentence
from fileroom.programmes.policy import adopted, counsels_look, page, report
from fileroom.programmes.policy.numbers import records_policy
from fileroom.web.faults import by_field
from fileroom.web.gates import by, may_open, staff
from fileroom.web.law_book import rule_url
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.sparkline import sparkline

# The address of the page of a name; empty where it is not there for whoever reads.
Opens = Callable[[str], str]
# The words of a state, the class of its chip, and its icon.
STATES = {
    State.RUNNING: ("Running", "ok", "check_circle_outline"),
    State.ATTENTION: ("Attention", "late", "error_outline"),
    State.DUTY: ("A person’s duty", "soon", "person"),
    State.NOT_HERE: ("Not in this release", "quiet", "info_outline"),
}
IN_PART = "In part not in this release"
PAGES = {
    "company_asks": "A company asks about a student",
    "directory": "Directory information",
    "agent": "An officer or agent is here", "board_reports": "Reports to the Board",
    "board_packets": "Board packets", "taken_lists": "Lists taken away",
    "own_steps": "The district’s own steps", "posted_guide": "The guide for families",
    "coming_in": "Coming in", "counsel": "Counsel’s desk", "declarations": "Declared exceptions",
    "custodians": "Custodians of records", "district": "Schools", "order_protocol": "Protocol for court orders",
    "reading_alarms": "Reading like a machine", "tools": "AI tools",
    "essential_list": "The essential lists", "incidents": "Incidents", "marks": "Looked at twice",
    "notices": "Annual notice", "regulation": "Administrative regulation", "delegations": "Delegations",
    "training": "Training", "vendors": "Companies", "forms": "Forms", "law": "The law book", "ledger": "The ledger",
    "orders": "Court orders", "outgoing": "Outgoing", "possible_orders": "May there be an order?",
    "programmes": "Programmes", "school_calendar": "The school calendar", "social_media": "Social media",
    "students": "Students", "today": "Today",
}  # fmt: skip


def asked(request: HttpRequest) -> Asked:
    """Now, and what the district has set."""
    line, above = bool(settings.ORDERS_AFTER_HOURS), settings.LISTS_SECOND_ABOVE
    return Asked(timezone.now(), settings.QUARANTINE_DAYS, settings.FORM_DAYS, line, above)


@require_GET
@staff("programmes.policy_page")
def policy(request: HttpRequest) -> HttpResponse:
    """The policy, sentence by sentence, as it stands now."""
    who, now = by(request), asked(request)
    found, opens = page.policy_page(by=who, asked=now), opening(request)
    headings: list[dict[str, Any]] = []
    for row in found.rows:
        if not headings or headings[-1]["title"] != row.heading:
            headings.append({"title": row.heading, "rows": []})
        headings[-1]["rows"].append(_row(row, opens))
    context = {
        "headings": headings, "number": found.number, "sentences": len(found.rows), "adopted": found.adopted,
        "absent": found.absent, "may_report": found.may_report,
        "looked": found.looked, "to_look_at": found.to_look_at,
        "counts": [state_words(it) | {"number": found.count(it)} for it in State],
        "packets_url": opens("board_packets"),
        "reports": report.reports(by=who, at=now.at) if found.may_report else (),
    }  # fmt: skip
    return render(request, "policy/page.html", context)


def _row(row: page.Row, opens: Opens) -> dict[str, Any]:
    return {
        "number": row.number,
        "says": row.says,
        "state": _state(row.state, row),
        "on_paper": _state(row.on_paper, row),
        "matched": row.sentence is not None,
        "evidence": [_shown(it, opens) for it in row.shown],
        "pages": [{"label": PAGES[name], "url": opens(name)} for name in row.pages],
        "carried": _carried(row.sentence) if row.sentence else None,
    }


def _state(state: State, row: page.Row) -> dict[str, str]:
    return state_words(state) | ({"label": IN_PART} if row.in_part and state is State.NOT_HERE else {})


def _carried(sentence: Sentence) -> dict[str, Any]:
    rules = [
        {"says": BY_ID[name].says, "citation": BY_ID[name].cites.text, "url": rule_url(name)} for name in sentence.rules
    ]
    place = f"{reverse('law_figures')}#figure-"
    figures = [EVERY_FIGURE[name] for name in sentence.figures]
    told_figures = [{"what": f"{it.what}: {it.within}", "url": place + it.name} for it in figures]
    return {"rules": rules, "figures": told_figures, "duties": sentence.duties, "number": sentence.number}


def state_words(state: State) -> dict[str, str]:
    """A state as a chip says it."""
    label, kind, icon = STATES[state]
    return {"label": label, "kind": kind, "icon": icon}


def _shown(it: page.Shown, opens: Opens) -> dict[str, Any]:
    if it.evidence is None:
        return {"state": state_words(State.NOT_HERE), "by_hand": it.by_hand}
    guarded = {"guarded": it.evidence.guarded}
    return told(it.name, it.evidence, opens) | guarded | {"line": sparkline(it.nights)}


def opening(request: HttpRequest) -> Opens:
    """Where a page is, for whoever reads this one; empty where it is not there for them. Each is asked once."""
    return cache(lambda route: reverse(route) if may_open(route, request) else "")


def told(name: str, it: Evidence, opens: Opens) -> dict[str, Any]:
    """One evidence in words: its number, with the page that lists what makes it up, or where that is not there for its
    reader with the evidence's own."""
    own, listed = reverse("policy_evidence", args=[name]), opens(it.route) if it.route else ""
    return {
        "name": name, "number": it.number, "of": it.of, "says": it.says, "state": state_words(it.state),
        "attention": it.state is State.ATTENTION, "duty": it.state is State.DUTY, "why": it.why, "whose": it.whose,
        "since": it.since, "url": listed or own, "own": own, "listed": listed,
    }  # fmt: skip


@require_GET
@staff("programmes.evidence_page")
def evidence(request: HttpRequest, name: str) -> HttpResponse:
    """What makes one number up, and its year."""
    found = page.evidence_page(name, by=by(request), asked=asked(request))
    parts = [
        {"says": it.says, "number": it.number, "url": rule_url(it.rule) if it.rule else "",
         "citation": BY_ID[it.rule].cites.text if it.rule else ""}
        for it in found.evidence.parts
    ]  # fmt: skip
    context = {
        "it": told(name, found.evidence, opening(request)), "guarded": found.evidence.guarded,
        "parts": parts, "sentences": found.sentences, "line": sparkline(found.nights),
        "months": _by_month(found.nights),
    }  # fmt: skip
    return render(request, "policy/evidence.html", context)


def _by_month(nights: Sequence[Any]) -> list[dict[str, Any]]:
    """The last night of each month, the newest first: the line's numbers, to be read."""
    last = {(it.on.year, it.on.month): it for it in nights}
    return [
        {"on": it.on, "number": it.number, "of": it.of, "state": state_words(it.state)}
        for it in sorted(last.values(), key=lambda night: night.on, reverse=True)
    ]


@require_POST
@staff("programmes.issue_report")
def make_report(request: HttpRequest) -> HttpResponse:
    """The report for the Board, on paper, with its code."""
    report.issue_report(once(request), head=letterhead(request), by=by(request), asked=asked(request))
    return redirect(f"{reverse('policy')}#reports")


@require_GET
@staff("programmes.open_report")
def policy_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The PDF as it was made."""
    pdf = report.open_report(report_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "state-of-policy.pdf")


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_policy")
def policy_text(request: HttpRequest) -> HttpResponse:
    """The text as the Board adopted it: its versions, and the way to enter the next, which is looked at first."""
    who, now = by(request), timezone.now()
    text, on, problems, lines, number = "", "", {}, None, records_policy(timezone.localdate())
    if request.method == "POST":
        text, on = request.POST.get("text", ""), request.POST.get("adopted_on", "")
        number = request.POST.get("number", number).strip()
        try:
            if "looked" in request.POST:
                adopted.enter_policy(once(request), text, number=number, adopted_on=_day(on), by=who, at=now)
                return redirect("policy")
            lines = adopted.proposed(text, number=number, adopted_on=_day(on), by=who, at=now)
        except ValidationError as error:
            problems = by_field(error)
    context = {
        "versions": adopted.versions(by=who), "may_enter": adopted.may_enter(by=who, at=now), "text": text, "on": on,
        "number": number,
        "problems": problems, "lines": lines, "strange": sum(it.sentence is None for it in lines or ()),
    }  # fmt: skip
    return render(request, "policy/text.html", context, status=422 if problems else 200)


@require_POST
@staff("programmes.looked")
def policy_looked_at(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Counsel has looked at what of this version is matched with none, or lacking."""
    counsels_look.looked(version_id, by=by(request), at=timezone.now())
    return redirect("policy")


def _day(said: str) -> date:
    """Raises ValidationError where it is none."""
    try:
        day = parse_date(said)
    except ValueError:
        day = None
    if day is None:
        raise ValidationError({"adopted_on": "Say on which day the Board adopted it."})
    return day
