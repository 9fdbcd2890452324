"""Written consent: signature, date, which records, what for, to whom; by the one who may give it. Never oral."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.directory import GOES_OUT
from fileroom.law.facts import ConsentBy, PaperKind
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import (
    CONSENT_BY_FEDERAL_LAW,
    CONSENT_BY_STATE_LAW,
    CONSENT_IS_CLAIMED,
    PARENTS_HOLD_THE_RIGHTS,
    THE_STUDENT_HOLDS_THE_RIGHTS,
)
from fileroom.law.vocabulary import is_pupil_record, other

law = Chapter(__name__)

NEVER_THEIRS = some(
    PaperKind.CONSENT,
    by=(ConsentBy.PARENT_WITHOUT_CUSTODY, ConsentBy.MINOR_STUDENT, ConsentBy.RESTRAINED_PARENT, ConsentBy.OTHER),
)
PARENTS_OWN = some(PaperKind.CONSENT, by=ConsentBy.PARENT_WITH_CUSTODY)
STUDENTS_OWN = some(PaperKind.CONSENT, by=ConsentBy.ADULT_STUDENT)
STANDS = some(PaperKind.CONSENT, valid_on=UNREFUTED, fits_this_request=UNREFUTED)

law.allows(
    "consent_of_the_rights_holder",
    when=GOES_OUT & CONSENT_BY_STATE_LAW & is_pupil_record.holds,
    claimed=CONSENT_IS_CLAIMED,
    says="Whoever holds the right has consented in writing, naming the records and who may receive them.",
    cites=c.EC_49075,
    limits=(Limit.RECORDS_NAMED_IN_THE_CONSENT,),
    duties=(
        Duty("no_redisclosure_notice", c.EC_49075.text, "Tell the recipient in writing not to pass it on."),
        Duty("retain_consent", c.EC_49075.text, "Keep the consent permanently with the file."),
    ),
)

law.allows(
    "five_elements",
    when=GOES_OUT & CONSENT_BY_FEDERAL_LAW & is_pupil_record.holds,
    claimed=CONSENT_IS_CLAIMED,
    key=Key.FEDERAL,
    says="The consent is signed and dated and says which records, for what purpose, and to whom.",
    cites=c.CFR_99_30,
    duties=(Duty("copy_on_request", c.CFR_99_30.text, "On request the parent or adult student gets a copy."),),
)

law.closes(
    "withdrawn_or_of_another_request",
    when=GOES_OUT & CONSENT_IS_CLAIMED & (other.consent_refused.holds | ~STANDS),
    says="The consent was withdrawn, has run out, or names other records, another purpose or another recipient. Ask the"
    " family for one that fits.",
    cites=c.CFR_99_30,
)

law.closes(
    "consent_by_another",
    when=GOES_OUT
    & (NEVER_THEIRS | (PARENTS_OWN & THE_STUDENT_HOLDS_THE_RIGHTS) | (STUDENTS_OWN & PARENTS_HOLD_THE_RIGHTS)),
    says="The consent is not by the person who may give it today: a parent with legal custody, or the adult student.",
    cites=c.EC_49061_A,
)
