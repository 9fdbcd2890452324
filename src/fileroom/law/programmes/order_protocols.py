"""The district's protocols for orders that bar a party from a child's records: what they hold at least. An order binds
from the moment it is handed in, whether or not they are finished."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.orders_received import AN_ORDER_IS_SHOWN, HANDS_IN
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, district

law = Chapter(__name__)

PROTOCOLS = CHECKLISTS["order_protocols"]
ADOPTS = action.is_(Action.ADOPT_PROTOCOLS)
ALL_PARTS = PROTOCOLS.all_in(district.order_protocols)

law.compels(
    "with_their_three_parts",
    when=ADOPTS & ALL_PARTS,
    clock="records_order_protocols",
    says="The district has protocols: who receives such an order, how the restrained party is kept out, and how a copy"
    " is handed in and its receipt given.",
    cites=c.FC_6323_5_PROTOCOL,
)

law.obliges(
    DutyCode.COMPLETE_PROTOCOLS,
    when=HANDS_IN & AN_ORDER_IS_SHOWN & ~ALL_PARTS,
    says="The order is obeyed now; and the district's protocols, which lack a part, are overdue.",
    cites=c.FC_6323_5_PROTOCOL,
)

law.closes(
    "a_part_is_lacking",
    when=ADOPTS,
    says="The protocols lack one of their three parts. Hold them against the checklist and complete them.",
    cites=c.FC_6323_5_PROTOCOL,
)
