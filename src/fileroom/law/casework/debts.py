"""Records withheld for a debt: only for property wilfully damaged or kept, only a family's own copy."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, Debt, Purpose, RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.parties import IS_SCHOOL
from fileroom.law.phrases import PARENT_OR_STUDENT, SEES
from fileroom.law.vocabulary import action, other, purpose, record, student

law = Chapter(__name__)

WITHHOLDS = action.is_(Action.WITHHOLD)
FROM_A_SCHOOL = purpose.is_(Purpose.ENROLMENT_TRANSFER) | IS_SCHOOL
THESE = (RecordKind.GRADES, RecordKind.MARKS_AND_CREDITS, RecordKind.TRANSCRIPT, RecordKind.GRADUATION_DATE)
HOMELESS_OR_FOSTER = student.homeless.holds | student.foster.holds | student.was_homeless_or_foster.holds
OWN_COPY = PARENT_OR_STUDENT & purpose.is_(Purpose.FEE, Purpose.NONE_STATED)  # others have it by other laws
WILFUL = other.debt.is_(Debt.WILFUL_DAMAGE)

law.forbids(
    "from_inspection",
    when=WITHHOLDS & purpose.is_(Purpose.INSPECTION, Purpose.SELF_INSPECTION),
    says="A debt never keeps a family from looking at the records.",
    cites=c.EC_49069_7,
)

law.forbids(
    "from_another_school",
    when=WITHHOLDS & FROM_A_SCHOOL,
    says="A debt never holds up the record on its way to the student's next school.",
    cites=c.R_438_C,
)

law.forbids(
    "for_fees",
    when=WITHHOLDS & other.debt.is_(Debt.UNPAID_FEE),
    says="Grades, transcript and diploma are not withheld for a debt.",
    cites=c.EC_49014,
)

law.forbids(
    "from_homeless_or_foster_youth",
    when=WITHHOLDS & HOMELESS_OR_FOSTER,
    says="From a student who is or was homeless or in foster care nothing is withheld, whatever is owed.",
    cites=c.EC_49014,
)

law.allows(
    "for_wilful_damage_after_due_process",
    when=WITHHOLDS & OWN_COPY & WILFUL & record.kind.is_(*THESE) & other.due_process_given.is_(True, curable=(False,)),
    claimed=OWN_COPY & WILFUL,
    says="Grades, transcript and diploma may be withheld for property wilfully damaged or kept, after due process.",
    cites=c.EC_48904,
)

law.obliges(
    DutyCode.OFFER_VOLUNTARY_WORK,
    when=WITHHOLDS & WILFUL,
    upon=Upon.GRANT,
    says="Tell the family in writing, offer work to who cannot pay, tell the next district; end it with the debt.",
    cites=c.AR_5125_2,
)

law.obliges(
    DutyCode.DO_NOT_WITHHOLD_FOR_FEES,
    when=(WITHHOLDS | SEES | action.is_(Action.TRANSFER)) & Shown(other.debt.is_(*Debt)),
    says="A debt holds up neither a look at the records nor the way to the next school.",
    cites=c.R_438_C,
)

law.closes(
    "nothing_else",
    when=WITHHOLDS,
    says="Only a family's own copy is withheld: of grades, transcript, diploma, for property wilfully damaged or kept.",
    cites=c.EC_48904,
)
