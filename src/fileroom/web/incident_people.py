"""Whom an incident touches: counted here or by another's list, written to some at a time, and told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.people.answers import Refused
from fileroom.programmes.incidents import by_hand, desk, endings, named, nobody, people, reaching, telling
from fileroom.programmes.incidents.known import System
from fileroom.programmes.incidents.matching import Unmatched
from fileroom.programmes.incidents.named import WrongAs
from fileroom.programmes.incidents.nobody import NobodyWhy
from fileroom.programmes.incidents.reaching import Aside
from fileroom.programmes.incidents.turns import Why
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.incident_acts import NOT_OWED, acted
from fileroom.web.incidents import incident_page, row_of
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once

WHYS = {
    Why.ORDER: "A paper on the file: look at it first, then hand it over",
    Why.SHARED: "Somebody kept from the file, or somebody else on this list, has the same address",
    Why.ADDRESS: "No address on file",
    Why.SUBSTITUTE_ADDRESS: "In Safe at Home: to the substitute address the Secretary of State has given, and no other",
    Why.NOBODY: "Nobody on file who may be told",
    Why.NOT_SIGNED_FOR: "The school has not signed that its paper orders are entered",
    Why.CHANGED: "Who is told of this child has changed since the letter was written: look at the file first",
    Why.CAME_BACK: "The letter came back from the address on file: find where they live now",
    Why.MOVED: "Their address was filed anew since the letter was written: look where they live now, and write that",
    Why.PARENT: "A parent on the list, whom no child’s file here lets a letter reach",
    Why.AT_WORK: "Works here: at work",
    Why.FORMER_STAFF: "Worked here, and has left: to the last address the personnel office has",
    Why.SUBSTITUTE: "By the substitute notice",
}
LOST = {
    Unmatched.NOBODY: "Nobody here",
    Unmatched.SEVERAL: "Fits several people",
    Unmatched.ANOTHER: "Its number is one person’s, its name or birth date another’s",
    Unmatched.OTHER_NAME: "Its e-mail is of a parent’s account, and its name is not exactly theirs",
    Unmatched.TOO_LITTLE: "A name alone",
}

NOBODY = {
    NobodyWhy.KEPT_OUT: "An order, or the end of their rights, keeps everybody who is known from it",
    NobodyWhy.UNKNOWN: "Somebody has looked for a parent or guardian, and found none",
    NobodyWhy.BY_COUNSEL: "Counsel has said that nobody is told",
}


@require_POST
@staff("programmes.count")
def count(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Count what was shown here, by account, address and time."""
    typed = {name: request.POST.get(name, "")[:2000] for name in ("begun_at", "ended_at", "accounts", "addresses")}
    return acted(request, incident_id, lambda: _count(request, incident_id), typed=typed | {"form": "count"})


def _count(request: HttpRequest, incident_id: UUID) -> None:
    begun, ended = (_instant(request.POST.get(name, "")) for name in ("begun_at", "ended_at"))
    accounts, addresses = (tuple(request.POST.get(name, "")[:2000].split()) for name in ("accounts", "addresses"))
    reaching.count(incident_id, accounts, addresses, begun, ended, by=by(request), at=timezone.now())


def _instant(said: str) -> Any:
    try:
        found = parse_datetime(said)
    except ValueError:
        found = None
    if found is None:
        raise ValidationError("Say from when until when to count.")
    return timezone.make_aware(found) if timezone.is_naive(found) else found


@require_POST
@staff("programmes.list_counted")
def list_counted(request: HttpRequest, incident_id: UUID, scope_id: UUID) -> HttpResponse:
    """Put the students of a count on the list."""
    return acted(
        request, incident_id, lambda: reaching.list_counted(incident_id, scope_id, by=by(request), at=timezone.now())
    )


@require_POST
@staff("programmes.set_aside")
def set_aside(request: HttpRequest, incident_id: UUID, scope_id: UUID) -> HttpResponse:
    """A count is settled without its list, and why."""
    return acted(request, incident_id, lambda: _set_aside(request, incident_id, scope_id))


def _set_aside(request: HttpRequest, incident_id: UUID, scope_id: UUID) -> UUID:
    try:
        why = Aside(request.POST.get("why", ""))
    except ValueError:
        raise ValidationError("Choose why.") from None
    return reaching.set_aside(incident_id, scope_id, why, by=by(request), at=timezone.now())


@require_POST
@staff("programmes.import_list")
def import_list(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The list of a company, or of the student information system."""
    file = request.FILES.get("list")
    if file is None:
        return incident_page(request, incident_id, problems=["Choose the file."], status=422)
    body = file.read(reaching.LARGEST_FILE + 1)
    return acted(request, incident_id, lambda: _import(request, incident_id, body))


def _import(request: HttpRequest, incident_id: UUID, body: bytes) -> None:
    try:
        whose = System(request.POST.get("whose", ""))
    except ValueError:
        raise ValidationError("Say whose list it is.") from None
    reaching.import_list(once(request), incident_id, whose, body, by=by(request), at=timezone.now())


@require_POST
@staff("programmes.list_was_wrong")
def list_was_wrong(request: HttpRequest, incident_id: UUID, list_id: UUID) -> HttpResponse:
    """A list is taken back, and why."""
    return acted(request, incident_id, lambda: _list_was_wrong(request, incident_id, list_id))


def _list_was_wrong(request: HttpRequest, incident_id: UUID, list_id: UUID) -> int:
    try:
        why = WrongAs(request.POST.get("why", ""))
    except ValueError:
        raise ValidationError("Choose what was wrong.") from None
    return named.list_was_wrong(incident_id, list_id, why, by=by(request), at=timezone.now())


@require_POST
@staff("programmes.prepare")
def prepare(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Write the next letters. While some are left, the page asks for the next by itself."""
    try:
        answer = telling.prepare(incident_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return incident_page(request, incident_id, problems=error.messages, status=422)
    if isinstance(answer, Refused):
        return refused(request, answer, back=reverse("incident", args=[incident_id]), answers=NOT_OWED)
    return redirect(reverse("incident", args=[incident_id]) + ("?go_on" if answer.left else "") + "#people")


@require_http_methods(["GET", "POST"])
@staff("programmes.people")
def incident_people(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The people by name; posted: with what stands in the rows that are nobody here."""
    return people_page(request, incident_id, opened=request.method == "POST", after=_after(request))


def _after(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("after", ""))
    except ValueError:
        return None


def people_page(
    request: HttpRequest, incident_id: UUID, *, opened: bool = False, after: UUID | None = None, problems: Any = (),
    typed: Any = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The people by name, or with what went wrong, and what was typed."""
    who, now = by(request), timezone.now()
    head, _ = desk.standing(incident_id, by=who, at=now)
    found = people.people(incident_id, by=who, at=now, opened=opened, after=after)
    context = {
        "it": row_of(head),
        "by_hand": [
            {"id": it.id, "name": it.name, "where": it.where, "to": it.to, "why": WHYS[it.why], "staff": it.staff}
            for it in found.by_hand
        ],
        "take_out": [{"it": it, "why": WHYS[it.why]} for it in found.take_out], "posted": found.posted,
        "gone": found.gone,
        **_next(found),
        "handed": found.handed, "untold": [{"it": it, "why": NOBODY[NobodyWhy(it.why)]} for it in found.untold],
        "nobody": [(it.value, says) for it, says in NOBODY.items()],
        "lost": [
            {"id": it.id, "row": it.row, "why": LOST[Unmatched(it.why)], "says": it.says, "settled": it.settled}
            for it in found.lost
        ],
        "unread": found.unread,
        "names": found.names, "written": found.written, "prints": found.prints, "waits": found.waits,
        "students": found.students, "more": found.more, "opened": opened, "problems": problems,
        "by_hand_at_once": by_hand.AT_ONCE, "typed": typed,
    }  # fmt: skip
    return render(request, "incidents/people.html", context, status=status)


def _next(found: people.People) -> dict[str, Any]:
    """Of which print it is asked next, and which is posted next. One that was not opened as this page was made may be
    by the time somebody asks."""
    to_post = next((it for it in found.prints if it.asked), None)
    opened = next((it for it in found.prints if it.opened and not it.asked), None)
    return {"to_ask": opened or (None if to_post else next(iter(found.prints), None)), "to_post": to_post}


@require_POST
@staff("programmes.handed_over")
def handed_over(request: HttpRequest, incident_id: UUID, notice_id: UUID) -> HttpResponse:
    """A person has told them; or found that a row is nobody of ours, or that nobody can be told."""
    who, now = by(request), timezone.now()
    try:
        if "not_ours" in request.POST:
            answer: UUID | Refused = endings.spare_row(incident_id, notice_id, by=who, at=now)
        elif "nobody" in request.POST:
            answer = nobody.nobody_to_tell(
                incident_id, notice_id, _why_nobody(request), head=letterhead(request), by=who, at=now
            )
        else:
            answer = by_hand.handed_over(incident_id, notice_id, head=letterhead(request), by=who, at=now)
    except ValidationError as error:
        return people_page(request, incident_id, problems=error.messages, status=422)
    if isinstance(answer, Refused):
        return refused(request, answer, back=reverse("incident_people", args=[incident_id]), answers=NOT_OWED)
    return redirect("incident_people", incident_id=incident_id)


def _why_nobody(request: HttpRequest) -> NobodyWhy:
    try:
        return NobodyWhy(request.POST["nobody"])
    except ValueError:
        raise ValidationError("Choose why nobody can be told.") from None


@require_POST
@staff("programmes.spare_all")
def spare(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Nobody is told by the district, where the law asks it of no district."""
    return acted(request, incident_id, lambda: endings.spare_all(incident_id, by=by(request), at=timezone.now()))
