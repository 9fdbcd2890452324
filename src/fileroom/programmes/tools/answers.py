"""What is answered to whoever asks whether a text may go to a tool."""

from __future__ import annotations

from enum import StrEnum

from fileroom.law.facts import RecordKind

__all__ = ["Answer", "RecordKind", "Why"]


class Answer(StrEnum):
    """The answer in one word."""

    DEIDENTIFIED = "deidentified"  # without the people in it, as it was read again
    DEIDENTIFY_FIRST = "deidentify_first"
    MAY = "may"  # as it stands
    NO = "no"
    READ_FIRST = "read_first"  # it is said to tell of nobody: a person reads the words that look like names


class Why(StrEnum):
    """Why not, or what first, beside the law's own word."""

    FEW = "few"  # what is left fits too few students
    KEPT_OUT = "kept_out"  # it tells what no file may hold
    NAMED = "named"  # the engine finds somebody in what it has written
    NOT_APPROVED = "not_approved"
    NOT_FOR_THIS = "not_for_this"  # approved, and not for this kind of text
    NOT_WITHOUT = "not_without"  # approved, and not for what the people were taken out of
    RARE = "rare"  # it tells of what happens to few
    READ_IT = "read_it"  # a person reads it first
    STATUS = "status"  # it tells what may indicate a family's status
