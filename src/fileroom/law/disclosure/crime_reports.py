"""A crime the school reports of a student with exceptional needs: special-education and discipline records go along,
on a certificate. For anything else the police need a court's paper."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.wardship_investigations import ON_ANOTHER_GROUND
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import CERTIFIES_NO_REDISCLOSURE, OF_THE_FILE
from fileroom.law.phrases import IDENTIFIED, OF_A_CRIME, SEES
from fileroom.law.vocabulary import other, record, requester, student

law = Chapter(__name__)

POLICE = requester.kind.is_(Who.POLICE)
AUTHORITIES = POLICE | requester.kind.is_(Who.DISTRICT_ATTORNEY)
GOES_WITH_THE_REPORT = student.disability.holds & record.kind.is_(
    Kind.SPECIAL_EDUCATION, Kind.IEP_OR_504_PLAN, Kind.DISCIPLINE, Kind.DISCIPLINARY_NOTICE, Kind.EXPULSION_FILE
)
REPORT = SEES & AUTHORITIES & OF_A_CRIME & GOES_WITH_THE_REPORT
SENT_WITH_IT = REPORT & other.crime_reported.holds & IDENTIFIED & CERTIFIES_NO_REDISCLOSURE & OF_THE_FILE

law.compels(
    "records_with_a_crime_report",
    when=SENT_WITH_IT,
    claimed=REPORT,
    says="With the school's report of a crime by a student with exceptional needs go copies of the special-education"
    " and discipline records, to the authority it was reported to.",
    cites=c.EC_48902_E,
    limits=(Limit.FIXED_LIST_ONLY,),
)

law.allows(
    "federal_juvenile_officials",
    when=SENT_WITH_IT,
    claimed=REPORT,
    key=Key.FEDERAL,
    says="Federal law lets them go to juvenile-justice officials who certify that nothing is passed on.",
    cites=c.CFR_99_31_A5,
)

law.obliges(
    DutyCode.OBTAIN_CERTIFICATION,
    when=REPORT & ~Shown(CERTIFIES_NO_REDISCLOSURE | ON_ANOTHER_GROUND),
    says="Before anything goes out, have it in writing that nothing goes further without the parent's consent.",
    cites=c.EC_48902_E,
    before=True,
)

law.obliges(
    DutyCode.KEEP_CERTIFICATION,
    when=REPORT,
    upon=Upon.GRANT,
    says="Keep the certificate with the log.",
    cites=c.EC_48902_E,
)

law.closes(
    "police_inquiries",
    when=SEES & POLICE & OF_A_CRIME,
    says="Police see a pupil record on written consent, on a court's order, warrant or subpoena, or in an emergency.",
    cites=c.EC_49076,
)
