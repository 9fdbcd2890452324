"""The law book's page of changes: what began and ended between two days, and the cases in which an answer turned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from fileroom.law import BY_ID, cases
from fileroom.law.changes import Case
from fileroom.law.kernel.rule import GRANTS, Effect
from fileroom.law.turns import Turn, turns
from fileroom.web.law_book import of_the_book, rule_url

BEFORE = timedelta(days=366)
FIRST = ("requester.kind", "action", "record.kind", "purpose", "requester.", "student.", "a paper", "record.")
WAS = {"granted": "Was granted", "refused": "Was refused", "needs more": "Needed more"}
IS = {"granted": "is granted", "refused": "is refused", "needs more": "needs more"}


@of_the_book
def changes(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """What began and what ended between two days of law."""
    today = timezone.localdate()
    after, bad_after = _day(request.GET.get("to", ""), today)
    a_year_before = after - min(BEFORE, after - date.min)  # there is no day before the first
    before, bad_before = _day(request.GET.get("from", ""), a_year_before)
    return "law/changes.html", {
        "before": min(before, after),
        "after": max(before, after),
        "problem": bad_before or bad_after,
        "rows": [_row(turn) for turn in turns(before, after)],
    }


def _row(turn: Turn) -> dict[str, Any]:
    found = cases.printed().get((turn.on, turn.name, turn.begins), ()) if turn.kind == "rule" else ()
    return {
        "turn": turn,
        "url": rule_url(turn.name) if turn.kind == "rule" else f"{reverse('law_figures')}#figure-{turn.name}",
        "cases": [_case(it) for it in found],
        "without": "" if found else _without(turn),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "turn": f"{WAS[case.was]}, {IS[case.is_]}",
        "facts": [cases.told(fact) for fact in sorted(case.facts, key=_place)],
    }


def _place(fact: str) -> int:
    """Who asks, what for and about which record come first."""
    return next((at for at, path in enumerate(FIRST) if fact.startswith(path)), len(FIRST))


def _without(turn: Turn) -> str:
    """Why there is no case to show."""
    if turn.kind != "rule":
        return ""
    effect = BY_ID[turn.name].effect
    if effect is Effect.OBLIGES:
        return "A duty: it turns no answer."
    if effect is Effect.CLOSES:
        return "It says why the answer is no, and turns none."
    if not cases.printed():
        return "The cases of these rules have not been printed yet."
    other = "grants" if effect in GRANTS else "bans"
    return f"It turns no answer by itself: other {other} of that day say as much."


def _day(given: str, otherwise: date) -> tuple[date, bool]:
    """The day that was typed; where it cannot be read, the other one, and that it could not."""
    if not given:
        return otherwise, False
    try:
        return date.fromisoformat(given), False
    except ValueError:
        return otherwise, True
