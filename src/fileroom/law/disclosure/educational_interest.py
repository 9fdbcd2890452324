"""Officials and employees see what they need of the students they serve."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Action, Interest, RequesterKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import IDENTIFIED, IS_CUSTODIAN, IS_STAFF, NOT_OF_THE_SCHOOL, SEES, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, is_pupil_record, requester

law = Chapter(__name__)

A_TRAINED_AIDE = (
    requester.kind.is_(RequesterKind.SARB_AIDE)
    & requester.age.at_least(FIGURES["sarb_aide_age"].value)
    & requester.investigated.holds
    & requester.trained.holds
)
ANY_OFFICIAL = IS_STAFF | requester.kind.is_(RequesterKind.SARB_AIDE)
AN_OFFICIAL = IS_STAFF | A_TRAINED_AIDE
FITS = requester.interest.is_(Interest.STATED_AND_FITS, curable=(Interest.NOT_STATED,))
WITH_INTEREST = AN_OFFICIAL & IDENTIFIED & SERVES_THE_STUDENT & FITS & ~NOT_OF_THE_SCHOOL

law.compels(
    "students_one_serves",
    when=SEES & WITH_INTEREST & is_pupil_record.holds,
    claimed=ANY_OFFICIAL,
    says="An official or employee with a legitimate educational interest sees what the work for this student needs.",
    cites=c.EC_49076_1A,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_school_official",
    when=SEES & WITH_INTEREST & is_pupil_record.holds,
    claimed=ANY_OFFICIAL,
    key=Key.FEDERAL,
    says="Federal law lets school officials with a legitimate educational interest see records.",
    cites=c.CFR_99_31_A1,
)

law.obliges(
    DutyCode.LIMIT_TO_RELEVANT,
    when=action.is_(Action.INSPECT) & ANY_OFFICIAL & ~IS_CUSTODIAN,
    upon=Upon.GRANT,
    says="Show only what this interest needs, and only to look at.",
    cites=c.CFR_99_31_A1,
    limits=(Limit.VIEW_ONLY,),
)

law.obliges(
    DutyCode.STATE_INTEREST,
    when=SEES & ANY_OFFICIAL & requester.interest.is_(Interest.NOT_STATED),
    says="The interest is stated by the district's published criteria before the record opens.",
    cites=c.EC_49076_1A,
    before=True,
)

law.closes(
    "does_not_serve_the_student",
    when=SEES & ANY_OFFICIAL & ~SERVES_THE_STUDENT,
    says="Staff see the files of the students they serve. Ask the custodian of records.",
    cites=c.EC_49076_1A,
)

law.closes(
    "interest_does_not_fit",
    when=SEES & ANY_OFFICIAL & ~FITS,
    says="The interest stated is not one of the district's published criteria. Ask the custodian of records.",
    cites=c.EC_49076_1A,
)
