"""The verbs against loss: take a backup, restore one, note a drill."""

from __future__ import annotations

from fileroom.hosting.backups import Busy
from fileroom.hosting.drills import Drill
from fileroom.hosting.drills import record as record_drill
from fileroom.hosting.postgres_programs import NoFittingProgram, ProgramFailed
from fileroom.safekeeping.folder import About, BackupFolder, NoBackup, Unusable
from fileroom.safekeeping.ground import Lost, NoGround, hold_ground
from fileroom.safekeeping.restoring import Restored, restore
from fileroom.safekeeping.taking import Taken, take
from fileroom.seal import Tampered

__all__ = [
    "About",
    "BackupFolder",
    "Busy",
    "Drill",
    "Lost",
    "NoBackup",
    "NoFittingProgram",
    "NoGround",
    "ProgramFailed",
    "Restored",
    "Taken",
    "Tampered",
    "Unusable",
    "hold_ground",
    "record_drill",
    "restore",
    "take",
]
