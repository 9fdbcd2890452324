"""County elections officials: directory information, for voter registration alone."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.directory_information import BY_THE_POLICY
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

THE_OFFICIAL = SEES & requester.kind.is_(Who.ELECTIONS_OFFICIAL)
REGISTERS_VOTERS = THE_OFFICIAL & purpose.is_(Purpose.VOTER_REGISTRATION)

law.allows(
    "voter_registration",
    when=REGISTERS_VOTERS & IDENTIFIED & BY_THE_POLICY & ~d.REFUSED & ~d.HOMELESS_WITHOUT_CONSENT,
    claimed=REGISTERS_VOTERS & d.IS_DIRECTORY,
    says="County elections officials may have directory information to find who may vote or register.",
    cites=c.EC_49076_2C,
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=REGISTERS_VOTERS,
    upon=Upon.GRANT,
    says="Tell the official in writing that it serves voter registration alone and is passed on to nobody.",
    cites=c.EC_49076_2C,
)

law.closes(
    "for_nothing_else",
    when=THE_OFFICIAL & ~(purpose.is_(Purpose.VOTER_REGISTRATION) & d.IS_DIRECTORY),
    says="Elections officials get directory information for voter registration, and nothing else.",
    cites=c.EC_49076_2C,
)

law.closes(
    "left_out",
    when=REGISTERS_VOTERS & (d.REFUSED | d.HOMELESS_WITHOUT_CONSENT),
    says="Leave this student out, as one of whom nothing is known.",
    cites=c.EC_49073_B,
    silent=True,
)
