"""What pages show around a file that has been opened, and of the district as a whole. No contents, no decisions.

Each query opens its own transaction. What is of one student is shown to whoever holds an `Opened`, which only
`open_file` gives: no page can show a head before the gate has said yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fileroom.disclosure import parties
from fileroom.disclosure.about import Person, person
from fileroom.disclosure.answers import CONTACT, OFFICER, SOMEBODY
from fileroom.disclosure.ledger_check import Check, ended
from fileroom.disclosure.marks.standing import told_neutrally
from fileroom.disclosure.parties import Party
from fileroom.disclosure.searching import waiting
from fileroom.disclosure.services import Opened
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger.queries import Noted as Entry
from fileroom.ledger.services import Act
from fileroom.people import queries, rights
from fileroom.people.custody import Entered, entered
from fileroom.people.milestones import Noted, of_student
from fileroom.people.signed_in import SignedIn

MOST = 200  # looks on one page of a file
# Entries of the open log beside which somebody is named who asked, or received.
OF_A_PARTY = frozenset({Act.DISCLOSURE_ANSWERED, Act.RECORD_RELEASED})


@dataclass(frozen=True)
class Head:
    """Who a page is about. `ask_principal`: an order is on file; the page says no more than that."""

    name: str
    grade: str
    school: str
    ssid: str
    birth_on_is_known: bool
    custodian: str
    rights_holders: tuple[str, ...]
    ask_principal: bool


@dataclass(frozen=True)
class Life:
    """The file's entries of the open log, with the names of the employees who made them, and of who asked or received.

    Every filing of a record is among them, and of all else the newest; `more`: there was more. `parties` by entry, for
    those who may read the log. `neutral`: those in which no list names the record (disclosure.marks).
    """

    entries: tuple[Entry, ...]
    names: Mapping[UUID, str]
    parties: Mapping[UUID, Party]
    more: bool
    neutral: frozenset[UUID]


@dataclass(frozen=True)
class Choice:
    """One answer to "Who is asking?". `kind`: what somebody on file is to the student, as Relationship has it."""

    code: str
    name: str
    kind: str = ""


@dataclass(frozen=True)
class Today:
    """How the file room stands. `check`: the last one of the ledger from its page.

    `claimed`: students with somebody on file who waits for the reader's check, as many as their list shows;
    `claimed_more`: there are others.
    """

    counts: queries.Counts
    claimed: int
    claimed_more: bool
    entries: int
    check: Check | None


def head(opened: Opened, *, on: date) -> Head:
    """The student of a page. Raises Missing."""
    with district_transaction():
        it = queries.heading(opened.student, on=on)
        return Head(
            it.name,
            it.grade,
            it.school,
            it.ssid,
            it.birth_on is not None,
            it.custodian,
            rights.holders(it, on=on),
            it.ordered,
        )


def life(opened: Opened, *, most: int = MOST) -> Life:
    """The file's entries, but for the look that is being taken now: all filings, and of the rest the newest `most`.

    To those who may not read the log (Ed. Code 49064) the life of a file is the filing of what they may open.
    """
    mine = {record.id for record in opened.records}
    with district_transaction():
        filings = entries.entries_of(opened.student, filings=True)
        rest = entries.entries_of(opened.student, filings=False, limit=most + 2) if opened.may_read_log else []
        rest = [it for it in rest if it.event.id != opened.entry]
        shown = rest[:most] + [it for it in filings if opened.may_read_log or it.event.record in mine]
        noted = tuple(sorted(shown, key=lambda it: (it.event.at, it.event.id), reverse=True))
        theirs = [it.event.id for it in noted if it.event.act in OF_A_PARTY]
        named = queries.account_names(it.event.actor.account for it in noted)
        neutral = told_neutrally(it.event for it in noted)
        return Life(noted, named, parties.of(theirs) if theirs else {}, len(rest) > most, neutral)


def names(accounts: Iterable[UUID | None], *, families: bool = False) -> Mapping[UUID, str]:
    """Names of the holders of these accounts: employees, and with `families` also contacts and students."""
    with district_transaction():
        return queries.account_names(accounts, families=families)


def askers(opened: Opened, *, on: date) -> tuple[Choice, ...]:
    """Who may be standing at the counter: the people on file, an officer, or somebody else."""
    with district_transaction():
        on_file = queries.related(opened.student, on=on)
    people = [Choice(f"{CONTACT}{it.contact}", it.name, it.kind) for it in on_file]
    return (*people, Choice(OFFICER, "An officer or agent"), Choice(SOMEBODY, "Somebody else"))


def people(opened: Opened, *, on: date) -> tuple[Person, ...]:
    """Whom a record of this file may be about: the student's contacts, but for those found not to be so."""
    with district_transaction():
        return tuple(person(it) for it in queries.related(opened.student, on=on) if it.standing != "refuted")


def contacts(opened: Opened, *, on: date) -> list[rights.Standing]:
    """The student's contacts, each with a sentence of what they may do today."""
    with district_transaction():
        return rights.standings(opened.student, on=on)


def milestones(opened: Opened) -> list[Noted]:
    """What papers show of the student that no roster tells, for those who settle it."""
    with district_transaction():
        return of_student(opened.student)


def student_of(relationship_id: UUID) -> UUID:
    """The student a relationship is to. Raises Missing."""
    with district_transaction():
        return queries.student_of(relationship_id)


def custody(opened: Opened, *, on: date) -> dict[UUID, Entered]:
    """What the office has entered of who has custody, by the relationship, for those who settle it."""
    with district_transaction():
        return entered([it.relationship for it in queries.related(opened.student, on=on)], on=on)


def today(*, by: SignedIn, at: datetime) -> Today:
    """The district's state on the first screen: it names nobody but offices. What waits, waits for the reader."""
    on, (claimed, more) = district_day(at), waiting(by=by, at=at)
    with district_transaction():
        return Today(queries.counts(on=on), claimed, more, entries.state().entries, ended(at=at))


def district(*, on: date) -> dict[str, Any]:
    """Schools, custodians and calendar."""
    with district_transaction():
        return queries.district(on=on)
