"""A child whose parent had to leave California against their will stays a resident; the proof reveals much and is kept
apart."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.collection.immediate_enrolment import ENROLS
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR
from fileroom.law.vocabulary import other, purpose, record

law = Chapter(__name__)

PROOF_ASKED = ASKS_FOR & record.kind.is_(RecordKind.PARENT_DEPARTURE_PROOF) & purpose.is_(Purpose.PROOF_OF_RESIDENCY)
LEFT_BEHIND = other.parent_left_against_will.holds

law.compels(
    "child_of_a_parent_who_had_to_leave",
    when=ENROLS & LEFT_BEHIND & other.lived_and_enrolled_before.holds,
    claimed=LEFT_BEHIND,
    says="A child whose parent had to leave California is a resident here, if the child lived in California and"
    " went to a public school there just before.",
    cites=c.EC_48204_4,
)

law.allows(
    "proof_of_the_departure",
    when=PROOF_ASKED,
    says="Official proof that the parent had to leave may be asked for, for residency alone.",
    cites=c.EC_48204_4,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.COLLECT_SEPARATELY,
    when=PROOF_ASKED,
    upon=Upon.GRANT,
    says="Keep as little of it as will do, apart from the file; no search or export finds it.",
    cites=c.EC_48204_4,
)
