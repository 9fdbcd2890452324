"""Who judges a record disposable, and when: the Superintendent, a designee or the custodian of records, once it is of
no use or the student has gone. From then its years run."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.classes import INTERIM, OF_NO_CLASS_YET
from fileroom.law.facts import Action, RecordClass
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_DISTRICTS_RECORD, IS_CUSTODIAN
from fileroom.law.retention.district_records import CLASS_1
from fileroom.law.retention.interim_records import USELESS_OR_LEFT
from fileroom.law.vocabulary import action, record, record_class, requester

law = Chapter(__name__)

CLASSIFIES = action.is_(Action.CLASSIFY)
# 5 CCR 16022(a) names the superintendent; the policy gives what is the Superintendent's to a designee too, and makes
# the custodian of records answer for the regulations.
BY_WHO_MAY = IS_CUSTODIAN | (requester.kind.is_(Who.ADMINISTRATOR) & requester.designated.holds)
USELESS = record.no_longer_needed.holds

law.forbids(
    "permanent_records",
    when=CLASSIFIES & record_class.is_(RecordClass.PERMANENT),
    says="A permanent record is never judged disposable, by any school.",
    cites=c.R_437_B,
)

law.forbids(
    "class_1",
    when=CLASSIFIES & CLASS_1,
    says="A Class 1 record of the district is never judged disposable.",
    cites=c.R_16023,
)

law.allows(
    "interim_records",
    when=CLASSIFIES & INTERIM & USELESS_OR_LEFT & ~record.forwarded.holds & BY_WHO_MAY,
    claimed=INTERIM | OF_NO_CLASS_YET,
    says="An interim record may be judged disposable when the student has left or it is of no more use.",
    cites=c.R_437_INTERIM,
)

law.allows(
    "district_records",
    when=CLASSIFIES & A_DISTRICTS_RECORD & USELESS & BY_WHO_MAY,
    claimed=A_DISTRICTS_RECORD,
    says="A record of the district is classified, or classified anew, each year before 1 January, once it is of no more"
    " use.",
    cites=c.R_16022,
)

law.closes(
    "by_nobody_else",
    when=CLASSIFIES & ~BY_WHO_MAY,
    says="The Superintendent, a designee or the custodian of records judges what is disposable, and nobody else.",
    cites=c.R_16022,
)

law.closes(
    "while_it_is_of_use",
    when=CLASSIFIES,
    says="A record is not judged disposable while it is of use, nor a student's file while the student is here; what"
    " has gone to the next school is judged there, and a permitted record needs no judging.",
    cites=c.R_16022,
)
