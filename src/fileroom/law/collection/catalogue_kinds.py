"""Only what 5 CCR 432 lists may be compiled; there is no 'other'."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import TAKES_IN
from fileroom.law.vocabulary import action, record

law = Chapter(__name__)


def _of(*classes: HoldingClass) -> tuple[RecordKind, ...]:
    return tuple(RecordKind(item.code) for item in CATALOGUE.values() if item.class_ in classes)


MANDATORY = record.kind.is_(*_of(HoldingClass.PERMANENT, HoldingClass.INTERIM))
PERMITTED = record.kind.is_(*_of(HoldingClass.PERMITTED))
APART = record.kind.is_(*_of(HoldingClass.APART))
BIRTH = record.kind.is_(RecordKind.PLACE_OF_BIRTH, RecordKind.BIRTH_DATE_VERIFICATION)

law.compels(
    "mandatory_records",
    when=TAKES_IN & MANDATORY,
    says="State regulation requires every district to keep this item.",
    cites=c.R_432_LIST,
)

law.allows(
    "permitted_records",
    when=action.is_(Action.COLLECT, Action.SOLICIT) & PERMITTED,
    says="A district may keep this item while it matters to the educational process.",
    cites=c.R_432_LIST,
)

law.allows(
    "holdings_apart",
    when=action.is_(Action.COLLECT, Action.SOLICIT) & APART,
    says="This item is kept apart from the ordinary file, under its own statute.",
    cites=c.R_432_LIST,
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=TAKES_IN & BIRTH,
    upon=Upon.GRANT,
    says="Note the method of proof, never the paper: a birth document can show what the law keeps out of the file.",
    cites=c.R_432_LIST,
)

law.closes(
    "no_other",
    when=TAKES_IN,
    says="Districts may compile no pupil records but those the regulation lists; there is no 'other'.",
    cites=c.R_432_LIST,
)
