"""The installation's self-test, part by part. It reads and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import DatabaseError

from fileroom.hosting import district_transaction, districts, drills, durable, register, rounds_noted, serving
from fileroom.hosting.backups import loader
from fileroom.hosting.drills import QUARTER
from fileroom.hosting.postgres_programs import NoFittingProgram, fitting
from fileroom.hosting.rounds_noted import CALLED
from fileroom.law.days import district_day
from fileroom.ledger import queries as log
from fileroom.ledger.keys import Keys
from fileroom.ledger.services import Inconsistent
from fileroom.ledger.standing import last_checkpoint, standing
from fileroom.people.answers import Missing
from fileroom.people.queries import offices
from fileroom.records.queries import destructions_pending
from fileroom.safekeeping.ground import NoGround, hold_ground, hold_tables
from fileroom.screening.opening import scanner
from fileroom.seal import NotConfigured, Tampered, UnknownKey
from fileroom.seal.store import key_store

PINS = Path(__file__).resolve().parents[3] / "requirements" / "run.txt"
PIN = re.compile(r"([a-z0-9-]+)==([^ ;\\]+)")


class State(StrEnum):
    """Good; for a person to see to; or red, which fails the check."""

    OK = "ok"
    SEE = "see"
    RED = "red"


@dataclass(frozen=True)
class Part:
    """One part of the self-test; `district` is empty for what the whole installation shares."""

    name: str
    district: str
    state: State
    says: str

    def to_json(self) -> dict[str, Any]:
        """JSON object."""
        return asdict(self)


Found = tuple[State, str]
Look = Callable[[str, datetime], Found]


def parts(only: str | None, *, at: datetime) -> Iterator[Part]:
    """Every part, for one district or all, and then the installation. Raises Missing where the one is not there."""
    names = register.names()
    if not names:
        yield Part("districts", "", State.SEE, "There is none yet: fileroom district add NAME --host HOST.")
    if only is not None and only not in names:
        raise Missing
    for name in names if only is None else [only]:
        for part, look in _LOOKS.items():
            yield Part(part, name, *_looked(look, name, at))
    yield Part("programs", "", *_programs())
    yield Part("proxies", "", *_proxies())
    yield Part("scanner", "", *_scanner())
    yield Part("patch level", "", *_patch_level())


def _looked(look: Look, name: str, at: datetime) -> Found:
    try:
        with serving(name):
            return look(name, at)
    except (NoGround, NotConfigured) as error:
        return State.RED, str(error)
    except DatabaseError as error:
        return State.RED, f"Its tables cannot be read ({type(error).__name__})."
    except psycopg.Error as error:
        return State.RED, f"Its key store cannot be read ({type(error).__name__}). Nothing is done without a receipt."


def _standing(name: str, at: datetime) -> Found:
    hold_ground(name)
    return State.OK, "Its tables are whole, and the key store has its keys."


def _migrations(name: str, at: datetime) -> Found:
    hold_tables(name)
    lacking = districts.unapplied(name)
    if lacking:
        return State.RED, f"{len(lacking)} are not applied, the first is {lacking[0]}: start fileroom up."
    return State.OK, "All are applied."


def _grants(name: str, at: datetime) -> Found:
    """What was written to the log, and signed for, the application can add to and not change (SECURITY, 2)."""
    alterable = districts.alterable()
    if alterable:
        says = f"The application's role may alter or empty {', '.join(alterable)}"
        return State.RED, f"{says}: start fileroom up, and see who granted it."
    return State.OK, "What is append-only, the application cannot alter."


def _keys(name: str, at: datetime) -> Found:
    found = key_store().check(name)
    if not found.ok:
        return State.RED, found.says
    newest = key_store().newest_year(name)
    if newest is not None and newest < at.year:
        return State.SEE, f"The newest yearly key is of {newest}: fileroom up wraps the class keys anew."
    return State.OK, found.says


def _ledger(name: str, at: datetime) -> Found:
    """The stored trees are those of the last signature, which is this district's. `ledger verify` walks it all."""
    try:
        keys = Keys(name)
        with durable():
            last = last_checkpoint()
            standing(None, last, keys.public)
    except (Inconsistent, NotConfigured, Tampered, UnknownKey) as error:
        return State.RED, str(error)
    waiting = log.state().pending
    signed = f"signed last on {last.at:%Y-%m-%d %H:%M} UTC" if last else "not signed yet"
    return State.OK, f"The stored log is the one that was signed; {signed}, {waiting} entries wait."


def _destructions(name: str, at: datetime) -> Found:
    with district_transaction():
        pending = destructions_pending()
    if pending:
        return State.SEE, f"Of {pending} destroyed versions the key may still be there: fileroom up destroys it."
    return State.OK, "Of all that was destroyed the key is gone."


def _backups(name: str, at: datetime) -> Found:
    last = drills.last(name)
    if last is None:
        return State.RED, "No backup was ever restored: fileroom backup DIR, then fileroom restore DIR --drill."
    says = f"The backup of {last.taken_at:%Y-%m-%d} was restored on {last.at:%Y-%m-%d}"
    if not last.ok:
        return State.RED, f"{says}, and was not whole. Take another and try it."
    if at - last.at > QUARTER:
        return State.RED, f"{says}, more than a quarter of a year ago."
    if at - last.taken_at > QUARTER:
        return State.RED, f"{says}, and is more than a quarter of a year old. Take another and try it."
    return State.OK, f"{says}, and was whole."


def _rounds(name: str, at: datetime) -> Found:
    noted = rounds_noted.of(name)
    if stopped := [f"{CALLED[it.round]}: {it.fault}" for it in noted if it.fault]:
        return State.RED, f"Of what is done without being asked, this did not go through. {'; '.join(stopped)}"
    if quiet := rounds_noted.amiss(noted, at=at):
        return (
            State.SEE,
            f"Of what is done without being asked, {len(quiet)} did not go in its time: fileroom up does it.",
        )
    return State.OK, "What is done without being asked went well the last time."


def _custodians(name: str, at: datetime) -> Found:
    with district_transaction():
        vacant = [office.school or "the district" for office in offices(on=district_day(at)) if not office.holder]
    if vacant:
        return State.SEE, f"No custodian of records for {', '.join(vacant)} (5 CCR 431)."
    return State.OK, "Every office is held."


_LOOKS: dict[str, Look] = {
    "standing": _standing,
    "migrations": _migrations,
    "grants": _grants,
    "keys": _keys,
    "ledger": _ledger,
    "destructions": _destructions,
    "backups": _backups,
    "rounds": _rounds,
    "custodians": _custodians,
}


def _programs() -> Found:
    """A drill is held on a server of its own: that it went well does not say that this server takes a backup back."""
    try:
        dumps = fitting("pg_dump")
        reads = loader(dumps.major)
    except NoFittingProgram as error:
        return State.RED, f"No backup of this server could be restored in it. {error}"
    return State.OK, f"pg_dump {dumps.major} and pg_restore {reads.major} fit the server."


def _proxies() -> Found:
    """Behind a proxy that nobody has named, all the families share its address, and its limit on wrong passwords."""
    if settings.BEHIND_TLS and not settings.TRUSTED_PROXIES:
        return State.RED, "FILEROOM_BEHIND_TLS is yes and FILEROOM_TRUSTED_PROXIES names no proxy: name its address."
    named = f"{len(settings.TRUSTED_PROXIES)} are named" if settings.TRUSTED_PROXIES else "None is named, none is meant"
    return State.OK, f"{named}."


def _scanner() -> Found:
    """Where one is named and silent, nothing is filed that is a document."""
    named = scanner.in_use()
    if named is None:
        return State.OK, "None is named for harmful programs: documents are opened behind walls, and none is run."
    if not named.answers():
        return State.RED, f"There is no answer at {scanner.SETTING}: until there is, no document is filed."
    return State.OK, "The scanner for harmful programs answers."


def _patch_level() -> Found:
    """What is installed beside what this version was tried with. Offline: whether newer ones exist is not asked."""
    if not PINS.exists():
        return State.SEE, "The list of versions this Fileroom was tried with is not at hand."
    pins: dict[str, str] = {}
    for line in PINS.read_text().splitlines():
        if found := PIN.match(line):
            pins[found[1]] = found[2]
    installed = {name: version for name in pins if (version := _installed(name))}
    other = [f"{name} {version} (tried: {pins[name]})" for name, version in installed.items() if version != pins[name]]
    if other:
        return State.SEE, f"Other versions than were tried: {', '.join(other)}."
    return State.OK, f"All {len(installed)} installed packages are of the versions that were tried."


def _installed(name: str) -> str:
    """The version, empty where it is not installed: some pins are for other systems."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
