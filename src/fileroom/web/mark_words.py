"""What may show a family's status, in words: neutral in every list, and said plainly where a copy is about to leave."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from fileroom.law.marks import Bears, Step

# Where a list would name the record: who reads over somebody's shoulder learns nothing from it.
A_RECORD = "A record of the file"
A_RECORD_OF_THE_FILE = gettext_lazy("a record of the file")
LISTED = gettext_lazy("A record of the file")
SEALED = {
    "mark:chosen": ("record", "How the district weighs a kind of record, entered"),
    "mark:copy_asked": ("saw", "A second look at a copy asked for"),
    "mark:copy_cleared": ("record", "A second look: the copy may go"),
    "mark:copy_left_out": ("record", "A second look: the record is left out"),
    "mark:copy_read": ("saw", "Read before its copy went"),
    "mark:copy_reasoned": ("saw", "A reason written down before its copy went"),
    "mark:copy_recalled": ("saw", "A second look no longer asked for"),
    "mark:put_on": ("record", "Copies of a record are looked at twice from now on"),
    "mark:reason_read": ("saw", "What a second look was asked for, read"),
    "mark:taken_off": ("record", "Copies of a record are no longer looked at twice"),
    "mark:to_be_taken_off": ("record", "Proposed: copies of a record need no second look"),
}
BEARS = {Bears.ALWAYS: "Every one is looked at twice", Bears.PERHAPS: "Whoever hands it over reads it first"}
SHORT = {Bears.ALWAYS: "Twice", Bears.PERHAPS: "Read first"}
STATES = {
    "waits": ("today", "Waits"),
    "cleared": ("soon", "May go"),
    "left_out": ("quiet", "Left out"),
    "gone": ("ok", "Went"),
    "recalled": ("quiet", "No longer asked"),
}
STEPS = {
    Step.READ_IT: "Read first",
    Step.REASON: "A reason written down",
    Step.SECOND_LOOK: "A second look",
}
MAY_SHOW = "This may show a family’s immigration status."
