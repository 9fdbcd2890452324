"""No information or documents on citizenship or immigration status of students or their families."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.collection.f_1_students import AN_F_1_RECORD
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, TAKES_IN
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

OF_STATUS = record.kind.is_(
    RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT, RecordKind.US_ENTRY_DATE,
    RecordKind.BIRTH_COUNTRY, RecordKind.NATIONAL_ORIGIN, RecordKind.FIRST_US_SCHOOL_DATE,
)  # fmt: skip
FOR_THE_COUNT = record.kind.is_(RecordKind.BIRTH_COUNTRY, RecordKind.FIRST_US_SCHOOL_DATE)
TITLE_III = ASKS_FOR & FOR_THE_COUNT & purpose.is_(Purpose.TITLE_III_IMMIGRANT_COUNT)
APART_FROM_ENROLMENT = TITLE_III & record.separate_from_enrolment.holds

law.forbids(
    "no_status_and_no_documents",
    when=TAKES_IN & OF_STATUS & ~(APART_FROM_ENROLMENT | AN_F_1_RECORD),
    says="No information or document on the citizenship or immigration status of a student or family is collected,"
    " unless a state or federal law or a supported program requires it.",
    cites=c.EC_234_7_A,
)

law.allows(
    "title_iii_count",
    when=APART_FROM_ENROLMENT,
    claimed=TITLE_III,
    says="The Title III count needs the country of birth and the first day in a U.S. school, apart from enrolment;"
    " never the status.",
    cites=c.USC_7011_5,
)

law.obliges(
    DutyCode.COLLECT_SEPARATELY,
    when=TITLE_III,
    upon=Upon.GRANT,
    says="Ask apart from enrolment, say why, keep it from other uses.",
    cites=c.USC_7011_5,
)
