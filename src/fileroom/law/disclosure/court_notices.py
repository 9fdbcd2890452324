"""Whom the school tells of a court's paper before it goes out, and when a court forbids it to tell anybody."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import FORBIDDEN_TO_TELL, OF_THESE_RECORDS, PARTY_TO_IT, SHOWN, SILENCED, TOLD_ALREADY
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY, MAY_BE_TOLD_AT_HOME
from fileroom.law.disclosure.court_process import OPENS, OPENS_TO_A_PARENT
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.disclosure.sealed_juvenile_records import KEPT_FROM_THE_FAMILY
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.own_right import BY_OWN_RIGHT
from fileroom.law.parties import PASSES_ON, SENDS
from fileroom.law.phrases import A_JUDGES_PAPER, FOR_IMMIGRATION, IS_STAFF, LOOKS, SEES
from fileroom.law.vocabulary import other

law = Chapter(__name__)

# Whoever works here reads the log by office, whatever paper is in hand; and of one who sees by a right of their own,
# and not by the paper, nobody need be told.
SEES_OR_READS = SEES | (LOOKS & ~IS_STAFF)
FROM_OUTSIDE = SEES_OR_READS & SHOWN & ~BY_OWN_RIGHT & ~KEPT_FROM_THE_FAMILY
# The gag of a paper goes with every release that the paper came with, on whatever ground it is made.
IN_SILENCE = (SEES_OR_READS | SENDS | PASSES_ON) & ~BY_OWN_RIGHT & SILENCED
# Of immigration enforcement the family is told by a law of its own; in an emergency, within the week that follows.
WITHOUT_A_JUDGE = FOR_IMMIGRATION & ~Shown(A_JUDGES_PAPER)
IN_ANOTHER_WAY = Shown(WITHOUT_A_JUDGE | IN_DANGER | (A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME))
YET_TO_BE_TOLD = ~SILENCED & ~TOLD_ALREADY
KNOWN_TO_A_PARENT = PARTY_TO_IT | OPENS_TO_A_PARENT
UNTOLD = YET_TO_BE_TOLD & ~IN_ANOTHER_WAY
TOLD_OF_THE_PAPER = Shown(FROM_OUTSIDE & OF_THESE_RECORDS) & ~SILENCED & ~IN_ANOTHER_WAY & ~KNOWN_TO_A_PARENT

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=FROM_OUTSIDE & UNTOLD & ~KNOWN_TO_A_PARENT & Shown(OPENS),
    says="Make a reasonable effort to tell parent and student first, at least 3 days before anything goes out.",
    cites=c.R_435,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    name="of_a_paper_that_opens_nothing",
    when=FROM_OUTSIDE & OF_THESE_RECORDS & UNTOLD & ~KNOWN_TO_A_PARENT & ~Shown(OPENS),
    says="Tell parent and student of the paper, though by itself it opens nothing yet: they may answer it in court.",
    cites=c.EC_49077,
)

law.obliges(
    DutyCode.NOTIFY_STUDENT_BEFORE,
    when=FROM_OUTSIDE & UNTOLD & KNOWN_TO_A_PARENT,
    says="A parent who asks, or is a party to the dependency case, knows of it; tell the student, and the other parent,"
    " 3 days before anything goes out.",
    cites=c.USC_1232G_B2B,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FROM_OUTSIDE & YET_TO_BE_TOLD & A_CHILD_WELFARE_INQUIRY & ~Shown(IN_DANGER),
    says="Counsel says first whether the household may be told of the inquiry: the court can be asked to forbid it. If"
    " it may, tell parent and student at least 3 days before anything goes out.",
    cites=c.PENAL_11167_5_LOG,
    before=True,
    met=other.family_may_be_told.is_(True, False),  # counsel has answered, either way
)

law.obliges(
    DutyCode.DO_NOT_NOTIFY_PARENT,
    when=IN_SILENCE,
    says="A court forbids telling the family: tell no one, and keep the entry under seal.",
    cites=c.CFR_99_31_A9,
    seals=True,
    known=FORBIDDEN_TO_TELL | IS_STAFF | IN_DANGER | SENDS,  # neither help nor a transfer waits for an answer
)
