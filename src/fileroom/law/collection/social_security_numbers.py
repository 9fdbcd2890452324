"""Social Security numbers and their last four digits: neither collected nor asked for, save where a law demands it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.collection.federal_aid_forms import ON_THE_AID_FORM
from fileroom.law.collection.fingerprint_forms import AT_LIVE_SCAN
from fileroom.law.facts import Purpose, RecordKind, Whose
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ASKS_FOR, CLEARED_BY_COUNSEL, TAKES_IN, consent_with
from fileroom.law.vocabulary import other, purpose, record, student

law = Chapter(__name__)

A_NUMBER = record.kind.is_(RecordKind.SSN, RecordKind.SSN_LAST4, RecordKind.ADULT_SSN_LAST4)
A_WHOLE_NUMBER = record.kind.is_(RecordKind.SSN)
LAST_FOUR_OF_AN_ADULT = record.kind.is_(RecordKind.ADULT_SSN_LAST4)
MEAL_APPLICATION = LAST_FOUR_OF_AN_ADULT & purpose.is_(Purpose.NSLP_INCOME_APPLICATION) & ~student.foster.holds
ON_THE_MEAL_FORM = ASKS_FOR & MEAL_APPLICATION & record.part_of_federal_form.holds & ~record.whose.is_(Whose.STUDENT)
PAYROLL = A_WHOLE_NUMBER & purpose.is_(Purpose.STAFF_PAYROLL)
OF_AN_EMPLOYEE = ASKS_FOR & PAYROLL & record.whose.is_(Whose.EMPLOYEE)
AID = A_WHOLE_NUMBER & purpose.is_(Purpose.FINANCIAL_AID) & other.commission_requires_number.holds
BY_PERMISSION = ASKS_FOR & AID & consent_with("purpose", "recipient")
WORK_PERMIT = A_WHOLE_NUMBER & purpose.is_(Purpose.WORK_PERMIT) & record.whose.is_(Whose.STUDENT)
PERMIT_CLEARED = ASKS_FOR & WORK_PERMIT & CLEARED_BY_COUNSEL
ON_OTHER_FORMS = ON_THE_AID_FORM | AT_LIVE_SCAN

law.forbids(
    "no_number_and_no_last_four",
    when=TAKES_IN & A_NUMBER & ~(ON_THE_MEAL_FORM | OF_AN_EMPLOYEE | BY_PERMISSION | PERMIT_CLEARED | ON_OTHER_FORMS),
    says="A school may not collect or ask for a Social Security number, or its last four digits, of a student or"
    " parent. A field marked optional still asks.",
    cites=c.EC_49076_7,
)

law.compels(
    "adult_signer_of_a_meal_application",
    when=ON_THE_MEAL_FORM,
    claimed=ASKS_FOR & MEAL_APPLICATION,
    says="The income application for school meals asks the adult who signs for the last four digits, or a mark that"
    " there are none. Never the child's, and not for a child in foster care.",
    cites=c.USC_1758_D,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.compels(
    "employees_for_the_payroll",
    when=OF_AN_EMPLOYEE,
    claimed=ASKS_FOR & PAYROLL,
    says="An employer asks its own employee for the number, for wages and taxes. It is no student's and no parent's.",
    cites=c.USC_6109,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "student_aid_by_permission",
    when=BY_PERMISSION,
    claimed=ASKS_FOR & AID,
    says="Where the Student Aid Commission needs the number, it is taken with written permission, for that alone.",
    cites=c.EC_69432_9_SSN,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "work_permits_if_counsel_agrees",
    when=PERMIT_CLEARED,
    claimed=ASKS_FOR & WORK_PERMIT,
    says="The state's work-permit form has a box for the number; counsel says whether the law demands it.",
    cites=c.B1_1,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.closes(
    "no_number",
    when=TAKES_IN & A_NUMBER,
    says="No Social Security number is asked for here. A student who files for aid gives it to the agency, not to us.",
    cites=c.EC_49076_7,
)
