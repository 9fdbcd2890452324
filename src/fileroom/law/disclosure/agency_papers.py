"""An agency's own paper is not a court's."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import PaperKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES

law = Chapter(__name__)

AGENCY_PAPERS = (
    PaperKind.ADMINISTRATIVE_WARRANT, PaperKind.ADMINISTRATIVE_SUBPOENA, PaperKind.AGENCY_LETTER, PaperKind.DETAINER
)  # fmt: skip

law.closes(
    "an_agencys_own_paper",
    when=SEES & some(*AGENCY_PAPERS),
    says="An agency's own warrant, subpoena or letter is not a court's; it opens nothing by itself.",
    cites=c.EC_49077,
)
