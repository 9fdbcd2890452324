"""What a court's paper does not reach, and what is owed when one is answered."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import A_JUDGES_OWN, BY_A_JUDGE, SHOWN
from fileroom.law.disclosure.court_notices import IN_SILENCE
from fileroom.law.disclosure.court_process import CLAIMS_PROCESS, PROCESS
from fileroom.law.facts import DirectoryField, PaperKind, RecordKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IS_APART, SEES
from fileroom.law.vocabulary import record

law = Chapter(__name__)

FIELDS_OF_CONTACT = record.fields.has(DirectoryField.ADDRESS, DirectoryField.TELEPHONE, DirectoryField.EMAIL)
WHERE_PEOPLE_ARE = record.kind.is_(
    RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.TELEPHONE,
    RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.ACTUAL_ADDRESS,
) | (record.kind.is_(RecordKind.DIRECTORY_INFORMATION) & FIELDS_OF_CONTACT)  # fmt: skip
REACHES_IT = ~record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE) | A_JUDGES_OWN  # Ed. Code 49602 names an order alone

law.compels(
    "what_lies_apart_through_counsel",
    when=SEES & PROCESS & BY_A_KNOWN_BEARER & IS_APART & REACHES_IT & CLEARED_BY_COUNSEL,
    claimed=CLAIMS_PROCESS,
    key=Key.BOTH,
    says="A court's paper asks for what lies apart under a statute of its own; counsel clears it first.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & SHOWN & IS_APART,
    says="Counsel looks before anything is produced.",
    cites=c.EC_49077,
)

law.obliges(
    DutyCode.AGREE_CONFIDENTIALITY,
    when=SEES & PROCESS & WHERE_PEOPLE_ARE,
    says="Make a reasonable effort to agree with whoever obtains it that the contact information stays confidential.",
    cites=c.EC_49077,
)

law.obliges(
    DutyCode.CERTIFY_COPY,
    when=SEES & PROCESS,
    upon=Upon.GRANT,
    says="A true copy with the custodian's affidavit, in a sealed double envelope, does in place of appearing.",
    cites=c.EC_49078,
)

law.obliges(
    DutyCode.REVIEW_AT_EXPIRY,
    when=IN_SILENCE,
    says="Note the court's order as the reason for silence, and look again on the day it ends.",
    cites=c.CFR_99_31_A9,
)

law.closes(
    "unsigned",
    when=SEES & some(*BY_A_JUDGE, PaperKind.GRAND_JURY_SUBPOENA, signed_by_judge=False) & ~PROCESS,
    says="No judge has signed the paper; it opens nothing until one does.",
    cites=c.EC_49077,
)

law.closes(
    "out_of_scope_or_force",
    when=SEES & SHOWN & ~PROCESS,
    says="The court's paper is not in force today, or does not reach these records of this student.",
    cites=c.EC_49077,
)
