"""The notice that a student may fail goes to the parent, whatever the student's age."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.facts import Action, RecordKind, TaxDependency
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import ADULT, IS_PARENT
from fileroom.law.vocabulary import action, record, requester

law = Chapter(__name__)

A_NOTICE = record.kind.is_(RecordKind.PROGRESS_NOTICE)
NOTICE_TO_A_PARENT = action.is_(Action.DISCLOSE) & A_NOTICE & IS_PARENT

law.compels(
    "to_the_parent_of_an_adult_too",
    when=NOTICE_TO_A_PARENT & A_PARENT & ADULT,
    claimed=NOTICE_TO_A_PARENT,
    key=Key.BOTH,
    says="The notice that a student may fail goes to the parent, even of a student of 18 or over.",
    cites=c.EC_49067,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=NOTICE_TO_A_PARENT & ADULT & ~Shown(requester.tax_dependency.is_(TaxDependency.PROVED)),
    says="Federal law gives an adult's rights to the student, and names no such notice but for a tax dependent: counsel"
    " says once how the district meets both.",
    cites=c.CFR_99_31_A8,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_AFTER,
    when=action.is_(Action.ADD_TO_RECORD) & A_NOTICE,
    upon=Upon.GRANT,
    says="Meet the parent, or send a written report, as soon as the student is in danger of failing.",
    cites=c.EC_49067,
)
