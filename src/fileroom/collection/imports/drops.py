"""Why a column, or a path, of a sender's file is not kept: by what law, or for want of a place."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law import citations
from fileroom.screening import banned_field


@dataclass(frozen=True)
class Drop:
    """Why a column is not kept. `citation` is empty where no law forbids it; `always`: named even when empty."""

    citation: str
    says: str
    always: bool = False


NO_PLACE = Drop("", "Fileroom has no place for this column and does not keep it.")
BORN_ELSEWHERE = Drop(
    citations.EC_234_7_A.text,
    "Where a child was born is not taken from a file. The registrar enters it, sealed, where 5 CCR 432 wants it.",
    always=True,
)
NO_LISTS = Drop(
    citations.GC_8310_3.text,
    "Race and ethnicity are not kept beside names: such a column makes a list of persons.",
    always=True,
)
PASSWORD = Drop("", "Passwords are never kept.", always=True)
SEX = Drop("", "The registrar enters this by hand: the file does not say from which document it was taken.")


def asks_for_banned(name: str) -> Drop | None:
    """The law's reason where a column's name asks for what it keeps out; None where the name asks for nothing such."""
    finding = banned_field(name)
    if finding is None:
        return None
    says = "The law keeps what this column asks for out of a student's record."
    return Drop(finding.citation, says, always=True)
