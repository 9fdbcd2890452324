"""Caregivers and guardians at enrolment. The signed affidavit is enough; nobody investigates. A person nominated as
guardian is none until a court issues letters."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.collection.admission import (
    ADDRESS_AT_STAKE,
    ANY_PROOF_OF_ADDRESS,
    KNOWN_TO_BE_FALSE,
    LETTERS,
)
from fileroom.law.collection.immediate_enrolment import ENROLS
from fileroom.law.disclosure.affidavit_caregivers import AFFIDAVIT, OF_THE_HOUSEHOLD
from fileroom.law.facts import PaperKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import SEES, SOMEBODY_ELSE
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

ADULT_AGE = FIGURES["caregiver_age"].value
SHOWN_FALSE = KNOWN_TO_BE_FALSE | SOMEBODY_ELSE
SHOWS_LETTERS = some(PaperKind.LETTERS_OF_GUARDIANSHIP)
NOMINEE = some(PaperKind.GUARDIAN_NOMINATION) & ~LETTERS

law.compels(
    "affidavit_of_a_caregiver",
    when=ENROLS & OF_THE_HOUSEHOLD & requester.age.at_least(ADULT_AGE) & AFFIDAVIT & ~SHOWN_FALSE,
    claimed=OF_THE_HOUSEHOLD & ~LETTERS,
    says="A caregiver who fills in items 1 to 4 of the affidavit and signs it enrols the child. No proof of kinship,"
    " notary or court is needed.",
    cites=c.FC_6550_B,
)

law.compels(
    "letters_of_guardianship",
    when=ADDRESS_AT_STAKE & LETTERS & ANY_PROOF_OF_ADDRESS & ~SHOWN_FALSE,
    claimed=SHOWS_LETTERS,
    says="A guardian with letters of the court enrols the child as a parent does.",
    cites=c.PROB_1502,
)

law.obliges(
    DutyCode.MASK_NUMBER,
    when=ENROLS & some(PaperKind.CAREGIVER_AFFIDAVIT),
    upon=Upon.GRANT,
    says="Cover the identity number in item 8 before the affidavit is kept; no Social Security number is taken there."
    " Make sure that the form bears its printed warnings.",
    cites=u.NUMBER_ON_THE_AFFIDAVIT,
)

law.closes(
    "too_young_to_sign",
    when=ENROLS & OF_THE_HOUSEHOLD & requester.age.below(ADULT_AGE),
    says="The caregiver who signs the affidavit is an adult. Another adult with whom the child lives can sign.",
    cites=c.FC_6550_B,
)

law.closes(
    "a_nominee_is_no_guardian",
    when=(ENROLS | SEES) & NOMINEE,
    says="A person nominated as guardian is none until the court issues letters. A caregiver can sign an affidavit.",
    cites=c.PROB_1502,
)
