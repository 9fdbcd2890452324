"""Typed, frozen facts: all that a decision may be asked about (contracts.md §1)."""

from fileroom.law.facts.groups import District, Other, Record, Requester, SocialMedia, Student
from fileroom.law.facts.incidents import Acquisition, Encryption, Harm, Holder, Incident, Taken
from fileroom.law.facts.notices import Notice, NoticeItem, NoticeKind, NoticeMethod, Subject, Topic, Training
from fileroom.law.facts.papers import Paper
from fileroom.law.facts.question import Question
from fileroom.law.facts.reading import Unreadable
from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.facts.things import (
    ChallengeDecision,
    ChallengeGround,
    ChallengeStep,
    Channel,
    Choice,
    CodeBasis,
    ConfidedBy,
    ConsentBy,
    ConsentForm,
    Debt,
    DirectoryField,
    DistrictClass,
    Emergency,
    FeeKind,
    GradeGround,
    InterimReading,
    Order,
    PaperKind,
    RecordClass,
    SharedWith,
    Whose,
)
from fileroom.law.facts.words import (
    Action,
    Grade,
    Interest,
    ProtocolPart,
    Publication,
    Purpose,
    RequesterKind,
    Standing,
    StudentVisa,
    TaxDependency,
    Word,
)

__all__ = [
    "Acquisition", "Action", "ChallengeDecision", "ChallengeGround", "ChallengeStep", "Channel", "Choice", "CodeBasis",
    "ConfidedBy", "ConsentBy", "ConsentForm", "Debt", "DirectoryField", "District", "DistrictClass", "Emergency",
    "Encryption", "FeeKind", "Grade", "GradeGround", "Harm", "Holder", "Incident", "Interest", "InterimReading",
    "Notice", "NoticeItem", "NoticeKind", "NoticeMethod", "Order", "Other", "Paper", "PaperKind", "ProtocolPart",
    "Publication", "Purpose", "Question", "Record", "RecordClass", "RecordKind", "Requester", "RequesterKind",
    "SharedWith", "SocialMedia", "Standing", "Student", "StudentVisa", "Subject", "Taken", "TaxDependency", "Topic",
    "Training", "Unreadable", "Whose", "Word",
]  # fmt: skip
