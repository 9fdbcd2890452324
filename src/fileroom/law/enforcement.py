"""Phrases on what immigration enforcement asks, and whether there is a family to tell of it."""

from __future__ import annotations

from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY, MAY_BE_TOLD_AT_HOME
from fileroom.law.disclosure.published_tables import PUBLISHES_A_TABLE
from fileroom.law.disclosure.registries import COMPILES
from fileroom.law.disclosure.sealed_log import READS
from fileroom.law.facts import Action, PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.condition import Condition, Shown, any_of
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.term import Term
from fileroom.law.phrases import A_DISTRICTS_RECORD, CERTIFIES, FOR_IMMIGRATION, MONITORS, RELEASED
from fileroom.law.vocabulary import action, identifies_student, months_gone, student

ENTERS = action.is_(Action.ENTER_NONPUBLIC_AREA)
RELEASED_OR_CERTIFIED = RELEASED | CERTIFIES  # that a student has left is information about a pupil too
ENFORCEMENT_ASKS = (RELEASED_OR_CERTIFIED | ENTERS | MONITORS | COMPILES | PUBLISHES_A_TABLE) & FOR_IMMIGRATION


def _said(term: Term) -> Condition:
    """Somebody has said this fact. That no month has gone by follows of each who has not left: it is not said."""
    if term.values is None:
        return term.at_least(1 if term is months_gone else 0)
    return term.holds if term.default is False else term.is_(*term.values)


# Counts in which nobody is found are nobody's record, a district's own papers are of no student, and who would come in
# without a word of any student has named none: there is no family to tell. The board and the superintendent hear of it.
OF_NO_STUDENT = Shown(A_DISTRICTS_RECORD | ~identifies_student.holds)
# Whichever fact is said of a student is of one; that one is not (a flag that is as it is where nobody says so) is none.
# And a paper that names a student's records names the student.
NAMING_PAPERS = some(
    *(kind for kind in PaperKind if "names_these_records" in QUALITIES[kind]), names_these_records=True
)
A_STUDENT_IS_NAMED = Shown(any_of(identifies_student.holds, NAMING_PAPERS, *map(_said, student.by_name.values())))
OF_A_PLACE = ENTERS & ~A_STUDENT_IS_NAMED
# To tell that the sealed list was asked for tells that there is one, and a list of many is no one family's. Who asks to
# be told, and names no record, asks about a family too.
NOBODY_TO_TELL = SILENCED | READS | COMPILES | OF_NO_STUDENT | OF_A_PLACE
# Of an inquiry of child welfare that may assist immigration a household hears once counsel has found that it may.
UNTOLD_TO_THE_FAMILY = NOBODY_TO_TELL | Shown(A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME)
