"""The decision card: one decision of the law in the words of a page. The same card at the counter and for a family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from fileroom.law import Decision, Outcome
from fileroom.law.kernel.rule import Effect
from fileroom.web.law_book import EFFECTS, rule_url

KINDS = {Outcome.MUST: "must", Outcome.MAY: "may", Outcome.NO: "no", Outcome.NEEDS_MORE: "more"}
ANSWERS = {
    "must": gettext_lazy("Must show"),
    "may": gettext_lazy("May show"),
    "no": gettext_lazy("Do not show"),
    "more": gettext_lazy("Needs more"),
}


def card(
    decision: Decision,
    *,
    subject: str = "",
    answers: Mapping[str, Any] = ANSWERS,
    supplies: Mapping[str, dict[str, Any]] | None = None,
    words: str = "",
) -> dict[str, Any]:
    """Context of parts/decision.html. `supplies`: for a missing fact, what supplies it (url, label, method, fields)."""
    kind = kind_of(decision)
    return {
        "kind": kind,
        "answer": answers[kind],
        "subject": subject,
        "says": gettext(decision.says) if decision.says else "",
        "citations": list(dict.fromkeys(it.citation for it in decision.because)),
        "missing": [_step(it.fact, it.ask, it.citation, supplies or {}) for it in decision.missing],
        "duties": [gettext(duty.says) for duty in decision.duties if not duty.before or duty in decision.first],
        "deadline": _deadline(decision),
        "because": [
            {
                "rule": it.rule,
                "effect": gettext(EFFECTS[Effect(it.effect)][0]),
                "says": gettext(it.says),
                "citation": it.citation,
                "url": rule_url(it.rule),
            }
            for it in decision.because
        ],
        "words": words,
    }


def kind_of(decision: Decision) -> str:
    """The card's kind. A right stays a right while a step is missing: "Must show. First: check the ID."

    Not so where counsel has to speak first: until then nobody can say that it is one.
    """
    effects = {it.effect for it in decision.because}
    counsel_first = any(it.fact == "other.counsel_cleared" for it in decision.missing)
    waits = decision.outcome is Outcome.NEEDS_MORE and not counsel_first
    owed = waits and "compels" in effects and "forbids" not in effects
    return "must" if owed else KINDS[decision.outcome]


def _step(fact: str, ask: str, citation: str, supplies: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    act = supplies.get(fact, {})
    return {
        "ask": gettext(ask),
        "citation": citation,
        "fact": fact,
        "action_url": act.get("url"),
        "action_label": act.get("label"),
        "method": act.get("method"),
        "fields": act.get("fields", {}),
    }


def _deadline(decision: Decision) -> str:
    due = decision.deadline
    return f"{date_format(due.on, 'D j M')}: {due.within}, {due.citation}" if due else ""
