"""What is never disclosed, and to whom."""

from __future__ import annotations

from fileroom.law.casework.failing_notices import A_NOTICE
from fileroom.law.disclosure.agency_papers import AGENCY_PAPERS
from fileroom.law.disclosure.educational_interest import A_TRAINED_AIDE, ANY_OFFICIAL
from fileroom.law.disclosure.educational_rights_holders import IS_APPOINTED
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.enforcement import ENTERS
from fileroom.law.facts import ConsentBy, ConsentForm, Order, PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import (
    A_JUDGES_PAPER,
    ADULT,
    CERTIFIES,
    CLEARED_BY_COUNSEL,
    CONSENT_BY_FEDERAL_LAW,
    CONSENTED,
    FOR_IMMIGRATION,
    IS_PARENT,
    IS_STUDENT,
    LOOKS,
    OF_ITS_OWN_STUDENTS,
    RELEASED,
    SEES,
    SERVES_THE_STUDENT,
)
from fileroom.law.programmes.operators_requests import IS_OPERATOR, ON_REQUEST
from fileroom.law.theorems.outsiders import GROUNDS, OF_THE_PUPIL, REPORT_TO_THE_BOARD
from fileroom.law.theorems.shapes import never, never_while_open, never_without, nothing_granted
from fileroom.law.vocabulary import (
    ORDER_SHOWN,
    orders,
    requester,
    restrained,
    student,
)

A_COURTS_PAPER = some(
    PaperKind.COURT_ORDER, PaperKind.JUDICIAL_WARRANT, PaperKind.JUDICIAL_SUBPOENA, PaperKind.GRAND_JURY_SUBPOENA,
    PaperKind.CIVIL_SUBPOENA, PaperKind.DEPENDENCY_ORDER, valid_on=True, names_these_records=True,
)  # fmt: skip
ORAL_ONLY = ~some(PaperKind.CONSENT, form=(ConsentForm.WRITTEN, ConsentForm.ELECTRONIC))
BY_A_RESTRAINED_PARENT = ~some(PaperKind.CONSENT, by=tuple(by for by in ConsentBy if by != ConsentBy.RESTRAINED_PARENT))
BY_AN_ADULT_STUDENT = ~some(PaperKind.CONSENT, by=tuple(by for by in ConsentBy if by != ConsentBy.ADULT_STUDENT))
BY_AN_OUTSIDER = SEES & ~IS_PARENT & ~IS_STUDENT & ~ANY_OFFICIAL & ~IS_APPOINTED


THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "a_company_that_asks_the_district_is_told_of_nobody_without_the_familys_request",
        "A company that asks whether a student is gone is given no letter, whoever the student is, but on the family's"
        " own signed and dated request.",
        CERTIFIES & IS_OPERATOR,
        ON_REQUEST,
    ),
    never_without(
        "immigration_enforcement",
        "Nothing is released for immigration enforcement without the written consent of whoever holds the right, or"
        " a judge's order, subpoena or warrant in force that names these records.",
        RELEASED & FOR_IMMIGRATION,
        CONSENT_BY_FEDERAL_LAW,
        A_JUDGES_PAPER,
    ),
    never_without(
        "the_visa_program_hears_of_its_own_students_alone",
        "The visa program is told nothing but the listed data of an F-1 student, without the written consent of whoever"
        " holds the right or a judge's own paper in force.",
        RELEASED & requester.kind.is_(Who.SEVP_OFFICER),
        OF_ITS_OWN_STUDENTS,
        CONSENT_BY_FEDERAL_LAW,
        A_JUDGES_PAPER,
    ),
    never_without(
        "immigration_enforcement_entry",
        "No one enters a nonpublic area for immigration enforcement without a judge's paper in force.",
        ENTERS & FOR_IMMIGRATION,
        A_JUDGES_PAPER,
    ),
    never(
        "restrained_party_sees_nothing",
        "A restrained person never sees, is told, or receives anything, whatever else is shown.",
        RELEASED & restrained.holds,
    ),
    never(
        "restrained_party_reads_no_log",
        "A restrained person never reads who has looked.",
        LOOKS & restrained.holds,
    ),
    never_without(
        "an_order_shown_restrains_at_once",
        "Once a records order is shown, filed or not, a parent sees nothing unless it is known to bind another.",
        RELEASED & IS_PARENT & ORDER_SHOWN,
        restrained.is_(False),
    ),
    never_without(
        "an_order_on_file_binds_the_parent_who_asks",
        "With a records order on file a parent sees nothing unless it is known to bind another.",
        RELEASED & IS_PARENT & orders.has(Order.RECORDS_ORDER_6323_5),
        restrained.is_(False),
    ),
    never_while_open(
        "unread_orders_open_nothing",
        "While it is not known whether an order restrains a person, nothing is released to that person.",
        RELEASED & restrained.holds,
    ),
    never_without(
        "restrained_parent_cannot_consent",
        "The consent of a restrained parent opens nothing to an outsider.",
        SEES & requester.kind.is_(Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.PUBLIC)
        & BY_A_RESTRAINED_PARENT & OF_THE_PUPIL,
        *GROUNDS,
        A_COURTS_PAPER,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "an_incompetent_adult_cannot_consent",
        "The consent of an adult student whom a court has found incompetent opens nothing to an outsider.",
        SEES & requester.kind.is_(Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.PUBLIC)
        & student.adjudged_incompetent.holds & BY_AN_ADULT_STUDENT & OF_THE_PUPIL,
        *GROUNDS,
        A_COURTS_PAPER,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "oral_consent_opens_nothing",
        "Spoken consent opens nothing to an outsider.",
        SEES & requester.kind.is_(Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.PUBLIC) & ORAL_ONLY
        & OF_THE_PUPIL,
        *GROUNDS,
        A_COURTS_PAPER,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "outsiders_need_consent_or_a_court",
        "No one but family and school staff sees a pupil record without written consent, a court's paper, counsel, or a"
        " ground that a statute names.",
        BY_AN_OUTSIDER & OF_THE_PUPIL,
        *GROUNDS,
        CLEARED_BY_COUNSEL,
        CONSENTED,
        A_COURTS_PAPER,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "volunteers_never",
        "A volunteer never sees a pupil record as a school official, but what an emergency needs.",
        RELEASED & requester.kind.is_(Who.VOLUNTEER) & OF_THE_PUPIL,
        IN_DANGER,
        REPORT_TO_THE_BOARD,
        CONSENTED,
        A_COURTS_PAPER,
    ),
    never_without(
        "aides_untrained_never",
        "An attendance aide who is not an adult, investigated and trained sees nothing, but what an emergency needs.",
        SEES & requester.kind.is_(Who.SARB_AIDE) & OF_THE_PUPIL,
        A_TRAINED_AIDE,
        IN_DANGER,
        CONSENTED,
        REPORT_TO_THE_BOARD,
        A_COURTS_PAPER,
    ),
    never_without(
        "staff_see_only_whom_they_serve",
        "Staff see only the files of students they serve, or whom they must protect in an emergency.",
        SEES & ANY_OFFICIAL & OF_THE_PUPIL,
        SERVES_THE_STUDENT,
        IN_DANGER,
        REPORT_TO_THE_BOARD,
        CONSENTED,
        A_COURTS_PAPER,
    ),
    never(
        "teachers_read_no_log",
        "A teacher who is not the custodian's designee never reads the log.",
        LOOKS & requester.kind.is_(Who.TEACHER) & ~requester.designated.holds,
    ),
    never_without(
        "unverified_parents_see_nothing",
        "Nobody sees a record as a parent before identity and relationship are verified and rights are not ended.",
        SEES & IS_PARENT & OF_THE_PUPIL,
        A_PARENT,
        CONSENTED,
        REPORT_TO_THE_BOARD,
        A_COURTS_PAPER,
    ),
    never_without(
        "parents_of_adults",
        "The parent of an adult student who is neither incompetent nor a tax dependent sees nothing without consent,"
        " but the notice that the student may fail, and what an emergency needs.",
        SEES & IS_PARENT & ADULT & ~student.adjudged_incompetent.holds & ~A_NOTICE & OF_THE_PUPIL,
        IN_DANGER,
        REPORT_TO_THE_BOARD,
        requester.tax_dependency.is_("proved"),
        CONSENTED,
        A_COURTS_PAPER,
    ),
    never_without(
        "agency_papers_open_nothing",
        "An agency's own warrant, subpoena, letter or detainer opens nothing by itself.",
        BY_AN_OUTSIDER & OF_THE_PUPIL & some(*AGENCY_PAPERS),
        *GROUNDS,
        CLEARED_BY_COUNSEL,
        CONSENTED,
        A_COURTS_PAPER,
        REPORT_TO_THE_BOARD,
    ),
    Theorem(
        "an_unknown_fact_in_a_ban_never_grants",
        "While any ban is possible on what is known, nothing is granted.",
        lambda world: world.in_doubt(),
        nothing_granted,
    ),
)  # fmt: skip
