"""Immigration enforcement comes before every exception: for any word about a pupil, a family, a household or staff."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.court_notices import TOLD_OF_THE_PAPER
from fileroom.law.disclosure.registries import COMPILES
from fileroom.law.disclosure.sealed_log import READS
from fileroom.law.facts import Action
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import (
    A_DISTRICTS_RECORD,
    A_JUDGES_PAPER,
    CERTIFIES,
    CLEARED_BY_COUNSEL,
    CONSENT_BY_FEDERAL_LAW,
    FOR_IMMIGRATION,
    MONITORS,
    RELEASED,
)
from fileroom.law.vocabulary import action

law = Chapter(__name__)

ENTERS = action.is_(Action.ENTER_NONPUBLIC_AREA)
RELEASED_OR_CERTIFIED = RELEASED | CERTIFIES  # that a student has left is information about a pupil too
ENFORCEMENT_ASKS = (RELEASED_OR_CERTIFIED | ENTERS | MONITORS | COMPILES) & FOR_IMMIGRATION
# To tell that the sealed list was asked for tells that there is one. Who names no record asks about a family too.
UNTOLD_TO_THE_FAMILY = SILENCED | READS | Shown(A_DISTRICTS_RECORD)

law.forbids(
    "without_consent_or_a_judges_paper",
    when=RELEASED_OR_CERTIFIED & FOR_IMMIGRATION & ~(CONSENT_BY_FEDERAL_LAW | A_JUDGES_PAPER),
    says="Immigration enforcement needs the parent's written consent, or a warrant, subpoena or order signed by a"
    " judge of a judicial court. An immigration court or an agency form is not one.",
    cites=c.EC_234_7_B,
)

law.obliges(
    DutyCode.REPORT_TO_BOARD,
    when=ENFORCEMENT_ASKS,
    says="The superintendent reports the request to the Board, naming nobody.",
    cites=c.EC_234_7_C,
)

law.obliges(
    DutyCode.DOCUMENT_ENCOUNTER,
    when=ENFORCEMENT_ASKS,
    says="Write down who asked, for what, with which paper, and who answered; ask for identification.",
    cites=c.EC_234_7_A2,
    apart=True,
)

law.obliges(
    DutyCode.NOTIFY_SUPERINTENDENT,
    when=ENFORCEMENT_ASKS,
    says="Tell the superintendent at once.",
    cites=c.EC_234_7_C,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=ENFORCEMENT_ASKS,
    says="Call district counsel: papers are read, and any claim under 8 USC 1373 answered, by counsel alone.",
    cites=u.STATUS_ASKED_UNDER_8_USC_1373,
    before=True,
    met=CLEARED_BY_COUNSEL,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_AFTER,
    when=ENFORCEMENT_ASKS & ~COMPILES & ~UNTOLD_TO_THE_FAMILY & ~TOLD_OF_THE_PAPER,
    says="Tell the parent or adult student that the request was made.",
    cites=c.EC_234_7_B,
)
