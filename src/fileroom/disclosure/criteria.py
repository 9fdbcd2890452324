"""The published criteria of legitimate educational interest (Ed. Code 49063(d), 34 CFR 99.7): who, for what.

They are a district's text, so they are data; the engine uses the very criteria the annual notice prints.
"""

from __future__ import annotations

from fileroom.law.facts import Interest, Purpose

# Version of the text as the annual notice has it.
VERSION = "2026-07"
STAFF = frozenset({"teacher", "counselor", "nurse", "registrar", "principal", "administrator", "aide", "custodian"})
FITS = {
    Purpose.EDUCATIONAL_INTEREST: STAFF,
    Purpose.ENROLMENT: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.ENROLMENT_TRANSFER: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.CORRECTION: frozenset({"registrar", "principal", "administrator", "custodian"}),
    Purpose.SCHOOL_SAFETY: frozenset({"principal", "administrator", "custodian", "counselor"}),
}


def interest(role: str, purpose: Purpose) -> Interest | None:
    """How a stated purpose measures up for a role; None for people who are not staff."""
    if role not in STAFF:
        return None
    if purpose is Purpose.NONE_STATED:
        return Interest.NOT_STATED
    return Interest.STATED_AND_FITS if role in FITS.get(purpose, ()) else Interest.STATED_AND_DOES_NOT_FIT
