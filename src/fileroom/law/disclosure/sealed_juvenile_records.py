"""What a juvenile court has sealed is inspected by nobody."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.child_abuse_reports import A_REPORT
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_JUDGES_PAPER, CLEARED_BY_COUNSEL, RELEASED
from fileroom.law.vocabulary import record

law = Chapter(__name__)

WAS_SEALED = RELEASED & record.kind.is_(RecordKind.SEALED_JUVENILE_RECORD)
# A notice of a paper on this, or on a report of child abuse, would tell that there is one.
KEPT_FROM_THE_FAMILY = A_REPORT | WAS_SEALED

law.forbids(
    "sealed",
    when=WAS_SEALED & ~(A_JUDGES_PAPER & CLEARED_BY_COUNSEL),
    says="What a juvenile court has sealed is inspected by nobody, and is as if it had never been.",
    cites=c.WIC_781,
    silent=True,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=WAS_SEALED,
    says="Keep the entry under seal, whoever asked and whatever the answer: an open one would tell that it has been.",
    cites=c.WIC_781,
    seals=True,
)
