"""A copy kept for ever takes the place of the paper: the copy is then the record, and scanning shortens nothing."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

ORIGINAL = record.kind.is_(RecordKind.COPIED_ORIGINAL)
COPY_IS_SAFE = record.copy_kept_for_ever.is_(True, curable=(False,))
AUDIT_IS_OVER = ~record.basic_to_an_audit.holds | record.school_years_since_audit.at_least(
    FIGURES["original_after_audit"].value
)

law.allows(
    "original_of_a_kept_copy",
    when=DESTROYS & ORIGINAL & COPY_IS_SAFE & AUDIT_IS_OVER,
    claimed=ORIGINAL,
    says="The paper may go once a true, certified copy is kept open and for good; the copy is then the record itself."
    " Paper basic to an audit waits for the second 1 July after it.",
    cites=c.EC_35254,
)

law.closes(
    "original_of_an_audit",
    when=DESTROYS & ORIGINAL,
    says="The paper stays until its audit is over and a true, certified copy is kept for good.",
    cites=c.EC_35254,
)
