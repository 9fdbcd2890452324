"""The policy in the district's own words: sentence by sentence, each beside the sentence of the register it equals.

Two sentences are equal where their words are, whatever stands between them. What equals none is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.policy import POLICY, Sentence
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AdoptedPolicy
from fileroom.screening import LOOKS_AT_WRITING, findings_in

LONGEST = 60_000
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A sentence ends at its stop; a source in brackets after it belongs to it: "… records. (5 CCR 431)".
END = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?:\s+(\([^()]*\)))?(?:\s+|$)")


@dataclass(frozen=True)
class Adopted:
    """One version: the text that the Board adopted on a day."""

    adopted_on: date
    text: str
    entered_at: datetime


@dataclass(frozen=True)
class Line:
    """One sentence of the text. `sentence`: of the law's register, with the same words; None: there is none."""

    number: int
    heading: str
    says: str
    sentence: Sentence | None


@dataclass(frozen=True)
class Matched:
    """The whole text. `absent`: what the register has and this text has not."""

    lines: tuple[Line, ...]
    absent: tuple[Sentence, ...]
    adopted: Adopted | None


def versions(*, by: SignedIn) -> tuple[Adopted, ...]:
    """Every version that was entered, the newest first. Raises Missing (it is the office's)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        return tuple(_as_adopted(row) for row in AdoptedPolicy.objects.order_by("-adopted_on"))


def may_enter(*, by: SignedIn, at: datetime) -> bool:
    """Is this account designated to enter it?"""
    with district_transaction():
        return designator_facts(by.account, district_day(at)).designated


@durable_transaction
def enter_policy(text: str, *, adopted_on: date, by: SignedIn, at: datetime) -> Adopted:
    """Enter the text that the Board adopted on this day. Raises Missing (not designated) and ValidationError."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    _fit(text, adopted_on, at)
    row = AdoptedPolicy(adopted_on=adopted_on, text=text.strip(), entered_at=at, entered_by=by.account.id)
    actor = by.acting_as(who.role)
    row.entry = ledger.write(ledger.event(Act.POLICY_ENTERED, record=row.id, by=actor, at=at))
    row.save(force_insert=True)
    return _as_adopted(row)


def _fit(text: str, adopted_on: date, at: datetime) -> None:
    """Raises ValidationError where it is no text of a policy, or the day is not one on which it was adopted."""
    if not sentences_of(text) or len(text) > LONGEST:
        raise ValidationError({"text": "Paste the whole text that the Board adopted, and nothing else."})
    if found := findings_in(text, LOOKS_AT_WRITING):
        raise ValidationError({"text": f"This holds what the law keeps out of every text ({found[0].citation})."})
    if adopted_on > district_day(at):
        raise ValidationError({"adopted_on": "The Board has not met on this day yet."})
    if AdoptedPolicy.objects.filter(adopted_on=adopted_on).exists():
        raise ValidationError({"adopted_on": "A text adopted on this day is entered already."})


def _as_adopted(row: AdoptedPolicy) -> Adopted:
    return Adopted(row.adopted_on, row.text, row.entered_at)


def matched(on: date) -> Matched:
    """The text in force on this day, beside the register; where none is entered, the register's own."""
    row = AdoptedPolicy.objects.filter(adopted_on__lte=on).order_by("-adopted_on").first()
    if row is None:
        own = tuple(Line(it.number, it.heading, it.says, it) for it in POLICY.sentences)
        return Matched(own, (), None)
    lines = tuple(match(row.text))
    here = {it.sentence.number for it in lines if it.sentence}
    return Matched(lines, tuple(it for it in POLICY.sentences if it.number not in here), _as_adopted(row))


def match(text: str) -> Iterator[Line]:
    """The sentences of a text in order, each with the sentence of the register that has the same words."""
    known = {words(it.says): it for it in POLICY.sentences}
    for number, (heading, says) in enumerate(sentences_of(text), 1):
        yield Line(number, heading, says, known.get(words(says)))


def words(says: str) -> tuple[str, ...]:
    """The words of a sentence, without its source in brackets at the end."""
    plain = re.sub(r"\([^()]*\)\s*$", "", says.strip())
    return tuple(word.casefold().replace("’", "'") for word in WORD.findall(plain))


def sentences_of(text: str) -> list[tuple[str, str]]:
    """Heading and sentence of each. A line that ends without a stop is a heading; the policy's title is left out."""
    found: list[tuple[str, str]] = []
    heading = ""
    for line in filter(None, (it.strip() for it in text.splitlines())):
        if line[-1] not in ".!?)":
            heading = "" if words(line) == words(POLICY.title) else line
            continue
        found += [(heading, says) for says in _split(line)]
    return found


def _split(line: str) -> Iterator[str]:
    begin = 0
    for end in END.finditer(line):
        says = line[begin : end.end()].strip()
        begin = end.end()
        if says:
            yield says
    if rest := line[begin:].strip():
        yield rest
