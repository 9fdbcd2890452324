"""The ledger's words for the district's letters, for the office and for families."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {
    "letter:handed_over": ("saw", "Letter handed over"),
    "letter:issued": ("saw", "Letter issued"),
    "letter:opened": ("saw", "Letter opened again"),
    "nonenrolment:asked": ("saw", "Asked for a letter that the student is not enrolled"),
    "nonenrolment:refused": ("no", "Asked for a letter that the student is not enrolled; none was given"),
}
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "letter:handed_over": ("saw", gettext_lazy("Handed a letter over")),
    "letter:issued": ("saw", gettext_lazy("Issued a letter")),
    "letter:opened": ("saw", gettext_lazy("Opened a letter again")),
    "nonenrolment:asked": ("saw", gettext_lazy("Asked for a letter that the student is not enrolled")),
    "nonenrolment:refused": ("no", gettext_lazy("Asked for a letter that the student is not enrolled; none was given")),
}
# A former student's letters are listed without the file (casework/former.py): that is no list of the school's work.
BY_PART = {("student:listed", "letters"): ("saw", "Looked at which letters there are about the student")}
FAMILY_BY_PART = {
    ("student:listed", "letters"): gettext_lazy("Looked at which letters there are about the student"),
}
