"""What the law says of one thing that is asked for, or brought: allow, review or block, and by which rule.

A declared exception puts its own facts to the law, where it covers the thing; the law decides in either case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from fileroom.law.book import decide
from fileroom.law.exceptions import Cover, DeclaredException
from fileroom.law.facts import Question, RecordKind
from fileroom.law.kernel.decision import Decision, Outcome

# What a person settles after having looked: whether counsel has cleared it, and whose number stands there.
FOR_A_PERSON_TO_SAY = {"other.counsel_cleared", "record.whose"}


class Verdict(StrEnum):
    """In the order of severity."""

    ALLOW = "allow"
    REVIEW = "review"
    BLOCK = "block"


def worst(verdicts: list[Verdict]) -> Verdict:
    """The severest of them; of none: allow."""
    return max(verdicts, key=list(Verdict).index, default=Verdict.ALLOW)


@dataclass(frozen=True)
class Ruling:
    """What becomes of a thing: `rule` is an address in the law book, `citation` its source, `says` its sentence.

    `exception`: the name of the declared one that covers it, or nothing.
    """

    verdict: Verdict
    rule: str
    citation: str
    says: str
    exception: str = ""


def ruling(
    kind: RecordKind,
    *,
    on: date,
    asked: bool = False,
    listed: bool = False,
    covered: tuple[DeclaredException, Cover] | None = None,
    ask: Callable[[Question], Decision] | None = None,
) -> Ruling:
    """The law's word on a thing of this kind.

    `asked`: a form asks for it; else it is there. `listed`: it makes a list of persons. `covered`: the exception that
    was declared for the form and the field of it that this is. `ask`: who is asked (a district asks by what it has
    signed for); None: the book itself.
    """
    decision = (ask or decide)(question(kind, on=on, asked=asked, listed=listed, covered=covered))
    reason = decision.because[0]
    return Ruling(_verdict(decision), reason.rule, reason.citation, reason.says, covered[0].name if covered else "")


def one_paper_ruling(kind: RecordKind, *, on: date, ask: Callable[[Question], Decision] | None = None) -> Ruling:
    """The law's word on a form that demands one particular paper as the proof of this kind: of age, of residence."""
    given = {
        "on": on.isoformat(), "action": "solicit", "purpose": "enrolment", "requester": {"kind": "employee"},
        "record": {"kind": kind.value}, "papers": [], "orders": [], "choices": [],
        "other": {"particular_paper_demanded": True},
    }  # fmt: skip
    decision = (ask or decide)(Question.from_json(given))
    reason = decision.because[0]
    return Ruling(_verdict(decision), reason.rule, reason.citation, reason.says)


def question(
    kind: RecordKind, *, on: date, asked: bool, listed: bool, covered: tuple[DeclaredException, Cover] | None
) -> Question:
    """The question to the law. What nobody declares is asked for without a purpose."""
    given: dict[str, Any] = {
        "on": on.isoformat(), "action": "solicit" if asked else "collect", "purpose": "none_stated",
        "requester": {"kind": "employee"}, "record": {"kind": kind.value}, "papers": [], "orders": [], "choices": [],
    }  # fmt: skip
    if covered:
        exception, cover = covered
        given["purpose"] = exception.purpose.value
        for path, value in cover.facts.items():
            group, _, name = path.partition(".")
            given.setdefault(group, {})[name] = value
    elif listed:
        given["action"] = "compile_list"
    return Question.from_json(given)


def _verdict(decision: Decision) -> Verdict:
    """A grant is allowed; what waits for counsel, or to hear whose it is, is for review; the rest is blocked."""
    if decision.granted:
        return Verdict.ALLOW
    wanting = {item.fact for item in decision.missing}
    waits = decision.outcome is Outcome.NEEDS_MORE and wanting and wanting <= FOR_A_PERSON_TO_SAY
    return Verdict.REVIEW if waits else Verdict.BLOCK


def described(exception: DeclaredException, *, on: date) -> dict[str, Any]:
    """The exception as `fileroom screen --exceptions` tells it: its authority, and exactly what it covers.

    Each field's `decision` is the law's on that day: on the thing in the hand, and where it differs, asked for.
    """
    covers = []
    for cover in exception.covers:
        there, asked = (ruling(cover.kind, on=on, asked=asks, covered=(exception, cover)) for asks in (False, True))
        covers.append(
            {
                "field": cover.field, "categories": list(cover.categories), "digits": cover.digits,
                "whose": [whose or "not said" for whose in cover.whose], "decision": there.verdict.value,
                "decision_asked": asked.verdict.value, "rule": there.rule, "citation": there.citation,
            }
        )  # fmt: skip
    authority = exception.authority
    return {
        "exception": exception.name, "form": exception.title, "authority": authority.text, "says": exception.says,
        "surety": authority.surety.value,
        "effective": authority.effective.isoformat() if authority.effective else None,
        "repealed": authority.repealed.isoformat() if authority.repealed else None,
        "in_force": exception.binds(on), "covers": covers,
    }  # fmt: skip
