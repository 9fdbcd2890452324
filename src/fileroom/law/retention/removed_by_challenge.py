"""What a sustained challenge ordered removed is destroyed too, and not kept beside the file it was taken from."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.corrections import ORDERED_REMOVED, REMOVABLE
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_HELD, RETAINS
from fileroom.law.retention.interim_records import THE_LOG

law = Chapter(__name__)

# The log tells who saw it, and stays with what it describes; a hold or an open request comes first here as elsewhere.
REMOVED = REMOVABLE & ORDERED_REMOVED & ~THE_LOG & ~IS_HELD

law.forbids(
    "not_kept",
    when=RETAINS & REMOVED,
    says="A sustained challenge ordered this removed from the record and destroyed: it is not kept, in the file or"
    " elsewhere.",
    cites=c.EC_49070_B,
)

law.obliges(
    DutyCode.SECURE_DESTRUCTION,
    when=RETAINS & REMOVED,
    says="Destroy it, with every copy and export of it, so that nobody can read it on the way.",
    cites=c.EC_49070_B,
)
