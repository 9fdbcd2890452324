"""The whole law: every chapter in its order, one rulebook, and the one function that decides."""

from __future__ import annotations

from functools import cache

from fileroom.law.asks import ask
from fileroom.law.chapters import casework, collection, programmes, retention
from fileroom.law.checklists import TEXT as CHECKLISTS
from fileroom.law.citations import BP_5125_REGULATIONS as SIGNED_AS_COUNSEL_FIRST
from fileroom.law.clocks import deadline
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.criteria import TEXT as CRITERIA
from fileroom.law.days import Calendar, default_calendar
from fileroom.law.disclosure import (
    access_log,
    access_log_limits,
    accreditors,
    affidavit_caregivers,
    agency_papers,
    apart_from_the_file,
    attendance_aides,
    audits_and_evaluations,
    board_members,
    board_minutes,
    caseworkers,
    child_abuse_reports,
    child_welfare,
    civil_subpoenas,
    contractors,
    coppa,
    counselling_confidences,
    counselling_exceptions,
    court_notices,
    court_process,
    court_process_limits,
    crime_reports,
    default_no,
    dependency_parents,
    directory_choices,
    directory_information,
    dual_enrolment,
    duties,
    educational_interest,
    educational_rights_holders,
    elections,
    emancipated_minors,
    emergencies,
    financial_aid,
    foster_caregivers,
    foster_notices,
    homeless_screenings,
    homeless_students,
    immigration_enforcement,
    immigration_incidents,
    immunization_registry,
    juvenile_notices,
    kidnapping_inquiries,
    lawsuits,
    leap_day_birthdays,
    lists,
    logs_in_court,
    meal_records,
    missing_children,
    names_and_gender,
    nonpublic_areas,
    orders_shown,
    outside_the_file,
    parents,
    placing_agencies,
    private_colleges,
    proceedings,
    public_records_requests,
    published_tables,
    recruiters,
    recruiters_limits,
    redisclosure,
    redisclosure_exceptions,
    registries,
    research,
    restraining_orders,
    safe_at_home,
    school_police,
    schools_of_enrolment,
    sealed_juvenile_records,
    sealed_log,
    several_students,
    several_students_outside,
    sevis,
    social_media_captures,
    state_reporting,
    statistics,
    statutory_log,
    stay_away_orders,
    student_aid_commission,
    students,
    swift_transfers,
    transfers,
    truancy,
    volunteers,
    wardship_investigations,
    written_consent,
)
from fileroom.law.disclosure import custodians as custodians_at_their_site
from fileroom.law.facts import Question
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.decision import Decision, Duty
from fileroom.law.kernel.doubting import Doubt
from fileroom.law.kernel.rule import Chapter, Rule
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.offices import TEXT as OFFICES
from fileroom.law.phrases import CLEARED_BY_COUNSEL, RELEASES

CHAPTERS: tuple[Chapter, ...] = (
    immigration_enforcement.law,
    nonpublic_areas.law,
    restraining_orders.law,
    orders_shown.law,
    stay_away_orders.law,
    public_records_requests.law,
    proceedings.law,
    child_abuse_reports.law,
    juvenile_notices.law,
    sealed_juvenile_records.law,
    safe_at_home.law,
    counselling_confidences.law,
    counselling_exceptions.law,
    names_and_gender.law,
    meal_records.law,
    social_media_captures.law,
    immigration_incidents.law,
    outside_the_file.law,
    several_students.law,
    several_students_outside.law,
    parents.law,
    dependency_parents.law,
    educational_rights_holders.law,
    students.law,
    homeless_students.law,
    dual_enrolment.law,
    leap_day_birthdays.law,
    emancipated_minors.law,
    board_members.law,
    attendance_aides.law,
    educational_interest.law,
    custodians_at_their_site.law,
    volunteers.law,
    written_consent.law,
    civil_subpoenas.law,
    court_process.law,
    court_notices.law,
    court_process_limits.law,
    lawsuits.law,
    agency_papers.law,
    recruiters.law,
    recruiters_limits.law,
    private_colleges.law,
    elections.law,
    directory_information.law,
    directory_choices.law,
    homeless_screenings.law,
    board_minutes.law,
    schools_of_enrolment.law,
    transfers.law,
    apart_from_the_file.law,
    swift_transfers.law,
    audits_and_evaluations.law,
    state_reporting.law,
    truancy.law,
    wardship_investigations.law,
    placing_agencies.law,
    caseworkers.law,
    affidavit_caregivers.law,
    foster_caregivers.law,
    foster_notices.law,
    emergencies.law,
    student_aid_commission.law,
    financial_aid.law,
    accreditors.law,
    research.law,
    contractors.law,
    school_police.law,
    kidnapping_inquiries.law,
    crime_reports.law,
    immunization_registry.law,
    statistics.law,
    redisclosure.law,
    redisclosure_exceptions.law,
    missing_children.law,
    child_welfare.law,
    access_log.law,
    access_log_limits.law,
    logs_in_court.law,
    sealed_log.law,
    statutory_log.law,
    duties.law,
    sevis.law,
    registries.law,
    lists.law,
    published_tables.law,
    coppa.law,
    *programmes.CHAPTERS,
    *collection.ENROLMENT,
    default_no.law,
    *collection.CHAPTERS,
    *retention.CHAPTERS,
    *casework.CHAPTERS,
)

RULES: tuple[Rule, ...] = tuple(rule for chapter in CHAPTERS for rule in chapter)
BY_ID = {rule.id: rule for rule in RULES}

COUNSEL_FIRST = Doubt(
    CLEARED_BY_COUNSEL,
    Duty(
        str(DutyCode.COUNSEL_REVIEW),
        SIGNED_AS_COUNSEL_FIRST.text,
        "Counsel has not vouched for the rule this turns on. Ask district counsel about this case before answering.",
    ),
)


def rulebook(rules: tuple[Rule, ...] = RULES) -> Rulebook:
    """A rulebook of these rules under this law's keys, clocks and words."""
    return Rulebook(
        rules, releases=RELEASES, due=deadline, ask=ask, doubt=COUNSEL_FIRST, scope=Limit.SCOPE_OF_THE_ORDER
    )


BOOK = rulebook()


def decide(
    question: Question,
    calendar: Calendar | None = None,
    release: int | None = None,
    doubted: frozenset[str] = frozenset(),
) -> Decision:
    """The law's answer to one question. Without a calendar: the one shipped, and the answer says so.

    `release`: the newest release of the law that is signed for (None: all that is installed). `doubted`: ids of rules
    that counsel has signed as "counsel first".
    """
    return BOOK.decide(question, calendar or default_calendar(), release, doubted)


@cache
def digest() -> str:
    """SHA-256 of every rule and figure, and of the district's tables, to be stored with each event."""
    figures = {name: figure.to_json() for name, figure in EVERY_FIGURE.items()}
    return BOOK.digest({"checklists": CHECKLISTS, "figures": figures, "criteria": CRITERIA, "offices": OFFICES})
