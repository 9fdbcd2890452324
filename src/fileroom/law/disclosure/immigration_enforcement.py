"""Immigration enforcement comes before every exception: for any word about a pupil, a family, a household or staff."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.court_notices import TOLD_OF_THE_PAPER
from fileroom.law.enforcement import ENFORCEMENT_ASKS, RELEASED_OR_CERTIFIED, UNTOLD_TO_THE_FAMILY
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, ENFORCEMENT_WITHOUT_CONSENT_OR_A_JUDGE

law = Chapter(__name__)

law.forbids(
    "without_consent_or_a_judges_paper",
    when=RELEASED_OR_CERTIFIED & ENFORCEMENT_WITHOUT_CONSENT_OR_A_JUDGE,
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
    when=ENFORCEMENT_ASKS & ~UNTOLD_TO_THE_FAMILY & ~TOLD_OF_THE_PAPER,
    says="Tell the parent or adult student that the request was made.",
    cites=c.EC_234_7_B,
)
