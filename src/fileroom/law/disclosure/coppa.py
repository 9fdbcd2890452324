"""Children under 13 online: where the school consents in the parents' place, it does so for the school's use alone."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import PaperKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SHARES
from fileroom.law.vocabulary import other, student

law = Chapter(__name__)

UNDER_AGE = student.age.below(FIGURES["coppa_age"].value)
IN_THE_PARENTS_PLACE = SHARES & UNDER_AGE & other.school_consents_for_parents.holds
FOR_THE_SCHOOL_ALONE = (
    some(PaperKind.COPPA_NOTICE) & some(PaperKind.VENDOR_CONTRACT) & other.recipient_purpose_noncommercial.holds
)

law.forbids(
    "consent_beyond_the_schools_use",
    when=IN_THE_PARENTS_PLACE & ~FOR_THE_SCHOOL_ALONE,
    says="For a child under 13 the school consents only on the operator's notice, under the district's contract, and"
    " for the school's use alone. A teacher's click is not enough.",
    cites=c.COPPA,
)

law.obliges(
    DutyCode.RETAIN_CONSENT,
    when=IN_THE_PARENTS_PLACE,
    says="Keep the operator's notice and the district's consent; tell the parents which operators it covers.",
    cites=c.COPPA,
)
