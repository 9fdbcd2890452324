"""The federal application for student aid: it asks for the number, and goes to the agency. A school keeps no copy."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Action, BlankAidForm, Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import action, district, purpose, record

law = Chapter(__name__)

AID_FORM = (
    ASKS_FOR & record.kind.is_(RecordKind.SSN) & purpose.is_(Purpose.FINANCIAL_AID) & record.part_of_federal_form.holds
)
BLANK = AID_FORM & action.is_(Action.SOLICIT)
# Nobody has read the federal text for this book: a district hands the blank form out by its own recorded choice.
HANDED_OUT = district.blank_aid_form.is_(BlankAidForm.HANDED_OUT)
BLANK_MAY_GO_OUT = BLANK & (HANDED_OUT | CLEARED_BY_COUNSEL)
FILLED_IN = AID_FORM & action.is_(Action.COLLECT)
ON_THE_AID_FORM = BLANK_MAY_GO_OUT | (FILLED_IN & CLEARED_BY_COUNSEL)

law.allows(
    "the_form_that_goes_to_the_agency",
    when=BLANK_MAY_GO_OUT,
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
    name="before_the_blank_form_goes_out",
    when=BLANK & ~HANDED_OUT,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether the blank form may be handed out. The district can record its choice at counsel's desk.",
    cites=c.USC_1090,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FILLED_IN,
    upon=Upon.NO_GRANT,
    says="Hand the filled-in form back, or ask counsel whether it may stay. Until then nobody opens it.",
    cites=c.FILLED_IN_AID_FORM,
)
