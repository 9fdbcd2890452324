"""A stay-away order that says nothing of records closes no record by itself. Counsel looks the same day, and first
where the student could be found by it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Order, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IS_PARENT, RELEASED
from fileroom.law.vocabulary import contact_only, orders, record, requester

law = Chapter(__name__)

# By these a student can be found: address, schedule, school, and the lists that hold them.
TELLS_WHERE = record.kind.is_(
    RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.ACTUAL_ADDRESS,
    RecordKind.ANNUAL_VERIFICATION, RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.TELEPHONE, RecordKind.SCHEDULE,
    RecordKind.TRANSFER_DESTINATION, RecordKind.ENROLMENT_STATUS, RecordKind.DIRECTORY_INFORMATION,
    RecordKind.ACCESS_LOG,
)  # fmt: skip
# A whole file holds them too. A parent, whom the order denies no record, sees the rest of it; others wait.
THE_WHOLE = record.kind.is_(RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD, RecordKind.PHOTO_OR_VIDEO)
HELD_BACK = TELLS_WHERE | (THE_WHOLE & ~IS_PARENT)

law.forbids(
    "where_the_student_can_be_found",
    when=RELEASED & contact_only.holds & HELD_BACK & ~CLEARED_BY_COUNSEL,
    says="An order without a records clause does not close the file by itself; counsel looks before anything is said by"
    " which the student could be found.",
    cites=u.STAY_AWAY_WITHOUT_A_RECORDS_CLAUSE,
    silent=True,
)

law.forbids(
    "two_people_at_one_login",
    when=RELEASED & orders.has(Order.RECORDS_ORDER_6323_5) & requester.shared_login.holds,
    says="An order is on file and two people use this account or address: freeze it, and give each their own first.",
    cites=c.FC_6323_5,
    silent=True,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RELEASED & contact_only.holds,
    says="Send it to district counsel the same day; a family is never refused in silence.",
    cites=u.STAY_AWAY_WITHOUT_A_RECORDS_CLAUSE,
)

law.obliges(
    DutyCode.LIMIT_TO_RELEVANT,
    when=RELEASED & contact_only.holds & ~HELD_BACK,
    upon=Upon.GRANT,
    says="Until counsel has looked, leave out of it address, schedule and school.",
    cites=u.STAY_AWAY_WITHOUT_A_RECORDS_CLAUSE,
    limits=(Limit.ADDRESS_AND_SCHEDULE_WITHHELD,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="one_login_each",
    when=RELEASED & orders.has(Order.RECORDS_ORDER_6323_5) & requester.shared_login.holds,
    says="Freeze the account at once, reach the parent whom no order bars another way, and give each an account of"
    " their own; then ask again. Tell counsel the same day.",
    cites=c.FC_6323_5,
)
