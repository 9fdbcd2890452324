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

from fileroom.collection.orders.owed_about import APART, MayKnow
from fileroom.duties.queries import Listed
from fileroom.people.offices import names_of
from fileroom.people.owed import SUPERINTENDENT, Owing, counsel_is_away, owing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.training.assigning import PRESSING
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.noting import ROOM
from fileroom.web.templatetags.pages import spoken

ORDERS, COUNSEL, NOTICES = "orders", "counsel", "notices"
# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {
    "board_meetings": ("notice_settings", "Enter it"),
    "cards": ("address_card", "Open"),
    "cards_noted": ("student_address", "Open"),
    "choices": ("waiting_choices", "Count and agree"),
    "company_questions": ("company_question", "Answer it"),
    "companies": ("vendor", "Open the company"),
    "contracts": ("vendor_contract", "Open the contract"),
    "custodians": ("custodian_office", "Designate"),
    "deletions": ("deletion", "Open the request"),
    "deletions/counsel": ("deletion_for_counsel", "Say what holds"),
    "demands": ("demand", "Open the demand"),
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
    "opened_anyway": ("opened_anyway", "Look at it"),
    "orders": ("order", "Open the order"),
    "orders/counsel": ("order_for_counsel", "Say what you found"),
    "outgoing": ("outgoing_mail", "Look at it"),
    "order_protocols": ("order_protocol", "Open the protocol"),
    "order_receivers": ("custodian_office", "Confirm them"),
    "possible_orders": ("possible_orders", "Say what came of it"),
    "posted_guide": ("posted_guide", "Open the guide"),
    "orders_drawers": ("open_site", "Open"),
    "reading": ("reading_alarm", "See what was counted"),
    "social_media": ("social_media", "Open the program"),
    "social_media_items": ("social_media_item", "Open it"),
    "social_media_vendors": ("social_media_gathered", "Write to the company"),
    "social_media_wishes": ("social_media_wish", "Answer"),
    "taken_lists": ("taken_list", "Look and agree"),
    "tools": ("tools", "Look at it"),
    "training": ("course", "Take the course"),
    "vendor_breaches": ("vendor_breach", "Open the notice"),
}
OF_NO_ROW = frozenset(
    {
        "board_meetings", "choices", "directory_notice", "essentials", "exercises", "lists_alone", "notices",
        "order_protocols", "possible_orders", "posted_guide", "social_media", "social_media_vendors", "tools",
    }
)  # fmt: skip  # done on a page that has them all
# By the rule, or by the rule and a part of what it asks; where one rule is owed in two rooms, by the room as well.
TITLES = {
    "cards/casework.safe_at_home_cards.substitute_address": "A family’s card nears its last day: ask for the new one",
    "cards_noted/casework.safe_at_home_cards.substitute_address": "A family has a card that nobody has entered",
    "collection.substitute_addresses.give_substitute_address": "Do other children live at an address on a card?",
    "collection.substitute_addresses.never_in_the_file/brought": (
        "Somebody brought another address: ask where it came from"
    ),
    "collection.substitute_addresses.never_in_the_file/shared": "Two parents have one address: ask who has moved",
    "collection.substitute_addresses.never_in_the_file/unknown": "An address that is not known again: read what comes",
    "cards_noted/casework.orders_lifted.a_second_person_confirms": "A second person: is there no card after all?",
    "cards/casework.orders_lifted.a_second_person_confirms": "The end of a family’s card waits for a second person",
    "orders/casework.orders_received.nothing_was_handed_in": "A list claims a court’s order: bring its paper",
    "possible_orders/casework.orders_received.nothing_was_handed_in": "There may be a court’s order: ask the family",
    "casework.family_choices.directory_information": "Families’ choices came from another system: count them",
    "casework.home_languages.translate": "A language that the annual notice is owed in",
    "programmes.annual_notices.translate_where_practicable": "A language that few speak, and the annual notice is not in",
    "casework.custodians.a_certificated_employee": "Custodian of records",
    "orders_drawers/casework.orders_received.whoever_hands_it_in": "Paper orders not signed for",
    "orders_drawers/casework.orders_received.whoever_hands_it_in/refusals": "Count refusals on paper",
    "incidents/programmes.breach_duties.keep_the_analysis": "Keep why nothing is believed to be taken",
    "reading/programmes.breach_duties.keep_the_analysis": "Somebody reads faster than a person: ask",
    "programmes.notices.to_nobody_else/kept": "A message to a family did not go",
    "programmes.order_protocols.complete_protocols": "Who takes in court orders",
    "programmes.order_protocols.with_their_three_parts": "A year has gone: who takes in court orders?",
    "programmes.social_media_duties.destroy_when_done": "Something from social media is to be destroyed",
    "programmes.social_media_duties.notify_parent_before": "Tell the parents what is gathered from social media",
    "programmes.social_media_duties.open_to_student": "A family’s wish about what was gathered",
    "programmes.social_media_vendors.notify_vendor": "Tell a company that a student is 18 or gone",
    "retention.holds.counsel_review": "A hold stands over what has a last day",
    "programmes.annual_notices.each_year": "The annual notice to families",
    "programmes.annual_notices.each_year/adopt": "The annual notice is to be adopted",
    "programmes.annual_notices.on_enrolment": "Families that have just enrolled are told of their rights",
    "essentials/disclosure.custodians.custodian_at_the_site": "The essential list is to be printed and locked away",
    "essentials/disclosure.custodians.custodian_at_the_site/missing": "No essential list was made: print one anew",
    "disclosure.directory_choices.no_notice_yet": "The year’s notice of directory information",
    "directory_lists/disclosure.custodians.custodian_at_the_site": "A long list waits for a second person",
    "taken_lists/disclosure.lists.lists_for_the_schools_work": "A long list waits for a second person",
    "lists_alone/disclosure.custodians.custodian_at_the_site": "A long list waits, and nobody else may agree to it",
    "disclosure.custodians.custodian_at_the_site/marked_copy": "A copy may show a family’s status: look before it goes",
    "programmes.training.who_handles_student_information/opened_anyway": "A record was opened before a training",
    "programmes.vendors_void.give_notice_to_cure": "A contract lacks a clause",
    "programmes.vendors_void.give_notice_to_cure/cured": "A company is to cure its contract; after this day it is void",
    "programmes.vendors_void.return_records": "A contract is void: every record comes back",
    "programmes.vendors_limits.nobody_else/expires": "A contract with a company runs out",
    "programmes.vendors_limits.nobody_else/not_known": "Find out what an old contract is worth: was it changed since?",
    "programmes.vendors_limits.nobody_else/no_policy": "A contract is made under no policy of the Board",
    "programmes.vendors_limits.nobody_else/what_it_holds": "Find out which data a company holds, and whose",
    "programmes.vendors_limits.nobody_else/uncovered": "A company holds data under no contract",
    "programmes.vendors_limits.not_the_districts_work/approval_ends": "An AI tool’s approval ends: look at it again",
    "programmes.vendors_limits.not_the_districts_work/declared": "A company does what its contract does not allow",
    "programmes.vendors_limits.not_the_districts_work/declaration_awaited": "A company is to say how it uses data",
    "programmes.vendors_limits.not_the_districts_work/to_be_held": "Does a company’s contract permit what it trains?",
    "programmes.vendors_limits.not_the_districts_work/undeclared": "Ask a company what it does with data",
    "incidents/programmes.breach_duties.follow_the_contract": "What the contract says of an incident",
    "vendor_breaches/programmes.breach_duties.follow_the_contract": (
        "A company tells of a breach: do as its contract says"
    ),
    "disclosure.missing_children.alert_police_first": "Somebody asks about a missing child: tell the police",
    "programmes.operators_orders.alert_police_first": "A missing child: the police first",
    "programmes.operators_orders.counsel_review": "Counsel says whether a letter may be given",
    "programmes.operators_requests.decide_own_deletion": "Does the district have its own records deleted?",
    "contracts/retention.vendor_copies.destroy_when_done": "A contract is over: nothing is left at the company",
    "social_media/retention.vendor_copies.destroy_when_done": "A company that gathered says nothing is left",
    "social_media_vendors/retention.vendor_copies.destroy_when_done": "A company told to destroy is to say that it did",
    **{
        f"{rule}/{part}": says
        for rule in (
            "programmes.vendors_void.return_records",
            "retention.vendor_copies.at_the_districts_word",
            "retention.vendor_copies.destroy_when_done",
        )
        for part, says in (
            ("awaited", "A company is to answer the district’s demand"),
            ("asked", "A company asks for more time to delete"),
            ("remind", "A company has not answered: remind it"),
            ("escalated", "A company does not answer the district’s demand"),
            ("refused", "A company refuses to delete"),
        )
    },
    "programmes.operators_asking.answer_the_company": "A company asks whether a student is gone: answer it",
    "programmes.operators_requests.issue_letter": "A letter for a company that is to delete",
    "casework.orders_received.receipt_to_submitter": "A receipt for a court’s order",
    "casework.orders_received.counsel_review": "Counsel reads a court’s order",
    "casework.orders_received.counsel_review/asks": (
        "Somebody asks whose order is past its last day: counsel says if it holds"
    ),
    "casework.lifting_duties.counsel_reads_the_proposal": "Counsel reads whether a court’s order still holds",
    "casework.lifting_duties.counsel_review": "Counsel reads what was lifted",
    "disclosure.restraining_orders.restrained_party": "Is this the person whom a court’s order names?",
    "casework.orders_lifted.its_last_day_opens_nothing": "The last day of a court’s order: does it still hold?",
    "casework.orders_lifted.a_second_person_confirms": "A court’s order waits to be lifted by a second person",
    "orders/casework.orders_received.whoever_hands_it_in": "A court’s order names a child of another school",
    "board_meetings/disclosure.immigration_enforcement.report_to_board": (
        "The day of the Board’s next meeting is not entered"
    ),
    "enforcement/disclosure.civil_subpoenas.counsel_review": "Counsel says whether an agency’s subpoena may be obeyed",
    "enforcement/disclosure.court_notices.counsel_review": "Counsel says whether a household is told of an inquiry",
    "disclosure.court_notices.notify_parent_before": "A family is to be told of a court’s paper",
    "disclosure.court_notices.notify_student_before": "A student is to be told of a court’s paper",
    "disclosure.court_notices.of_a_paper_that_opens_nothing": "A family is to be told of a court’s paper",
    "enforcement/disclosure.statutory_log.log_request": "Write down who came, and what they wanted",
    "enforcement/disclosure.statutory_log.log_refused_request": "Write down who came, and what they wanted",
    "disclosure.court_notices.do_not_notify_parent": "A paper forbids telling a family",
    "disclosure.court_process_limits.review_at_expiry": "Does a court’s silence still hold?",
    "disclosure.immigration_enforcement.counsel_review": "Counsel reads what an officer brought",
    "disclosure.immigration_enforcement.document_encounter": "Write down what the officer said and showed",
    "disclosure.immigration_enforcement.notify_parent_after": "A family is to be told of a request",
    "disclosure.immigration_enforcement.notify_superintendent": "An officer or agent was here",
    "disclosure.immigration_enforcement.report_to_board": "A request to report to the Board",
    "disclosure.nonpublic_areas.officers_without_a_judges_paper": "Police wanted to come in",
    "programmes.immigration_notices.the_guide/edition": "Note where the guide for families is found",
    "programmes.immigration_notices.the_guide/look": "Look whether the guide for families has changed",
    "programmes.immigration_notices.the_guide": "The guide for families is to be posted",
    "programmes.immigration_requests.ask_whether_home_hears": "Counsel says whether a household is told of an inquiry",
    "programmes.immigration_requests.give_family_the_papers": "Copies of an officer’s papers for a family",
    "programmes.immigration_requests.write_to_childrens_justice": "Write to the Bureau of Children’s Justice",
    "programmes.breach_copies.by_a_business": "A company sends the Attorney General a sample copy",
    "programmes.breach_copies.by_the_district": "A sample copy for the Attorney General",
    "programmes.breach_duties.notify_when_police_allow": "Police ask to wait with a notice",
    "programmes.breach_duties.tell_owner_at_once": "A company tells the district at once",
    "programmes.breach_notice_ways.substitute_notice_in_full": "A substitute notice, all of it",
    "programmes.incident_plans.follow_the_plan/board": "The Board is to hear of an incident",
    "programmes.incident_plans.follow_the_plan/insurer": "The insurer is to hear of an incident",
    "programmes.incident_plans.follow_the_plan/exercise": "An incident is to be exercised",
    "programmes.breaches.by_a_business": "A company tells the people of a breach",
    "programmes.breaches.by_the_district": "People are to be told of a breach",
    "programmes.breaches.to_the_owner": "The owner of the data is to be told of a breach",
    "programmes.cyberattacks.every_one": "An incident: report it to the Center, unless it was no attack",
    "programmes.cyberattacks.of_many_people": "A cyberattack of many people, to report by statute",
    "casework.orders_reviewed.who_works_with_the_student_looks": "An order nears its last day",
}
# Said where counsel has no account here, to the Superintendent's office: with the page where it is noted, and without.
NO_COUNSEL = gettext_lazy("District counsel has no account here: ask counsel, and note what they say.")
NO_COUNSEL_NOR_FILE = gettext_lazy(
    "District counsel has no account here: see that counsel gets it from the custodian of records, who notes it."
)
# Said where the order is not theirs to open: to counsel; and to the Superintendent's office, of one whose own custodian
# is told of no such order, for it names them, or may; or of which nobody is custodian.
OF_ITS_KEEPER = " Ask the custodian of records for the paper."
NOT_OF_ITS_KEEPER = (
    " Its custodian is not to be told, or there is none: designate one who opens it, and tell no one why."
)
# What is owed by the district's own word, and by no statute: what it rests on, by room and part; and what it says where
# its rule says something else.
A_TOOLS_END = ("tools", "approval_ends")
A_SECOND_PERSON = "By the district’s own word a second person agrees to a long list."
BY_ITS_OWN_WORD = {
    ("enforcement", "district"): "AR 5145.13, by the district’s own word",
    A_TOOLS_END: "Board Policy 5125, by the district’s own word",
    **{(room, "second_person"): A_SECOND_PERSON for room in ("directory_lists", "lists_alone", "taken_lists")},
}
SAID_INSTEAD = {
    A_TOOLS_END: "Look at what the tool does and may be given; then approve it for another while, or stop it."
}
# Duties without a day that are more than open.
CHIPS = {"custodians": ("Vacant", "late"), "orders_drawers": ("Not signed", "today")}
OF_A_FILE = frozenset({"social_media_items"})
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
    away = any(it.office == COUNSEL for it in found.duties) and counsel_is_away(at)
    return Page([_row(it, schools, opens=_opens(it, may_know.known), away=away) for it in found.duties], found)


def _opens(it: Listed, known: set[UUID]) -> bool:
    """Counsel opens no file: of what lies in one they are told that there is something to read."""
    return it.of in known if it.room == ORDERS else not (it.office == COUNSEL and it.room in OF_A_FILE)


def _row(it: Listed, schools: Mapping[UUID, str], *, opens: bool, away: bool) -> dict[str, Any]:
    """`away`: counsel has no account here, and what counsel owes is told to who sees to it for them."""
    away, of_counsel = away and it.office == COUNSEL, it.office == COUNSEL and not away
    route, action = WHERE[it.room] if away else WHERE.get(f"{it.room}/{it.office}") or WHERE[it.room]
    on_a_page_of_theirs = of_counsel and it.room == ORDERS  # which names nobody
    chip, kind = CHIPS.get(it.room) or (due_words(it), _kind(it))
    of_school = f" · {schools.get(it.of, 'the district')}" if it.room in OF_A_SCHOOL else ""
    if it.room == NOTICES and it.student:
        of_school += " · one family by itself"
    ask = "" if opens or away else NOT_OF_ITS_KEEPER if it.office == SUPERINTENDENT else OF_ITS_KEEPER
    says = f"{SAID_INSTEAD.get((it.room, it.part), it.says)} {cited(it)}{ask}"
    return {
        "chip": chip,
        "chip_kind": kind,
        "title": f"{_title(it)}{of_school}",
        "text": format_lazy("{}. {}", says, NO_COUNSEL if opens else NO_COUNSEL_NOR_FILE) if away else says,
        "link": reverse(route, args=[] if it.room in OF_NO_ROW else [it.of]) if opens or on_a_page_of_theirs else "",
        "action": action,
    }


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
