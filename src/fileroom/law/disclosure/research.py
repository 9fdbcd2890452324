"""Studies for the district, under a written agreement; a researcher's own project is none."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import UNREFUTED, to_show
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

IS_RESEARCHER = requester.kind.is_(Who.RESEARCHER, Who.COLLEGE, Who.PRIVATE_COLLEGE, Who.NONPROFIT)
STUDIES = SEES & IS_RESEARCHER & purpose.is_(Purpose.STUDY)
AGREED_FOR_A_STUDY = to_show(
    PaperKind.WRITTEN_AGREEMENT,
    signed=True, purpose=True, scope=True, duration=True, destruction=True, under_99_31_a_6=True, valid_on=UNREFUTED,
)  # fmt: skip
FOR_THE_DISTRICT = STUDIES & IDENTIFIED & AGREED_FOR_A_STUDY & TRAVELS

law.allows(
    "study_for_the_district",
    when=FOR_THE_DISTRICT,
    claimed=STUDIES,
    says="An organization that studies for the district, by its written agreement, may see what the study needs.",
    cites=c.EC_49076_2E,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_study",
    when=FOR_THE_DISTRICT,
    claimed=STUDIES,
    key=Key.FEDERAL,
    says="Federal law asks for a written agreement on purpose, scope, duration, data, use and destruction.",
    cites=c.CFR_99_31_A6,
)

law.obliges(
    DutyCode.WRITTEN_AGREEMENT,
    when=STUDIES,
    says="What goes out rests on a signed agreement, whose number stands in the log.",
    cites=c.CFR_99_31_A6,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=STUDIES,
    upon=Upon.GRANT,
    says="What was given is destroyed when the study no longer needs it, within the time agreed.",
    cites=c.EC_49076_2E,
)

law.closes(
    "their_own_project",
    when=SEES & purpose.is_(Purpose.OWN_RESEARCH),
    says="A project of one's own is no study for the district. De-identified data, or written consent, is the way.",
    cites=c.EC_49076_2E,
)
