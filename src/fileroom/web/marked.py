"""The mark of one record that was opened, as its page says it: why, and who may change it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from fileroom.disclosure.marks.marking import on_record
from fileroom.disclosure.reasons import LONGEST
from fileroom.disclosure.services import Inspected
from fileroom.web.gates import by


def marked_words(request: HttpRequest, seen: Inspected) -> dict[str, Any]:
    """Context of marks/on_record.html."""
    found = on_record(seen, by=by(request), at=timezone.now())
    it = found.standing
    told = {"title": it.mark.title, "says": it.mark.says, "citation": it.mark.citation.text} if it else {}
    return told | {
        "record": seen.record.id, "always": bool(it and it.always), "perhaps": bool(it and not it.always),
        "by_hand": bool(it and it.by_hand), "settled": found.settled, "proposed": found.proposed, "mine": found.mine,
        "may_change": found.may_change, "longest": LONGEST,
    }  # fmt: skip
