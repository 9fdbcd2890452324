"""The letters about a former student, at the office that keeps their file: that of the school they left last.

It opens no file of somebody who has left, and looks nobody up (people/leavers.py). Whom the family names in full, with
the day of birth, of that one it is shown the letters which it finds on Outgoing too, among those of others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fileroom.casework.issued import Found, Kinds, of_student
from fileroom.casework.whose import open_to
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import leavers
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn

PART = "letters"


@dataclass(frozen=True)
class Former:
    """Whom the family names: nothing is looked up for them."""

    given: str
    family: str
    born_on: date


@durable_transaction
def letters_of_former(who: Former, kinds: Kinds, *, by: SignedIn, at: datetime) -> tuple[Found, ...]:
    """Their letters, with a line in their log. Raises Missing where nobody of this name has left last the school of
    this office, or an order may bind whoever asks: the two are answered alike."""
    on = district_day(at)
    student = leavers.found_leaver(by.account, given=who.given, family=who.family, born_on=who.born_on, on=on)
    role = leavers.keeps_file_of(by.account, student, on=on) if student else None
    if student is None or role is None or not open_to([student], by=by, on=on):
        raise Missing
    letters = of_student(student, kinds, by=by, at=at)
    event = ledger.event(
        Act.STUDENT_LISTED, student=student, part=PART, by=by.acting_as(role), purpose=by.purpose.value,
        outcome=str(len(letters)), at=at,
    )  # fmt: skip
    ledger.write(event)
    return letters
