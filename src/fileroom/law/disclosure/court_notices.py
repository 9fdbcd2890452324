"""Whom the school tells of a court's paper before it goes out, and when a court forbids it to tell anybody."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import PARTY_TO_IT, SHOWN, SILENCED, TOLD_ALREADY
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY, MAY_BE_TOLD_AT_HOME
from fileroom.law.disclosure.court_process import OPENS
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import (
    ADULT,
    CLEARED_BY_COUNSEL,
    FOR_IMMIGRATION,
    IS_FAMILY,
    IS_PARENT,
    IS_STAFF,
    LOOKS,
    RELEASED,
    SEES,
)
from fileroom.law.vocabulary import rights_terminated, student

law = Chapter(__name__)

# Whoever works here reads the log by office, whatever paper is in hand; and nobody of the family needs telling of it.
FROM_OUTSIDE = (SEES | (LOOKS & ~IS_STAFF)) & SHOWN & ~IS_FAMILY
# Of immigration enforcement the family is told by a law of its own; in an emergency, within the week that follows.
IN_ANOTHER_WAY = Shown((FOR_IMMIGRATION & ~Shown(OPENS)) | IN_DANGER | (A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME))
UNTOLD = ~SILENCED & ~TOLD_ALREADY & ~IN_ANOTHER_WAY
# What a parent has no right to see, but for the court's paper, is the student's to know of, and the other parent's.
NOT_BY_RIGHT = IS_PARENT & Shown(rights_terminated.holds | (ADULT & ~student.adjudged_incompetent.holds))
BY_THE_PAPER_ALONE = (SEES | LOOKS) & SHOWN & NOT_BY_RIGHT & Shown(OPENS)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=FROM_OUTSIDE & UNTOLD & ~PARTY_TO_IT & Shown(OPENS),
    says="Make a reasonable effort to tell parent and student first, at least 3 days before anything goes out.",
    cites=c.R_435,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    name="of_a_paper_that_opens_nothing",
    when=FROM_OUTSIDE & UNTOLD & ~PARTY_TO_IT & ~Shown(OPENS),
    says="Tell parent and student of the paper, though by itself it opens nothing yet: they may answer it in court.",
    cites=c.EC_49077,
)

law.obliges(
    DutyCode.NOTIFY_STUDENT_BEFORE,
    when=((FROM_OUTSIDE & PARTY_TO_IT) | BY_THE_PAPER_ALONE) & UNTOLD,
    says="A parent who asks, or is a party to the dependency case, knows of it; tell the student, and the other parent,"
    " 3 days before anything goes out.",
    cites=c.USC_1232G_B2B,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FROM_OUTSIDE & ~SILENCED & A_CHILD_WELFARE_INQUIRY & ~Shown(IN_DANGER),
    says="Counsel says first whether the household may be told of the inquiry: the court can be asked to forbid it.",
    cites=c.PENAL_11167_5_LOG,
    before=True,
    met=CLEARED_BY_COUNSEL,
)

law.obliges(
    DutyCode.DO_NOT_NOTIFY_PARENT,
    when=RELEASED & ~(LOOKS & IS_STAFF) & ~IS_FAMILY & SILENCED,
    says="A court forbids telling the family: tell no one, and keep the entry under seal.",
    cites=c.CFR_99_31_A9,
    seals=True,
)
