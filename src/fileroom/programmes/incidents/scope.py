"""The scope of an incident: which students, staff, records and classes of record somebody has seen, by account, address
and hour, from the ledger. Counted by the database and read in a stream: memory is the same for five million entries.

What an account saw is what was shown to it: a refusal is counted apart. So is whatever named somebody whom its entry
does not keep: a search or a list says how many it named, and words of no student that were opened count as one. Each
act is sorted by a house test (tests/house/test_scope_of_an_incident.py).

Of staff there are two kinds: whose row here was shown on a page of staff or in a list, and whose account was used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection

from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.ledger.tables import EVENT
from fileroom.people.models import Account
from fileroom.programmes.incidents.dark_sheet import PART as SHEET

SHOWN = (
    Act.ADDRESS_OPENED, Act.CONTACTS_LISTED, Act.DIRECTORY_RELEASED, Act.ENFORCEMENT_READ, Act.ESSENTIALS_PRINTED,
    Act.FILE_OPENED, Act.INCIDENT_LISTED, Act.INCIDENT_READ, Act.LETTER_ISSUED, Act.LETTER_OPENED, Act.LIST_HANDED_OVER,
    Act.LOG_EXPORTED, Act.LOG_VIEWED, Act.MARK_REASON_READ, Act.NONENROLMENT_LOOKED_AT, Act.NOTICE_LISTED,
    Act.OPENING_READ, Act.ORDER_LOOKED_AT, Act.ORDER_PREVIEWED, Act.QUARANTINE_LOOKED_AT, Act.RECORD_COPIED,
    Act.RECORD_INSPECTED, Act.RECORD_LISTED, Act.RECORD_RELEASED, Act.SOCIAL_MEDIA_LISTED, Act.STUDENT_LISTED,
)  # fmt: skip
IN_VAIN = (Act.DISCLOSURE_REFUSED, Act.LINK_REFUSED)
SEARCHED = (Act.STUDENT_SEARCHED, Act.TOOL_ASKED)  # what vanishes from a text is found in it
# Of SHOWN those that name several at once: their entry is of no student, and says how many (`outcome`). Not the sheet
# of orders and holds beside an essential list: each child whom it has shown has an entry of their own.
BY_NUMBER = (Act.ESSENTIALS_PRINTED, Act.NOTICE_LISTED, Act.SOCIAL_MEDIA_LISTED)
# Of SHOWN those that open words of no student, or print a paper of none: each may name somebody. INCIDENT_READ says how
# many where it is the list of whom an incident touches.
OF_NO_STUDENT = (
    Act.ENFORCEMENT_READ, Act.INCIDENT_READ, Act.LETTER_ISSUED, Act.LETTER_OPENED, Act.LOG_EXPORTED, Act.LOG_VIEWED,
    Act.MARK_REASON_READ, Act.OPENING_READ, Act.QUARANTINE_LOOKED_AT,
)  # fmt: skip
# Of SHOWN the one whose students each have an entry of their own beside it, or to whom nobody was shown by it.
BESIDE = (Act.INCIDENT_LISTED, Act.LIST_HANDED_OVER)
OF_STAFF = (Act.EMPLOYEE_LISTED,)  # its record is an employee
AT_ONCE = 2000
LOG = f"FROM {EVENT} e"
ASKED = """WHERE e.at >= %(begun_at)s AND e.at < %(ended_at)s
    AND (cardinality(%(accounts)s::uuid[]) = 0 OR e.account = ANY(%(accounts)s::uuid[]))
    AND (cardinality(%(addresses)s::text[]) = 0 OR e.client = ANY(%(addresses)s::text[]))"""
WITHIN = f"{LOG} {ASKED}"
REACHED = f"{WITHIN} AND e.act = ANY(%(acts)s)"
# Of many acts what stands as the record is none: a letter, an order, a company.
STUDENTS = f"""SELECT e.student, count(*), count(DISTINCT r.id), min(e.at), max(e.at)
    {LOG} LEFT JOIN records_record r ON r.id = e.record {ASKED} AND e.act = ANY(%(acts)s)
    AND e.student IS NOT NULL GROUP BY e.student ORDER BY e.student"""
TOTALS = f"""SELECT count(*), count(DISTINCT e.student), count(DISTINCT e.account),
    count(DISTINCT nullif(e.client, '')) {REACHED}"""
CLASSES = f"""SELECT r.kept_as, r.item, count(*) FROM (SELECT DISTINCT e.record {REACHED} AND e.record IS NOT NULL) seen
    JOIN records_record r ON r.id = seen.record GROUP BY r.kept_as, r.item ORDER BY r.kept_as, r.item"""
LISTED = f"""SELECT coalesce(sum(CASE WHEN e.outcome ~ '^[0-9]{{1,9}}$' THEN e.outcome::bigint ELSE 1 END), 0) {REACHED}
    AND e.student IS NULL AND NOT (e.act = '{Act.ESSENTIALS_PRINTED.value}' AND e.part = '{SHEET}')"""
# Whose row was shown (an entry's record is theirs), and by whose account anything was done.
STAFF = f"""SELECT it.employee, sum(it.shown)::bigint, sum(it.used)::bigint, min(it.first_at), max(it.last_at) FROM (
    SELECT e.record AS employee, count(*) AS shown, 0 AS used, min(e.at) AS first_at, max(e.at) AS last_at
        {REACHED} AND e.record IS NOT NULL GROUP BY e.record
    UNION ALL SELECT a.employee_id, 0, by_account.used, by_account.first_at, by_account.last_at FROM (
        SELECT e.account, count(*) AS used, min(e.at) AS first_at, max(e.at) AS last_at
            {WITHIN} AND e.account IS NOT NULL GROUP BY e.account) by_account
        JOIN people_account a ON a.id = by_account.account WHERE a.employee_id IS NOT NULL) it
    GROUP BY it.employee ORDER BY it.employee"""
STAFF_TOTAL = f"SELECT count(*) FROM ({STAFF}) found"
HOURS = f"SELECT date_trunc('hour', e.at), count(*), count(DISTINCT e.student) {REACHED} GROUP BY 1 ORDER BY 1"


@dataclass(frozen=True)
class Asked:
    """Whose acts, from which addresses, from when until before when; an empty list leaves nobody out."""

    begun_at: datetime
    ended_at: datetime
    accounts: tuple[UUID, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hour:
    """What was shown in one hour, in UTC."""

    at: datetime
    shown: int
    students: int


@dataclass(frozen=True)
class Scope:
    """`shown`: entries by which something was shown; `in_vain`: refusals; `searches`: searches, and texts in which the
    program found somebody; `listed`: how often somebody was named whom no entry keeps, in what a search found, in a
    list, or in words of no student; `staff`: employees whose row was shown, or whose account was used; `classes`:
    records seen, by class and item of the catalogue."""

    shown: int
    students: int
    staff: int
    records: int
    accounts: int
    addresses: int
    in_vain: int
    searches: int
    listed: int
    classes: Mapping[tuple[str, str], int]
    hours: tuple[Hour, ...]


@dataclass(frozen=True)
class Reached:
    """One student of whom something was shown."""

    student: UUID
    shown: int
    records: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Exposed:
    """One employee whose own data was in reach. `shown`: how often their row was shown; `used`: how often somebody
    acted by their account, and saw what is theirs."""

    employee: UUID
    shown: int
    used: int
    first_at: datetime
    last_at: datetime


def accounts_named(names: tuple[str, ...]) -> tuple[UUID, ...]:
    """The accounts of these sign-in names. ValidationError names one that is nobody's."""
    found = dict(Account.objects.filter(sign_in_name__in=names).values_list("sign_in_name", "id"))
    for name in names:
        if name not in found:
            raise ValidationError(f"No account signs in as {name!r}. Nothing was counted.")
    return tuple(found[name] for name in names)


@durable_transaction
def scope(
    names: tuple[str, ...],
    addresses: tuple[str, ...],
    begun_at: datetime,
    ended_at: datetime,
    *,
    by: Actor,
    at: datetime,
) -> tuple[Asked, Scope]:
    """Count what was reached; that it was counted is an entry. Raises ValidationError."""
    if ended_at <= begun_at:
        raise ValidationError("The time ends before it begins. Nothing was counted.")
    asked = Asked(begun_at, ended_at, accounts_named(names), addresses)
    ledger.write(ledger.event(Act.INCIDENT_SCOPED, by=by, at=at))
    shown, students, accounts, clients = _rows(TOTALS, asked, SHOWN)[0]
    classes = {(kept_as, item): number for kept_as, item, number in _rows(CLASSES, asked, SHOWN)}
    return asked, Scope(
        shown=shown,
        students=students,
        staff=_rows(STAFF_TOTAL, asked, OF_STAFF)[0][0],
        records=sum(classes.values()),
        accounts=accounts,
        addresses=clients,
        in_vain=_rows(TOTALS, asked, IN_VAIN)[0][0],
        searches=_rows(TOTALS, asked, SEARCHED)[0][0],
        listed=int(_rows(LISTED, asked, (*SEARCHED, *BY_NUMBER, *OF_NO_STUDENT))[0][0]),
        classes=MappingProxyType(classes),
        hours=tuple(Hour(*row) for row in _rows(HOURS, asked, SHOWN)),
    )


def reached(asked: Asked) -> Iterator[Reached]:
    """Each student of whom something was shown, by id, in a stream. Part of the open transaction."""
    return (Reached(*row) for row in _streamed(STUDENTS, asked, SHOWN))


def exposed(asked: Asked) -> Iterator[Exposed]:
    """Each employee whose own data was in reach, by id, in a stream. Part of the open transaction."""
    return (Exposed(*row) for row in _streamed(STAFF, asked, OF_STAFF))


def _streamed(statement: str, asked: Asked, acts: tuple[Act, ...]) -> Iterator[tuple[Any, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, _values(asked, acts))
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


def _rows(statement: str, asked: Asked, acts: tuple[Act, ...]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, _values(asked, acts))
        return list(cursor.fetchall())


def _values(asked: Asked, acts: tuple[Act, ...]) -> dict[str, Any]:
    return {
        "begun_at": asked.begun_at, "ended_at": asked.ended_at, "acts": [it.value for it in acts],
        "accounts": list(asked.accounts), "addresses": list(asked.addresses),
    }  # fmt: skip
