"""A hearing panel may help with a challenge, where the parent has consented in writing to show it the record."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Purpose
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CONSENT_BY_STATE_LAW, IS_CUSTODIAN, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

TO_THE_PANEL = SEES & requester.panel_member.holds & purpose.is_(Purpose.CORRECTION) & ~IS_OF_THE_FAMILY & ~IS_CUSTODIAN

law.forbids(
    "only_with_written_consent",
    when=TO_THE_PANEL & ~CONSENT_BY_STATE_LAW,
    says="Members of a hearing panel see a record only where the parent has consented to it in writing.",
    cites=c.EC_49071,
)

law.obliges(
    DutyCode.AGREE_CONFIDENTIALITY,
    when=TO_THE_PANEL,
    says="The panel sits in closed session on exact copies of what is disputed; its members discuss it with nobody.",
    cites=c.EC_49071,
)

law.obliges(
    DutyCode.COMPOSE_PANEL,
    when=TO_THE_PANEL,
    says="Three sit: the principal of another public school, who chairs; a certificated employee whom the chair of the"
    " employees' council names, or without one the parent; and a parent named by whoever convened it. The last two"
    " should know none of those involved, unless the parent named them. They report their findings in writing.",
    cites=c.EC_49071,
)
