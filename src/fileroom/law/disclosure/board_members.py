"""Members of the board: a file only in a matter that is before the board."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES, SERVES_THE_STUDENT
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

law.closes(
    "no_matter_before_the_board",
    when=SEES & requester.kind.is_(Who.BOARD_MEMBER) & (~SERVES_THE_STUDENT | ~FITS),
    says="A member of the board sees a file only where a matter on that student is before the board; otherwise as the"
    " public does.",
    cites=c.AR_1340,
)
