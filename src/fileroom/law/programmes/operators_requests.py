"""The letter straight to the operator: on the family's own request, signed and dated, which is the consent to it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import ConsentBy, PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Condition, Shown
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CERTIFIES, IDENTIFIED, IS_STAFF
from fileroom.law.programmes.operators import A_PRESCHOOLER, FORMER_AND_18, LETTER_IS_DUE, OF_A_MINOR
from fileroom.law.vocabulary import other, requester

law = Chapter(__name__)


def _requested(by: ConsentBy) -> Condition:
    mend = {"signed": False, "dated": False}
    return some(PaperKind.DELETION_REQUEST, curable=mend, by=by, signed=True, dated=True, valid_on=UNREFUTED)


BY_THE_FAMILY = (
    (_requested(ConsentBy.PARENT_WITH_CUSTODY) & OF_A_MINOR)
    | (_requested(ConsentBy.ADULT_STUDENT) & FORMER_AND_18)
    | (_requested(ConsentBy.RIGHTS_HOLDER) & OF_A_MINOR & A_PRESCHOOLER)
)
ON_REQUEST = BY_THE_FAMILY & ~other.consent_refused.holds
IS_OPERATOR = requester.kind.is_(Who.VENDOR)
BY_A_DESIGNEE = IS_STAFF & requester.designated.holds

law.compels(
    "to_the_operator",
    when=LETTER_IS_DUE & ON_REQUEST & ((IS_OPERATOR & IDENTIFIED) | BY_A_DESIGNEE),
    claimed=CERTIFIES,
    says="The Superintendent or designee sends the operator the letter, on the family's signed and dated request.",
    cites=c.BP_5125_OPERATORS,
    limits=(Limit.ENROLMENT_END_ONLY,),
)

law.obliges(
    DutyCode.ISSUE_LETTER,
    when=CERTIFIES,
    upon=Upon.GRANT,
    says="The Superintendent or a designee signs it. It says who, which district, and not enrolled since which day: no"
    " reason, no new school, no address.",
    cites=c.BP_5125_OPERATORS,
)

law.obliges(
    DutyCode.LOG_RELEASE,
    when=CERTIFIES,
    upon=Upon.GRANT,
    says="List it as given by consent: the request is the consent.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.RETAIN_CONSENT,
    when=CERTIFIES,
    upon=Upon.GRANT,
    says="Keep the request with the file.",
    cites=c.EC_49075,
)

law.obliges(
    DutyCode.DECIDE_OWN_DELETION,
    when=CERTIFIES & other.operator_keeps_official_records.holds & ~Shown(A_PRESCHOOLER),
    upon=Upon.GRANT,
    says="The operator need not delete the district's official records for this: decide whether the district itself"
    " has them deleted or returned.",
    cites=c.BP_22584_D3C,
)
