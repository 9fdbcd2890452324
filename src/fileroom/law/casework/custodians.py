"""The custodian of records, for the district and at each school, is a certificated employee whom the Superintendent, or
a designee, names."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, other, requester

law = Chapter(__name__)

DESIGNATES = action.is_(Action.DESIGNATE_CUSTODIAN)
# 5 CCR 431 says who may be custodian; that the Superintendent or designee names one is the board's own policy. Whom the
# Superintendent has designated is the district's choice (offices.toml).
OF_THE_DISTRICTS_OFFICE = requester.kind.is_(Who.ADMINISTRATOR, Who.CUSTODIAN_OF_RECORDS)
SUPERINTENDENT_OR_DESIGNEE = OF_THE_DISTRICTS_OFFICE & requester.designated.holds
HAS_LEFT = other.nominee_left.holds

law.allows(
    "a_certificated_employee",
    when=DESIGNATES & SUPERINTENDENT_OR_DESIGNEE & other.nominee_certificated.holds & ~HAS_LEFT,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The Superintendent or designee names the principal or another certificated employee custodian of records.",
    cites=c.R_431,
)

law.closes(
    "not_the_superintendent_or_designee",
    when=DESIGNATES & ~SUPERINTENDENT_OR_DESIGNEE,
    says="The Superintendent, or whom the Superintendent has designated for it, names the custodian of records.",
    cites=c.BP_5125,
)

law.closes(
    "nobody_who_has_left",
    when=DESIGNATES & HAS_LEFT,
    says="This person has left the district, and the custodian of records is an employee of it; name another.",
    cites=c.R_431,
)

law.closes(
    "nobody_else",
    when=DESIGNATES,
    says="The custodian of records holds a certificated position; name the principal or a certificated employee.",
    cites=c.R_431,
)
