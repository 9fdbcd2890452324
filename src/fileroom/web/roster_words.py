"""The ledger's words for what a roster says of people: for the office, under seal, and for families."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {
    "absence:noted": ("record", "Left a school, by a roster’s word alone"),
    "absence:returned": ("record", "At a school again, by a roster’s word alone"),
    "absence:settled": ("record", "Absence from the roster"),
    "absence:settle_refused": ("no", "Tried to say what became of an absence; nothing was changed"),
    "account:closed": ("record", "An online account of the family was closed"),
    "account:made": ("record", "An online account was given to somebody of the family, who showed an ID"),
    "account:refused": ("no", "Tried to give somebody of the family an online account; nothing was changed"),
    "account:reopened": ("record", "A new link was given for an online account of the family"),
    "caseload:ended": ("record", "Taken off an employee’s caseload"),
    "caseload:given": ("record", "Put on an employee’s caseload"),
    "transfer:received": ("record", "Records of the last school received"),
}
SEALED = {
    "caseload:refused": ("no", "Tried to put the student on an employee’s caseload; nothing was changed"),
    "custody:entered": ("record", "Noted from a paper who has custody"),
    "custody:refused": ("no", "Tried to note who has custody; nothing was changed"),
    "possible_order:looked_into": ("record", "Asked whether there is an order"),
    "possible_order:refused": ("no", "Tried to note that an order was asked about; nothing was changed"),
}
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "absence:noted": ("record", gettext_lazy("Noted from a roster that the student is no longer at a school")),
    "absence:returned": ("record", gettext_lazy("Noted from a roster that the student is at a school again")),
    "absence:settled": ("record", gettext_lazy("Noted what became of an absence from the roster")),
    "absence:settle_refused": ("no", gettext_lazy("Tried to note what became of an absence; nothing was changed")),
    "account:closed": ("record", gettext_lazy("Closed an online account of the family")),
    "account:made": ("record", gettext_lazy("Gave somebody of the family, who showed an ID, an online account")),
    "account:refused": ("no", gettext_lazy("Tried to give somebody of the family an online account; nothing changed")),
    "account:reopened": ("record", gettext_lazy("Gave a new link for an online account of the family")),
    "caseload:ended": ("record", gettext_lazy("Noted that an employee no longer serves the student")),
    "caseload:given": ("record", gettext_lazy("Noted that an employee serves the student")),
    "transfer:received": ("record", gettext_lazy("Took in the records that the last school sent")),
}
# What the office says of whom a roster no longer names, or restricts, by act and part of the entry.
BECAME = {
    "absence:settled": {"left": "has left", "here": "still here"},
    "possible_order:looked_into": {"none": "there is none", "order": "there is one"},
}
