"""Meal applications and eligibility: for running the meal program, and for nothing else without consent."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.directory import GOES_OUT
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import IDENTIFIED, IS_STAFF, SEES
from fileroom.law.vocabulary import district, purpose, record, requester

law = Chapter(__name__)

OF_MEALS = record.kind.is_(RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY)
RUNS_THE_PROGRAM = purpose.is_(
    Purpose.NSLP_INCOME_APPLICATION, Purpose.NSLP_CATEGORICAL_APPLICATION, Purpose.CHILD_NUTRITION_REVIEW
)
DISAGGREGATES = (
    record.kind.is_(RecordKind.MEAL_ELIGIBILITY)
    & purpose.is_(Purpose.PLANNING, Purpose.STATE_REPORTING)
    & district.meal_disaggregation_authorized.holds
)
REVIEWS = (
    SEES
    & OF_MEALS
    & requester.kind.is_(Who.AUDITOR, Who.STATE_AGENCY, Who.FEDERAL_AGENCY)
    & purpose.is_(Purpose.CHILD_NUTRITION_REVIEW)
)

law.forbids(
    "for_the_program_alone",
    when=GOES_OUT & OF_MEALS & IS_STAFF & ~RUNS_THE_PROGRAM & ~DISAGGREGATES,
    says="Who gets free or reduced meals is for those who run the meal program, and for what the board has allowed.",
    cites=c.EC_49558,
)

law.allows(
    "reviews_of_the_program",
    when=REVIEWS & IDENTIFIED,
    claimed=REVIEWS,
    says="Those who audit or review the meal program see its applications.",
    cites=c.EC_49558,
)

law.allows(
    "federal_reviews_of_the_program",
    when=REVIEWS & IDENTIFIED,
    claimed=REVIEWS,
    key=Key.FEDERAL,
    says="Federal law opens meal applications to auditors of the program, under penalty for passing them on.",
    cites=c.USC_1758_B6,
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=REVIEWS,
    upon=Upon.GRANT,
    says="Tell the reviewer in writing that to pass it on is a crime.",
    cites=c.USC_1758_B6,
)

law.closes(
    "others",
    when=GOES_OUT & OF_MEALS,
    says="Meal applications and eligibility are confidential; nobody else has them without written consent.",
    cites=c.EC_49558,
)
