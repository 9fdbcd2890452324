"""Who is told of a breach, and by when: the people whose personal information was taken, in readable form, by somebody
without authority. What was taken decides, and who holds the key; a student's name with grades is not enough."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Acquisition, Action, Encryption, Holder, Taken
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, incident

law = Chapter(__name__)

NOTIFIES = action.is_(Action.NOTIFY_BREACH)
WITH_A_NAME = incident.data.has(
    Taken.SSN, Taken.GOVERNMENT_ID_NUMBER, Taken.ACCOUNT_NUMBER_WITH_CODE, Taken.MEDICAL, Taken.HEALTH_INSURANCE,
    Taken.BIOMETRIC, Taken.LICENSE_PLATE_READER, Taken.GENETIC,
)  # fmt: skip
PERSONAL_INFORMATION = (incident.data.has(Taken.FULL_NAME) & WITH_A_NAME) | incident.data.has(Taken.LOGIN_WITH_PASSWORD)
TAKEN = incident.acquisition.is_(Acquisition.KNOWN, Acquisition.REASONABLY_BELIEVED)
READABLE = incident.encryption.is_(Encryption.NONE, Encryption.KEY_TAKEN)
A_BREACH = TAKEN & READABLE & PERSONAL_INFORMATION & ~incident.good_faith_by_staff.holds

OF_THE_DISTRICTS_DATA = incident.holder.is_(Holder.DISTRICT, Holder.VENDOR_FOR_DISTRICT)
OF_A_BUSINESS = incident.holder.is_(Holder.VENDOR_FOR_ITSELF)
OF_ANOTHER = incident.holder.is_(Holder.DISTRICT_FOR_ANOTHER)
NOBODY_ASKS_TO_WAIT = ~incident.police_ask_to_wait.holds

law.compels(
    "by_the_district",
    when=NOTIFIES & A_BREACH & OF_THE_DISTRICTS_DATA & NOBODY_ASKS_TO_WAIT,
    says="The district tells each Californian whose information it was, staff and parents too; of a minor the parent."
    " In the most expedient time possible and without unreasonable delay: the law names no number of days, and grants"
    " the time to find the scope and make the system whole.",
    cites=c.CIV_1798_29_A,
)

law.compels(
    "by_a_business",
    when=NOTIFIES & A_BREACH & OF_A_BUSINESS & NOBODY_ASKS_TO_WAIT,
    clock="breach_notice_by_a_business",
    says="A business that owns or licenses the data tells each Californian whose information it was, within"
    f" {FIGURES['breach_notice_by_a_business'].within} of learning of it.",
    cites=c.CIV_1798_82_A2,
)

law.compels(
    "by_a_business_before_2026",
    when=NOTIFIES & A_BREACH & OF_A_BUSINESS & NOBODY_ASKS_TO_WAIT,
    says="A business that owns or licenses the data tells each Californian whose information it was, without"
    " unreasonable delay; the law names no number of days.",
    cites=c.CIV_1798_82_BEFORE,
)

law.compels(
    "to_the_owner",
    when=NOTIFIES & A_BREACH & OF_ANOTHER & NOBODY_ASKS_TO_WAIT,
    says="Whoever only keeps the data for another tells the owner, immediately; the owner tells the people.",
    cites=c.CIV_1798_29_B,
)

law.allows(
    "while_police_ask_to_wait",
    when=NOTIFIES & A_BREACH & ~NOBODY_ASKS_TO_WAIT,
    says="The notice may wait while police have determined that it would impede a criminal investigation.",
    cites=c.CIV_1798_29_C,
)

law.allows(
    "where_no_statute_asks",
    when=NOTIFIES & ~A_BREACH,
    claimed=NOTIFIES & ~A_BREACH,  # while anything is open, the answer speaks of the duty
    says="No statute asks for a notice of this. The district may tell the families; a contract or its own policy may"
    " ask for it.",
    cites=c.CIV_1798_29_A,
)
