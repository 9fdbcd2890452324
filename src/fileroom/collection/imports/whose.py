"""Whose a row of a list is: a student by the id of the other system, by our own, or by the state's."""

from __future__ import annotations

from uuid import UUID

from fileroom.collection.imports.faults import Fault, shown
from fileroom.people.models import Student

# The columns by which a list may say it, each under the names that senders give it.
COLUMNS = {
    "student": ("student_id", "student id", "student", "sourcedid"),
    "ssid": ("ssid", "state_id", "state id"),
}


class Students:
    """Everybody who is or was a student."""

    def __init__(self) -> None:
        self.by_id: dict[str, UUID] = {}
        self.by_ssid: dict[str, UUID] = {}
        for id_, source, ssid in Student.objects.values_list("id", "source_id", "ssid"):
            self.by_id[str(id_)] = id_
            if source:
                self.by_id[source] = id_
            if ssid:
                self.by_ssid[ssid] = id_

    def find(self, given: str, ssid: str) -> UUID | Fault:
        """The student of a row."""
        if not given and not ssid:
            return Fault("student_id", "empty_required", "Neither a student id nor an SSID is given.")
        one, other = self.by_id.get(given), self.by_ssid.get(ssid)
        if one and other and one != other:
            return Fault("ssid", "another_person", "The student id and the SSID are those of two students.")
        found = one or other
        column = "student_id" if given else "ssid"
        return found or Fault(column, "dangling_id", f"No student here has {shown(given or ssid)}.")
