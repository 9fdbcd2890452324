"""Typed, frozen facts: all that a decision may be asked about (contracts.md §1)."""

from fileroom.law.facts.groups import District, Other, Paper, Record, Requester, SocialMedia, Student
from fileroom.law.facts.question import Question
from fileroom.law.facts.reading import Unreadable
from fileroom.law.facts.things import (
    ChallengeGround,
    Channel,
    Choice,
    CodeBasis,
    ConsentBy,
    ConsentForm,
    Debt,
    DirectoryField,
    Emergency,
    FeeKind,
    GradeGround,
    InterimReading,
    Order,
    PaperKind,
    RecordClass,
    RecordKind,
    SharedWith,
)
from fileroom.law.facts.words import (
    Action,
    Grade,
    Interest,
    Publication,
    Purpose,
    RequesterKind,
    Standing,
    StudentVisa,
    TaxDependency,
    Word,
)

__all__ = [
    "Action", "ChallengeGround", "Channel", "Choice", "CodeBasis", "ConsentBy", "ConsentForm", "Debt",
    "DirectoryField", "District", "Emergency", "FeeKind", "Grade", "GradeGround", "Interest", "InterimReading",
    "Order", "Other", "Paper", "PaperKind", "Publication", "Purpose", "Question", "Record", "RecordClass",
    "RecordKind", "Requester", "RequesterKind", "SharedWith", "SocialMedia", "Standing", "Student", "StudentVisa",
    "TaxDependency", "Unreadable", "Word",
]  # fmt: skip
