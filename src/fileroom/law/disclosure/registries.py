"""No list, registry or database of persons by religion, national origin or ethnicity; named programs excepted."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action, Purpose
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Condition, any_of
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import (
    A_JUDGES_PAPER,
    CLEARED_BY_COUNSEL,
    FOR_IMMIGRATION,
    IDENTIFIED,
    IS_FAMILY,
    RELEASED,
    STAFF_KINDS,
)
from fileroom.law.vocabulary import action, identifies_student, purpose, record, requester

law = Chapter(__name__)

COMPILES = action.is_(Action.COMPILE_LIST)
OF_PERSONS = COMPILES & identifies_student.holds
BY_TRAIT = record.kind.is_(
    Kind.RELIGION, Kind.NATIONAL_ORIGIN, Kind.ETHNICITY, Kind.BIRTH_COUNTRY, Kind.PLACE_OF_BIRTH, Kind.US_ENTRY_DATE,
    Kind.FIRST_US_SCHOOL_DATE, Kind.CITIZENSHIP_STATUS, Kind.IMMIGRATION_DOCUMENT, Kind.HOME_LANGUAGE,
    Kind.TRIBAL_ENROLMENT, Kind.PARENT_DEPARTURE_PROOF,
)  # fmt: skip


def _for(purpose_: Purpose, *kinds: Kind) -> Condition:
    return record.kind.is_(*kinds) & purpose.is_(purpose_)


NAMED_PROGRAM = any_of(
    _for(Purpose.STATE_REPORTING, Kind.ETHNICITY, Kind.HOME_LANGUAGE),
    _for(Purpose.EDUCATIONAL_INTEREST, Kind.HOME_LANGUAGE),
    _for(Purpose.TITLE_III_IMMIGRANT_COUNT, Kind.BIRTH_COUNTRY, Kind.FIRST_US_SCHOOL_DATE),
    _for(Purpose.INDIAN_EDUCATION, Kind.TRIBAL_ENROLMENT),
)
BY_THE_SCHOOLS_OWN = requester.kind.is_(*STAFF_KINDS, Who.SYSTEM) | (requester.kind.is_(Who.STATE_AGENCY) & IDENTIFIED)
EXCEPTED = NAMED_PROGRAM & BY_THE_SCHOOLS_OWN
ORDERED_AND_CLEARED = A_JUDGES_PAPER & CLEARED_BY_COUNSEL
OF_VACCINES = requester.kind.is_(Who.HEALTH_DEPARTMENT) & record.kind.is_(Kind.IMMUNIZATION)  # Health & Saf. 120440
FOR_A_REGISTRY = purpose.is_(Purpose.REGISTRY) & ~OF_VACCINES

law.forbids(
    "no_list_by_trait",
    when=OF_PERSONS & BY_TRAIT & ~EXCEPTED,
    says="Nobody compiles a list of persons by religion, national origin or ethnicity, or by what gives them away."
    " Counts that name no one are free.",
    cites=c.GC_8310_3,
)

law.forbids(
    "no_list_for_enforcement_or_a_registry",
    when=OF_PERSONS & (FOR_IMMIGRATION | purpose.is_(Purpose.REGISTRY)),
    says="No list of persons is made for immigration enforcement, nor for a registry.",
    cites=c.GC_8310_3,
)

law.forbids(
    "nothing_released_for_a_registry",
    when=RELEASED & ~IS_FAMILY & FOR_A_REGISTRY & identifies_student.holds & ~ORDERED_AND_CLEARED,
    says="Nothing about a person is given to anyone for a registry by religion, national origin or ethnicity.",
    cites=c.GC_8310_3,
)
