"""What the door says where it does not say yes: RFC 9457 problems, each kind with its status and its own words.

A problem repeats nothing of what was sent. What is missing and what is not yours to know of are one answer.
"""

from __future__ import annotations

import logging
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse

from fileroom.collection.services import RefusedByGate
from fileroom.disclosure.by_office import ByOffice
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.marks.own_copy import Unreasoned
from fileroom.disclosure.training_gate import Untrained
from fileroom.hosting.faults import kind_and_place
from fileroom.law import Decision
from fileroom.people.answers import Refused

logger = logging.getLogger("fileroom.api")
T = TypeVar("T")
MEDIA_TYPE = "application/problem+json"
OF_THE_LEDGER = ("silent", "sealed")  # how an answer is noted is nobody's business at this door


@dataclass(frozen=True)
class Said:
    """A kind of problem: its status, its title, and what it means."""

    status: int
    title: str
    means: str


class Kind(Enum):
    """Each kind of problem, by the last word of its address."""

    UNREADABLE = Said(400, "The request cannot be read", "What was sent is not JSON in UTF-8, or was cut off.")
    TOKEN = Said(
        401, "No token that holds", "There is no token; or it is unknown, over or withdrawn, or its owner has left."
    )
    REFUSED = Said(
        403,
        "Refused by the law",
        "The law says no, or needs something first: `decision` has the rule, what is missing, and what follows.",
    )
    SCOPE = Said(403, "Not what this token is for", "The token was not made for this: `scope` says what it lacks.")
    TRAINING = Said(
        403,
        "A training is lacking first",
        "The law lets the token’s owner see it; the district asks for a current training first. Nothing was opened.",
    )
    REASON = Said(
        403,
        "A reason first",
        "The record may show a family’s immigration status. The law lets the token’s owner take it; say why in the"
        " header `Reason`. Nothing was opened.",
    )
    MISSING = Said(404, "Nothing here", "There is nothing here that this account may open.")
    METHOD = Said(405, "Not in this way", "The address is there, and takes other methods: `Allow` names them.")
    LARGE = Said(413, "Too large", "A document may have 50 MB. Split it, or scan it smaller.")
    INVALID = Said(422, "Something is wrong in it", "`errors` says where, and why. Nothing was done.")
    OFTEN = Said(429, "Too often", "This token has asked too often within a minute. Wait as `Retry-After` says.")
    BROKEN = Said(500, "Broken", "Something is broken here. The incident's number helps those who mend it.")

    @property
    def word(self) -> str:
        """Its name in its address."""
        return self.name.lower()


BY_STATUS = {it.value.status: it for it in reversed(Kind) if it not in (Kind.SCOPE, Kind.TRAINING, Kind.REASON)}


class Told(Exception):
    """An answer that is not the thing asked for, once the service has written what it writes."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__(response.status_code)
        self.response = response


def problem(kind: Kind, detail: str = "", **more: Any) -> HttpResponse:
    """A problem, with the members that its kind adds."""
    said = kind.value
    body = {
        "type": f"/api/v1/problems/{kind.word}", "title": said.title, "status": said.status,
        "detail": detail or said.means, **more,
    }  # fmt: skip
    return JsonResponse(body, status=said.status, content_type=MEDIA_TYPE)


def granted(answer: T | Refused) -> T:
    """The thing asked for. Raises Told where the law refuses it."""
    if isinstance(answer, Refused):
        raise Told(refused(answer))
    return answer


def refused(answer: Refused) -> HttpResponse:
    """A refusal with its law and the next step; to whom it is hidden it reads as if nothing were there."""
    if answer.hidden:
        return problem(Kind.MISSING)
    decision, entry = as_json(answer.decision), str(answer.entry)
    if isinstance(answer, ByOffice):
        return problem(Kind.REFUSED, "The office prepares this: ask the custodian of records.", entry=entry)
    if isinstance(answer, Untrained):
        until = answer.until_on.isoformat() if answer.until_on else None
        return problem(Kind.TRAINING, entry=entry, course=answer.course, until_on=until)
    if isinstance(answer, Unreasoned):
        return problem(Kind.REASON, entry=entry, next=[answer.lacks])
    more: dict[str, Any] = {"next": [it.ask for it in answer.decision.missing]}
    if isinstance(answer, RefusedByGate):
        more = {"next": ["Take it out and send it again. Nothing was kept."], "findings": _findings(answer)}
    return problem(Kind.REFUSED, answer.decision.says, entry=entry, decision=decision, **more)


def as_json(decision: Decision) -> dict[str, Any]:
    """The answer as `fileroom decide` gives it, without the caller's id, as whoever looks is told it."""
    return {name: value for name, value in of_a_look(decision).to_json().items() if name not in OF_THE_LEDGER}


def _findings(answer: RefusedByGate) -> list[dict[str, Any]]:
    """What the gate took it for, and why: never the thing itself."""
    times = Counter(it.category for it in answer.findings)
    kinds = {it.category: it for it in reversed(answer.findings)}
    return [
        {
            "category": it.category.value, "mode": it.mode.value, "page": it.page, "where": it.where,
            "times": times[it.category], "citation": it.citation, "why": list(it.why),
        }
        for it in kinds.values()
    ]  # fmt: skip


def invalid(error: ValidationError) -> HttpResponse:
    """What a service would not take: which field, and why."""
    said = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return wrong((name, text) for name, texts in said.items() for text in texts)


def wrong(fields: Iterable[tuple[str, str]]) -> HttpResponse:
    """The fields that are wrong, each with a sentence."""
    return problem(Kind.INVALID, errors=[{"field": name, "says": says} for name, says in fields])


def broken(error: BaseException) -> HttpResponse:
    """An incident's number and nothing else; the program's log has what broke and where, never with which values."""
    incident = secrets.token_hex(4)
    logger.error("incident %s: %s", incident, kind_and_place(error))
    return problem(Kind.BROKEN, incident=incident)
