"""A civil subpoena opens nothing before the family has been served with the consumer notice, nor while it objects."""

from __future__ import annotations

from typing import Any

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import IN_SCOPE, OF_THE_STATE_OR_LOCAL, UNSIGNED_WILL_DO
from fileroom.law.facts import PaperKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import ADULT, CLEARED_BY_COUNSEL, IS_APART, SEES
from fileroom.law.vocabulary import other, student

law = Chapter(__name__)


def one(**qualities: Any) -> Condition:
    """Some subpoena of a party's own has these, by whatever name it comes: no judge's until a signature is seen."""
    unsigned = some(PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=(False, None), **qualities)
    return some(PaperKind.CIVIL_SUBPOENA, **qualities) | (unsigned & ~UNSIGNED_WILL_DO)


SHOWS_ONE = one()
ONE_NOTICE_DOES = ~student.age.at_least(FIGURES["consumer_minor_served"].value) | ADULT
NOTICE_SERVED = one(consumer_notice_served=True, **IN_SCOPE) & (
    ONE_NOTICE_DOES | one(consumer_notice_served=True, minor_served=True, **IN_SCOPE)
)
SERVED = NOTICE_SERVED & ~other.consumer_objection.holds
OF_AN_AGENCY = SHOWS_ONE & OF_THE_STATE_OR_LOCAL
BY_AN_AGENCY = OF_AN_AGENCY & one(**IN_SCOPE) & CLEARED_BY_COUNSEL

law.compels(
    "civil_subpoena_after_notice",
    when=SEES & (SERVED | BY_AN_AGENCY) & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=SHOWS_ONE,
    says="A civil subpoena that reaches these records, of which the family was served notice, is obeyed.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
    clock="civil_subpoena_mailing",
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & OF_AN_AGENCY,
    says="Some agencies need serve no consumer notice: counsel says whether this one is among them.",
    cites=c.CCP_1985_3,
)

law.closes(
    "the_family_objects",
    when=SEES & SHOWS_ONE & other.consumer_objection.holds,
    says="The family has objected to the subpoena: nothing is produced until a court orders it or they agree.",
    cites=c.CCP_1985_3,
)

law.closes(
    "consumer_notice_lacking",
    when=SEES & SHOWS_ONE & ~NOTICE_SERVED,
    says="A civil subpoena without proof that the family was served is returned; records follow when it is proved.",
    cites=c.CCP_1985_3,
)
