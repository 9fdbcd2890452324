"""The ledger's words for what was held back at the gate: for the office, under seal, and for families."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {
    "quarantine:destroyed": ("record", "What was held back was destroyed"),
    "quarantine:filed": ("record", "Filed whole what was held back: it is something else"),
    "quarantine:held": ("no", "Held back at the gate for the custodian"),
    "quarantine:kept": ("record", "Kept apart, with the form of its law"),
    "quarantine:looked_at": ("saw", "Looked at what was held back, every value covered"),
    "quarantine:read_again": ("saw", "Opened what was held back, to have it read once more"),
    "quarantine:redacted": ("record", "Filed without what had held it back"),
    "quarantine:returned": ("record", "What was held back went to whoever brought it"),
    "quarantine:told_anew": ("record", "Noted what was found in what was held back when it was read once more"),
}
SHOWN = {
    ("quarantine:filed", "about_nobody"): ("record", "Filed whole what was held back: it speaks of nobody here"),
    ("quarantine:filed", "another_number"): (
        "record",
        "Filed whole what was held back: it is a number of another kind",
    ),
    ("quarantine:filed", "another_sense"): ("record", "Filed whole what was held back: the word has another sense"),
    ("quarantine:filed", "asks_nothing"): ("record", "Filed whole what was held back: it asks for nothing of the kind"),
    ("quarantine:looked_at", "around"): (
        "saw",
        "Looked at how it begins what was held back, and at what stands around all that was found in it",
    ),
    ("quarantine:looked_at", "in_part"): ("saw", "Looked at a part of what was held back"),
    ("quarantine:looked_at", "not_shown"): ("saw", "Looked at what was held back, of which nothing could be shown"),
    ("quarantine:looked_at", "whose"): ("saw", "Saw whose it is that was held back, and what was found in it"),
    ("quarantine:told_anew", "apart"): ("record", "Put what was held back with others that say the same"),
}
# The same of what was not in doubt, as its outcome says (collection.quarantine.something_else).
SHOWN |= {
    (act, f"{outcome}:counsel"): (kind, f"{title}; counsel agrees")
    for (act, outcome), (kind, title) in SHOWN.items()
    if act == "quarantine:filed"
}
SEALED = {"quarantine:refused": ("no", "Tried to decide about what was held back; nothing was done")}
# The look, the return and the filing of what was held back are under seal, as the rule that lets the custodian act has
# it. A family reads that it was held, that what was held is gone, and that a record was filed.
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "quarantine:destroyed": ("record", gettext_lazy("Decided to destroy a paper that may not be kept")),
    "quarantine:held": ("no", gettext_lazy("Held back a paper that may not be filed as it is; it is in no file")),
    "quarantine:kept": ("record", gettext_lazy("Kept a form that a law demands, apart from the file")),
}
GONE = gettext_lazy("Destroyed what was held back: no copy of it stays")
FILED = gettext_lazy("Found that a paper held back may be kept, and put it into the file")
# What the office says to a family whose paper goes back.
TO_THE_FAMILY = gettext_lazy(
    "We give this paper back to you. It asks for, or holds, something that a school may not keep. We keep no copy,"
    " and your child’s place at school does not depend on it."
)


def gone(event: Any) -> str:
    """What a destruction says where it was of something held back, that was in nobody's file; else nothing."""
    if event.act != "record:shredded" or not event.part.startswith("quarantine/"):
        return ""
    return str(FILED if event.outcome == "filed" else GONE)
