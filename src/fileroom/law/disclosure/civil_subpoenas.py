"""A civil subpoena opens nothing before the family has been served with the consumer notice."""

from __future__ import annotations

from typing import Any

from fileroom.law import citations as c
from fileroom.law.facts import PaperKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES
from fileroom.law.vocabulary import student

law = Chapter(__name__)

IN_SCOPE: dict[str, Any] = {"names_these_records": True, "valid_on": True}
UNDER_TWELVE = ~student.age.at_least(FIGURES["consumer_minor_served"].value)
SERVED = some(PaperKind.CIVIL_SUBPOENA, consumer_notice_served=True, **IN_SCOPE) & (
    UNDER_TWELVE | some(PaperKind.CIVIL_SUBPOENA, consumer_notice_served=True, minor_served=True, **IN_SCOPE)
)

law.closes(
    "consumer_notice_lacking",
    when=SEES & some(PaperKind.CIVIL_SUBPOENA) & ~SERVED,
    says="A civil subpoena without proof that the family was served is returned; records follow when it is proved.",
    cites=c.CCP_1985_3,
)
