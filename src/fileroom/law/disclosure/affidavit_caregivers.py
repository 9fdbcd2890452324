"""The adult with whom a child lives and who has signed items 1 to 4 of the caregiver's affidavit."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.papers import UNREFUTED, some, to_show
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import TRAVELS
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, MINOR, NOT_OF_THE_SCHOOL, PARENTS_HOLD_THE_RIGHTS, SEES
from fileroom.law.vocabulary import lives_with_student, requester

law = Chapter(__name__)

IS_CAREGIVER = requester.kind.is_(Who.CAREGIVER)
OF_THE_HOUSEHOLD = requester.kind.is_(Who.CAREGIVER, Who.RELATIVE, Who.STEPPARENT)
BRINGS_THE_AFFIDAVIT = OF_THE_HOUSEHOLD & some(PaperKind.CAREGIVER_AFFIDAVIT)
AFFIDAVIT = to_show(PaperKind.CAREGIVER_AFFIDAVIT, items_1_to_4=True, signed=True, valid_on=UNREFUTED)
OF_KIN = requester.kind.is_(Who.RELATIVE, Who.STEPPARENT)
IN_THE_HOME = IDENTIFIED & lives_with_student.holds & ~NOT_OF_THE_SCHOOL & TRAVELS
ACTS_AS_A_PARENT = OF_KIN & IN_THE_HOME & PARENTS_HOLD_THE_RIGHTS
CARES = OF_THE_HOUSEHOLD & requester.age.at_least(FIGURES["caregiver_age"].value) & AFFIDAVIT & MINOR & IN_THE_HOME

law.compels(
    "affidavit_on_file",
    when=SEES & CARES,
    claimed=IS_CAREGIVER | BRINGS_THE_AFFIDAVIT,
    says="The adult who signed items 1 to 4 of the caregiver's affidavit, and with whom the child lives, sees the"
    " relevant records.",
    cites=c.EC_49076_1M,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_acting_as_parent",
    when=SEES & CARES,
    claimed=IS_CAREGIVER | BRINGS_THE_AFFIDAVIT,
    key=Key.FEDERAL,
    says="Federal law counts as a parent one who acts as a parent in the absence of a parent or guardian.",
    cites=c.CFR_99_3_PARENT,
)

law.allows(
    "who_acts_as_a_parent_through_counsel",
    when=SEES & ACTS_AS_A_PARENT & CLEARED_BY_COUNSEL,
    claimed=OF_KIN & lives_with_student.holds,
    key=Key.BOTH,
    says="Federal law counts as a parent who acts as one in the home; state law names parents and guardians alone."
    " This relative or stepparent may see what counsel says.",
    cites=u.KIN_IN_THE_HOME,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & ACTS_AS_A_PARENT & ~BRINGS_THE_AFFIDAVIT,
    says="Ask counsel the same day. The parent's written consent, or a signed caregiver's affidavit, is quicker.",
    cites=u.KIN_IN_THE_HOME,
)

law.closes(
    "kin",
    when=SEES & OF_KIN,
    says="A relative or stepparent is no parent to the records law. The file may be shown with the parent's written"
    " consent, or where the child lives with them and they sign the caregiver's affidavit.",
    cites=c.CFR_99_3_PARENT,
)

law.closes(
    "the_child_has_left",
    when=SEES & (IS_CAREGIVER | BRINGS_THE_AFFIDAVIT) & lives_with_student.is_(False),
    says="The school has been told that the child no longer lives there; with that the affidavit has ended.",
    cites=c.FC_6550_B,
)
