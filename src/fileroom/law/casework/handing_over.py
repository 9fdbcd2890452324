"""Who hands a copy to somebody outside: the office that keeps the file. Whoever else may look is shown it to look at.

No statute names the position. Ed. Code 49063(b) makes the district publish which position keeps each kind of record;
this book takes those positions, by the district's own table (offices.toml). What the recipient may have is another
question, and so is whether this employee may open the record: both are asked beside this one.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.relationships import KEEPS_THE_FILE
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import Action, Interest
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF
from fileroom.law.vocabulary import action, requester

law = Chapter(__name__)

HANDS_OVER = action.is_(Action.HAND_OVER_COPY)

law.allows(
    "the_office_that_keeps_the_file",
    when=HANDS_OVER & KEEPS_THE_FILE & FITS,
    claimed=KEEPS_THE_FILE,
    says="An official who keeps this student's file answers who asks for a copy, and hands over what the law lets go.",
    cites=c.EC_49063_B,
)

law.obliges(
    DutyCode.STATE_INTEREST,
    when=HANDS_OVER & IS_STAFF & requester.interest.is_(Interest.NOT_STATED),
    says="Say what for before a copy is made.",
    cites=c.EC_49076_1A,
)

law.closes(
    "nobody_but_the_office",
    when=HANDS_OVER,
    says="Copies leave by the office that keeps the student's file. Send whoever asks to the custodian of records.",
    cites=c.R_433,
)
