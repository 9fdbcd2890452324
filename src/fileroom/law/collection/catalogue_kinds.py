"""Only what 5 CCR 432 lists may be compiled; there is no 'other'."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, FOR_IMMIGRATION, NOT_OF_THE_SCHOOL, TAKES_IN
from fileroom.law.vocabulary import record

law = Chapter(__name__)


def _of(*classes: HoldingClass) -> tuple[Kind, ...]:
    return tuple(Kind(item.code) for item in CATALOGUE.values() if item.class_ in classes)


MANDATORY = record.kind.is_(*_of(HoldingClass.PERMANENT, HoldingClass.INTERIM))
MADE_OF_LISTED_ITEMS = (
    Kind.CUMULATIVE_FILE, Kind.PERMANENT_RECORD, Kind.INTERIM_RECORD, Kind.PERMITTED_RECORD, Kind.TRANSCRIPT,
    Kind.GRADES, Kind.ATTENDANCE, Kind.IEP_OR_504_PLAN, Kind.ADDRESS, Kind.ENROLMENT_STATUS, Kind.SCHEDULE,
)  # fmt: skip
ON_THE_PERMITTED_LIST = record.kind.is_(*_of(HoldingClass.PERMITTED), *MADE_OF_LISTED_ITEMS)
OUTSIDE_THE_FILE = (
    Kind.CHALLENGE_FILE, Kind.NAME_GENDER_CHANGE, Kind.JUVENILE_COURT_NOTICE, Kind.SCHOOL_POLICE_NOTICE,
    Kind.IMMIGRATION_INCIDENT_FILE,
)  # fmt: skip
APART = record.kind.is_(*_of(HoldingClass.APART), *OUTSIDE_THE_FILE)
# A list of what a district keeps is no leave to gather it for somebody else's ends (Ed. Code 49073.1(b), 234.7).
ASKED_FOR_THE_SCHOOL = ASKS_FOR & ~NOT_OF_THE_SCHOOL & ~FOR_IMMIGRATION
BIRTH = record.kind.is_(Kind.PLACE_OF_BIRTH, Kind.BIRTH_DATE_VERIFICATION)

law.compels(
    "mandatory_records",
    when=ASKED_FOR_THE_SCHOOL & MANDATORY,
    says="State regulation requires every district to keep this item.",
    cites=c.R_432_LIST,
)

law.allows(
    "permitted_records",
    when=ASKED_FOR_THE_SCHOOL & ON_THE_PERMITTED_LIST,
    says="A district may keep this item while it matters to the educational process.",
    cites=c.R_432_LIST,
)

law.allows(
    "holdings_apart",
    when=ASKED_FOR_THE_SCHOOL & APART,
    says="This item is kept apart from the ordinary file, under its own statute.",
    cites=c.R_432_LIST,
    limits=(Limit.KEPT_APART,),
)

law.allows(
    "directory_items",
    when=ASKED_FOR_THE_SCHOOL & record.kind.is_(Kind.TELEPHONE, Kind.DIRECTORY_INFORMATION),
    says="Directory information on the state's list is no pupil record; a district may keep it.",
    cites=c.EC_49073,
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=ASKS_FOR & BIRTH,
    upon=Upon.GRANT,
    says="Note the method of proof, never the paper: a birth document can show what the law keeps out of the file.",
    cites=c.R_432_METHOD,
)

law.closes(
    "no_other",
    when=TAKES_IN,
    says="Districts may compile no pupil records but those the regulation lists; there is no 'other'.",
    cites=c.R_432_LIST,
)
