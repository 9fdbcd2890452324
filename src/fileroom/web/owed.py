"""Duties as rows of a page: what the law's sentence says, by when, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from fileroom.duties.queries import Listed
from fileroom.people.offices import names_of
from fileroom.people.owed import SUPERINTENDENT, Owing, owing
from fileroom.people.signed_in import SignedIn
from fileroom.people.untold import seen_to_instead
from fileroom.people.vacancies import DRAWERS, PUT_OFF, REFUSALS
from fileroom.programmes.enforcement.owed_about import APART, MayKnow
from fileroom.programmes.training.assigning import PRESSING
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.noting import ROOM
from fileroom.web.owed_titles import TITLES
from fileroom.web.templatetags.pages import spoken

ORDERS, COUNSEL, NOTICES = "orders", "counsel", "notices"
# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {
    "board_meetings": ("notice_settings", "Enter it"),
    "cards": ("address_card", "Open"),
    "cards_noted": ("student_address", "Open"),
    "choices": ("waiting_choices", "Count and agree"),
    "company_questions": ("company_question", "Open the question"),
    "companies": ("vendor", "Open the company"),
    "contracts": ("vendor_contract", "Open the contract"),
    "custodians": ("custodian_office", "Designate"),
    "delegations": ("delegations", "Look at it"),
    "deletions": ("deletion", "Open the request"),
    "deletions/counsel": ("deletion_for_counsel", "Say what holds"),
    "demands": ("demand", "Open the demand"),
    "designees_alone": ("accounts", "See who signs in"),
    "directory_lists": ("student_list", "Look and agree"),
    "directory_notice": ("directory_policy", "Enter the notice"),
    "enforcement": ("enforcement_request", "Open the request"),
    "essentials": ("essential_list", "Open"),
    "exercises": ("incidents", "Begin the exercise"),
    "incidents": ("incident", "Open the incident"),
    "lists_alone": ("custodians", "Give somebody the office"),
    "marked_copy": ("marked_copy", "Look at it"),
    "missing_children": ("police_first", "Tell them"),
    "notices": ("notices", "Open"),
    "officers_alone": ("accounts", "See who signs in"),
    "opened_anyway": ("opened_anyway", "Look at it"),
    "order_lists": ("waiting_orders", "Count and agree"),
    "orders": ("order", "Open the order"),
    "orders/counsel": ("order_for_counsel", "Say what you found"),
    "outgoing": ("outgoing_mail", "Look at it"),
    "order_protocols": ("order_protocol", "Open the protocol"),
    "order_receivers": ("custodian_office", "Confirm them"),
    "policy_text": ("policy", "Look at it"),
    "possible_orders": ("possible_orders", "Say what came of it"),
    "posted_guide": ("posted_guide", "Open the guide"),
    "orders_drawers": ("open_site", "Open"),
    "reading": ("reading_alarm", "See what was counted"),
    "social_media": ("social_media", "Open the program"),
    "social_media_items": ("social_media_item", "Open it"),
    "social_media_items/counsel": ("social_media_for_counsel", "Say what holds"),
    "social_media_vendors": ("social_media_gathered", "Write to the company"),
    "social_media_wishes": ("social_media_wish", "Answer"),
    "taken_lists": ("taken_list", "Look and agree"),
    "tools": ("tools", "Look at it"),
    "training": ("course", "Take the course"),
    "vendor_breaches": ("vendor_breach", "Open the notice"),
}
OF_NO_ROW = frozenset(
    {
        "board_meetings", "choices", "delegations", "designees_alone", "directory_notice", "essentials", "exercises",
        "lists_alone", "notices", "officers_alone", "order_lists", "order_protocols", "policy_text", "possible_orders",
        "posted_guide", "social_media", "social_media_vendors", "tools",
    }
)  # fmt: skip  # done on a page that has them all
# Said where counsel has no account here, to the Superintendent's office: with the page where it is noted, and without.
NO_COUNSEL = gettext_lazy("District counsel has no account here: ask counsel, and note what they say.")
NO_COUNSEL_NOR_FILE = gettext_lazy(
    "District counsel has no account here: see that counsel gets it from the custodian of records, who notes it."
)
# The same of an order that names counsel, or may; and of a student from whom an order keeps counsel.
COUNSEL_UNTOLD = gettext_lazy("District counsel is not to be told of it: ask another lawyer, and note what they say.")
COUNSEL_UNTOLD_NOR_FILE = gettext_lazy(
    "District counsel is not to be told of it: see that another lawyer gets it from the custodian of records, "
    "who notes it."
)
# Said where the order is not theirs to open: to counsel; and to the Superintendent's office, of one whose own custodian
# is told of no such order, for it names them, or may; or of which nobody is custodian.
OF_ITS_KEEPER = " Ask the custodian of records for the paper."
NOT_OF_ITS_KEEPER = (
    " Its custodian is not to be told, or there is none: designate another, who opens it, and tell no one why."
)
# Said of what they do open, where no custodian may be told of the student.
INSTEAD_OF_ITS_KEEPER = " Its custodian is not to be told: do it yourself, and tell no one why."
# What is owed by the district's own word, and by no statute: what it rests on, by room and part; and what it says where
# its rule says something else.
A_TOOLS_END = ("tools", "approval_ends")
ENDED_BY_A_ROSTER = ("delegations", "left")
COUNSEL_SAYS_NO = ("deletions", "answer")
ONE_DESIGNEE = ("designees_alone", "")
ONE_ALONE = ("officers_alone", "")
POLICY_TEXT = ("policy_text", "")
A_SECOND_PERSON = "By the district’s own word a second person agrees to a long list."
BY_ITS_OWN_WORD = {
    ("enforcement", "district"): "AR 5145.13, by the district’s own word",
    A_TOOLS_END: "Board Policy 5125, by the district’s own word",
    ONE_DESIGNEE: "Board Policy 5125, by the district’s own word",
    ENDED_BY_A_ROSTER: "Board Policy 5125, by the district’s own word",
    **{(room, "second_person"): A_SECOND_PERSON for room in ("directory_lists", "lists_alone", "taken_lists")},
}
SAID_INSTEAD = {
    A_TOOLS_END: "Look at what the tool does and may be given; then approve it for another while, or stop it.",
    ENDED_BY_A_ROSTER: "Somebody acts as designee no more, for by the roster they have left. Say that they have; where"
    " the roster was wrong, delegate anew.",
    POLICY_TEXT: "The text that the Board adopted has sentences that this program does not know, or lacks some that it"
    " knows: see what that asks of the district, and say that you have looked.",
    COUNSEL_SAYS_NO: "Tell whoever asked, the same day, that the district gives no letter, and nothing of why; then"
    " close the request.",
    ONE_DESIGNEE: "One person alone holds the Superintendent’s office here. Give it to somebody else too, so that a"
    " second person hears of what one may not be told.",
    ONE_ALONE: "One person alone hears here when an officer or agent came. Give somebody else the office, or"
    " district counsel an account, so that a second person hears of it too.",
    **{
        (DRAWERS, f"{PUT_OFF}/{it}"): "Something at this school is settled first. It may stand with you, or with"
        " others, on no page of yours: ask the Superintendent’s office."
        for it in ("", REFUSALS)
    },
}
# Duties without a day that are more than open.
CHIPS = {"custodians": ("Vacant", "late"), "orders_drawers": ("Not signed", "today")}
OF_A_FILE = frozenset({"social_media_items", "social_media_wishes"})  # counsel opens none, and its custodian acts
# Rooms whose duties are about a school, or (with no name here) about the district.
OF_A_SCHOOL = frozenset({*CHIPS, "notices", "order_receivers", "posted_guide"})


@dataclass(frozen=True)
class Page:
    """Duties as rows, and how many there are in all; `more`: behind these. `number`, `late` in words of a page."""

    rows: list[dict[str, Any]]
    owing: Owing


def page(*, by: SignedIn, at: datetime, rooms: tuple[str, ...] = (), late: bool = False, skip: int = 0) -> Page:
    """What somebody owes, as rows. Whoever is told of an order that they do not open asks the custodian for it.
    `rooms`: in which they owe by delegation."""
    may_know = MayKnow(by, at)
    found = owing(APART, may_know, by=by, at=at, rooms=rooms, late=late, skip=skip)
    schools = names_of(it.of for it in found.duties if it.room in OF_A_SCHOOL)
    away, untold = found.of_counsel.away, found.of_counsel.untold
    instead = seen_to_instead(found.duties, at=at)
    rows = [
        _row(
            it, schools, opens=_opens(it, may_know.known), instead=it.id in instead, away=away or it.id in untold,
            untold=it.id in untold,
        )
        for it in found.duties
    ]  # fmt: skip
    return Page(rows, found)


def _opens(it: Listed, known: set[UUID]) -> bool:
    """Counsel opens no file: of what lies in one they are told that there is something to read; and the
    Superintendent's office, of what no custodian may be told of, that another is to be designated."""
    return (
        it.of in known if it.room == ORDERS else not (it.room in OF_A_FILE and it.office in (COUNSEL, SUPERINTENDENT))
    )


def _row(
    it: Listed, schools: Mapping[UUID, str], *, opens: bool, instead: bool, away: bool, untold: bool
) -> dict[str, Any]:
    """`instead`: its custodian, who owes it, is told nothing of it. `away`: counsel has no account here, or is not to
    be told of it (`untold`), and what counsel owes is told to who sees to it for them."""
    away, of_counsel = away and it.office == COUNSEL, it.office == COUNSEL and not away
    route, action = WHERE[it.room] if away else WHERE.get(f"{it.room}/{it.office}") or WHERE[it.room]
    on_a_page_of_theirs = of_counsel and (it.room == ORDERS or it.room in OF_A_FILE)  # which names nobody
    chip, kind = CHIPS.get(it.room) or (due_words(it), _kind(it))
    of_school = f" · {schools.get(it.of, 'the district')}" if it.room in OF_A_SCHOOL else ""
    if it.room == NOTICES and it.student:
        of_school += " · one family by itself"
    own = INSTEAD_OF_ITS_KEEPER if instead and opens else ""
    ask = own if opens or away else NOT_OF_ITS_KEEPER if it.office == SUPERINTENDENT else OF_ITS_KEEPER
    says = f"{SAID_INSTEAD.get((it.room, it.part), it.says)} {cited(it)}{ask}"
    return {
        "chip": chip,
        "chip_kind": kind,
        "title": f"{_title(it)}{of_school}",
        "text": format_lazy("{}. {}", says, _no_counsel(opens=opens, untold=untold)) if away else says,
        "link": reverse(route, args=[] if it.room in OF_NO_ROW else [it.of]) if opens or on_a_page_of_theirs else "",
        "action": action,
    }


def _no_counsel(*, opens: bool, untold: bool) -> Any:
    """Why counsel does not see to it, and who does."""
    if untold:
        return COUNSEL_UNTOLD if opens else COUNSEL_UNTOLD_NOR_FILE
    return NO_COUNSEL if opens else NO_COUNSEL_NOR_FILE


def _title(it: Listed) -> str:
    """Of a course its own title; else by its rule, or the law it cites."""
    if it.room == ROOM and it.part in COURSES:
        return COURSES[it.part].title
    return title_of(it.room, it.rule, it.part) or it.citation


def title_of(room: str, rule: str, part: str = "") -> str:
    """What a duty is called: in its room, by its part there or by its part, or by its rule alone; empty where it has no
    title. A part goes by its first word: what follows tells one duty from another."""
    kind = part.partition("/")[0]
    named = (f"{room}/{rule}/{kind}", f"{room}/{rule}", f"{rule}/{kind}", rule)
    return next((TITLES[it] for it in named if it in TITLES), "")


def cited(it: Listed) -> str:
    """What a duty rests on."""
    return BY_ITS_OWN_WORD.get((it.room, it.part), it.citation)


def due_words(it: Listed) -> str:
    """By when, as a clerk says it."""
    if it.due is None:
        return "Open"
    if it.due_at is not None:
        return f"{'Was due' if it.late else 'Due'} {spoken(it.due_at)}"
    return f"{'Was due' if it.late else 'Due'} {spoken(it.due)}"


def _kind(it: Listed) -> str:
    """A training that ends within days is as pressing as what is due today."""
    today: date = timezone.localdate()
    if it.late:
        return "late"
    ahead = PRESSING if it.room == ROOM else timedelta()
    return "today" if it.due is not None and it.due <= today + ahead else "soon"
