"""Material with a last day of its own: what was gathered from social media, and the notice of a juvenile court. The
file of a challenge is another."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import MAY_CHALLENGE
from fileroom.law.days import SHORTEST_YEAR
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ADULT, DESTROYS, KEEPS_THE_RECORDS
from fileroom.law.vocabulary import VENDORS, record, requester, student

law = Chapter(__name__)

SOCIAL_MEDIA = record.kind.is_(RecordKind.SOCIAL_MEDIA_INFORMATION)
COURT_NOTICE = record.kind.is_(RecordKind.JUVENILE_COURT_NOTICE)
OF_THE_COURT_NO_LONGER = ADULT | student.graduated.holds | student.court_jurisdiction_ended.holds
NOT_HERE = student.former.holds | student.enrolled.is_(False)
LEFT = NOT_HERE & ~student.enters_later.holds  # who goes on to another school of the district has not left it
EXTRA = FIGURES["social_media_destruction"].value
DAYS_OF_A_YEAR = EXTRA * SHORTEST_YEAR
A_YEAR_PAST_18 = student.age.at_least(FIGURES["adult_student_age"].value + EXTRA)
A_YEAR_GONE = NOT_HERE & ~student.days_since_left_lea.at_most(DAYS_OF_A_YEAR)  # the last day is still in it
ADULT_OR_GONE = ADULT | LEFT | A_YEAR_GONE  # whoever enters only after that year had left
OF_A_VENDOR = SOCIAL_MEDIA & requester.kind.is_(*VENDORS)
A_VENDORS_AT_ONCE = OF_A_VENDOR & (record.contract_satisfied.holds | ADULT_OR_GONE)
SOCIAL_MEDIA_DUE = A_VENDORS_AT_ONCE | (SOCIAL_MEDIA & (A_YEAR_PAST_18 | A_YEAR_GONE))
MAY_ASK = THE_STUDENT | HOLDS_THE_RIGHTS | MAY_CHALLENGE  # that what is over goes
COURT_NOTICE_DUE = COURT_NOTICE & OF_THE_COURT_NO_LONGER

law.allows(
    "social_media_at_any_time",
    when=DESTROYS & SOCIAL_MEDIA & (KEEPS_THE_RECORDS | OF_A_VENDOR | HOLDS_THE_RIGHTS),
    says="What was gathered from social media has no least time: it may go today.",
    cites=c.EC_49073_6_C3,
)

law.compels(
    "social_media_after_18_or_leaving",
    when=DESTROYS & SOCIAL_MEDIA & ADULT_OR_GONE & (KEEPS_THE_RECORDS | OF_A_VENDOR | MAY_ASK),
    says="What was gathered from social media is destroyed within a year after the student turns 18 or leaves,"
    " whichever is first.",
    cites=c.EC_49073_6_C3,
)

law.compels(
    "social_media_held_by_a_vendor",
    when=DESTROYS & A_VENDORS_AT_ONCE,
    says="A vendor destroys it at once when its contract is satisfied, or when it is told that the student is 18 or has"
    " left: it has no extra year.",
    cites=c.EC_49073_6_C3,
)

law.compels(
    "social_media_at_the_students_wish",
    when=DESTROYS & SOCIAL_MEDIA & THE_STUDENT,
    says="A student may have what was gathered about them from social media deleted.",
    cites=c.EC_49073_6_C2,
)

law.compels(
    "juvenile_court_notice",
    when=DESTROYS & COURT_NOTICE_DUE & (KEEPS_THE_RECORDS | MAY_ASK),
    claimed=COURT_NOTICE,
    says="The notice of a juvenile court is destroyed at graduation, at release from the court, or at 18, whichever is"
    " first.",
    cites=c.WIC_827_D,
)
