"""A child-welfare inquiry: kept from the list the family reads, whatever is answered. The look of a caseworker who has
the child in charge is none: it stands in the list."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import SHOWN, SILENCED
from fileroom.law.disclosure.child_abuse_reports import A_REPORT
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.parties import FOR_THE_CHILDS_SCHOOLING
from fileroom.law.phrases import BY_IMMIGRATION, FOR_IMMIGRATION, LOOKS, RELEASED, SEES
from fileroom.law.vocabulary import other, purpose, requester

law = Chapter(__name__)

# What this person may have is another question (court_process, caseworkers). Reports of child abuse and who made
# them are confidential (Penal Code 11167.5); Ed. Code 49064 gives parents the list of who asked, and we have read no
# text that takes such a line out of it. A line that tells a household of an inquiry cannot be taken back and may put
# the child in danger: until counsel has said otherwise, it is kept under seal. Whoever answers for the child
# and asks for its schooling stands in that list: the case is known at home. Of any other worker nobody can say so.
ON_THE_CHILDS_SCHOOLING = Shown(requester.legally_responsible.holds & FOR_THE_CHILDS_SCHOOLING)
OF_CHILD_WELFARE = (requester.kind.is_(Who.CHILD_WELFARE_WORKER) & ~ON_THE_CHILDS_SCHOOLING) | purpose.is_(
    Purpose.CHILD_WELFARE_INVESTIGATION
)
# An officer of immigration enforcement is told of, whatever they say that it serves (Ed. Code 234.7(b)). An inquiry
# that others make is none the less one where it may assist immigration: the regulation tells no household of a case of
# child abuse, and what was told cannot be taken back.
A_CHILD_WELFARE_INQUIRY = OF_CHILD_WELFARE & ~Shown(BY_IMMIGRATION)
KEPT_FROM_HOME = A_CHILD_WELFARE_INQUIRY | A_REPORT  # after help was given, too
# Of a court's paper the family is told (5 CCR 435), and of what may assist immigration, an inquiry or none; but not
# before counsel has found that it may be: that the worker may have the record is another finding.
TOLD_BUT_FOR_THE_INQUIRY = ((SEES | LOOKS) & SHOWN) | FOR_IMMIGRATION
MAY_BE_TOLD_AT_HOME = Shown(TOLD_BUT_FOR_THE_INQUIRY & other.family_may_be_told.holds) & ~SILENCED
# Nor is the family offered what would tell it.
UNTOLD_AT_HOME = SILENCED | Shown(KEPT_FROM_HOME & ~MAY_BE_TOLD_AT_HOME)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=RELEASED & A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME,
    says="Keep the entry under seal, granted or refused: the family's list does not tell of a child-welfare inquiry.",
    cites=c.PENAL_11167_5_LOG,
    seals=True,
)
