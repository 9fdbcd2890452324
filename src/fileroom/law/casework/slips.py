"""The office's own slip of the pen: a plain fact copied down wrong. A mark, a name and discipline have other ways."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenge_duties import A_GRADE
from fileroom.law.casework.corrections import AMENDS
from fileroom.law.casework.names import OF_A_NAME
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.condition import Shown, any_of
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_APART, KEEPS_THE_RECORDS, NOT_OF_THE_SCHOOL, SERVES_THE_STUDENT
from fileroom.law.vocabulary import includes_discipline, is_pupil_record, other, record

law = Chapter(__name__)

OTHERS_WORDS = record.kind.is_(
    RecordKind.ACCESS_LOG, RecordKind.REJOINDER, RecordKind.CONSENT_FORM, RecordKind.COURT_ORDER
)
A_PLAIN_FACT = is_pupil_record.holds & ~any_of(A_GRADE, OF_A_NAME, IS_APART, includes_discipline.holds, OTHERS_WORDS)
A_SLIP = A_PLAIN_FACT & other.routine_update.holds
BY_ITS_KEEPER = KEEPS_THE_RECORDS & SERVES_THE_STUDENT & ~NOT_OF_THE_SCHOOL

law.allows(
    "by_the_office_that_keeps_the_file",
    when=AMENDS & A_SLIP & BY_ITS_KEEPER,
    claimed=KEEPS_THE_RECORDS & A_PLAIN_FACT & Shown(other.routine_update.holds),
    says="The office that keeps the file mends its own slip, where nothing is judged and nothing disputed.",
    cites=c.R_437_A,
)
