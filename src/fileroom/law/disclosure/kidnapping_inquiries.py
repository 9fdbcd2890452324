"""A kidnapped child whom the abductor may have enrolled: who the child is and where the records went, and no more."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.facts import Channel, ConsentBy, ConsentForm, PaperKind, Purpose
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import UNREFUTED, to_show
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import A_THREAT, CONSENT_BY_FEDERAL_LAW, IDENTIFIED, PARENTS_HOLD_THE_RIGHTS, SEES
from fileroom.law.vocabulary import channel, other, purpose, record, requester

law = Chapter(__name__)

INQUIRES = (
    SEES
    & requester.kind.is_(Who.POLICE, Who.DISTRICT_ATTORNEY, Who.FEDERAL_AGENCY)
    & purpose.is_(Purpose.KIDNAPPING_INVESTIGATION)
)
THREE_FIELDS = record.kind.is_(Kind.LEGAL_NAME, Kind.ENROLMENT_STATUS, Kind.TRANSFER_DESTINATION)
A_PARENTS_CONSENT = ~other.consent_refused.holds & to_show(
    PaperKind.CONSENT,
    by=(ConsentBy.PARENT_WITH_CUSTODY, ConsentBy.PARENT_WITHOUT_CUSTODY, ConsentBy.RIGHTS_HOLDER),
    form=ConsentForm.WRITTEN, signed=True, dated=True, records=True, purpose=True, recipient=True, valid_on=UNREFUTED,
)  # fmt: skip
# By federal law a parent consents for a minor alone, or for one adjudged incompetent; an adult student in person.
BY_FEDERAL_LAW = (A_PARENTS_CONSENT & PARENTS_HOLD_THE_RIGHTS) | CONSENT_BY_FEDERAL_LAW
A_GROUND = A_PARENTS_CONSENT | A_THREAT | PROCESS
CONFIRMED = channel.is_(Channel.WRITTEN) | other.confirming_letter.is_(True, curable=(False,))
PROPER = IDENTIFIED & requester.on_agency_list.holds & other.kidnap_probable_cause.holds & CONFIRMED
INQUIRY_ANSWERED = INQUIRES & THREE_FIELDS & PROPER

law.compels(
    "identity_and_destination",
    when=INQUIRY_ANSWERED & A_GROUND,
    claimed=INQUIRES,
    says="A listed officer with probable cause of a kidnap learns who the child is and where the records went, on a"
    " parent's consent, in an emergency, or on a court's paper.",
    cites=c.EC_49076_5,
    limits=(Limit.THREE_FIELDS_ONLY,),
)

law.allows(
    "federal_consent_of_one_parent",
    when=INQUIRY_ANSWERED & BY_FEDERAL_LAW,
    claimed=INQUIRES,
    key=Key.FEDERAL,
    says="Federal law takes the consent of either parent, signed and dated, with records, purpose and recipient.",
    cites=c.CFR_99_30,
)

law.allows(
    "federal_emergency",
    when=INQUIRY_ANSWERED & A_THREAT,
    claimed=INQUIRES,
    key=Key.FEDERAL,
    says="Federal law lets a school speak on an articulable and significant threat, as long as it lasts.",
    cites=c.CFR_99_31_A10,
)

law.closes(
    "the_rest_of_the_file",
    when=INQUIRES & ~THREE_FIELDS,
    says="An inquiry about a kidnap opens who the child is and where the records went, never the rest of the file.",
    cites=c.EC_49076_5,
)

law.closes(
    "not_on_the_list",
    when=INQUIRES & requester.on_agency_list.is_(False),
    says="Only officers whose names the agency has filed in writing are answered.",
    cites=c.EC_49076_5,
)
