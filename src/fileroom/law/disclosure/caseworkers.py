"""Caseworkers of a child-welfare agency or tribe that is legally responsible for the child."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import FOR_THE_CHILDS_SCHOOLING, TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

IS_CASEWORKER = requester.kind.is_(Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER)
RESPONSIBLE = IS_CASEWORKER & IDENTIFIED & requester.legally_responsible.holds
ON_THE_CASE = RESPONSIBLE & FOR_THE_CHILDS_SCHOOLING & TRAVELS

law.compels(
    "legally_responsible",
    when=SEES & ON_THE_CASE,
    claimed=IS_CASEWORKER,
    says="The caseworker of an agency or tribe that is legally responsible for the child sees the relevant records.",
    cites=c.EC_49076_1N,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_uninterrupted_scholars",
    when=SEES & ON_THE_CASE,
    claimed=IS_CASEWORKER,
    key=Key.FEDERAL,
    says="Federal law lets records go to the caseworker of an agency legally responsible for the child.",
    cites=c.USC_1232G_B1L,
)

law.closes(
    "investigation_alone",
    when=SEES & IS_CASEWORKER & purpose.is_(Purpose.CHILD_WELFARE_INVESTIGATION),
    says="To investigate is not yet to be responsible for the child. A court's order, written consent or an emergency"
    " opens the file.",
    cites=c.USC_1232G_B1L,
)

law.closes(
    "not_responsible",
    when=SEES & IS_CASEWORKER & requester.legally_responsible.is_(False),
    says="The agency is not legally responsible for the child today; written consent or a court's order is needed.",
    cites=c.EC_49076_1N,
)
