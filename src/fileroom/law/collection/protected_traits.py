"""Religion is no field at all; and nothing is taken in for a registry or for immigration enforcement."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.collection.surveys import SURVEYS
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import FOR_IMMIGRATION
from fileroom.law.vocabulary import action, purpose, record

law = Chapter(__name__)

TAKING_IN = (Action.COLLECT, Action.SOLICIT, Action.REQUIRE_FOR_ENROLMENT, Action.ADD_TO_RECORD)

law.forbids(
    "religion_is_no_field",
    when=action.is_(*TAKING_IN) & record.kind.is_(RecordKind.RELIGION),
    says="Religion is not on the regulation's list. For an absence note the lawful reason, never the faith.",
    cites=c.R_432_LIST,
)

law.forbids(
    "nothing_for_a_registry_or_for_enforcement",
    when=(action.is_(*TAKING_IN) | SURVEYS) & (purpose.is_(Purpose.REGISTRY) | FOR_IMMIGRATION),
    says="No school takes in or asks anything to help a registry by religion, origin or ethnicity, or immigration"
    " enforcement.",
    cites=c.GC_8310_3,
)
