"""Safe at Home families: the substitute address is the address. The true one is asked for residency and emergencies
alone and lies under seal."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.collection.admission import SAFE_AT_HOME_CARD
from fileroom.law.collection.immediate_enrolment import ENROLS
from fileroom.law.disclosure.safe_at_home import TRUE_ADDRESS
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, TAKES_IN
from fileroom.law.vocabulary import action, purpose, record, student

law = Chapter(__name__)

NEEDED = purpose.is_(Purpose.PROOF_OF_RESIDENCY, Purpose.EMERGENCY_CARD)
AN_ADDRESS = record.kind.is_(
    RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.CONTACT_AND_HOUSEHOLD
)

law.forbids(
    "never_in_the_file",
    when=action.is_(Action.ADD_TO_RECORD) & TRUE_ADDRESS,
    says="The file holds the substitute address. The true one goes into no file, list or export.",
    cites=c.GC_6207,
)

law.allows(
    "for_residency_or_emergency",
    when=ASKS_FOR & TRUE_ADDRESS & NEEDED,
    claimed=TRUE_ADDRESS,
    says="The true address may be asked for residency or the emergency card alone, and lies under seal.",
    cites=c.GC_6207,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=ASKS_FOR & TRUE_ADDRESS,
    upon=Upon.GRANT,
    says="Put it under seal: no list, label, bus route, vendor or transfer packet shows it.",
    cites=c.GC_6207,
)

law.obliges(
    DutyCode.GIVE_SUBSTITUTE_ADDRESS,
    when=(TAKES_IN | action.is_(Action.ADD_TO_RECORD, Action.AMEND)) & AN_ADDRESS & student.safe_at_home.holds,
    upon=Upon.GRANT,
    says="Write the substitute address of the Safe at Home card in every ordinary field.",
    cites=c.GC_6207,
)

law.obliges(
    DutyCode.CONFIRM_WITH_SAFE_AT_HOME,
    when=ENROLS & SAFE_AT_HOME_CARD,
    upon=Upon.GRANT,
    says="Take the card as the address; with the family's leave the program confirms that they live in the district.",
    cites=c.GC_6207,
)

law.closes(
    "not_for_anything_else",
    when=TAKES_IN & TRUE_ADDRESS,
    says="The substitute address on the card is enough. Take the card.",
    cites=c.GC_6207,
)
