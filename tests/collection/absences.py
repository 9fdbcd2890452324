"""A school of which a roster no longer names three, and what its office says of them, for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tests import factories as make
from tests.collection.conftest import Import
from tests.collection.oneroster_bundles import Roster, crowd, lacking
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.absences import Listed, Settled
    from fileroom.people.answers import Refused
    from fileroom.people.signed_in import SignedIn

TODAY = AT.date()
NOW = AT + timedelta(days=2)


def whole() -> Roster:
    """A small school, of which some stay whoever goes."""
    roster = crowd(6)
    roster.files["demographics"].append({"sourcedId": "x0", "birthDate": "2011-05-30"})
    roster.files["enrollments"].append({**roster.row("enrollments", "e2"), "sourcedId": "e4", "userSourcedId": "x0"})
    return roster


def short() -> Roster:
    """The same without two students and the teacher."""
    return lacking(whole(), "u1", "u2", "t1")


class Office:
    """The staff of the roster's first school, after the roster has lost two students and the teacher."""

    def __init__(self, bring: Import) -> None:
        from fileroom.hosting import district_transaction
        from fileroom.people.models import Employee, School, Student

        bring(whole())
        bring(short(), days=1)
        with district_transaction():
            self.school = School.objects.get(source_id="S1")
            self.other = School.objects.get(source_id="S2")
            self.amal = Student.objects.get(source_id="u1")
            self.dana = Employee.objects.get(source_id="t1")
        self.registrar = make.staffed("registrar", "registrar", self.school)
        self.elsewhere = make.staffed("elsewhere", "registrar", self.other)
        self.head = make.staffed("head", "administrator", None)
        self.aide = make.staffed("aide", "aide", self.school)
        self.own = make.signed_in(make.account("dana", employee=self.dana))

    def absence(self, of: str = "Dana") -> UUID:
        """The id of the absence of the employee, or of the student of this name."""
        from fileroom.collection.models import Absence
        from fileroom.hosting import district_transaction

        with district_transaction():
            who = {"employee__given": of} if of == "Dana" else {"student__legal_given": of}
            return Absence.objects.get(**who).id


def settles(by: SignedIn, absence: UUID, *, left: bool, at: datetime = NOW) -> Settled | Refused:
    from fileroom.collection.absences import settle_absence

    return settle_absence(absence, left=left, by=by, at=at)


def listed(by: SignedIn, at: datetime = NOW) -> Listed:
    from fileroom.collection.absences import absent

    return absent(by=by, at=at)


def names(by: SignedIn) -> tuple[list[str], list[str]]:
    """Students and employees whom this account is asked about."""
    of = listed(by)
    return [it.name for it in of.students], [it.name for it in of.employees]
