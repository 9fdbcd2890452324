"""Retention: what holds a record, what goes, what is kept."""

from __future__ import annotations

from fileroom.law.kernel.rule import Chapter
from fileroom.law.retention import (
    beyond_a_last_day,
    challenge_files,
    classification,
    classified_late,
    copies_and_originals,
    destruction,
    district_records,
    hard_last_days,
    holds,
    interim_records,
    keepers,
    keeping,
    kept_apart,
    never_taken_in,
    own_notes,
    permitted_records,
    recipients,
    returned_students,
    school_police_notices,
    sealed_juvenile_records,
    special_education,
    vendor_copies,
)

CHAPTERS: tuple[Chapter, ...] = (
    holds.law,
    keepers.law,
    classification.law,
    hard_last_days.law,
    school_police_notices.law,
    sealed_juvenile_records.law,
    challenge_files.law,
    vendor_copies.law,
    interim_records.law,
    returned_students.law,
    special_education.law,
    copies_and_originals.law,
    district_records.law,
    classified_late.law,
    own_notes.law,
    recipients.law,
    kept_apart.law,
    never_taken_in.law,
    beyond_a_last_day.law,
    keeping.law,
    permitted_records.law,
    destruction.law,
)
