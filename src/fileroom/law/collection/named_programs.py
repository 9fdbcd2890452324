"""What one named program needs, and only that program: ethnicity, home language, migratory moves, tribal enrolment,
living situation. Never a condition of enrolment."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.condition import Condition, any_of
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)


def _program(kind: RecordKind, *purposes: Purpose) -> Condition:
    return ASKS_FOR & record.kind.is_(kind) & purpose.is_(*purposes, curable=(Purpose.NONE_STATED,))


ETHNICITY = _program(RecordKind.ETHNICITY, Purpose.STATE_REPORTING)
LANGUAGE = _program(RecordKind.HOME_LANGUAGE, Purpose.STATE_REPORTING, Purpose.ENROLMENT, Purpose.EDUCATIONAL_INTEREST)
MOVES = _program(RecordKind.MIGRATORY_MOVES, Purpose.MIGRANT_EDUCATION)
TRIBE = _program(RecordKind.TRIBAL_ENROLMENT, Purpose.INDIAN_EDUCATION)
LIVING = _program(
    RecordKind.HOMELESS_STATUS, Purpose.ENROLMENT, Purpose.BENEFIT_ELIGIBILITY, Purpose.STATE_REPORTING,
    Purpose.EDUCATIONAL_INTEREST,
)  # fmt: skip

law.allows(
    "race_and_ethnicity",
    when=ETHNICITY,
    says="Race and ethnicity are asked for the reports to state and federal education agencies; the family answers.",
    cites=c.FR_59266,
    limits=(Limit.KEPT_APART,),
)

law.allows(
    "home_language",
    when=LANGUAGE,
    says="The language spoken at home is asked for the language census and for teaching.",
    cites=c.EC_52164_1,
)

law.allows(
    "migratory_moves",
    when=MOVES,
    says="Moves and work are asked for the certificate of migrant education; the status never.",
    cites=c.CFR_200_81,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "tribal_enrolment",
    when=TRIBE & record.part_of_federal_form.holds,
    claimed=ASKS_FOR & record.kind.is_(RecordKind.TRIBAL_ENROLMENT),
    says="Enrolment in a tribe is asked on the federal form for Indian education, which nobody has to hand in.",
    cites=c.USC_7427,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "living_situation",
    when=LIVING,
    says="Where the student sleeps is asked to find those whom the law on homelessness helps; it is nobody else's"
    " business.",
    cites=c.USC_11432_G,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.COLLECT_SEPARATELY,
    when=any_of(ETHNICITY, MOVES, TRIBE, LIVING),
    upon=Upon.GRANT,
    says="Say why it is asked, keep it for that program alone, and enrol the child whatever the answer.",
    cites=c.GC_8310_3,
)
