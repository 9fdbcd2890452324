"""The federal application for student aid: it asks for the number, and goes to the agency. A school keeps no copy."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import action, purpose, record

law = Chapter(__name__)

AID_FORM = (
    ASKS_FOR & record.kind.is_(RecordKind.SSN) & purpose.is_(Purpose.FINANCIAL_AID) & record.part_of_federal_form.holds
)
BLANK = AID_FORM & action.is_(Action.SOLICIT)
FILLED_IN = AID_FORM & action.is_(Action.COLLECT)
ON_THE_AID_FORM = BLANK | (FILLED_IN & CLEARED_BY_COUNSEL)

law.allows(
    "the_form_that_goes_to_the_agency",
    when=BLANK,
    claimed=BLANK,
    says="The federal application for student aid asks for the number by federal law. A school may hand it out and help"
    " to fill it in; whoever applies gives it to the agency, not to the school.",
    cites=c.USC_1090,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "a_filled_in_form_if_counsel_agrees",
    when=FILLED_IN & CLEARED_BY_COUNSEL,
    claimed=FILLED_IN,
    says="Whether a school may hold a filled-in application for federal aid, counsel says.",
    cites=c.FILLED_IN_AID_FORM,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FILLED_IN,
    upon=Upon.NO_GRANT,
    says="Hand the filled-in form back, or ask counsel whether it may stay. Until then nobody opens it.",
    cites=c.FILLED_IN_AID_FORM,
)
