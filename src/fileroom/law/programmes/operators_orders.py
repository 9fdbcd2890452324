"""The letter tells whether a child is still here: no restrained person is given it, and counsel or the police are asked
first where an order or a missing child says so."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.restraining_orders import RIGHTS_LIMITED
from fileroom.law.facts import Order
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CERTIFIES, CLEARED_BY_COUNSEL, IS_STUDENT
from fileroom.law.programmes.operators import WHOSE_IS_UNSAID
from fileroom.law.vocabulary import contact_only, orders, requester, restrained, student

law = Chapter(__name__)

TWO_AT_ONE_LOGIN = orders.has(Order.RECORDS_ORDER_6323_5) & requester.shared_login.holds

law.forbids(
    "restrained_party",
    when=CERTIFIES & (restrained.holds | TWO_AT_ONE_LOGIN),
    says="A court order bars this person from the child's information: no letter tells whether the child is here.",
    cites=c.FC_6323_5,
    silent=True,
)

law.forbids(
    "stay_away_without_a_records_clause",
    when=CERTIFIES & contact_only.holds & ~CLEARED_BY_COUNSEL,
    says="Counsel looks before anything is said by which the student could be found.",
    cites=c.FC_6323_5_SCOPE,
    silent=True,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=CERTIFIES & (contact_only.holds | RIGHTS_LIMITED | (IS_STUDENT & WHOSE_IS_UNSAID)),
    says="Send it to district counsel the same day; a family is never refused in silence.",
    cites=c.FC_6323_5_SCOPE,
)

law.obliges(
    DutyCode.ALERT_POLICE_FIRST,
    when=CERTIFIES & student.missing_child_flag.holds,
    says="Alert the police agency that reported the child missing before any letter goes. Do not tell the requester.",
    cites=c.EC_49068_6,
)
