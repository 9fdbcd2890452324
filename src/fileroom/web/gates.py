"""How a route names its gate. A view without one of these marks does not pass the house's own tests."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils import timezone, translation

from fileroom.casework import desk as outgoing
from fileroom.casework import issued, links
from fileroom.collection import absences, possible_orders
from fileroom.collection.cards import desk as card_desk
from fileroom.collection.orders import desk as order_desk
from fileroom.collection.orders import receipts
from fileroom.collection.quarantine import lists as quarantine
from fileroom.disclosure import opened_anyway, overview
from fileroom.disclosure.stating import student_of
from fileroom.disclosure.wrong_doors import asked_at_the_wrong_door, refused_at_the_door
from fileroom.hosting.clients import client
from fileroom.law import Purpose
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.social_media import whose as social_media
from fileroom.programmes.vendors import deletion_knowing, demand_desk
from fileroom.web.back import to_go_back_to

View = Callable[..., HttpResponse]
# Whose a row is that an address names by an id which is neither a student's nor a record's.
BEHIND: Mapping[str, Callable[[UUID], UUID | None]] = {
    "absence_id": absences.student_of,
    "card_id": card_desk.student_of,
    "held_id": quarantine.student_of,
    "issued_id": issued.student_of,
    "letter_id": receipts.student_of,
    "link_id": links.student_of,
    "outgoing_id": outgoing.student_of,
    "order_id": order_desk.student_of,
    "deletion_id": deletion_knowing.student_of,
    "demand_id": demand_desk.student_of,
    "item_id": social_media.student_of,
    "told_id": social_media.student_of_notice,
    "wish_id": social_media.student_of_wish,
    "possible_order_id": possible_orders.student_of,
    "opening_id": opened_anyway.student_of,
}
# Of whom the room itself has noted that it was asked for and not given. What an employee opened before a training is to
# another as if it were not there, and so are a company that is to be told of a student, and a letter that was issued:
# the line of that is the door's.
NOTED_BY_THE_ROOM = frozenset(
    {"student_id", "record_id", "relationship_id", *BEHIND} - {"issued_id", "opening_id", "told_id"}
)

# Session key: student id -> the purpose stated for that student's file.
STATED = "stated_purposes"
# What a page of the office says it opens a file for, until its reader states another purpose.
ON_THE_PAGE = Purpose.EDUCATIONAL_INTEREST


def by(request: HttpRequest, account: Any = None) -> SignedIn:
    """Who acts in this request: the session's account, this door, this address, for the purpose the page states."""
    holder: Any = account or request.user
    return SignedIn(holder, "web", client(request), _stated(request, holder))


def _stated(request: HttpRequest, holder: Any) -> Purpose | None:
    """The purpose the page's line shows (parts/purpose.html): the one chosen for the student, or the page's own."""
    if getattr(holder, "employee_id", None) is None:
        return None
    chosen: dict[str, str] = request.session.get(STATED, {})
    code = chosen.get(str(_student(request))) if chosen else None
    # A session may be older than the program: a purpose it knows no more counts as none that was chosen.
    return Purpose(code) if code in set(Purpose) else ON_THE_PAGE


def _student(request: HttpRequest) -> UUID | None:
    """The student the address speaks of, by their own id, a record's or a relationship's. Raises Missing."""
    named = request.resolver_match.kwargs if request.resolver_match else {}
    if "record_id" not in named and "relationship_id" not in named:
        return named.get("student_id")
    if not hasattr(request, "student_of_it"):  # asked once, however often a page asks who acts and what for
        of_record = "record_id" in named
        found = student_of(named["record_id"]) if of_record else overview.student_of(named["relationship_id"])
        request.student_of_it = found  # type: ignore[attr-defined]
    kept: UUID = request.student_of_it  # type: ignore[attr-defined]
    return kept


def public(why: str) -> Callable[[View], View]:
    """Open to anyone, and this is why."""

    def mark(view: View) -> View:
        view.public_because = why  # type: ignore[attr-defined]
        return view

    return mark


def _elsewhere(request: HttpRequest) -> HttpResponse:
    """The first page leads each account to its own; any other page of the wrong door is not there.

    Whose file or record was asked for there is noted all the same.
    """
    if request.path == reverse("today"):
        return redirect("family")
    named = request.resolver_match.kwargs if request.resolver_match else {}
    searched = request.path == reverse("students") and request.GET
    if searched or any(isinstance(value, UUID) for value in named.values()):
        student, record = _subject(request, named), named.get("record_id")
        asked_at_the_wrong_door(student, record, by=by(request), at=timezone.now())
    raise Missing


def _subject(request: HttpRequest, named: dict[str, Any]) -> UUID | None:
    """The student the address speaks of; None where it is nobody's, or an employee's."""
    try:
        for name, student_of in BEHIND.items():
            if name in named:
                return student_of(named[name])
        return _student(request)
    except Missing:
        return None


def _noted_of_no_student(request: HttpRequest, service: str) -> None:
    """Of a student the room itself has noted it, and a family is told at its own door."""
    named = request.resolver_match.kwargs if request.resolver_match else {}
    of_a_student = NOTED_BY_THE_ROOM & set(named)
    if by(request).account.employee_id is not None and not of_a_student:
        refused_at_the_door(service, by=by(request), at=timezone.now())


def _gated(service: str, audience: Callable[[Any], bool]) -> Callable[[View], View]:
    def mark(view: View) -> View:
        @functools.wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(to_go_back_to(request))
            if not audience(request.user):
                return _elsewhere(request)
            try:
                return view(request, *args, **kwargs)
            except Missing:
                _noted_of_no_student(request, service)
                raise

        enter.gate = service  # type: ignore[attr-defined]
        return enter

    return mark


def staff(
    service: str, *, also_in: tuple[str, ...] = (), opens: Callable[..., bool] | None = None
) -> Callable[[View], View]:
    """A page of the office, in English whatever the browser asks for. `service`: the gate that decides its contents.

    `also_in`: languages in which this page is there too, for whoever has chosen one. `opens`: whether the gate opens
    to whoever acts, asked before a link leads there (`may_open`); None: to every employee.
    """
    gated = _gated(service, lambda account: account.employee_id is not None)

    def mark(view: View) -> View:
        @functools.wraps(view)
        def in_english(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            chosen = translation.get_language()
            with translation.override(chosen if chosen in also_in else "en"):
                return view(request, *args, **kwargs)

        in_english.opens = opens  # type: ignore[attr-defined]
        return gated(in_english)

    return mark


def may_open(route: str, request: HttpRequest) -> bool:
    """Is the page of this name there for whoever acts? Nothing is noted: they have not asked for it."""
    opens = getattr(resolve(reverse(route)).func, "opens", None)
    return opens is None or bool(opens(by=by(request), at=timezone.now()))


def family(service: str) -> Callable[[View], View]:
    """A page of families and adult students. `service`: the gate that decides what it shows."""
    return _gated(service, lambda account: account.employee_id is None)
