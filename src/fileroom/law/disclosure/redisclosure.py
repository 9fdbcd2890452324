"""Who was given a record may not pass it on, except within the same agency, to serve the child, or by consent."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.directory import DIRECTORY_ASKED
from fileroom.law.disclosure.caseworkers import RESPONSIBLE
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.dependency_parents import PARENT_OF_A_DEPENDENT
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT
from fileroom.law.facts import Purpose
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import BOUND, IS_VOLUNTEER, OF_THE_FILE, PASSES_ON, SENDS
from fileroom.law.phrases import CONSENT_IS_CLAIMED, CONSENTED, SEES
from fileroom.law.vocabulary import other, purpose

law = Chapter(__name__)

WITHIN_THE_AGENCY = PASSES_ON & BOUND & other.recipient_in_same_agency.holds & OF_THE_FILE
THEIRS_TO_PASS_ON = HOLDS_THE_RIGHTS | PARENT_OF_A_DEPENDENT | ADULT_STUDENT
TO_TEACH = purpose.is_(Purpose.EDUCATION_DECISIONS, Purpose.MONITOR_PROGRESS, Purpose.CASE_PLAN)
TO_THOSE_WHO_TEACH = PASSES_ON & RESPONSIBLE & TO_TEACH & OF_THE_FILE

law.allows(
    "within_the_same_agency",
    when=WITHIN_THE_AGENCY,
    claimed=WITHIN_THE_AGENCY,
    key=Key.BOTH,
    says="Within the agency that was given it, those with a legitimate interest may share it.",
    cites=c.EC_49076_3,
)

law.allows(
    "caseworker_to_those_who_serve_the_childs_education",
    when=TO_THOSE_WHO_TEACH,
    claimed=RESPONSIBLE,
    key=Key.BOTH,
    says="A responsible caseworker may pass it to those who serve the child's educational needs, as far as they do.",
    cites=c.EC_49076_1N,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "with_consent",
    when=PASSES_ON & CONSENTED & OF_THE_FILE,
    claimed=CONSENT_IS_CLAIMED,
    key=Key.BOTH,
    says="It may be passed on with the written consent of whoever holds the right.",
    cites=c.EC_49076_3,
    limits=(Limit.RECORDS_NAMED_IN_THE_CONSENT,),
)

law.allows(
    "by_the_family_itself",
    when=PASSES_ON & THEIRS_TO_PASS_ON & OF_THE_FILE,
    claimed=THEIRS_TO_PASS_ON,
    key=Key.BOTH,
    says="What a parent, a parent of a tax dependent, or an adult student has received is theirs to pass on.",
    cites=c.CFR_99_33_C,
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=(SEES | SENDS) & (BOUND | IS_VOLUNTEER) & ~Shown(PROCESS | DIRECTORY_ASKED | ~OF_THE_FILE),
    upon=Upon.GRANT,
    says="Tell the recipient in writing to use it for this purpose alone and pass it on to nobody without consent.",
    cites=c.CFR_99_33,
)

law.closes(
    "not_passed_on",
    when=PASSES_ON,
    says="What was given is passed on to nobody else without the parent's written consent; whoever wants it may ask"
    " the district.",
    cites=c.EC_49076_3,
)
