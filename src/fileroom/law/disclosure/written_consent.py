"""Written consent: signature, date, which records, what for, to whom; by the one who may give it. Never oral."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import phrases as p
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.directory import GOES_OUT, PUBLISHES
from fileroom.law.disclosure.child_welfare import UNTOLD_AT_HOME
from fileroom.law.facts import ConsentBy, Order, PaperKind
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.vocabulary import is_pupil_record, orders

law = Chapter(__name__)

NEVER_THEIRS = some(
    PaperKind.CONSENT,
    by=(ConsentBy.PARENT_WITHOUT_CUSTODY, ConsentBy.MINOR_STUDENT, ConsentBy.RESTRAINED_PARENT, ConsentBy.OTHER),
)
PARENTS_OWN = some(PaperKind.CONSENT, by=ConsentBy.PARENT_WITH_CUSTODY)
STUDENTS_OWN = some(PaperKind.CONSENT, by=ConsentBy.ADULT_STUDENT)
TO_SOMEBODY_KNOWN = GOES_OUT & (PUBLISHES | p.IDENTIFIED)

law.allows(
    "consent_of_the_rights_holder",
    when=TO_SOMEBODY_KNOWN & p.CONSENT_BY_STATE_LAW & is_pupil_record.holds,
    claimed=p.CONSENT_IS_CLAIMED,
    says="It may go out with the written consent of whoever holds the right, naming the records and who may get them.",
    cites=c.EC_49075,
    limits=(Limit.RECORDS_NAMED_IN_THE_CONSENT,),
    duties=(
        Duty("no_redisclosure_notice", c.EC_49075.text, "Tell the recipient in writing not to pass it on."),
        Duty("retain_consent", c.EC_49075.text, "Keep the consent permanently with the file."),
    ),
)

law.allows(
    "five_elements",
    when=TO_SOMEBODY_KNOWN & p.CONSENT_BY_FEDERAL_LAW & is_pupil_record.holds,
    claimed=p.CONSENT_IS_CLAIMED,
    key=Key.FEDERAL,
    says="Federal law asks a consent that is signed and dated, and says which records, for what purpose, and to whom.",
    cites=c.CFR_99_30,
)

law.obliges(
    DutyCode.COPY_ON_REQUEST,
    when=TO_SOMEBODY_KNOWN & p.CONSENT_BY_FEDERAL_LAW & is_pupil_record.holds & ~UNTOLD_AT_HOME,
    upon=Upon.GRANT,
    says="On request the parent or adult student gets a copy.",
    cites=c.CFR_99_30,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=GOES_OUT & PARENTS_OWN & orders.has(Order.EDUCATION_RIGHTS_LIMITED),
    says="A court has limited a parent's education rights: counsel reads whose consent it takes.",
    cites=c.WIC_361,
)

law.closes(
    "withdrawn_or_of_another_request",
    when=GOES_OUT & p.CONSENT_IS_CLAIMED & ~p.A_CONSENT_MAY_STAND,
    says="The consent was withdrawn, has run out, or names other records, another purpose or another recipient. Ask the"
    " family for one that fits.",
    cites=c.CFR_99_30,
)

law.closes(
    "consent_by_another",
    when=GOES_OUT
    & (NEVER_THEIRS | (PARENTS_OWN & p.THE_STUDENT_HOLDS_THE_RIGHTS) | (STUDENTS_OWN & p.PARENTS_HOLD_THE_RIGHTS)),
    says="The consent is not by the person who may give it today: a parent with legal custody, or the adult student."
    " Parents who live apart may tell the district, both in writing, that either may give it.",
    cites=c.EC_49061_A,
)
