"""What lies outside the ordinary file, each under its own statute, and has no clock there: it is kept apart while its
own purpose lasts, and then for the time that the district has set."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.disclosure.restraining_orders import THE_ORDER_ITSELF
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, KEEPS_THE_RECORDS, RETAINS, SERVES_THE_STUDENT
from fileroom.law.retention.copies_and_originals import ORIGINAL
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

WITHOUT_A_CLOCK = record.kind.is_(
    RecordKind.ACTUAL_ADDRESS, RecordKind.CHILD_ABUSE_REPORT, RecordKind.CONTACT_AND_HOUSEHOLD,
    RecordKind.COUNSELLING_CONFIDENCE, RecordKind.IMMIGRATION_INCIDENT_FILE, RecordKind.LAW_ENFORCEMENT_UNIT_RECORD,
    RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY,
)  # fmt: skip

# A counselor keeps the confidences of the students whom the counselor serves (Ed. Code 49602).
A_CONFIDENCE_OF_ONES_OWN = (
    record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE) & requester.kind.is_(Who.COUNSELOR) & SERVES_THE_STUDENT
)

law.compels(
    "an_order_about_records",
    when=RETAINS & KEEPS_THE_RECORDS & THE_ORDER_ITSELF,
    claimed=THE_ORDER_ITSELF,
    says="A court's order about the records is kept, apart: whom it bars stays barred, and nothing opens again by"
    " itself.",
    cites=c.FC_6323_5,
)

law.allows(
    "for_its_own_purpose",
    when=RETAINS
    & (KEEPS_THE_RECORDS | A_CONFIDENCE_OF_ONES_OWN)
    & (ORIGINAL | (WITHOUT_A_CLOCK & ~record.set_time_over.holds)),
    claimed=WITHOUT_A_CLOCK | ORIGINAL,
    says="What a statute keeps outside the ordinary file may be kept there, apart, while its own purpose lasts and"
    " until the time is over that the district has set for it; the statute itself sets no last day.",
    cites=u.APART_WITHOUT_A_CLOCK,
)

law.allows(
    "gone_when_the_districts_time_is_over",
    when=DESTROYS & WITHOUT_A_CLOCK & record.no_longer_needed.holds & record.set_time_over.holds,
    claimed=WITHOUT_A_CLOCK,
    says="What a statute keeps outside the ordinary file, and gives no day, goes when its purpose is over and so is the"
    " time that the district has set for keeping it.",
    cites=u.APART_WITHOUT_A_CLOCK,
)
