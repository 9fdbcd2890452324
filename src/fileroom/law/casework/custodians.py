"""The custodian of records, for the district and at each school, is a certificated employee."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, requester

law = Chapter(__name__)

DESIGNATES = action.is_(Action.DESIGNATE_CUSTODIAN)

law.allows(
    "a_certificated_employee",
    when=DESIGNATES & requester.certificated.holds,
    says="The principal or another certificated employee is designated as custodian of records.",
    cites=c.R_431,
)

law.closes(
    "nobody_else",
    when=DESIGNATES,
    says="The custodian of records holds a certificated position; name the principal or a certificated employee.",
    cites=c.R_431,
)
