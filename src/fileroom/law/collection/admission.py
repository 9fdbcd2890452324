"""Admission on the papers shown: any one proof of age, any one of address, a caregiver's affidavit, a Safe at Home
card. Nobody is sent for a particular paper."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.collection.immediate_enrolment import ENROLS
from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import UNREFUTED, some, to_show
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SOMEBODY_ELSE, STAFF_KINDS
from fileroom.law.vocabulary import other, purpose, requester, rights_terminated

law = Chapter(__name__)

AGE_AT_STAKE = ENROLS & purpose.is_(Purpose.PROOF_OF_AGE)
ADDRESS_AT_STAKE = ENROLS & ~purpose.is_(Purpose.PROOF_OF_AGE)
MAY_BRING_A_CHILD = requester.kind.is_(
    Who.PARENT, Who.EDUCATIONAL_RIGHTS_HOLDER, Who.STUDENT, Who.FORMER_STUDENT, Who.FOSTER_CAREGIVER,
    Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF, Who.COUNTY_PLACING_AGENCY, Who.CHILD_WELFARE_WORKER,
    Who.TRIBAL_CASEWORKER, *STAFF_KINDS,
) & ~rights_terminated.holds  # fmt: skip

ANY_PROOF_OF_AGE = (
    to_show(PaperKind.BIRTH_CERTIFICATE)
    | some(PaperKind.PASSPORT)
    | some(PaperKind.AFFIDAVIT_OF_AGE, others_unobtainable=True)
)
SAFE_AT_HOME_CARD = some(PaperKind.SAFE_AT_HOME_CARD, valid_on=UNREFUTED)
ANY_PROOF_OF_ADDRESS = to_show(PaperKind.RESIDENCY_EVIDENCE) | SAFE_AT_HOME_CARD
KNOWN_TO_BE_FALSE = other.contradicted_by_facts.holds
# Nobody proves at enrolment who they are. Who is known to be somebody else is no parent, and brings no child.

# A guardian with letters of the court acts as a parent; an adult of the household signs the affidavit (caregivers).
LETTERS = some(PaperKind.LETTERS_OF_GUARDIANSHIP, curable={"valid_on": False}, valid_on=UNREFUTED)

law.compels(
    "any_proof_of_age",
    when=AGE_AT_STAKE & (MAY_BRING_A_CHILD | LETTERS) & ANY_PROOF_OF_AGE & ~SOMEBODY_ELSE,
    says="Any proof of the birth date will do: a birth record, a passport, or where none can be had a sworn statement.",
    cites=c.EC_48002,
    limits=(Limit.METHOD_NOT_DOCUMENT,),
)

law.compels(
    "any_proof_of_address",
    when=ADDRESS_AT_STAKE & MAY_BRING_A_CHILD & ANY_PROOF_OF_ADDRESS & ~KNOWN_TO_BE_FALSE & ~SOMEBODY_ELSE,
    says="Any one paper that gives the address will do, the parent's own declaration included.",
    cites=c.EC_48204_1,
)

law.closes(
    "known_to_be_somebody_else",
    when=ENROLS & SOMEBODY_ELSE,
    says="The school knows that this person is somebody else, or not the child's parent. Who is the parent or guardian"
    " can enrol the child, or a caregiver by affidavit; the liaison helps a child who has neither.",
    cites=c.FC_6550_B,
)

law.closes(
    "not_a_resident",
    when=ADDRESS_AT_STAKE & KNOWN_TO_BE_FALSE,
    says="Facts the school knows show that the child does not live there. Bring another proof, or ask for the liaison.",
    cites=c.EC_48204_A,
)

law.closes(
    "somebody_who_may_bring_the_child",
    when=ENROLS,
    says="A parent, a guardian with letters of the court, or a caregiver who signs an affidavit can enrol the child.",
    cites=c.FC_6550_B,
)
