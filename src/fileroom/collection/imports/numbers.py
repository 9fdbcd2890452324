"""Numbers that belong to one person or school only, and whether a bundle gives one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fileroom.collection.imports.faults import Fault, shown

ANOTHER_CHILD = "A new child needs an id of its own; whose number was wrong waits for the registrar."


def own_ssid(here: Mapping[str, str]) -> Callable[[str, str, str], Fault | None]:
    """A check of (column, student's id, SSID), asked once a student. `here`: SSID -> its holder's id, blank by hand."""
    taken = dict(here)
    known = {holder: number for number, holder in taken.items()}

    def fault(column: str, student: str, number: str) -> Fault | None:
        if known.get(student, number) != number:
            # An id the sender used again would put a new child into the old child's file.
            return Fault(column, "number_changed", f"{shown(student)} is here with another SSID. {ANOTHER_CHILD}")
        holder = taken.setdefault(number, student)
        if holder == student:
            return None
        whose = f"the student {shown(holder)}" if holder else "a student entered by hand, whom the registrar must join"
        return Fault(column, "number_taken", f"The SSID belongs to {whose}.")

    return fault
