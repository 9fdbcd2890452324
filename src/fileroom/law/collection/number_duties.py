"""What goes with a number that the law lets a form ask for."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.collection.social_security_numbers import A_NUMBER, A_WHOLE_NUMBER, LAST_FOUR_OF_AN_ADULT, WORK_PERMIT
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR

law = Chapter(__name__)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=ASKS_FOR & LAST_FOUR_OF_AN_ADULT,
    upon=Upon.GRANT,
    says="The digits stay on that form: never copied to the student's file. 'None' is an answer.",
    cites=c.USC_1758_D,
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    name="whole_numbers",
    when=ASKS_FOR & A_NUMBER & ~LAST_FOUR_OF_AN_ADULT,
    upon=Upon.GRANT,
    says="The number stays on that form: it goes into no student's file.",
    cites=c.EC_49076_7,
)

law.obliges(
    DutyCode.STATE_AUTHORITY,
    when=ASKS_FOR & A_NUMBER,
    upon=Upon.GRANT,
    says="Say on the form whether the number must be given, by which law, and what it is used for.",
    cites=c.PRIVACY_ACT_7,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=ASKS_FOR & WORK_PERMIT,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether any law demands the number on this form. Until then the box stays empty.",
    cites=c.B1_1,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=ASKS_FOR & A_WHOLE_NUMBER,
    upon=Upon.GRANT,
    says="Show the number nowhere: on no card, bar code or mailed paper, unless a law asks for it; send it only over a"
    " secure connection, and let nobody sign in by it alone.",
    cites=c.CIV_1798_85,
)
