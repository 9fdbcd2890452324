"""What the program does by itself and did not, as rows of the first screen: what that means, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fileroom.hosting.rounds_noted import CALLED, Round
from fileroom.safekeeping.stopped import Stopped
from fileroom.web.templatetags.pages import spoken

MEANS = {
    Round.NUMBERING: "Entries are written and not numbered: no checkpoint is signed, and none can be checked.",
    Round.UPKEEP: "Destructions that were begun are not finished, and no key is wrapped anew.",
    Round.OFFICES: "Vacant offices and unsigned schools are not found, and no last day is counted anew.",
    Round.SOCIAL_MEDIA: "What falls due of the social-media program is not found: something may be kept too long.",
    Round.TRAININGS: "Nobody new is assigned a training, and delegations of who has left are not ended.",
    Round.NOTICES: "Whoever has enrolled since is not put on the list of whom the annual notice is owed.",
    Round.ORDERS: "No court order that nears its last day is found, and nobody is called.",
    Round.COMPANIES: "Contracts that end, and companies that answer late, are not found.",
    Round.ESSENTIALS: "Tonight’s essential list is not made: should systems fail, an older one is all.",
    Round.POLICY: "How the policy stands is not kept for this day.",
    Round.WATCH: "Nobody is alarmed by an account that reads like a machine.",
    Round.REMINDERS: "No reminder is queued.",
    Round.MAILS: "No mail goes: links and reminders wait.",
}
FAILED = (
    "Next: whoever looks after the server runs “fileroom check” there, and reads the program’s log of that time. It is"
    " tried again by itself, and this goes once it has gone well."
)
STILL = (
    "What these find or send is not found or sent meanwhile. Next: whoever looks after the server sees whether"
    " “fileroom up” runs there, and starts it again."
)


def rows(found: Sequence[Stopped]) -> list[dict[str, Any]]:
    """A row for each that failed, and one for all that stand still."""
    failed, still = [it for it in found if it.fault], [it for it in found if not it.fault]
    return [*map(_failed, failed), *[_still(still)] * bool(still)]


def _failed(it: Stopped) -> dict[str, Any]:
    since = f"Last went well {spoken(it.good_at)}" if it.good_at else "It never went well"
    text = f"{MEANS[it.round]} {since}; it stopped with {it.fault}. {FAILED}"
    return {"chip": "Failed", "chip_kind": "late", "title": CALLED[it.round], "text": text, "link": "", "action": ""}


def _still(those: Sequence[Stopped]) -> dict[str, Any]:
    names = ", ".join(CALLED[it.round] for it in those)
    return {
        "chip": "Stands still", "chip_kind": "late", "title": "What the program does by itself",
        "text": f"For longer than they may, or not once yet: {names}. {STILL}", "link": "", "action": "",
    }  # fmt: skip
