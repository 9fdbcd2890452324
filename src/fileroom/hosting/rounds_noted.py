"""How each of the rounds that nobody asks for went last, district by district. In the register of districts: nothing
personal, and a failure only by its kind and place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from django.db import connection

from fileroom.hosting.transactions import REGISTER, district_transaction, register_transaction

TABLE = f"""
CREATE TABLE IF NOT EXISTS {REGISTER}.round (
    district text NOT NULL,
    round text NOT NULL,
    ended_at timestamptz NOT NULL,
    good_at timestamptz,
    fault text NOT NULL,
    PRIMARY KEY (district, round)
);
"""
NOTED = f"""
INSERT INTO {REGISTER}.round AS noted VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (district, round) DO UPDATE
SET ended_at = EXCLUDED.ended_at, good_at = COALESCE(EXCLUDED.good_at, noted.good_at), fault = EXCLUDED.fault
"""


class Round(StrEnum):
    """What goes round without being asked, by the code by which it is noted."""

    NUMBERING = "numbering"
    UPKEEP = "upkeep"
    OFFICES = "offices"
    SOCIAL_MEDIA = "social_media"
    TRAININGS = "trainings"
    NOTICES = "notices"
    ORDERS = "orders"
    COMPANIES = "companies"
    ESSENTIALS = "essentials"
    POLICY = "policy"
    WATCH = "watch"
    REMINDERS = "reminders"
    MAILS = "mails"


# For how long each may be silent: of a machine that reads somebody is to hear within five minutes, and what waits today
# goes by mail; the least often that any other goes is every hour.
HOURLY = timedelta(hours=2)
QUIET: Mapping[Round, timedelta] = MappingProxyType(
    {Round.WATCH: timedelta(minutes=5), Round.MAILS: timedelta(minutes=10)}
)
# What each is to whoever reads the program's log, or how the rounds went.
CALLED: Mapping[Round, str] = MappingProxyType(
    {
        Round.NUMBERING: "The numbering of the ledger",
        Round.UPKEEP: "The upkeep of keys and destructions",
        Round.OFFICES: "The look at offices, calendars and moves",
        Round.SOCIAL_MEDIA: "The round of social media",
        Round.TRAININGS: "The assigning of trainings",
        Round.NOTICES: "The look at who is owed a notice",
        Round.ORDERS: "The look at court orders",
        Round.COMPANIES: "The look at companies and tools",
        Round.ESSENTIALS: "The essential lists, and the yearly exercise",
        Round.POLICY: "The nightly state of the policy",
        Round.WATCH: "The watch over reading",
        Round.REMINDERS: "The reminders",
        Round.MAILS: "The sending of mails",
    }
)


class Noted(NamedTuple):
    """One round in one district: when it ended last, when it last went well, and what stopped it; empty: nothing."""

    round: Round
    ended_at: datetime
    good_at: datetime | None
    fault: str


def note(district: str, round_: Round, fault: str, *, at: datetime) -> None:
    """Note how it went; `fault` empty: well."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute(NOTED, [district, round_.value, at, None if fault else at, fault])


def of(district: str) -> tuple[Noted, ...]:
    """Every round that was ever noted of this district; what no round is called any more is left out. Joins a
    transaction."""
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{REGISTER}.round"])
        if cursor.fetchone() == (None,):
            return ()  # nothing has served here since this release
        cursor.execute(f"SELECT round, ended_at, good_at, fault FROM {REGISTER}.round WHERE district = %s", [district])
        found = {code: Noted(Round(code), *more) for code, *more in cursor.fetchall() if code in set(Round)}
    return tuple(found[it] for it in Round if it in found)


def amiss(noted: Collection[Noted], *, at: datetime, started_at: datetime | None = None) -> dict[Round, str]:
    """What is wrong with each with which something is: a verb, with its round before it. `started_at`: when the server
    was started whose rounds these are, where that is known: none is silent before it has had its time since."""
    last = {it.round: it for it in noted}
    return {it: says for it in Round if (says := _amiss(last.get(it), at, started_at, QUIET.get(it, HOURLY)))}


def _amiss(last: Noted | None, at: datetime, started_at: datetime | None, quiet: timedelta) -> str:
    if last and last.fault:
        return "did not go through"
    if started_at and at - started_at <= quiet:
        return ""
    if last is None:
        return "has not gone yet"
    return "goes no more" if at - last.ended_at > quiet else ""
