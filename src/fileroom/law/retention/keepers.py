"""Whose act it is to destroy: the office that keeps the records. A vendor, and whoever audits or studies, destroys what
it holds; a family may ask it where a statute lets it ask."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY, MAY_CHALLENGE
from fileroom.law.casework.corrections import ORDERED_REMOVED
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.retention.hard_last_days import COURT_NOTICE, SOCIAL_MEDIA
from fileroom.law.retention.own_notes import OWN_NOTES
from fileroom.law.retention.recipients import AUDITS_OR_STUDIES, STUDY_COPY
from fileroom.law.retention.special_education import OF_SPECIAL_EDUCATION
from fileroom.law.retention.vendor_copies import HELD_BY_A_VENDOR
from fileroom.law.vocabulary import VENDORS, requester

law = Chapter(__name__)

# Whose right it is, the grants ask for these three; what a challenge has won goes by more than one.
FAMILIES_MAY_ASK = (IS_OF_THE_FAMILY & (SOCIAL_MEDIA | OF_SPECIAL_EDUCATION | COURT_NOTICE)) | (
    MAY_CHALLENGE & ORDERED_REMOVED
)
OF_ITS_OWN_COPY = (requester.kind.is_(*VENDORS) & (HELD_BY_A_VENDOR | SOCIAL_MEDIA)) | (AUDITS_OR_STUDIES & STUDY_COPY)
WHOSE_ACT_IT_IS = KEEPS_THE_RECORDS | FAMILIES_MAY_ASK | OF_ITS_OWN_COPY

law.forbids(
    "by_nobody_else",
    when=DESTROYS & ~OWN_NOTES & ~WHOSE_ACT_IT_IS,
    says="Records are destroyed by the office that keeps them, which answers for their safety, and by nobody else. A"
    " vendor, or whoever audits or studies, destroys the copy it holds, named as that and not as the record. Ask the"
    " custodian of records; a family may challenge what a record says.",
    cites=c.R_433,
)

law.forbids(
    "volunteers_keep_nothing",
    when=RETAINS & requester.kind.is_(Who.VOLUNTEER),
    says="Pupil records are closed to volunteers: a volunteer keeps none.",
    cites=c.EC_49076_2G,
)
