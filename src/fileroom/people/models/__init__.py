"""WHO: tables and their constraints. Ids are made by the application, so a row has its id before it is stored."""

from fileroom.people.models.accounts import Account
from fileroom.people.models.cards import AddressCard, AddressCardAdult, AddressCardChild, AddressMark
from fileroom.people.models.choices import Circumstance, FamilyChoice
from fileroom.people.models.counsel import CounselSignature, ReadingChoice
from fileroom.people.models.families import Contact, Custody, Relationship
from fileroom.people.models.milestones import Milestone
from fileroom.people.models.orders import (
    CourtOrder,
    CourtOrderChild,
    OrderLifting,
    OrderNamesake,
    OrderProtection,
    OrderReceiver,
)
from fileroom.people.models.recent import Recent
from fileroom.people.models.schools import Break, Closure, School, Term, WholeCalendar
from fileroom.people.models.staff import (
    Assignment,
    Caseload,
    Custodian,
    Employee,
    Section,
    SectionStudent,
    SectionTeacher,
)
from fileroom.people.models.students import Enrolment, Student
from fileroom.people.models.tokens import Token
from fileroom.people.models.training import TrainedUntil, TrainingGate

__all__ = [
    "Account",
    "AddressCard",
    "AddressCardAdult",
    "AddressCardChild",
    "AddressMark",
    "Assignment",
    "Break",
    "Caseload",
    "Circumstance",
    "Closure",
    "Contact",
    "CounselSignature",
    "CourtOrder",
    "CourtOrderChild",
    "Custodian",
    "Custody",
    "Employee",
    "Enrolment",
    "FamilyChoice",
    "Milestone",
    "OrderLifting",
    "OrderNamesake",
    "OrderProtection",
    "OrderReceiver",
    "ReadingChoice",
    "Recent",
    "Relationship",
    "School",
    "Section",
    "SectionStudent",
    "SectionTeacher",
    "Student",
    "Term",
    "Token",
    "TrainedUntil",
    "TrainingGate",
    "WholeCalendar",
]
