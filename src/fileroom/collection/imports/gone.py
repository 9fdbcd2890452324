"""Who a bundle says is gone: a few have left by its word, many wait for a person, and a file mended soon undoes it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from fileroom.collection.imports.sentences import sentence
from fileroom.collection.models import Absence
from fileroom.people.leaving import Ended, give_back, note_left
from fileroom.people.models import Enrolment

# A file may end the enrolment of this many students of a school, and of this share of it; above that they wait for a
# person (contracts.md, import). The same of the district's employees, of whom either is enough.
MOST_LEFT = 10
MOST_LEFT_PERCENT = 2
# What the files of so many days did counts together; and so long a mended one gives back what a bad one took.
COUNTED_DAYS = 14
# Where the file does not fall silent but says where a student is, or until when they were here, so many are always few.
FEW = 2
SIGN = Absence.Sign


@dataclass
class Gone:
    """What came of it: whom the file's word took from which school, by what sign; and how many employees left.

    `back`: whose spell at a school ended because this file takes back what an earlier one said of it. `returned`: whose
    spell is open again. Of employees the absences: `ended`, whose employment; `restored`, who are back.
    """

    students: list[tuple[UUID, SIGN]] = field(default_factory=list)
    back: list[UUID] = field(default_factory=list)
    returned: list[UUID] = field(default_factory=list)
    employees: int = 0
    ended: list[UUID] = field(default_factory=list)
    restored: list[UUID] = field(default_factory=list)

    def left(self) -> int:
        """Students who left: by silence or on a day the file names. Who moved is still here."""
        return len({student for student, sign in self.students if sign is not SIGN.ELSEWHERE})

    def moved(self) -> int:
        """Spells that ended because the file names another school."""
        return sum(sign is SIGN.ELSEWHERE for _, sign in self.students)


def students_gone(sign: SIGN, gone: Gone, *, on: date, few_leave: bool = True) -> None:
    """End the spells of the few among those whom `bundle_absent` names under this sign; the others wait.

    Not `few_leave`: all of them wait.
    """
    absent = sign is SIGN.ABSENT
    limits = {"most": MOST_LEFT, "percent": MOST_LEFT_PERCENT, "least": 0 if absent else FEW, "days": COUNTED_DAYS}
    known = Enrolment.Known.ABSENCE if absent else Enrolment.Known.FILE
    with connection.cursor() as cursor:
        if few_leave:
            cursor.execute(sentence("left"), {"sign": sign.value, "on": on, "known": known.value, **limits})
            gone.students += [(row[0], sign) for row in cursor.fetchall()]
        cursor.execute(sentence("waiting"), {"sign": sign.value, "on": on})


def taken_back(gone: Gone, *, on: date) -> None:
    """End the spells that an earlier file opened elsewhere, of students whom this one names where they were."""
    with connection.cursor() as cursor:
        cursor.execute(sentence("taken_back"), {"on": on})
        gone.back += [student for (student,) in cursor.fetchall()]


def reopened(gone: Gone, *, on: date) -> None:
    """Open the spells again that an import ended, of students whom the bundle names there."""
    with connection.cursor() as cursor:
        cursor.execute(sentence("reopened"), {"on": on})
        gone.returned += [student for (student,) in cursor.fetchall()]


def employees_gone(gone: Gone, *, on: date) -> None:
    """Whom the file has back, and whom it says are gone, before it gives anybody a place.

    They open nothing from this day on: the one before was their last.
    """
    with connection.cursor() as cursor:
        cursor.execute(sentence("employees_back"), {"on": on, "days": COUNTED_DAYS})
        back = cursor.fetchall()
        gone.restored += [absence for absence, _ in back]
        give_back(Ended.from_json(it) for _, ended in back for it in json.loads(ended or "[]"))
        limits = {"most": MOST_LEFT, "percent": MOST_LEFT_PERCENT, "days": COUNTED_DAYS}
        cursor.execute(sentence("employees_left"), {"on": on, **limits})
        found = cursor.fetchall()
    left = [employee for employee, _, _ in found]
    gone.ended += [absence for _, absence, known in found if known]
    ended = note_left(left, last_on=on - timedelta(days=1))
    _remember({employee for employee, _, known in found if known}, ended)
    with connection.cursor() as cursor:
        cursor.execute(sentence("no_places"))
    gone.employees = len(left)


def _remember(employees: Collection[UUID], ended: list[Ended]) -> None:
    """Beside each absence, what ended with it. Who came with their sign-in off had nothing, and counts no more."""
    absences = list(Absence.objects.filter(employee__in=employees, state=Absence.State.LEFT))
    for absence in absences:
        absence.ended = [it.to_json() for it in ended if it.employee == absence.employee_id]
    Absence.objects.bulk_update(absences, ["ended"])
