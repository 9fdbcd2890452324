"""What may be added to a file: what the regulation lists; after the student has left, only what is routine."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.casework.who_adds import ADDED_BY_STATUTE, ADDS, WHOEVER_MAY_ADD
from fileroom.law.codes import DutyCode
from fileroom.law.collection.catalogue_kinds import MANDATORY, ON_THE_PERMITTED_LIST
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import consent_with
from fileroom.law.vocabulary import DISCIPLINE, other, record, student

law = Chapter(__name__)

LISTED_KIND = MANDATORY | ON_THE_PERMITTED_LIST | record.kind.is_(RecordKind.CONTACT_AND_HOUSEHOLD)
REPORTS_OF_AN_ORIGINATOR = record.kind.is_(
    RecordKind.BEHAVIOUR_REPORT, RecordKind.COUNSELLOR_OR_TEACHER_RATING, RecordKind.SPECIAL_EDUCATION
)
SIGNED = ~REPORTS_OF_AN_ORIGINATOR | record.dated_and_signed.is_(True, curable=(False,))
GONE = student.former.holds

law.compels(
    "what_a_statute_adds",
    when=ADDS & ADDED_BY_STATUTE & WHOEVER_MAY_ADD,
    says="A statement, a name document, an entry of the log, a consent or a court's order is always added.",
    cites=u.ADDITIONS_BY_STATUTE,
)

law.allows(
    "while_enrolled",
    when=ADDS & LISTED_KIND & ~GONE & SIGNED & WHOEVER_MAY_ADD,
    says="What the regulation lists is added while the student is here; reports are dated and signed by their maker.",
    cites=c.R_431,
)

law.allows(
    "after_the_student_has_left",
    when=ADDS & LISTED_KIND & GONE & SIGNED & WHOEVER_MAY_ADD & (other.routine_update.holds | consent_with("records")),
    claimed=LISTED_KIND,
    says="After the student has left, nothing is added but routine updates, or what the rights holder consents to.",
    cites=c.R_437_A,
)

law.obliges(
    DutyCode.IDENTIFY_OFFENCE,
    when=ADDS & record.kind.is_(*DISCIPLINE),
    upon=Upon.GRANT,
    says="Name the offence of each suspension or expulsion in every record in which it belongs.",
    cites=c.EC_48900_8,
)

law.obliges(
    DutyCode.INFORM_TEACHERS,
    when=ADDS & Shown(other.dangerous_conduct.holds),
    upon=Upon.GRANT,
    says="Tell each teacher of the student, and each new one, without being asked; stop when the look-back is over.",
    cites=c.EC_49079,
)

law.closes(
    "after_the_student_has_left_nothing_new",
    when=ADDS & LISTED_KIND & GONE,
    says="The student has left: nothing new is added without the consent of the parent or adult student.",
    cites=c.R_437_A,
)

law.closes(
    "only_what_is_listed",
    when=ADDS,
    says="Only what the regulation lists belongs in the file, each report dated and signed by whoever made it.",
    cites=c.R_432_LIST,
)
