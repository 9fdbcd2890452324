"""A new legal name or gender: on government-issued proof, for a student here and for one long gone."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY, MAY_CHALLENGE
from fileroom.law.casework.who_adds import AT_WORK_ON_THE_FILE
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import Action, PaperKind, RecordKind
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IS_FORMER_STUDENT, IS_STAFF
from fileroom.law.vocabulary import action, is_pupil_record, other, record

law = Chapter(__name__)

OF_A_NAME = record.kind.is_(RecordKind.LEGAL_NAME, RecordKind.SEX, RecordKind.NAME_GENDER_CHANGE)
RENAMES = action.is_(Action.AMEND) & OF_A_NAME
PROVED = any_of(
    other.government_proof.is_(True, curable=(False,)),
    some(PaperKind.BIRTH_CERTIFICATE, PaperKind.PASSPORT, PaperKind.SOCIAL_SECURITY_CARD),
    some(PaperKind.COURT_ORDER, signed_by_judge=UNREFUTED, names_these_records=UNREFUTED, valid_on=UNREFUTED),
)
PROVED_BY_ONES_OWN = PROVED | some(PaperKind.PHOTO_ID)  # a parent's own licence proves nothing about a child's name
ASKED_BY_THOSE_CONCERNED = MAY_CHALLENGE | (IS_STAFF & AT_WORK_ON_THE_FILE)
# Proof that was shown tells that it is the name that is to change. The log keeps the name of its day.
BEARS_THE_NAME = is_pupil_record.holds & ~OF_A_NAME & ~record.kind.is_(RecordKind.ACCESS_LOG)
NAME_IN_A_RECORD = action.is_(Action.AMEND) & BEARS_THE_NAME & IS_FORMER_STUDENT & other.government_proof.holds

law.compels(
    "former_student_with_proof",
    when=RENAMES & IS_FORMER_STUDENT & ((PROVED & ASKED_BY_THOSE_CONCERNED) | (PROVED_BY_ONES_OWN & THE_STUDENT)),
    claimed=IS_OF_THE_FAMILY | IS_STAFF,
    says="On government-issued proof that a former student's name or gender has changed, the records are updated.",
    cites=c.EC_49062_5,
)

law.compels(
    "on_the_permanent_record_with_proof",
    when=RENAMES & ~IS_FORMER_STUDENT & PROVED & ASKED_BY_THOSE_CONCERNED,
    claimed=IS_OF_THE_FAMILY | IS_STAFF,
    says="The permanent record bears the legal name and sex: on proof that they have changed it is updated.",
    cites=c.AR_5125_NAMES,
)

law.obliges(
    DutyCode.NAME_CHANGE_DOCUMENT,
    when=RENAMES | NAME_IN_A_RECORD,
    upon=Upon.GRANT,
    says="Add a document, kept for ever and apart: the days of request and change, which records, the type of proof if"
    " any but no copy of it, the employee, the old and the new.",
    cites=c.EC_49062_5,
)

law.obliges(
    DutyCode.REISSUE_DOCUMENTS,
    when=(RENAMES & IS_FORMER_STUDENT) | NAME_IN_A_RECORD,
    upon=Upon.GRANT,
    says="On request reissue transcript, diploma and what else was conferred; leave alone what was not asked for.",
    cites=c.EC_49062_5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RENAMES & ~IS_FORMER_STUDENT & ~record.kind.is_(RecordKind.LEGAL_NAME),
    says="No notice about a student's gender goes out by itself, and no record of it is hidden from a parent who may"
    " see it: a person decides, with district counsel.",
    cites=c.EC_220_5,
)

law.closes(
    "proof_or_a_challenge",
    when=RENAMES,
    says="The permanent record changes on government-issued proof, shown by the family. Without proof it can be asked"
    " by a challenge, for which none is needed.",
    cites=c.AR_5125_NAMES,
)
