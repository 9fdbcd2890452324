"""No Social Security number, whole or its last four digits, of student or parent, unless a law requires it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import TAKES_IN
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

A_NUMBER = record.kind.is_(RecordKind.SSN, RecordKind.SSN_LAST4, RecordKind.ADULT_SSN_LAST4)
MEAL_APPLICATION = record.kind.is_(RecordKind.ADULT_SSN_LAST4) & purpose.is_(Purpose.NSLP_INCOME_APPLICATION)
ON_THE_MEAL_FORM = MEAL_APPLICATION & record.part_of_federal_form.holds

law.forbids(
    "no_number_and_no_last_four",
    when=TAKES_IN & A_NUMBER & ~ON_THE_MEAL_FORM,
    says="A school may not collect or ask for a Social Security number, or its last four digits, of a student or"
    " parent. A field marked optional still asks.",
    cites=c.EC_49076_7,
)

law.compels(
    "adult_signer_of_a_meal_application",
    when=TAKES_IN & ON_THE_MEAL_FORM,
    claimed=MEAL_APPLICATION,
    says="The income application for school meals asks the adult who signs for the last four digits, or a mark that"
    " there are none. Never the child's.",
    cites=c.USC_1758_D,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=TAKES_IN & MEAL_APPLICATION,
    upon=Upon.GRANT,
    says="The digits stay on that form: never copied to the student's file. 'None' is an answer.",
    cites=c.USC_1758_D,
)
