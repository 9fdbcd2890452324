"""What an account, or an address, has read of late: one statement over the ledger's times, and what tells a machine.

Counted is the first look at each student: a person who opens ten papers of one file reads one student. What one press
shows of many at one instant, a grade's list or fifty letters to print, is one look; and a search, or a list, tells how
many it has named. Of a list that somebody took away each name counts: it is a copy. So does each name that a text told
of that was asked about for a tool: one text may hold all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.db import connection

from fileroom.law.days import PACIFIC
from fileroom.ledger.events import READS
from fileroom.ledger.services import Act
from fileroom.ledger.tables import EVENT

WINDOW, DAY = timedelta(minutes=10), timedelta(hours=24)
IN_VAIN, TAKEN, AT_A_DOOR = Act.DISCLOSURE_REFUSED, Act.LIST_HANDED_OVER, Act.DOOR_REFUSED
TEXT = Act.TOOL_ASKED


class Sign(StrEnum):
    """What speaks of a machine."""

    AT_NIGHT = "at_night"  # many students between the evening and the morning
    FAST = "fast"  # more students in ten minutes than a person opens
    LISTED = "listed"  # more names in searches and lists than a person reads
    LONG = "long"  # more students in a day than a person works with
    REFUSED = "refused"  # one refusal after another: somebody tries doors
    STEADY = "steady"  # student after student at one beat


@dataclass(frozen=True)
class Limits:
    """From how many on. `steady`: of so many students the beat is looked at; `beat`: the spread of the times between
    them, in hundredths of their mean, below which it is a clock's. `names`: in searches and lists within WINDOW."""

    fast: int = 40
    steady: int = 20
    beat: int = 25
    at_night: int = 15
    day: int = 400
    refused: int = 25
    names: int = 500


MOST_OF_A_LIST = 25  # names that count of one search, or list on a page: as many as a search shows
DAY_OF_NAMES = 10  # so many times the names of WINDOW are more than a person reads in a day
NIGHT = time(22), time(5)


@dataclass(frozen=True)
class Reading:
    """What one account, or one address, has read in one window: of how many students it was shown something, by how
    many looks, and how many names its searches and lists had."""

    account: UUID | None
    address: str
    accounts: int
    begun_at: datetime
    last_at: datetime
    students: int
    looks: int
    listed: int
    reads: int
    refused: int
    seconds: float | None
    beat: float | None


ACTS = ", ".join(f"'{it.value}'" for it in READS)
NAMES = f"""CASE WHEN student IS NULL AND act <> '{IN_VAIN.value}' AND outcome ~ '^[0-9]{{1,9}}$'
    THEN CASE WHEN act IN ('{TAKEN.value}', '{TEXT.value}') THEN outcome::bigint
        ELSE least(outcome::bigint, {MOST_OF_A_LIST}) END
    ELSE 0 END"""
# What was shown, and what was asked for in vain: a line of a door of the office stands for so many tries at it.
TRIES = f"(act = '{IN_VAIN.value}')::int"
NOTED = f"""(
    SELECT account, client, student, at, act, {NAMES} AS names, {TRIES} AS tries FROM {EVENT} WHERE act IN ({ACTS})
    UNION ALL
    SELECT account, client, NULL::uuid, at, '{IN_VAIN.value}', 0,
        CASE WHEN outcome ~ '^[0-9]{{1,6}}$' THEN outcome::int ELSE 1 END
    FROM {EVENT} WHERE student IS NULL AND sealed AND act = '{AT_A_DOOR.value}'
)"""
# Each entry counts for its account and for its address; a wait of half the window is a pause between two sittings.
STATEMENT = f"""
WITH entries AS MATERIALIZED (
    SELECT * FROM {NOTED} noted WHERE at > %(since)s AND at <= %(until)s AND account IS NOT NULL
), told AS (
    SELECT account AS who, '' AS address, account, student, at, act, names, tries FROM entries
    UNION ALL SELECT NULL, client, account, student, at, act, names, tries FROM entries WHERE client <> ''
), firsts AS (
    SELECT who, address, student, min(at) AS at FROM told WHERE student IS NOT NULL AND act <> '{IN_VAIN.value}'
    GROUP BY who, address, student
), looks AS (
    SELECT DISTINCT who, address, at FROM firsts
), gaps AS (
    SELECT who, address, extract(epoch FROM at - lag(at) OVER (PARTITION BY who, address ORDER BY at)) AS gap
    FROM looks
), beats AS (
    SELECT who, address, count(*) AS looks, avg(gap) AS mean, stddev_pop(gap) AS spread,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS middle
    FROM gaps GROUP BY who, address
)
SELECT t.who, t.address, count(DISTINCT t.account), min(t.at), max(t.at),
    count(DISTINCT t.student) FILTER (WHERE t.act <> '{IN_VAIN.value}'), coalesce(b.looks, 0), sum(t.names)::bigint,
    count(*) FILTER (WHERE t.act <> '{IN_VAIN.value}'), sum(t.tries)::bigint,
    b.middle, b.spread / nullif(b.mean, 0)
FROM told t LEFT JOIN beats b ON b.who IS NOT DISTINCT FROM t.who AND b.address = t.address
GROUP BY t.who, t.address, b.looks, b.middle, b.spread, b.mean
HAVING count(*) + sum(greatest(t.tries - 1, 0))
    + coalesce(sum(t.names) FILTER (WHERE t.act = '{TEXT.value}'), 0) / {MOST_OF_A_LIST} >= %(least)s"""


def readings(since: datetime, until: datetime, *, least: int) -> Iterator[Reading]:
    """Who has read, or was refused, at least so often between these times. Part of the open transaction."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, {"since": since, "until": until, "least": least})
        for row in cursor.fetchall():
            who, address, accounts, begun, last, students, looks, listed, reads, refused, middle, beat = row
            yield Reading(
                who, address, accounts, begun, last, students, looks, listed, reads, refused,
                None if middle is None else float(middle), None if beat is None else float(beat),
            )  # fmt: skip


def signs_of(it: Reading, limits: Limits) -> tuple[Sign, ...]:
    """What speaks of a machine in what was read within WINDOW.

    Behind one address a whole school may work: of several accounts there only a common beat speaks, and of one account
    its own reading says it all.
    """
    if it.address:
        common = it.accounts > 1 and it.looks >= limits.fast and _at_one_beat(it, limits)
        return (Sign.STEADY,) if common else ()
    found = {
        Sign.AT_NIGHT: it.looks >= limits.at_night and _at_night(it.last_at),
        Sign.FAST: it.looks >= limits.fast,
        Sign.LISTED: it.listed >= limits.names,
        Sign.REFUSED: it.refused >= limits.refused,
        Sign.STEADY: it.looks >= limits.steady and _at_one_beat(it, limits),
    }
    return tuple(sign for sign, speaks in found.items() if speaks)


def signs_of_a_day(it: Reading, limits: Limits) -> tuple[Sign, ...]:
    """The same of what was read within DAY; not of an address, which may be a whole office's."""
    too_much = it.looks >= limits.day or it.listed >= limits.names * DAY_OF_NAMES
    return (Sign.LONG,) if too_much and it.account is not None else ()


def _at_one_beat(it: Reading, limits: Limits) -> bool:
    return it.beat is not None and it.beat * 100 < limits.beat


def _at_night(at: datetime) -> bool:
    hour = at.astimezone(PACIFIC).time()
    return hour >= NIGHT[0] or hour < NIGHT[1]


THEIRS = f"""FROM {NOTED} noted WHERE at >= %(since)s AND at <= %(until)s
    AND (account = %(account)s OR (%(account)s IS NULL AND client = %(address)s AND account IS NOT NULL))"""
# Whom a list named that was taken away, of them each has an entry beside it.
A_MINUTE = f"""SELECT date_trunc('minute', at), count(DISTINCT student)
    + coalesce(sum(names) FILTER (WHERE act <> '{TAKEN.value}'), 0)::bigint {THEIRS} GROUP BY 1 ORDER BY 1"""
SINCE = f"""SELECT max(at), count(DISTINCT student) FILTER (WHERE act <> '{IN_VAIN.value}'), sum(names)::bigint,
    count(*) FILTER (WHERE act <> '{IN_VAIN.value}'), sum(tries)::bigint {THEIRS}"""


def by_minute(account: UUID | None, address: str, since: datetime, until: datetime) -> Mapping[datetime, int]:
    """Of how many students something was shown, and how many were named, minute by minute. Part of the open
    transaction."""
    with connection.cursor() as cursor:
        values = {"account": account, "address": address, "since": since, "until": until}
        cursor.execute(A_MINUTE, values)
        return MappingProxyType(dict(cursor.fetchall()))


@dataclass(frozen=True)
class Since:
    """What an account, or an address, has read since an instant."""

    last_at: datetime
    students: int
    listed: int
    reads: int
    refused: int


def read_since(account: UUID | None, address: str, since: datetime, until: datetime) -> Since | None:
    """All of it; None: nothing. Part of the open transaction."""
    with connection.cursor() as cursor:
        cursor.execute(SINCE, {"account": account, "address": address, "since": since, "until": until})
        last, *counted = cursor.fetchone()
    return Since(last, *counted) if last else None
