"""Truancy: the district attorney, of whom federal law asks a certificate; and judges and probation officers, of whom
state law asks one, and of whom the family is told."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.wardship_investigations import ON_ANOTHER_GROUND
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import CERTIFIES_NO_REDISCLOSURE, CERTIFIES_TRUANCY_ONLY, TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

PROSECUTOR = requester.kind.is_(Who.DISTRICT_ATTORNEY)
OF_THE_COURT = requester.kind.is_(Who.JUDGE, Who.PROBATION_OFFICER)
FOR_TRUANCY = purpose.is_(Purpose.TRUANCY)
TRUANCY = SEES & FOR_TRUANCY & IDENTIFIED & TRAVELS
FOR_TRUANCY_ALONE = OF_THE_COURT & CERTIFIES_TRUANCY_ONLY
PROSECUTES = PROSECUTOR & CERTIFIES_NO_REDISCLOSURE
WITH_A_CERTIFICATE = PROSECUTES | FOR_TRUANCY_ALONE

law.compels(
    "district_attorney",
    when=TRUANCY & PROSECUTOR,
    claimed=PROSECUTOR,
    says="The district attorney sees what truancy mediation, a truancy petition or a case against the parent needs.",
    cites=c.EC_49076_1GH,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.compels(
    "judge_or_probation_officer",
    when=TRUANCY & FOR_TRUANCY_ALONE,
    claimed=OF_THE_COURT & FOR_TRUANCY,
    says="A judge or probation officer who certifies that it serves truancy alone sees the relevant records.",
    cites=c.EC_49076_1J,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_juvenile_officials",
    when=TRUANCY & WITH_A_CERTIFICATE,
    claimed=PROSECUTOR | (OF_THE_COURT & FOR_TRUANCY),
    key=Key.FEDERAL,
    says="Federal law lets records go to juvenile-justice officials, on their certificate that they pass nothing on.",
    cites=c.CFR_99_31_A5,
)

law.obliges(
    DutyCode.OBTAIN_CERTIFICATION,
    when=SEES & FOR_TRUANCY & (PROSECUTOR | OF_THE_COURT) & ~Shown(WITH_A_CERTIFICATE | ON_ANOTHER_GROUND),
    says="Before anything goes out, have it in writing that it is passed on to nobody and used for truancy alone.",
    cites=c.CFR_99_38,
    before=True,
)

law.obliges(
    DutyCode.KEEP_CERTIFICATION,
    when=SEES & FOR_TRUANCY & OF_THE_COURT,
    upon=Upon.GRANT,
    says="Keep the certificate with the log.",
    cites=c.EC_49076_1J,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_WITHIN_24_HOURS,
    when=SEES & FOR_TRUANCY & OF_THE_COURT & ~SILENCED,
    upon=Upon.GRANT,
    says="Tell the parent or guardian within 24 hours of the release.",
    cites=c.EC_49076_1J,
)
