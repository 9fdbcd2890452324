"""Who may be given which role, and what must be there first: pure functions over frozen facts, asked for every act.

No statute names who gives a role. 34 CFR 99.31(a)(1)(ii) asks for reasonable methods, so that an official sees those
records alone that the work needs: these are the district's. What a role opens stands in law/offices.toml.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from fileroom.law.offices import OFFICES, PRIVATE, Office, Serves

REASON_LENGTH = 200
TWO = 2  # who gives roles, and who agrees
SYSTEMS = "it_lead"
CUSTODIAN = "custodian"  # an office of its own: given on its own page (5 CCR 431)
AT_A_SCHOOL = frozenset({"principal"})
OF_THE_DISTRICT = frozenset({"board_clerk", "counsel", SYSTEMS})
TO_GIVE = tuple(role for role in OFFICES.offices if role != CUSTODIAN)


class No(StrEnum):
    """Why it is not done, as the ledger has it."""

    BY_MAIL = "by_mail"
    CLOSED = "closed"
    DAYS = "days"
    FROM_A_ROSTER = "from_a_roster"
    HELD_ALREADY = "held_already"
    LAST = "last"
    LEFT = "left"
    NO_REASON = "no_reason"
    NO_ROLE_THERE = "no_role_there"
    NO_SUCH_ROLE = "no_such_role"
    NO_SUCH_STUDENT = "no_such_student"
    ONE_ALONE = "one_alone"
    ONESELF = "oneself"
    OPENS_FILES = "opens_files"
    PLACE = "place"
    RUNS_THE_SYSTEM = "runs_the_system"
    SHARED_MAILBOX = "shared_mailbox"
    SECOND_PERSON = "second_person"


# What is said, and what to do next.
SAYS: Mapping[No, tuple[str, str]] = MappingProxyType(
    {
        No.BY_MAIL: (
            "Somebody signs in by this account: a link that is shown to another would open it to that one.",
            "Send it by e-mail. Where they read no mail, whoever runs the system makes a link: fileroom account link.",
        ),
        No.CLOSED: ("This account is closed.", "Open it again first, if they work here."),
        No.DAYS: (
            "A role holds from today or from a later day of the next year, and does not end before it begins.",
            "Read both days again.",
        ),
        No.FROM_A_ROSTER: (
            "The roster gives this role, and the next one would give it again.",
            "End it in the system that the roster comes from; or close the account, which holds at once.",
        ),
        No.HELD_ALREADY: ("They hold this role at this place already, or it waits for a second person.",
                          "Nothing is to be done. To change its days, end it and give it anew."),
        No.LAST: (
            "Nobody else could then give roles, or sign in to do so.",
            "Give somebody else the role of an administrator of the whole district first; they choose a password, and"
            " then this can be done.",
        ),
        No.LEFT: ("They work here no more.", "If that is wrong, say so under Absent from the file."),
        No.NO_REASON: ("This role opens files that are nobody’s business without a reason.",
                       "Write one line: why they need it. Name no student."),
        No.NO_ROLE_THERE: (
            "They do not hold this role at this school, or nobody serves a caseload by it.",
            "Give them the role of a counselor, nurse, teacher or aide there first.",
        ),
        No.NO_SUCH_ROLE: ("There is no such role to give here.",
                          "Choose one of the list. A custodian of records is designated on the page of the offices."),
        No.NO_SUCH_STUDENT: (
            "No such student can be put on their caseload.",
            "Choose one who is enrolled today at a school where they hold the role of a counselor, nurse, teacher or"
            " aide.",
        ),
        No.ONE_ALONE: (
            "One person alone would then give roles.",
            "Close the account: that holds at once, and this role waits with it. Whoever runs the system can let in"
            " another administrator: fileroom account begin. Once they have chosen a password, this can be done.",
        ),
        No.ONESELF: ("Nobody gives a role to themselves, agrees to their own, or closes their own account.",
                     "Ask another administrator of the district."),
        No.OPENS_FILES: ("Whoever runs the systems opens no student’s file by any role.",
                         "End their role as IT lead first, or give this one to somebody else."),
        No.PLACE: ("This role is not held at this place.",
                   "A principal is of a school; counsel, the clerk of the Board and the IT lead are of the district."),
        No.RUNS_THE_SYSTEM: ("They hold a role that opens students’ files, and whoever runs the systems opens none.",
                             "End that role first, or give this one to somebody else."),
        No.SHARED_MAILBOX: (
            "A family of this district, or somebody else, may read the mailbox of this address: a link that is mailed"
            " there could let them in.",
            "Hand the link over yourself, to whom it is for: they show you who they are. What is open for them stays"
            " open.",
        ),
        No.SECOND_PERSON: ("A second person agrees to this role: neither who gives it nor who gets it.",
                           "Ask another administrator of the district to look under Accounts."),
    }
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A role about to be given. `at_school`: else for the whole district. `holds`: the roles that they hold already or
    are to hold, a roster's and the office of custodian too; `already`: this one, there. `another`: somebody else than
    who gives and who gets it could agree. `closed`: the account; `left`: its holder."""

    role: str
    at_school: bool
    from_on: date
    to_on: date | None
    reason: bool
    oneself: bool
    holds: frozenset[str]
    already: bool
    closed: bool
    left: bool
    another: bool


@dataclass(frozen=True)
class Yes:
    """It may be done. `waits`: for a second person."""

    waits: bool = False


def opens_files(role: str) -> bool:
    """Does this role open any student's file, be it of those one teaches? Of a word that is no office: none."""
    office = OFFICES.offices.get(role)
    return office is not None and office.opens_files


def asks_reason(role: str) -> bool:
    """Does it open a whole site's files, what is private of a few, or sign for the law?"""
    office = OFFICES.offices.get(role)
    return office is not None and (office.serves is not Serves.LINK or office.signs or bool(office.functions & PRIVATE))


def asks_second(role: str, *, at_school: bool) -> bool:
    """Does it open every school's files, or act for the Superintendent or for counsel? Then two people give it."""
    office = OFFICES.offices.get(role)
    return office is not None and not at_school and (office.serves is not Serves.LINK or office.signs)


def gives_roles(role: str, *, at_school: bool) -> bool:
    """Does whoever holds it give roles themselves?"""
    office: Office | None = OFFICES.offices.get(role)
    return office is not None and office.designates and not at_school


def may_give(it: Asked, *, on: date) -> Yes | No:
    """May this role be given today? The first thing that stands against it, or Yes."""
    if it.role not in TO_GIVE:
        return No.NO_SUCH_ROLE
    if it.oneself:
        return No.ONESELF
    if it.left or it.closed:
        return No.LEFT if it.left else No.CLOSED
    if it.role in (OF_THE_DISTRICT if it.at_school else AT_A_SCHOOL):
        return No.PLACE
    if not _in_order(it, on):
        return No.DAYS
    if it.already:
        return No.HELD_ALREADY
    if SYSTEMS in it.holds and opens_files(it.role):
        return No.OPENS_FILES
    if it.role == SYSTEMS and any(map(opens_files, it.holds)):
        return No.RUNS_THE_SYSTEM
    if asks_reason(it.role) and not it.reason:
        return No.NO_REASON
    return Yes(waits=it.another and asks_second(it.role, at_school=it.at_school))


def _in_order(it: Asked, on: date) -> bool:
    farthest = date(on.year + 1, on.month, min(on.day, 28))
    return on <= it.from_on <= farthest and (it.to_on is None or it.to_on >= it.from_on)


def may_serve(
    *, oneself: bool, closed: bool, role: str, there: Collection[str], already: bool, reason: bool
) -> Yes | No:
    """May they be given everybody at a school, or in a grade of it, to serve in this role? `there`: theirs there."""
    if oneself:
        return No.ONESELF
    if closed:
        return No.CLOSED
    if role not in there or not serves_a_caseload(role):
        return No.NO_ROLE_THERE
    if already:
        return No.HELD_ALREADY
    return Yes() if reason else No.NO_REASON


def may_serve_one(
    *, oneself: bool, closed: bool, found: bool, holds_role: bool, already: bool, reason: bool, in_order: bool
) -> Yes | No:
    """May they be given one student to serve? `found`: the giver opens the file, the student is at a school where they
    serve somebody, and no order keeps them from the child, or may; why it is not so is never said. `holds_role`: this
    one, at that school; `in_order`: the last day is not over."""
    if oneself or closed:
        return No.ONESELF if oneself else No.CLOSED
    if not found:
        return No.NO_SUCH_STUDENT
    if not holds_role:
        return No.NO_ROLE_THERE
    if not in_order:
        return No.DAYS
    if already:
        return No.HELD_ALREADY
    return Yes() if reason else No.NO_REASON


def serves_a_caseload(role: str) -> bool:
    """Does this role open the files of those alone whom its holder teaches or has on a caseload?"""
    office = OFFICES.offices.get(role)
    return office is not None and office.serves is Serves.LINK and opens_files(role)


def may_agree(it: Asked, *, is_giver: bool, on: date) -> Yes | No:
    """May whoever asks agree to a role that waits? What stood against giving it stands against this too."""
    if is_giver:
        return No.SECOND_PERSON
    found = may_give(it, on=on)
    return found if isinstance(found, No) else Yes()


def may_end(*, from_a_roster: bool, gives: bool, others: int, oneself: bool = False) -> Yes | No:
    """May this role be ended? `gives`: its holder gives roles by it, and has opened the account once; `others`: how
    many could still; `oneself`: they end their own."""
    if from_a_roster:
        return No.FROM_A_ROSTER
    if gives and not others:
        return No.LAST
    return No.ONE_ALONE if gives and not oneself and leaves_one_alone(others) else Yes()


def leaves_one_alone(others: int) -> bool:
    """Would at most one give roles, so that nobody is second to them? `others`: how many do besides who leaves."""
    return others < TWO


def may_close(*, oneself: bool, gives: bool, others: bool) -> Yes | No:
    """May this account be closed?"""
    if oneself:
        return No.ONESELF
    return No.LAST if gives and not others else Yes()
