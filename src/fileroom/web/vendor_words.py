"""Entries about companies in words. They are of no student; the letters that are, stand with letter_words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {
    "company:answered": ("no", "A company that asked about the student was answered; nothing was confirmed"),
    "company:asked": ("saw", "A company asked whether the student is still enrolled"),
    "demand:answered": ("saw", "A company answered the district’s demand to delete"),
    "demand:closed": ("record", "The district’s demand to delete is closed"),
    "demand:escalated": ("record", "A company did not answer the district’s demand in time"),
    "demand:refused": ("no", "Tried to demand that a company delete; the law did not allow it"),
    "demand:reminded": ("record", "A company reminded to delete"),
    "demand:time_given": ("record", "A company given more time to delete"),
    "demand:signed": ("record", "The district demands that a company delete"),
    "nonenrolment:closed": ("record", "A request for a letter closed without one"),
    "nonenrolment:decided": ("record", "The district leaves its own records with the company"),
    "nonenrolment:looked_at": ("saw", "A request for a letter looked at"),
    "nonenrolment:sent": ("record", "The letter that the student is not enrolled sent to the company"),
}
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "company:answered": ("no", gettext_lazy("Answered a company that asked about the student; nothing was confirmed")),
    "company:asked": ("saw", gettext_lazy("Noted that a company asked whether the student is still enrolled")),
    "demand:answered": ("saw", gettext_lazy("A company answered the district’s demand to delete")),
    "demand:closed": ("record", gettext_lazy("Closed the demand that a company delete")),
    "demand:escalated": ("record", gettext_lazy("Noted that a company did not answer in time")),
    "demand:refused": ("no", gettext_lazy("Tried to demand that a company delete; the law did not allow it")),
    "demand:reminded": ("record", gettext_lazy("Reminded a company to delete")),
    "demand:time_given": ("record", gettext_lazy("Gave a company more time to delete")),
    "demand:signed": ("record", gettext_lazy("Demanded that a company delete what it holds")),
    "nonenrolment:closed": ("record", gettext_lazy("Closed a request for a letter without one")),
    "nonenrolment:decided": ("record", gettext_lazy("Decided that a company keeps the district’s own records")),
    "nonenrolment:looked_at": ("saw", gettext_lazy("Looked at a request for a letter")),
    "nonenrolment:sent": ("record", gettext_lazy("Sent the company the letter that the student is not enrolled")),
}
SEALED = {
    "company:answered": ("no", "A company that asked about the student was answered; nothing was confirmed"),
    "nonenrolment:cleared": ("record", "Counsel has said whether a letter may be given"),
    "nonenrolment:closed": ("record", "A request for a letter closed without one"),
    "nonenrolment:police_told": ("record", "The police were told that a letter about a missing child is to go"),
    "nonenrolment:refused": ("no", "Asked for a letter that the student is not enrolled; none was given"),
}
