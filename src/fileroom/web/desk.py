"""The office's pages: students, their files, who is who to them, a record, and the district."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.casework.desk import links_to
from fileroom.disclosure import overview
from fileroom.disclosure.answers import Asker, answer
from fileroom.disclosure.birth_dates import show_birth_date
from fileroom.disclosure.marks.before import Looked
from fileroom.disclosure.marks.own_copy import Unreasoned
from fileroom.disclosure.searching import search, with_claims
from fileroom.disclosure.services import SEALED_ITEM, Listed, Opened, inspect, open_file
from fileroom.disclosure.training_gate import Untrained
from fileroom.law import Decision
from fileroom.people.answers import Missing, Refused
from fileroom.programmes.accounts.desk import may_open
from fileroom.programmes.enforcement import visits
from fileroom.web.cards import OF_ONE_S_OWN_LOOK, card, limits
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import with_a_letter
from fileroom.web.marked import marked_words
from fileroom.web.purpose import changed, purpose_line, sent_for_another_purpose
from fileroom.web.release_words import ASK_PRINCIPAL, SAY_NOT_SHOWN
from fileroom.web.showing import contents_or_document, file_bytes, record_words
from fileroom.web.unreasoned import unreasoned
from fileroom.web.untrained import untrained
from fileroom.web.whose import in_an_emergency, related, whose
from fileroom.web.words import list_title, office_event, shown

CHECKED = "identity_checked"
MOST_SHOWN = 10 * overview.MOST  # looks on one page, however often its reader asks for earlier ones
# What a card calls the answer where nobody else asks: the reader does.
NOT_YOURS = {"must": "Yours to see", "may": "Yours to see", "no": "Not yours to see", "more": "Needs more"}


def refused(
    request: HttpRequest, answer: Refused, *, back: str, answers: Mapping[str, Any] = NOT_YOURS
) -> HttpResponse:
    """The page that explains a refusal; to whom it is hidden it reads as if nothing were there."""
    if answer.hidden:
        raise Missing
    context = {"card": card(answer.decision, answers=answers), "back_url": back}
    return render(request, "refused.html", context, status=403)


@require_GET
@staff("disclosure.search")
def students(request: HttpRequest) -> HttpResponse:
    """Find a student by name, SSID or date of birth; of all, or of those with somebody who waits to be checked."""
    words, waiting = request.GET.get("q", "").strip()[:300], "waiting" in request.GET
    context: dict[str, Any] = {"q": words, "results": [], "total": 0, "waiting": waiting}
    if words or waiting:
        found = (with_claims if waiting else search)(words, by=by(request), at=timezone.now())
        page = "student_people" if waiting else "student"
        context["results"] = [
            {"name": it.name, "grade": it.grade, "school": it.school, "url": reverse(page, args=[it.id])}
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
    line = purpose_line(request, opened)
    may = {"may_see_log": opened.may_read_log, "may_see_sealed": opened.may_read_sealed}
    return {"student": student, "purpose": line, **may}


@require_http_methods(["GET", "POST"])
@staff("disclosure.open_file")
def student(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """A student's file as a life, with the answer to whoever is asking at the counter."""
    if says := changed(request):
        return sent_for_another_purpose(request, says, back=request.get_full_path())
    asked = request.method == "POST"  # an answer is a line of the log about whoever asks: no address alone writes one
    # Another lane, earlier looks and the answer at the counter are steps on the same page.
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=asked or bool(request.GET))
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    return _file_page(request, opened, chosen=request.POST.get("asker", ""))


def _file_page(request: HttpRequest, opened: Opened, *, chosen: str = "", born: date | None = None) -> HttpResponse:
    lane, context = request.GET.get("lane", ""), head(request, opened, born=born)
    life = overview.life(opened, most=most_looks(request))
    urls = {record.id: reverse("record", args=[record.id]) for record in opened.records}
    filed = {noted.event.record for noted in life.entries}
    about = {record.id: whose(record) for record in opened.records}
    # An order's paper is led to from what is kept under seal alone: this page is used, and printed, at the counter.
    unfiled = [it for it in opened.records if it.id not in filed and it.item.code != SEALED_ITEM]
    events = [_on_the_shelf(it, urls) for it in unfiled]
    for noted in life.entries:
        if event := office_event(noted, names=life.names, party=life.parties.get(noted.event.id), neutral=life.neutral):
            events.append(_linked(event, noted, urls, about))
    events.sort(key=lambda event: event["when"], reverse=True)
    context |= {"lane": lane, "events": shown(events, lane), "emergency": in_an_emergency(opened.records, urls)}
    context["order_on_file"] = context["student"]["ask_principal"]
    if life.more and lane != "records":
        context |= earlier(request, lane=lane)
    counter = _counter(request, opened, chosen)
    if here := counter.get("here"):
        return redirect("agent_answer", request_id=here)
    context |= counter
    # Once somebody is chosen the card alone speaks: two contrary orders on one page, and the second goes unread.
    context["student"]["ask_principal"] &= "card" not in context
    return render(request, "students/file.html", context)


@require_POST
@staff("disclosure.show_birth_date")
def student_birth_date(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The file with the date of birth shown, for those whose work needs it; showing it is an act of its own."""
    if says := changed(request):
        return sent_for_another_purpose(request, says, back=reverse("student", args=[student_id]))
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    born = show_birth_date(student_id, by=by(request), at=timezone.now())
    if isinstance(born, Refused):
        return refused(request, born, back=reverse("student", args=[student_id]))
    return _file_page(request, opened, born=born)


def most_looks(request: HttpRequest) -> int:
    """How many looks the page shows: each "Earlier" adds as many again, until one page can bear no more."""
    asked = request.GET.get("most", "")
    return min(max(int(asked), overview.MOST), MOST_SHOWN) if asked.isdecimal() and len(asked) < 6 else overview.MOST


def earlier(request: HttpRequest, **more: str) -> dict[str, Any]:
    """The way to the earlier looks of a page that has not shown all: by `more_url`, or past it (`most_shown`)."""
    most = most_looks(request)
    if most == MOST_SHOWN:
        return {"most_shown": most}
    return {"more_url": f"?{urlencode({**more, 'most': min(most + overview.MOST, MOST_SHOWN)})}"}


def _on_the_shelf(record: Listed, urls: dict[UUID, str]) -> dict[str, Any]:
    """A record whose filing is not among the entries: it is on the shelf all the same."""
    return {
        "when": record.filed_at, "kind": "record", "title": f"Filed: {list_title(record.item, marked=record.marked)}",
        "text": "", "url": urls[record.id], "whose": whose(record),
    }  # fmt: skip


def _linked(event: dict[str, Any], noted: Any, urls: dict[UUID, str], about: dict[UUID, str]) -> dict[str, Any]:
    """A filing with its record: where it opens and whom it is about, of those the reader may open."""
    if event["kind"] == "record":
        event |= {"url": urls.get(noted.event.record), "whose": about.get(noted.event.record, "")}
    return event


def _counter(request: HttpRequest, opened: Opened, chosen: str) -> dict[str, Any]:
    """Who is asking? The people on file, and those who are not; with the card once one is chosen.

    Of an officer or agent `here`: their page says what to do, and shows nothing of a student to whoever stands there.
    """
    people = overview.askers(opened, on=timezone.localdate())
    askers = [{"code": it.code, "label": related(it.name, it.kind), "chosen": it.code == chosen} for it in people]
    it = next((it for it in people if it.code == chosen), None)
    if it is None:
        return {"askers": askers}
    checked = CHECKED in request.POST  # the clerk says: I have seen the ID
    here = reverse("student", args=[opened.student])
    who, now = Asker(chosen, identity_checked=checked), timezone.now()
    enter = with_a_letter(request, visits.at_the_counter)
    given = answer(opened.student, who, enter=enter, by=by(request), at=now)
    if given.decision.apart:
        return {"here": visits.here(by=by(request), at=now)}
    return {"askers": askers, "card": _counter_card(given.decision, related(it.name, it.kind), here, chosen)}


def _counter_card(decision: Decision, label: str, here: str, chosen: str) -> dict[str, Any]:
    """The card at the counter. A silent refusal shows the clerk the next step, never the order."""
    if decision.silent:
        return ASK_PRINCIPAL | {"subject": label}
    fields = {"asker": chosen, CHECKED: "yes"}
    seen = {"url": f"{here}#asking", "label": "ID checked", "method": "post", "fields": fields}
    supplies = {"requester.identity": seen}
    words = "" if decision.granted or decision.missing else SAY_NOT_SHOWN
    told = card(decision, subject=f"{label} asks to see the file", supplies=supplies, words=words)
    return told | {"limits": limits(decision)}


@require_GET
@staff("disclosure.inspect")
def record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One record, opened."""
    seen = inspect(record_id, by=by(request), at=timezone.now())
    if isinstance(seen, Untrained):
        return untrained(request, seen)
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("students"))
    context = {
        "student": {"id": seen.student, "name": seen.student_name},
        "record": record_words(seen) | {"id": record_id},
        "marked": marked_words(request, seen),
        "links": links_to(record_id, by=by(request), at=timezone.now()),
        "purpose": purpose_line(request, seen),
        "card": card(seen.decision, answers=NOT_YOURS) | {"limits": limits(seen.decision, OF_ONE_S_OWN_LOOK)},
    }
    return render(request, "records/record.html", context | contents_or_document(seen, "record_document"))


@require_http_methods(["GET", "POST"])
@staff("disclosure.inspect")
def record_document(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """A document's bytes; taking them is an act of its own. What may show a family's status is asked for with why."""
    if request.method == "POST" and (says := changed(request)):
        return sent_for_another_purpose(request, says, back=reverse("record", args=[record_id]))
    because = request.POST.get("because", "")
    seen = inspect(record_id, by=by(request), at=timezone.now(), copy=True, looked=Looked(because=because))
    if isinstance(seen, Untrained):
        return untrained(request, seen)
    if isinstance(seen, Unreasoned):
        return unreasoned(request, seen, because)
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("record", args=[record_id]))
    return file_bytes(seen)


@require_GET
@staff("disclosure.overview")
def district(request: HttpRequest) -> HttpResponse:
    """Schools, custodians, calendar."""
    context = overview.district(on=timezone.localdate())
    context["may_give"] = may_open(by=by(request), at=timezone.now())
    return render(request, "district.html", context)
