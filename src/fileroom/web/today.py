"""The first screen: what is owed today, and how the file room stands. Honest when short."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_GET

from fileroom.collection import absences, possible_orders
from fileroom.collection.declarations import lists as declarations
from fileroom.collection.quarantine import lists as quarantine
from fileroom.collection.register.lists import wanting
from fileroom.disclosure import overview
from fileroom.law.days import school_year
from fileroom.people.counsel_desk import Desk, desk
from fileroom.people.owed import FURTHEST, MOST
from fileroom.programmes.accounts.desk import Beginning, beginning
from fileroom.programmes.calendar import desk as calendar
from fileroom.programmes.delegations.designees import rooms_of
from fileroom.programmes.enforcement import own_steps
from fileroom.programmes.notices.years import year_said
from fileroom.safekeeping.stopped import stopped
from fileroom.web import owed as owed_rows
from fileroom.web import rounds
from fileroom.web.gates import by, staff
from fileroom.web.ledger import chip

BROKEN = {
    "chip": "Does not add up",
    "chip_kind": "late",
    "title": "The ledger",
    "text": "The last check found something. Change nothing; the custodian of records looks at it first.",
    "link": reverse_lazy("ledger"),
    "action": "See what is wrong",
}


@require_GET
@staff("disclosure.overview")
def today(request: HttpRequest) -> HttpResponse:
    """What is owed today, and how the file room stands."""
    who, now = by(request), timezone.now()
    brought = rounds.rows(stopped(by=who, at=now))
    brought += _held_back(*quarantine.waiting(by=who, at=now, days=settings.QUARANTINE_DAYS))
    brought += _absent(*absences.waiting(by=who, at=now))
    brought += _forms(wanting(by=who, at=now, days=settings.FORM_DAYS))
    brought += _declared(declarations.waiting(by=who, at=now))
    brought += _calendar(calendar.wanting(by=who, at=now), school_year(timezone.localdate()))
    brought += _accounts(beginning(by=who, at=now))
    brought += _own_steps(own_steps.to_decide(by=who, at=now))
    owed = owed_rows.page(by=who, at=now, rooms=rooms_of(by=who, at=now))
    state, counsel = overview.today(by=who, at=now), desk(by=who, at=now)
    orders = _orders(*possible_orders.waiting(by=who, at=now))
    rows = _owed(state, counsel, owed.rows + orders, brought)
    return render(request, "today.html", _today(state, counsel, owed, rows))


@require_GET
@staff("people.owing")
def all_owed(request: HttpRequest) -> HttpResponse:
    """Everything that is owed and due soon, page by page; of all, or of what is overdue."""
    late, said = "late" in request.GET, request.GET.get("from", "")
    skip = min(int(said), FURTHEST) if said.isascii() and said.isdecimal() and len(said) <= len(str(FURTHEST)) else 0
    who, now = by(request), timezone.now()
    found = owed_rows.page(by=who, at=now, rooms=rooms_of(by=who, at=now), late=late, skip=skip)
    context = {
        "rows": found.rows, "owing": found.owing, "late": late, "first": skip + 1, "last": skip + len(found.rows),
        "before": max(skip - MOST, 0) if skip else None, "after": skip + MOST if found.owing.more else None,
    }  # fmt: skip
    return render(request, "owed.html", context)


def _today(state: overview.Today, counsel: Desk, owed: owed_rows.Page, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """`rows`: what is owed, and what waits besides it."""
    others = len(rows) - len(owed.rows)
    late = sum(row["chip_kind"] == "late" for row in rows) - sum(row["chip_kind"] == "late" for row in owed.rows)
    return {
        "day": timezone.localdate(),
        "counts": {"yours": others + owed.owing.number, "late": late + owed.owing.late, "more": owed.owing.at_least},
        "rest": owed.owing.number - len(owed.rows) if owed.owing.more else 0,
        "rows": rows,
        "state": _state(state, counsel),
        "ledger": {"entries": state.entries} | chip(state.check),
    }


def _held_back(templates: int, overdue: int, more: bool) -> list[dict[str, Any]]:
    """What lies in quarantine and waits for the custodian, who is asked for by a day."""
    if not templates:
        return []
    late = f"{overdue}{'+' if more and overdue == templates else ''} overdue"
    return [
        {
            "chip": late if overdue else f"{templates}{'+' if more else ''} waiting",
            "chip_kind": "late" if overdue else "soon",
            "title": "Held back at the gate",
            "text": "Documents that may not be filed as they are. They lie sealed until you have decided.",
            "link": reverse("coming_in"),
            "action": "Decide",
        }
    ]


def _forms(number: int) -> list[dict[str, Any]]:
    """Forms by which families are asked, and that somebody has to look at."""
    if not number:
        return []
    return [
        {
            "chip": f"{number} to look at",
            "chip_kind": "soon",
            "title": "Forms that want attention",
            "text": "Found asking for what may not be asked, or due to be put to the law again.",
            "link": reverse("forms"),
            "action": "Open",
        }
    ]


def _calendar(years: list[int], this: int) -> list[dict[str, Any]]:
    """The school years whose calendar whoever asks is to enter; this one's is more pressing than the coming one's."""
    return [
        {
            "chip": "Not entered",
            "chip_kind": "today" if it == this else "soon",
            "title": f"School calendar {year_said(it)}",
            "text": "Until it is entered whole, the State’s holidays count as closed days in it.",
            "link": f"{reverse('school_calendar')}?year={it}",
            "action": "Enter it",
        }
        for it in years
    ]


def _accounts(it: Beginning) -> list[dict[str, Any]]:
    """How a district begins: whoever gives roles is alone; and the roles that wait for their word."""
    alone = {
        "chip": "Begin here",
        "chip_kind": "today",
        "title": "Nobody else has an account yet",
        "text": "Make one for whoever works here, and give the roles that no roster gives: registrar, nurse, counsel …",
        "link": reverse("accounts"),
        "action": "Make accounts",
    }
    waits = {
        "chip": f"{it.waits} {'waits' if it.waits == 1 else 'wait'}",
        "chip_kind": "soon",
        "title": "Roles that two people give",
        "text": "Somebody is to open every school’s files, or to give roles. It holds once a second person agrees.",
        "link": reverse("accounts"),
        "action": "Look",
    }
    return [alone] * it.nobody + [waits] * (it.waits > 0)


def _declared(number: int) -> list[dict[str, Any]]:
    """What others have declared, and this account may approve."""
    return [
        {
            "chip": f"{number} {'waits' if number == 1 else 'wait'}",
            "chip_kind": "soon",
            "title": "Declared exceptions",
            "text": "A form is to ask under a law’s exception. It asks nothing before a second person has approved.",
            "link": reverse("declarations"),
            "action": "Look and approve",
        }
    ] * (number > 0)


def _orders(number: int, more: bool) -> list[dict[str, Any]]:
    """Who may be kept from a file by a paper that is not here."""
    return [
        {
            "chip": f"{number}{'+' * more} waiting",
            "chip_kind": "today",
            "title": "May there be an order?",
            "text": "A file says that a contact is restricted, or what a school sent may be an order. The office asks.",
            "link": reverse("possible_orders"),
            "action": "Open",
        }
    ] * (number > 0)


def _absent(number: int, more: bool) -> list[dict[str, Any]]:
    """Whom the last rosters left to a person."""
    return [
        {
            "chip": f"{number}{'+' * more} waiting",
            "chip_kind": "soon",
            "title": "Absent from the file",
            "text": "The last roster no longer names them. The office says whether they have left or are still here.",
            "link": reverse("absent"),
            "action": "Open",
        }
    ] * (number > 0)


def _owed(
    state: overview.Today, counsel: Desk, orders: list[dict[str, Any]], brought: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """What is owed, the most dangerous first."""
    rows = [BROKEN] * (state.check is not None and state.check.whole is False)
    rows += orders
    rows += [
        {
            "chip": f"{state.claimed}{'+' * state.claimed_more} waiting",
            "chip_kind": "soon",
            "title": "Relationships claimed by a roster",
            "text": "No parent sees a file online before the office has checked who they are.",
            "link": reverse("students") + "?waiting",
            "action": "See them",
        }
    ] * (state.claimed > 0)
    return [*rows, *brought] + [_to_sign(counsel)] * (counsel.may_sign and not counsel.is_signed_for)


def _own_steps(number: int | None) -> list[dict[str, Any]]:
    """The district's own steps for officers wait for counsel; until then every counter has the program's words."""
    if number is None:
        return []
    return [
        {
            "chip": "To read",
            "chip_kind": "soon",
            "title": f"The district’s own steps for officers, version\N{NO-BREAK SPACE}{number}",
            "text": "It waits for you to approve it, or not. Until then no counter has it.",
            "link": reverse("own_steps"),
            "action": "Read it",
        }
    ]


def _state(state: overview.Today, counsel: Desk) -> list[dict[str, Any]]:
    """How the file room stands: numbers, each with the list that makes it."""
    there = state.counts
    return [
        {
            "number": there.students,
            "text": "student enrolled today" if there.students == 1 else "students enrolled today",
            "detail": "",
            "link": reverse("students"),
            "bad": False,
        },
        {
            "number": there.unsigned,
            "text": f"{'school has' if there.unsigned == 1 else 'schools have'} not signed for all paper orders",
            "detail": "there no family sees a file online",
            "link": reverse("custodians"),
            "bad": there.unsigned > 0,
        },
        {
            "number": there.vacant,
            "text": f"{'office' if there.vacant == 1 else 'offices'} of custodian of records vacant",
            "detail": "a certificated employee is designated by the Superintendent" if there.vacant else "",
            "link": reverse("custodians"),
            "bad": there.vacant > 0,
        },
        {
            "number": counsel.unsigned,
            "text": f"{'thing waits' if counsel.unsigned == 1 else 'things wait'} for counsel’s signature",
            "detail": "" if counsel.is_signed_for else "the law in force is one of them; it decides meanwhile",
            "link": reverse("counsel"),
            "bad": False,
        },
    ]


def _to_sign(counsel: Desk) -> dict[str, Any]:
    return {
        "chip": "Not signed for",
        "chip_kind": "today",
        "title": f"The law this district follows: release\N{NO-BREAK SPACE}{counsel.release}",
        "text": "It decides as the program brought it; nothing waits. Read it, and sign for it.",
        "link": reverse("counsel"),
        "action": "Read and sign",
    }
