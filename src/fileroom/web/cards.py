"""The decision card: one decision of the law in the words of a page. The same card at the counter and for a family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from fileroom.law import Decision, Outcome
from fileroom.law.codes import Limit
from fileroom.law.kernel.rule import Effect
from fileroom.web.law_book import EFFECTS, rule_url

KINDS = {Outcome.MUST: "must", Outcome.MAY: "may", Outcome.NO: "no", Outcome.NEEDS_MORE: "more"}
ANSWERS = {
    "must": gettext_lazy("Must show"),
    "may": gettext_lazy("May show"),
    "no": gettext_lazy("Do not show"),
    "more": gettext_lazy("Needs more"),
}


# What whoever shows a record has to keep to, each limit in a sentence.
LIMITS: dict[Limit, str] = {
    Limit.ADDRESS_AND_SCHEDULE_WITHHELD: "Leave out address, schedule and school.",
    Limit.AGGREGATE_ONLY: "Only counts of many students, never the record of one.",
    Limit.ANY_ONE_PROOF: "Any one of the proofs will do.",
    Limit.ENROLMENT_END_ONLY: "Only that the enrollment has ended.",
    Limit.FIXED_LIST_ONLY: "Nothing beyond the list that the law fixes.",
    Limit.FOR_DESTRUCTION_ONLY: "Only so that it can be destroyed.",
    Limit.KEPT_APART: "Kept apart from the file.",
    Limit.METHOD_NOT_DOCUMENT: "How it was shown, never the paper itself.",
    Limit.ON_THAT_FORM_ONLY: "On that form alone.",
    Limit.ONLY_WHAT_THE_PURPOSE_NEEDS: "No more than the purpose needs.",
    Limit.OTHER_STUDENTS_REDACTED: "Nothing of another student.",
    Limit.PERMANENT_RECORD_ONLY: "Only the permanent record.",
    Limit.RECORDS_NAMED_IN_THE_CONSENT: "Only the records that the consent names.",
    Limit.RELEVANT_RECORDS_ONLY: "Only what is relevant to what it is asked for.",
    Limit.SAFETY_ONLY: "Only what is about safety.",
    Limit.SCOPE_OF_THE_ORDER: "Nothing beyond what the court's paper orders.",
    Limit.THREE_FIELDS_ONLY: "Only the three fields that the law names.",
    Limit.VIEW_ONLY: "To look at only. No copy of it.",
}
# The same for whoever has the record open: a file that is opened to be looked at lies on their own computer.
OF_ONE_S_OWN_LOOK = LIMITS | {Limit.VIEW_ONLY: "To look at only. Keep no copy of it."}


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


def limits(decision: Decision, words: Mapping[Limit, str] = LIMITS) -> list[str]:
    """What somebody who shows the record, or looks at it, keeps to: no page can."""
    return [words[Limit(code)] for code in decision.limits]


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
