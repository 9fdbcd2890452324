"""What may be destroyed, and when; and the permanent record, never."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, RecordClass, RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import action, record, record_class, student

law = Chapter(__name__)

DESTROYS = action.is_(Action.DESTROY)
INTERIM = record_class.is_(RecordClass.INTERIM)
PERMITTED = record_class.is_(RecordClass.PERMITTED)

law.forbids(
    "permanent_records",
    when=DESTROYS & record_class.is_(RecordClass.PERMANENT),
    says="A permanent record is kept for ever, by every school.",
    cites=c.R_437_B,
)

law.forbids(
    "consents",
    when=DESTROYS & record.kind.is_(RecordKind.CONSENT_FORM),
    says="A consent is kept permanently with the record file, whatever class it is given.",
    cites=c.EC_49075,
)

law.compels(
    "interim_in_the_third_school_year",
    when=DESTROYS & INTERIM & student.school_years_since_classified.at_least(FIGURES["interim_destruction"].value),
    claimed=INTERIM,
    says="An interim record is destroyed during the third school year after it was classified as disposable.",
    cites=c.R_437_C,
)

law.allows(
    "permitted_when_useless",
    when=DESTROYS
    & PERMITTED
    & (
        record.no_longer_needed.holds
        | student.months_since_left.at_least(FIGURES["permitted_record_destruction"].value)
    ),
    claimed=PERMITTED,
    says="A permitted record may go when it is useless, and six months after the student has left.",
    cites=c.R_437_D,
)

law.obliges(
    DutyCode.SECURE_DESTRUCTION,
    when=DESTROYS,
    upon=Upon.GRANT,
    says="Destroy it so that nobody can read it on the way.",
    cites=c.R_437_C,
)

law.closes(
    "only_as_the_regulations_say",
    when=DESTROYS,
    says="Records are destroyed only as the state's regulations say; no rule lets this one go today.",
    cites=c.EC_49062,
)
