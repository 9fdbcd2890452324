"""Nothing on hold is destroyed, and nothing somebody has asked to see. An open request is a hold."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, record

law = Chapter(__name__)

DESTROYS = action.is_(Action.DESTROY)

law.forbids(
    "while_on_hold",
    when=DESTROYS & record.on_hold.holds,
    says="A hold is in force: nothing under it is destroyed until it is lifted.",
    cites=c.EC_49062,
)

law.forbids(
    "while_a_request_is_open",
    when=DESTROYS & record.pending_request.holds,
    says="Somebody has asked to see this record: it stays until access is given or the request withdrawn.",
    cites=c.CFR_99_10_E,
)

law.obliges(
    DutyCode.HOLD_DESTRUCTION,
    when=DESTROYS & (record.on_hold.holds | record.pending_request.holds),
    says="Keep it, and look again when the hold or the request ends.",
    cites=c.EC_49062,
)
