"""Whoever a court has appointed to hold the education rights acts as a parent within the order."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import RequesterKind
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IDENTIFIED, LOOKS, PARENTS_HOLD_THE_RIGHTS, RELATED, SEES
from fileroom.law.vocabulary import is_pupil_record, requester, rights_terminated

law = Chapter(__name__)

IS_APPOINTED = requester.kind.is_(RequesterKind.EDUCATIONAL_RIGHTS_HOLDER)
APPOINTED = (
    IS_APPOINTED
    & IDENTIFIED
    & RELATED
    & requester.holds_education_rights.holds
    & ~rights_terminated.holds
    & PARENTS_HOLD_THE_RIGHTS
)

law.compels(
    "as_a_parent",
    when=SEES & APPOINTED & is_pupil_record.holds,
    claimed=IS_APPOINTED,
    says="An educational rights holder appointed by a court sees the records as a parent would, within the order.",
    cites=c.WIC_361,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
    clock="parent_inspection",
)

law.compels(
    "access_log",
    when=LOOKS & APPOINTED,
    claimed=IS_APPOINTED,
    says="An educational rights holder appointed by a court may read who has looked.",
    cites=c.WIC_361,
)

law.allows(
    "federal_parent",
    when=((SEES & is_pupil_record.holds) | LOOKS) & APPOINTED,
    claimed=IS_APPOINTED,
    key=Key.FEDERAL,
    says="Federal law counts as a parent one who acts as a parent in the absence of a parent or guardian.",
    cites=c.CFR_99_3_PARENT,
)
