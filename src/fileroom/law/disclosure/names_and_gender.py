"""Papers on a change of name or gender, and what tells of orientation or gender: no automatic notice to anyone, nothing
hidden from those entitled to the record, and a person looks first."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_CUSTODIAN, IS_PARENT, IS_STAFF, IS_STUDENT, SEES
from fileroom.law.vocabulary import action, record, requester

law = Chapter(__name__)

CHANGE_OF_NAME = record.kind.is_(RecordKind.NAME_GENDER_CHANGE)
TELLS_OF_IT = CHANGE_OF_NAME | record.about_gender_or_orientation.holds

law.forbids(
    "the_change_is_for_the_custodian",
    when=SEES & CHANGE_OF_NAME & IS_STAFF & ~IS_CUSTODIAN,
    says="What was changed in a name or gender is kept confidentially by the custodian of records.",
    cites=c.EC_49070_C5,
)

law.forbids(
    "no_automatic_notice",
    when=action.is_(Action.DISCLOSE) & requester.kind.is_(Who.SYSTEM) & TELLS_OF_IT,
    says="No letter or message of the program tells anyone of a student's orientation or gender; a person decides.",
    cites=c.EC_220_5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & (IS_PARENT | IS_STUDENT) & TELLS_OF_IT,
    says="A person looks, with counsel, before it is handed over; the record is not hidden and the time runs on.",
    cites=u.GENDER_AND_A_PARENT,
)
