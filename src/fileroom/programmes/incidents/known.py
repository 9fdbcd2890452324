"""What is known of an incident, in codes; rows in, the law's facts out. Nothing is supposed that nobody has said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fileroom.law import Question
from fileroom.law import facts as law
from fileroom.law.days import district_day
from fileroom.law.facts import Acquisition, Action, Encryption, Harm, Holder, Taken
from fileroom.programmes.models import Incident

__all__ = [
    "Acquisition",
    "Encryption",
    "Harm",
    "Holder",
    "Known",
    "System",
    "Taken",
    "attack",
    "breach",
    "known_of",
    "put",
]


class System(StrEnum):
    """Which systems it touches."""

    FILEROOM = "fileroom"
    SIS = "sis"
    VENDOR = "vendor"
    EMAIL = "email"
    DRIVES = "files"
    NETWORK = "network"
    DEVICE = "device"
    PAPER = "paper"
    ELSE = "else"


# Systems of which somebody else holds the list of whom they touch.
OTHERS_LIST = (System.SIS, System.VENDOR)
# Systems that hold files of which this program knows nothing: whoever handles the incident reads each, or has it read.
HOLDS_FILES = (System.EMAIL, System.DRIVES, System.NETWORK, System.DEVICE, System.PAPER, System.ELSE)


@dataclass(frozen=True)
class Known:
    """What whoever handles it has found out so far. None: not known."""

    unauthorized: bool | None = None
    harms: tuple[Harm, ...] | None = None
    holder: Holder | None = None
    data: tuple[Taken, ...] | None = None
    acquisition: Acquisition | None = None
    encryption: Encryption | None = None
    staff_alone: bool = False
    police_wait: bool = False
    students: int | None = None
    staff: int | None = None
    residents: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    files: int | None = None
    files_read: int | None = None

    @property
    def people(self) -> int | None:
        """Students and personnel together: while one of the two is not counted, neither is the sum."""
        if self.students is None or self.staff is None:
            return None
        return self.students + self.staff

    @property
    def incident(self) -> law.Incident:
        """The same, in the law's words."""
        return law.Incident(
            unauthorized_access=self.unauthorized,
            harms=self.harms,
            people=self.people,
            holder=self.holder,
            data=self.data,
            acquisition=self.acquisition,
            encryption=self.encryption,
            good_faith_by_staff=self.staff_alone,
            police_ask_to_wait=self.police_wait,
            residents=self.residents,
        )


def known_of(row: Incident) -> Known:
    """What a row says."""
    return Known(
        row.unauthorized,
        None if row.harms is None else tuple(Harm(it) for it in row.harms),
        Holder(row.holder) if row.holder else None,
        None if row.data is None else tuple(Taken(it) for it in row.data),
        Acquisition(row.acquisition) if row.acquisition else None,
        Encryption(row.encryption) if row.encryption else None,
        row.staff_alone, row.police_wait, row.students, row.staff, row.residents, row.from_on, row.to_on,
        row.files, row.files_read,
    )  # fmt: skip


def put(row: Incident, known: Known) -> None:
    """Set the row's columns to it."""
    row.unauthorized = known.unauthorized
    row.harms = None if known.harms is None else [it.value for it in known.harms]
    row.holder = known.holder.value if known.holder else ""
    row.data = None if known.data is None else [it.value for it in known.data]
    row.acquisition = known.acquisition.value if known.acquisition else ""
    row.encryption = known.encryption.value if known.encryption else ""
    row.staff_alone, row.police_wait = known.staff_alone, known.police_wait
    row.students, row.staff, row.residents = known.students, known.staff, known.residents
    row.from_on, row.to_on = known.from_on, known.to_on
    row.files, row.files_read = known.files, known.files_read


def attack(known: Known, *, on: date) -> Question:
    """The question of the report to the Center, on this day."""
    return Question(on=on, action=Action.REPORT_CYBERATTACK, incident=known.incident)


def breach(known: Known, noticed_at: datetime, *, on: date) -> Question:
    """The question of the notice to the people, on this day."""
    noticed = min(district_day(noticed_at), on)
    return Question(on=on, action=Action.NOTIFY_BREACH, received_on=noticed, incident=known.incident)
