"""Immunization data for health departments, unless the family refused. State law opens this door; federal law names
none, so counsel says on what ground it goes out."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Choice, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, SEES
from fileroom.law.vocabulary import choices, purpose, record, requester

law = Chapter(__name__)

SHOTS = SEES & requester.kind.is_(Who.HEALTH_DEPARTMENT) & record.kind.is_(RecordKind.IMMUNIZATION)
REGISTERS = SHOTS & purpose.is_(Purpose.REGISTRY, Purpose.STATE_REPORTING)
CHECKS_THE_SHOTS = SHOTS & purpose.is_(Purpose.AUDIT_OR_EVALUATION)
REGISTRY_REFUSED = choices.has(Choice.IMMUNIZATION_REGISTRY_REFUSED)

law.allows(
    "immunization_registry",
    when=REGISTERS & IDENTIFIED & ~REGISTRY_REFUSED,
    claimed=REGISTERS,
    says="Immunization data may go to the local or state registry, unless the family refused.",
    cites=c.HSC_120440,
    limits=(Limit.FIXED_LIST_ONLY,),
)

law.allows(
    "checks_of_immunization",
    when=CHECKS_THE_SHOTS & IDENTIFIED & CLEARED_BY_COUNSEL,
    claimed=CHECKS_THE_SHOTS,
    says="The health department checks the immunization records of schools: it may, once counsel has confirmed it.",
    cites=c.HSC_120375,
    limits=(Limit.FIXED_LIST_ONLY,),
)

law.allows(
    "federal_ground_through_counsel",
    when=(REGISTERS | CHECKS_THE_SHOTS) & IDENTIFIED & CLEARED_BY_COUNSEL,
    claimed=REGISTERS | CHECKS_THE_SHOTS,
    key=Key.FEDERAL,
    says="No federal exception names health registries: it may go out once counsel has said on what ground.",
    cites=c.CFR_99_30,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=REGISTERS,
    says="Leave out whoever refused the registry.",
    cites=c.HSC_120440,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=REGISTERS | CHECKS_THE_SHOTS,
    says="Ask counsel: state law opens this door, federal law names none.",
    cites=c.CFR_99_30,
)

law.closes(
    "refused",
    when=REGISTERS & REGISTRY_REFUSED,
    says="The family has refused the immunization registry.",
    cites=c.HSC_120440,
)
