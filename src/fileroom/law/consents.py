"""Whose a consent is, by the reckoning of who holds the right to give it. What such a consent opens, the rules say."""

from __future__ import annotations

from datetime import date

from fileroom.law.facts import ConsentBy
from fileroom.law.rights_holders import Child, Right, Tie, TieKind, rights_holders


def given_by(tie: Tie, child: Child, on: date) -> ConsentBy | None:
    """Who this person's consent is by on this day, where it is not the student's own. None: not known.

    Whoever may see nothing before counsel has looked signs nothing that would let others see.
    """
    if tie.restrained is not False:
        return ConsentBy.RESTRAINED_PARENT if tie.restrained else None
    if not tie.verified:
        return None if tie.verified is None else ConsentBy.OTHER
    if tie.waits_for_counsel:
        return None
    if any(it.person == tie.person and it.right is Right.CONSENT for it in rights_holders([tie], child, on)):
        return ConsentBy.RIGHTS_HOLDER
    lacks_custody = tie.kind is TieKind.PARENT and tie.legal_custody is False and not tie.rights_terminated
    return ConsentBy.PARENT_WITHOUT_CUSTODY if lacks_custody else ConsentBy.OTHER
