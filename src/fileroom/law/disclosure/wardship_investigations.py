"""Probation officers, the district attorney and the minor's counsel: a criminal or wardship investigation, with a
certificate that nothing is passed on."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import MAY_OPEN
from fileroom.law.directory import DIRECTORY_ASKED
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import CERTIFIES_NO_REDISCLOSURE, TRAVELS
from fileroom.law.phrases import A_CONSENT_MAY_STAND, IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

INVESTIGATORS = requester.kind.is_(Who.PROBATION_OFFICER, Who.DISTRICT_ATTORNEY, Who.MINORS_COUNSEL)
INVESTIGATES = INVESTIGATORS & purpose.is_(Purpose.CRIMINAL_INVESTIGATION, Purpose.WARD_INVESTIGATION)
CERTIFIED = INVESTIGATES & IDENTIFIED & CERTIFIES_NO_REDISCLOSURE & TRAVELS
# Of whoever brings a court's paper or a consent that may open it, or asks for the directory, no certificate is owed.
ON_ANOTHER_GROUND = MAY_OPEN | A_CONSENT_MAY_STAND | DIRECTORY_ASKED

law.compels(
    "with_a_certificate",
    when=SEES & CERTIFIED,
    claimed=INVESTIGATORS,
    says="In a criminal, wardship or probation investigation the officer, prosecutor or minor's counsel who certifies"
    " that nothing is passed on sees the relevant records.",
    cites=c.EC_49076_1I,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_juvenile_officials",
    when=SEES & CERTIFIED,
    claimed=INVESTIGATORS,
    key=Key.FEDERAL,
    says="State law counts them as local officials to whom federal law lets records go, on their certificate.",
    cites=c.CFR_99_31_A5,
)

law.obliges(
    DutyCode.OBTAIN_CERTIFICATION,
    when=SEES & INVESTIGATES & ~Shown(CERTIFIES_NO_REDISCLOSURE | ON_ANOTHER_GROUND),
    says="Before anything goes out, have it in writing that nothing goes further without the parent's consent.",
    cites=c.EC_49076_1I,
    before=True,
)

law.obliges(
    DutyCode.KEEP_CERTIFICATION,
    when=SEES & INVESTIGATES,
    upon=Upon.GRANT,
    says="Keep the certificate with the log.",
    cites=c.EC_49076_1I,
)
