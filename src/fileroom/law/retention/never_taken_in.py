"""What the law forbids to ask for is on no list of records: whatever class somebody gives it, it is never permanent. On
a form that a law prescribes it stays with that form; elsewhere it should not be."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.classes import NEVER_TAKEN_IN
from fileroom.law.codes import DutyCode
from fileroom.law.collection.f_1_students import OF_AN_F_1_STUDENT, ON_THE_FEDERAL_LIST
from fileroom.law.collection.fingerprint_forms import FINGERPRINT_FORM
from fileroom.law.collection.immigration_status import FOR_THE_COUNT
from fileroom.law.collection.social_security_numbers import (
    A_WHOLE_NUMBER,
    LAST_FOUR_OF_AN_ADULT,
    PAYROLL,
    WORK_PERMIT,
)
from fileroom.law.collection.taxpayer_numbers import A_TAXPAYER_NUMBER
from fileroom.law.facts import Purpose, Whose
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS, IS_HELD, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

# On a form of federal law lies what its declared exception covers: the last four of who signs for meals, and through
# counsel a number on an aid form that was filled in. With the count apart lie the country of birth and the first school
# day. So lies what the law made the district take in: an employee's number, an F-1 student's papers; and what counsel
# has cleared: a permit's number, a parent's on the form for fingerprints, a taxpayer number.
ON_A_MEAL_FORM = LAST_FOUR_OF_AN_ADULT & purpose.is_(Purpose.NSLP_INCOME_APPLICATION, Purpose.RETENTION_SCHEDULE)
ON_AN_AID_FORM = A_WHOLE_NUMBER & purpose.is_(Purpose.FINANCIAL_AID, Purpose.RETENTION_SCHEDULE)
OF_A_COUNT = purpose.is_(
    Purpose.TITLE_III_IMMIGRANT_COUNT, Purpose.STATE_REPORTING, Purpose.RETENTION_SCHEDULE
)  # for no registry
OF_A_PARENT = FINGERPRINT_FORM & record.whose.is_(Whose.PARENT)
ON_ITS_FORM = any_of(
    record.part_of_federal_form.holds & (ON_A_MEAL_FORM | (ON_AN_AID_FORM & CLEARED_BY_COUNSEL)),
    FOR_THE_COUNT & record.separate_from_enrolment.holds & OF_A_COUNT,
    PAYROLL & record.whose.is_(Whose.EMPLOYEE),
    ON_THE_FEDERAL_LIST & purpose.is_(Purpose.SEVIS) & OF_AN_F_1_STUDENT,
    FINGERPRINT_FORM & record.whose.is_(Whose.EMPLOYEE),
    (WORK_PERMIT | OF_A_PARENT | A_TAXPAYER_NUMBER) & CLEARED_BY_COUNSEL,
)

law.forbids(
    "no_record_of_any_class",
    when=RETAINS & NEVER_TAKEN_IN & ~ON_ITS_FORM & ~IS_HELD,
    says="A Social Security or taxpayer number, a word or paper on immigration status, or a faith is no record of the"
    " regulation's list, of whatever class: it is not kept, but with the form of a law that demands it.",
    cites=c.R_432_LIST,
)

law.allows(
    "with_the_form_of_a_law",
    when=RETAINS & KEEPS_THE_RECORDS & NEVER_TAKEN_IN & ON_ITS_FORM,
    claimed=NEVER_TAKEN_IN,
    says="What a law demands on a form or for a count of its own is kept with that, apart from every file, as long as"
    " that law needs it; it is never permanent.",
    cites=u.NEVER_TO_BE_TAKEN_IN,
)

law.allows(
    "destroyed_through_counsel",
    when=DESTROYS & NEVER_TAKEN_IN & CLEARED_BY_COUNSEL,
    claimed=NEVER_TAKEN_IN,
    says="What should never have been taken in waits in quarantine until counsel has looked, and then it goes.",
    cites=u.NEVER_TO_BE_TAKEN_IN,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(DESTROYS | RETAINS) & NEVER_TAKEN_IN,
    upon=Upon.NO_GRANT,
    says="Show nobody what was taken in; ask district counsel whether some law demands it, and whether it may go.",
    cites=u.NEVER_TO_BE_TAKEN_IN,
)
