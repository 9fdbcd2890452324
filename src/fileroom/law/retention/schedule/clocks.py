"""Which clock a record runs by: its kind's own, or else that of its class."""

from __future__ import annotations

from collections.abc import Callable

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.catalogue import NEVER_ASKED_FOR, NEVER_PERMANENT
from fileroom.law.days import months_over
from fileroom.law.facts.record_kinds import RecordKind as Kind
from fileroom.law.facts.things import DistrictClass, RecordClass
from fileroom.law.figures import FIGURES
from fileroom.law.retention.schedule.cases import Case, Event, HeldBy
from fileroom.law.retention.schedule.interim import class_3, interim
from fileroom.law.retention.schedule.last_days import (
    challenge_file,
    court_notice,
    police_notice,
    social_media,
    vendor_data,
)
from fileroom.law.retention.schedule.spans import Span, for_ever, not_yet
from fileroom.law.retention.schedule.stays import classified, left_last
from fileroom.law.vocabulary import record_class

MONTHS_AFTER = FIGURES["permitted_record_destruction"].value

OWN_CLOCKS: dict[Kind, Callable[[Case], Span]] = {
    Kind.SOCIAL_MEDIA_INFORMATION: social_media,
    Kind.CHALLENGE_FILE: challenge_file,
    Kind.JUVENILE_COURT_NOTICE: court_notice,
    Kind.SCHOOL_POLICE_NOTICE: police_notice,
    Kind.VENDOR_HELD_DATA: vendor_data,
}

KEPT_FOR_EVER = {
    Kind.CONSENT_FORM: for_ever("A consent is kept permanently with the record file.", c.EC_49075),
    Kind.NAME_GENDER_CHANGE: for_ever("The document about a changed name or gender is kept for ever.", c.EC_49070_C5),
    Kind.ACCESS_LOG: for_ever("The log is kept as long as any part of the record that it describes.", c.CFR_99_32_A2),
}


def clock(case: Case) -> Span:
    """The span before holds."""
    if case.record.held_by is HeldBy.VENDOR and case.record.kind is not Kind.SOCIAL_MEDIA_INFORMATION:
        return vendor_data(case)  # a vendor's copy of whatever kind; the record itself stays on the district's clock
    kind, class_ = case.record.kind, record_class.settle(case.record.class_, case.record.kind)
    if kind in NEVER_ASKED_FOR:
        says = "What may not be asked for is on no list of records, whatever class somebody gives it."
        return not_yet(says, u.NEVER_TO_BE_TAKEN_IN, "counsel has not looked")
    if class_ is RecordClass.PERMANENT and kind in NEVER_PERMANENT:
        says = "The regulation does not list this as permanent, whoever calls it so."
        return not_yet(says, c.R_432_LIST, "class not known")
    if class_ is RecordClass.PERMANENT and kind not in KEPT_FOR_EVER:
        return for_ever("A permanent record is kept in perpetuity, by every school.", c.R_437_B)
    if kind in KEPT_FOR_EVER:
        return KEPT_FOR_EVER[kind]
    if kind in OWN_CLOCKS:
        return OWN_CLOCKS[kind](case)
    if kind is Kind.BUSINESS_RECORD:
        return _of_the_district(case)
    if class_ is RecordClass.INTERIM:
        return interim(case)
    if class_ is RecordClass.PERMITTED:
        return _permitted(case)
    waits = "class not known" if class_ is None else "no rule lets it go by a clock"
    return not_yet("Records are destroyed only as the state's regulations say.", c.EC_49062, waits)


def _permitted(case: Case) -> Span:
    """Some months after the student completed or left the program, and of no more use; no last day."""
    left = left_last(case, Event.COMPLETED_PROGRAMME)
    says = "Permitted: of no more use, and six months after the student has completed or left the program."
    if left is None:
        return not_yet(says, c.R_437_D, "the student has not left")
    days = [months_over(left, MONTHS_AFTER), classified(case)]
    return Span(max(day for day in days if day is not None), None, says, c.R_437_D)


def _of_the_district(case: Case) -> Span:
    if case.record.district_class is DistrictClass.CLASS_3:
        return class_3(case)
    if case.record.district_class is DistrictClass.CLASS_1:
        return for_ever("A Class 1 record of the district is permanent.", c.R_16023)
    waits = "not reclassified" if case.record.district_class else "class not known"
    return not_yet("A district's record is kept until it is of Class 3.", c.R_16024, waits)
