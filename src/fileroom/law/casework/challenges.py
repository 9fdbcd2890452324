"""A challenge to what a record says: who may bring one, and on which grounds."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.educational_rights_holders import APPOINTED, IS_APPOINTED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.restraining_orders import RIGHTS_LIMITED
from fileroom.law.disclosure.students import ADULT_STUDENT, THE_STUDENT
from fileroom.law.facts import Action, ChallengeGround, ChallengeStep, Channel, Order
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ADULT, CLEARED_BY_COUNSEL, EMANCIPATED, IS_PARENT, IS_STUDENT
from fileroom.law.vocabulary import action, challenge_step, channel, is_pupil_record, orders, other, requester, student

law = Chapter(__name__)

FILES = action.is_(Action.FILE_CHALLENGE)
REQUESTS = FILES & challenge_step.is_(ChallengeStep.REQUEST)
LEGAL_CUSTODY = (requester.legal_custody.holds | orders.has(Order.JOINT_LEGAL_CUSTODY)) & ~orders.has(
    Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT
)
WITHIN_THE_ORDER = ~RIGHTS_LIMITED | CLEARED_BY_COUNSEL
ADULT_OR_EMANCIPATED = ADULT_STUDENT | (THE_STUDENT & EMANCIPATED & CLEARED_BY_COUNSEL)
MAY_CHALLENGE = (HOLDS_THE_RIGHTS & LEGAL_CUSTODY & WITHIN_THE_ORDER) | APPOINTED | ADULT_OR_EMANCIPATED
IS_OF_THE_FAMILY = IS_PARENT | IS_STUDENT | IS_APPOINTED
ON_A_GROUND = other.challenge_ground.is_(*ChallengeGround)
IN_WRITING = channel.is_(Channel.WRITTEN, curable=(Channel.IN_PERSON, Channel.TELEPHONE))
INSPECTED_FIRST = other.inspected_first.is_(True, curable=(False,))

law.compels(
    "on_one_of_six_grounds",
    when=REQUESTS & MAY_CHALLENGE & is_pupil_record.holds & IN_WRITING & INSPECTED_FIRST & ON_A_GROUND,
    claimed=IS_OF_THE_FAMILY,
    says="Whoever holds the rights may, after looking at a record, ask in writing to have it corrected or removed.",
    cites=c.EC_49070_A,
    clock="challenge_meeting",
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FILES & IS_PARENT & ~LEGAL_CUSTODY,
    upon=Upon.NO_GRANT,
    says="Federal law lets either parent ask for an amendment and a hearing: counsel sees this request.",
    cites=c.CFR_99_20,
)

law.closes(
    "the_student_is_adult",
    when=FILES & IS_PARENT & ADULT & ~student.adjudged_incompetent.holds,
    says="Since the student turned 18 it is the student who may challenge a record.",
    cites=c.EC_49061_A,
)

law.closes(
    "without_legal_custody",
    when=FILES & IS_PARENT & ~LEGAL_CUSTODY,
    says="A challenge is for the parent with legal custody; seeing the record is for both. Under federal law either"
    " parent may ask for an amendment: the office passes this on to counsel.",
    cites=c.EC_49061_A,
)

law.closes(
    "not_yet_adult",
    when=FILES & IS_STUDENT & ~ADULT,
    says="Until the student is 18 a parent with legal custody brings the challenge.",
    cites=c.EC_49061_A,
)

law.closes(
    "others",
    when=FILES,
    says="A challenge is for whoever holds the rights over a pupil record: the parent with legal custody, the adult"
    " student, or a rights holder a court has named.",
    cites=c.EC_49070_A,
)
