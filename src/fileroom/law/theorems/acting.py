"""Whose act it is to take something in, to put it into a file and to change it: nobody's but those the law names."""

from __future__ import annotations

from fileroom.law.casework.challenges import MAY_CHALLENGE
from fileroom.law.casework.corrections import AMENDS
from fileroom.law.casework.names import NAME_IN_A_RECORD, RENAMES
from fileroom.law.casework.who_adds import ADDED_BY_STATUTE, ADDS, AT_WORK_ON_THE_FILE, ITS_OWN_WORDS
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import DIRECTED_COMPANY, IS_FORMER_STUDENT, OF_THE_DISTRICT, TAKES_IN
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA
from fileroom.law.theorems.shapes import never, never_while_open, never_without
from fileroom.law.vocabulary import requester

ACTS = TAKES_IN | ADDS | AMENDS
STRANGER = (requester.kind.is_(Who.VENDOR, Who.CONTRACTOR) & ~DIRECTED_COMPANY) | requester.kind.is_(
    Who.VOLUNTEER, Who.SCHOOL_RESOURCE_OFFICER, Who.POLICE, Who.IMMIGRATION_OFFICER, Who.FEDERAL_AGENCY,
    Who.STATE_AGENCY, Who.MEDIA, Who.PTA, Who.NONPROFIT, Who.FOR_PROFIT, Who.ATTORNEY, Who.PUBLIC,
)  # fmt: skip
OF_ONESELF = THE_STUDENT & any_of(SOCIAL_MEDIA, RENAMES & IS_FORMER_STUDENT, NAME_IN_A_RECORD)

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "only_the_district_takes_in",
        "Nothing is asked for or taken in but by the district's own people, its system, or a company it directs.",
        TAKES_IN,
        OF_THE_DISTRICT,
        DIRECTED_COMPANY,
    ),
    never_without(
        "only_the_district_and_the_family_add",
        "Nothing is put into a file but by those of the district who serve the student or keep the records, a"
        " company it directs, or a family's own words by whoever holds that right.",
        ADDS,
        AT_WORK_ON_THE_FILE,
        DIRECTED_COMPANY,
        ITS_OWN_WORDS,
    ),
    never_without(
        "only_the_district_and_the_family_change",
        "No record is changed but by those of the district who serve the student or keep the records, or for whoever"
        " holds the right to ask it.",
        AMENDS,
        AT_WORK_ON_THE_FILE,
        MAY_CHALLENGE,
        OF_ONESELF,
        HOLDS_THE_RIGHTS & SOCIAL_MEDIA,
    ),
    never_without(
        "what_a_statute_adds_no_company_adds",
        "No name document, entry of the log, consent or court's order is put into a file by a company, directed or"
        " not.",
        ADDS & ADDED_BY_STATUTE,
        OF_THE_DISTRICT,
        ITS_OWN_WORDS,
    ),
    never(
        "strangers_write_nothing",
        "Volunteers, police, officers and agencies of the state and the nation, charities, attorneys, the press, the"
        " public, and a company that no contract in force binds, take in, add and change nothing.",
        ACTS & STRANGER,
    ),
    never_while_open(
        "nothing_is_written_while_it_may_be_a_stranger",
        "While it is not known that who acts is no stranger, nothing is taken in, added or changed.",
        ACTS & STRANGER,
    ),
)
