"""A copy that waits, read once more before it is filed: what is found in it today, and whether so much is known of it.

What was known of it when somebody looked is what they have seen. Where more is found, it is told anew, with an entry,
and who looked before looks again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from fileroom.collection import opened
from fileroom.collection.batches import ORIGIN
from fileroom.collection.quarantine.examined import Examined, Found, examined, is_one_text
from fileroom.collection.quarantine.filing import opened_to_file
from fileroom.collection.quarantine.gathering import Asked, Group, gathered, noted
from fileroom.collection.quarantine.holding import set_apart, tell_anew
from fileroom.collection.quarantine.wording import Name, said_in
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Version
from fileroom.screening.documents import TEXT
from fileroom.screening.parts import LIMITS, Part


@dataclass(frozen=True)
class Again:
    """A copy that was opened once more. `known`: what was known of it when the act began. `read`, `today`: how it reads
    and what is found in it, where it was read whole."""

    version: Version
    body: bytes = field(repr=False)
    known: tuple[Found, ...]
    read: opened.Read | None
    today: Examined | None

    @property
    def tells_more(self) -> bool:
        """Is more found in it today than is known of it? A thing that was sure, and is in doubt today, is no more."""
        assert self.read and self.today, "of what was not read whole nobody can tell"
        parts = self.read.parts
        return not all(
            _places(self.today.found, parts, sure=sure) <= _places(self.known, parts, sure=sure)
            for sure in (False, True)
        )

    @property
    def is_typed(self) -> bool:
        """Is all that it says in its words? So it is of a plain text that reads just as it stands."""
        text = self.version.media_type == TEXT.media_type
        return text and self.read is not None and is_one_text(self.read.parts, self.body)

    def says(self, names: frozenset[Name]) -> str:
        """What it says, but for the student's name."""
        assert self.read and self.is_typed
        return said_in(self.read.parts[0].text, names)


def _places(found: Iterable[Found], parts: Sequence[Part], *, sure: bool) -> Counter[tuple[str, str, int, int]]:
    return Counter(_place(it, parts) for it in found if not (sure and it.doubted))


def _place(it: Found, parts: Sequence[Part]) -> tuple[str, str, int, int]:
    """What it is, and where. No picture is read twice to the letter: of one counts how often it is found."""
    scanned = 0 <= it.part < len(parts) and parts[it.part].confidence is not None
    return it.category, it.mode, it.part, 0 if scanned else it.start


def read_again(copy: UUID, known: tuple[Found, ...], *, by: SignedIn, at: datetime) -> Again | Refused | None:
    """Open it, and read it while no transaction is open. None: it waits no longer."""
    answer = opened_to_file(copy, Asked(most=1, goes=True), by=by, at=at)
    if not isinstance(answer, list):
        return answer
    ((version, body),) = answer
    # An import takes its time to read a document, and what it could read is read again.
    read = opened.read("", body, LIMITS if version.held.road == ORIGIN else None)
    if read is None or not read.screened.fully_examined or read.screened.more:
        return Again(version, body, known, None, None)
    return Again(version, body, known, read, examined("", body, read.screened, read.parts, on=district_day(at)))


@durable_transaction
def told_anew(again: Again, *, by: SignedIn, at: datetime) -> None:
    """Have it wait among its like, as it reads now. Who looked at it before has not seen what is known of it now."""
    group = gathered(again.version.held.id, Asked(of=[again.version.id]), by=by, at=at)
    if isinstance(group, Group) and again.today and again.today.found and again.today.may_be_held:
        ledger.write(noted(Act.QUARANTINE_TOLD_ANEW, group, 0, by, at))
        tell_anew(group.head, again.today)


@durable_transaction
def waits_apart(again: Again, wording: str, *, by: SignedIn, at: datetime) -> None:
    """Have it wait, with what is known of it, among those that say the same."""
    group = gathered(again.version.held.id, Asked(of=[again.version.id]), by=by, at=at)
    if isinstance(group, Group):
        ledger.write(replace(noted(Act.QUARANTINE_TOLD_ANEW, group, 0, by, at), outcome="apart"))
        set_apart(group.head, wording)
