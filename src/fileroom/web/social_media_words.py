"""The program on social media in words: its entries, its steps, and what of it families read in their language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fileroom.programmes.social_media.counsels_word import Reason as Why
from fileroom.programmes.social_media.stages import Reason, State, Verb

GATHERED = _("Gathered from social media")

# Entries of a student, as the office's timeline and a family's list have them.
OFFICE = {
    "disposal:refused": ("no", "Asked to destroy a record; it stays"),
    "social_media:corrected": ("record", "Corrected as the family wrote"),
    "social_media:owed": ("record", "Gathered from social media: a day has come that somebody has to see to"),
    "social_media:vendor_destroyed": ("record", "A company says that it destroyed what it gathered"),
    "social_media:vendor_told": ("record", "A company told to destroy what it gathered"),
    "social_media:wish_answered": ("record", "A wish about what was gathered: declined"),
    "social_media:wished": ("record", "A family wishes a change in what was gathered"),
}
SEALED = {
    "social_media:counsel_said": ("record", "Counsel said whether what is held goes"),
    "social_media:gatherer_ended": ("record", "Somebody gathers no more from social media"),
    "social_media:gatherer_named": ("record", "Somebody named to gather from social media"),
    "social_media:listed": ("saw", "What is kept from social media: the list read"),
    "social_media:notice_sent": ("record", "Social media: the parents were told"),
    "social_media:refused": ("no", "Social media: asked in vain"),
    "social_media:step": ("record", "Social media: a step of the program"),
    "social_media:vendor_ended": ("record", "A company gathers no more: its contract is over"),
    "social_media:vendor_entered": ("record", "A company that gathers from social media: entered"),
}
FAMILY = {
    "social_media:corrected": ("record", _("Corrected as you or your family wrote: %(item)s")),
    "social_media:vendor_destroyed": ("record", _("A company said that it destroyed what it gathered")),
    "social_media:vendor_told": ("record", _("Told a company to destroy what it gathered")),
    "social_media:wish_answered": ("record", _("Declined to change: %(item)s")),
    "social_media:wished": ("record", _("Asked to correct or delete: %(item)s")),
}

REASONS = {
    Reason.THREAT: _("A threat against the school, or against people there"),
    Reason.WEAPON: _("A weapon that may come to school"),
    Reason.VIOLENCE: _("Violence planned against a student"),
    Reason.SELF_HARM: _("A student may harm themselves"),
    Reason.EXPLOITATION: _("A student is stalked or exploited"),
    Reason.HARASSMENT: _("Harassment that endangers a student"),
}

# Why counsel says that what is held goes, or waits.
COUNSELS = {
    Why.POLICE_HAVE_IT: "The police have what they need of it",
    Why.NO_USE: "It does not help to find the child",
    Why.HOLD_OVER: "What it was held for is over",
    Why.MAY_FIND: "It may help to find the child",
    Why.POLICE_ASK: "The police ask that it is kept",
    Why.COURT: "A court, or a lawsuit, asks for it",
}

# A step: done, to do, and what its paper is.
STEPS = {
    Verb.TELL_FAMILIES: (
        "Students and parents were told", "Tell all students and parents of the proposed program",
        "By what they were told",
    ),
    Verb.HEAR: (
        "The public could comment at a regular meeting", "Let the public comment at a regular meeting of the Board",
        "Which meeting, and which item",
    ),
    Verb.ADOPT: ("The Board adopted it", "The Board adopts it", "Which meeting, and which item"),
    Verb.BEGIN: (
        "The parents were told what is gathered, and it began", "Send the notice to the parents, and begin",
        "By what the parents were told",
    ),
    Verb.END: ("It was ended", "End it", "By which decision"),
}  # fmt: skip
ASKS = {
    Verb.TELL_FAMILIES: "On which day were they told?",
    Verb.HEAR: "On which day was the meeting?",
    Verb.ADOPT: "On which day did the Board adopt it?",
    Verb.BEGIN: "On which day did the notice go out?",
    Verb.END: "Since which day?",
}
LEADS = {
    None: "There is no program, and nothing can be gathered.",
    State.PROPOSED: "A program is proposed. Nothing can be gathered.",
    State.FAMILIES_TOLD: "Families were told of a proposed program. Nothing can be gathered.",
    State.HEARD: "The public could comment on a proposed program. Nothing can be gathered.",
    State.ADOPTED: "The Board has adopted a program. Nothing can be gathered until the parents are told.",
    State.RUNNING: "A program that the Board adopted runs. Only named staff gather, for safety alone.",
}
# What a capture has, in its order, for families too.
LABELS = {
    "captured_on": _("Found on"),
    "reason": _("Reason of safety"),
    "pertains": _("How it pertains to safety"),
    "found_at": _("Where it was found"),
    "said": _("What it says or shows"),
    "correction": _("What is right"),
}
SAID_TO_ALL = {
    None: _("There is no such program in this district. Nothing is gathered from students’ social media."),
    State.PROPOSED: _("A program is proposed. The Board has not adopted it, and nothing is gathered."),
    State.FAMILIES_TOLD: _("A program is proposed. The Board has not adopted it, and nothing is gathered."),
    State.HEARD: _("A program is proposed. The Board has not adopted it, and nothing is gathered."),
    State.ADOPTED: _("The Board has adopted a program. It has not begun, and nothing is gathered yet."),
    State.RUNNING: _("There is a program. The Board adopted it, and it may gather only what is about safety."),
}
