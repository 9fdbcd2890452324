"""Who is trained in what: those who gather or handle student information, every employee in cybersecurity, and whoever
uses what identifies students with disabilities. Nobody is refused a training."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action, Subject
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, requester, training

law = Chapter(__name__)

TRAINS = action.is_(Action.TRAIN)
IS_EMPLOYED = requester.kind.is_(
    Who.EMPLOYEE, Who.SUBSTITUTE, Who.ADMINISTRATOR, Who.TEACHER, Who.COUNSELOR, Who.NURSE, Who.CUSTODIAN_OF_RECORDS
)
IN_INFORMATION = training.subject.is_(Subject.STUDENT_INFORMATION) & training.handles_student_information.holds
IN_CYBERSECURITY = training.subject.is_(Subject.CYBERSECURITY) & IS_EMPLOYED
IN_SPECIAL_EDUCATION = (
    training.subject.is_(Subject.SPECIAL_EDUCATION_RECORDS) & training.handles_special_education.holds
)
NOT_OWED = TRAINS & ~(IN_INFORMATION | IN_CYBERSECURITY | IN_SPECIAL_EDUCATION)

law.compels(
    "who_handles_student_information",
    when=TRAINS & IN_INFORMATION,
    says="Whoever gathers or handles student information is trained in it, and in what is not asked for.",
    cites=c.BP_5125_TRAINING,
)

law.compels(
    "every_employee_in_cybersecurity",
    when=TRAINS & IN_CYBERSECURITY,
    says="Every employee is trained in cybersecurity, and in protecting student records from breaches.",
    cites=c.BP_5125_TRAINING,
)

law.compels(
    "who_uses_special_education_records",
    when=TRAINS & IN_SPECIAL_EDUCATION,
    says="Whoever collects or uses information that identifies students with disabilities is trained in its"
    " confidentiality.",
    cites=c.CFR_300_623_C,
)

law.allows(
    "anybody_else",
    when=NOT_OWED,
    claimed=NOT_OWED,  # while anything is open, the answer speaks of the duty
    says="No law asks for this training of this person; the district may give it to anybody.",
    cites=c.BP_5125_TRAINING,
)
