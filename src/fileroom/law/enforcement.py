"""Phrases on what immigration enforcement asks, and whether there is a family to tell of it."""

from __future__ import annotations

from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.published_tables import PUBLISHES_A_TABLE
from fileroom.law.disclosure.registries import COMPILES
from fileroom.law.disclosure.sealed_log import READS
from fileroom.law.facts import Action
from fileroom.law.kernel.condition import Shown, any_of
from fileroom.law.phrases import A_DISTRICTS_RECORD, CERTIFIES, FOR_IMMIGRATION, MONITORS, RELEASED
from fileroom.law.vocabulary import action, identifies_student, student

ENTERS = action.is_(Action.ENTER_NONPUBLIC_AREA)
RELEASED_OR_CERTIFIED = RELEASED | CERTIFIES  # that a student has left is information about a pupil too
ENFORCEMENT_ASKS = (RELEASED_OR_CERTIFIED | ENTERS | MONITORS | COMPILES | PUBLISHES_A_TABLE) & FOR_IMMIGRATION

# Counts in which nobody is found are nobody's record, a district's own papers are of no student, and who would come in
# without a word of any student has named none: there is no family to tell. The board and the superintendent hear of it.
OF_NO_STUDENT = Shown(A_DISTRICTS_RECORD | ~identifies_student.holds)
A_STUDENT_IS_NAMED = Shown(
    any_of(
        identifies_student.holds,
        student.age.at_least(0),
        student.enrolled.is_(True, False),
        student.former.holds,
    )
)
OF_A_PLACE = ENTERS & ~A_STUDENT_IS_NAMED
# To tell that the sealed list was asked for tells that there is one, and a list of many is no one family's. Who asks to
# be told, and names no record, asks about a family too.
UNTOLD_TO_THE_FAMILY = SILENCED | READS | COMPILES | OF_NO_STUDENT | OF_A_PLACE
