"""A permitted record goes when it is of no more use to the school, and not before the student has been gone a while."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.classes import CLASSED_PERMITTED, MOVED, OF_NO_CLASS_YET
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS
from fileroom.law.vocabulary import months_gone, of_no_use

law = Chapter(__name__)

SIX_MONTHS_ON = months_gone.at_least(FIGURES["permitted_record_destruction"].value)

law.allows(
    "when_useless",
    when=DESTROYS & CLASSED_PERMITTED & of_no_use.holds & SIX_MONTHS_ON,
    claimed=CLASSED_PERMITTED | OF_NO_CLASS_YET,
    says="A permitted record may go when it is of no more use, but not before the student has been gone six months.",
    cites=u.USELESS_AND_SIX_MONTHS,
)

law.allows(
    "test_results_grown_old",
    when=DESTROYS & MOVED & of_no_use.holds & SIX_MONTHS_ON,
    claimed=MOVED,
    says="Test results of three years are permitted records: they go as those do, once they are of no more use.",
    cites=u.USELESS_AND_SIX_MONTHS,
)
