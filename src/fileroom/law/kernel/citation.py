"""Where a rule comes from: the text as a lawyer writes it, its days, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Surety(StrEnum):
    """`verified`: read in a text, which is named. `memory`: not read, or read and unsettled: counsel confirms it."""

    VERIFIED = "verified"
    MEMORY = "memory"


@dataclass(frozen=True)
class Citation:
    """A source of law. `effective` None: in force through the whole time this book covers."""

    text: str
    key: str
    effective: date | None
    repealed: date | None
    surety: Surety
    against: str

    def to_json(self) -> dict[str, str | None]:
        return {
            "text": self.text,
            "key": self.key,
            "effective": self.effective.isoformat() if self.effective else None,
            "repealed": self.repealed.isoformat() if self.repealed else None,
            "surety": self.surety.value,
            "against": self.against,
        }


def verified(
    text: str, key: str, *, against: str, effective: date | None = None, repealed: date | None = None
) -> Citation:
    """A source read in the text named by `against`."""
    return Citation(text, key, effective, repealed, Surety.VERIFIED, against)


def memory(
    text: str, key: str, *, confidence: str, effective: date | None = None, repealed: date | None = None
) -> Citation:
    """A source nobody has read for this book; `confidence` is high, medium or low."""
    return Citation(text, key, effective, repealed, Surety.MEMORY, f"memory, {confidence} confidence")


def unsettled(
    text: str, key: str, *, reading: str, effective: date | None = None, repealed: date | None = None
) -> Citation:
    """A source that was read and leaves a question open. `reading`: how this book reads it until counsel says."""
    return Citation(text, key, effective, repealed, Surety.MEMORY, f"read, but unsettled; our reading: {reading}")
