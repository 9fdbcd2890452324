"""Documents on their way to the shelves: looked at before, filed or held back in lots of so many bytes.

Every import that brings documents goes this way: an archive, transcripts, a packet that another school sent. Such a
road says how a row is read and judged, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.archive.beforehand import Look, Looked
from fileroom.collection.archive.filing import Ready, file_documents
from fileroom.collection.batches import ORIGIN
from fileroom.collection.checks import checked_document
from fileroom.collection.imports import done
from fileroom.collection.imports.faults import BundleRefused, Fault, refuse
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import PURPOSE, Errand, carry_out, one_at_a_time
from fileroom.collection.quarantine.holding import Brought, Held, HeldBefore, hold
from fileroom.collection.services import NOT_READ
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.records import contents as shelf
from fileroom.records.models import Quarantined
from fileroom.screening.opening import scanner

# Documents wait in memory until so many bytes of them are sealed together.
BYTES_AT_ONCE = 64 * 2**20
Place = tuple[str, int]  # the file, and the row or line in it, that brings a document
# What becomes of it. Of a dry run too: it says what an import would do.
WAITS = "Held back: it lies sealed, in nobody's file, until the custodian of records has decided (Coming in)."
BECAME: dict[str, str] = {
    Quarantined.State.FILED: "It came before, and was filed: the custodian of records found that it is something else.",
    Quarantined.State.KEPT: "It came before, and is kept sealed under a declared exception, apart from every file.",
    Quarantined.State.REDACTED: "It came before, and was filed without what was found in it.",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that a row brings: whose, as what, the day it bears, what it is called, and its bytes.

    `once`: as `filing.Ready` has it.
    """

    student: UUID
    item: str
    dated_on: date | None
    name: str
    body: bytes
    once: str = ""

    @property
    def mark(self) -> tuple[UUID, str, bytes]:
        """The same of what is the same document, for the same student as the same item."""
        return self.student, self.item, sha256(self.body).digest()


def bring(errand: Errand, look: Callable[[], Looked], take: Callable[[Lots], None], purpose: str = PURPOSE) -> Report:
    """Carry out an import of documents: look at all of them first, then take them in one transaction, or none.

    The transaction is short, for other imports of the district wait for it. `purpose`: of the entries of the whole,
    and of what is not filed.
    """
    silent = scanner_is_silent()
    looked = Looked() if silent else look()

    def taken() -> Report:
        if silent:
            raise silent
        one_at_a_time(errand.by)
        lots = Lots(errand, looked, purpose)
        take(lots)
        return lots.report()

    return carry_out(taken, Counter, errand)


@dataclass
class Lots:
    """What one import brings. What is not kept is put aside in the tally, with the place that brought it.

    `new` and `held`: documents filed and held back so far, or that would be where this is a dry run; `received`: the
    students of whom any was.
    """

    errand: Errand
    looked: Looked
    purpose: str = PURPOSE
    tally: Tally = field(default_factory=Tally)
    new: int = 0
    held: int = 0
    received: set[UUID] = field(default_factory=set)
    _ready: list[tuple[Place, Ready]] = field(default_factory=list)
    _back: list[tuple[Place, Arrival, Fault, Brought]] = field(default_factory=list)
    _refused: list[Event] = field(default_factory=list)
    _seen: set[bytes] = field(default_factory=set)
    _held: set[tuple[UUID, str, bytes]] = field(default_factory=set)
    _waiting: int = 0

    def aside(self, place: Place, fault: Fault) -> None:
        """What stands there is not kept."""
        self.tally.put_aside(*place, fault)

    def take(self, place: Place, it: Arrival) -> None:
        """Have it filed with its lot, or put aside; and then it waits for the custodian where it may."""
        try:
            kind = checked_document(it.name, it.body)
        except ValidationError as error:
            return self.aside(place, Fault("file", "not_kept", " ".join(error.messages)))
        look = self.looked.at(it.body, it.name)
        if look is None:
            says = "The file or its row changed while the archive was read."
            return self.aside(place, Fault("file", "changed_while_read", says))
        contents = shelf.Contents.document(it.body, kind.media_type)
        if look.held_back:
            return self._keep_out(place, it, contents, look, look.held_back)
        self._ready.append((place, Ready(it.student, it.item, it.dated_on, contents, look.tells, it.once)))
        return self._waits(it.body)

    def _keep_out(self, place: Place, it: Arrival, contents: shelf.Contents, look: Look, fault: Fault) -> None:
        """It will wait for the custodian, or is kept nowhere. What could not be examined no law keeps out."""
        seen, errand = look.examined, self.errand
        decision = gate.decide_brought(gate.KINDS[look.kept_out.category], on=errand.on) if look.kept_out else None
        if seen is None or not seen.may_be_held:
            noted = ledger.event(
                Act.COLLECTION_REFUSED, student=it.student, part=it.item, by=errand.by, purpose=self.purpose,
                decision=decision, outcome="" if decision else NOT_READ, at=errand.at,
            )  # fmt: skip
            self._refused.append(noted)
            return self.aside(place, fault)
        brought = Brought(it.student, it.item, contents, seen, decision, dated_on=it.dated_on)
        self._back.append((place, it, fault, brought))
        return self._waits(it.body)

    def _waits(self, body: bytes) -> None:
        self._waiting += len(body)
        if self._waiting > BYTES_AT_ONCE:
            self.file()

    def file(self) -> None:
        """File what is waiting, inside the open transaction."""
        self._hold()
        if not self.errand.dry_run:
            ledger.write_many(self._refused)
        ready, errand = self._ready, self.errand
        self._ready, self._refused, self._waiting = [], [], 0
        if not ready:
            return
        documents = [document for _, document in ready]
        new, refused = file_documents(
            documents, by=errand.by, at=errand.at, on=errand.on, seen=self._seen, dry_run=errand.dry_run
        )
        self.new += len(new)
        self.received |= {documents[position].student for position in new}
        for position in sorted(refused):
            says = "The law keeps such a record out where a system brings it."
            self.aside(ready[position][0], Fault("item", "not_granted", says))

    def _hold(self) -> None:
        """Hold back what is to be. What lies here already, or is the same as another of this import, is not new."""
        back, errand = self._back, self.errand
        self._back = []
        answers = hold(
            [brought for *_, brought in back], road=ORIGIN, noted={"purpose": self.purpose}, by=errand.by,
            at=errand.at, dry_run=errand.dry_run,
        )  # fmt: skip
        for (place, it, fault, _), answer in zip(back, answers, strict=True):
            if isinstance(answer, Held) and it.mark not in self._held:
                self.held += 1
                self.received.add(it.student)
            self._held.add(it.mark)
            self.aside(place, replace(fault, says=f"{fault.says} {_became(answer)}"))

    def report(self) -> Report:
        """File what is left, and tell the ledger of the whole, and the sender of each row."""
        self.file()
        errand, tally = self.errand, self.tally
        # A lot names its rows when it is filed: they are told in the order in which they stand.
        tally.problems.sort(key=lambda it: (not it.file, it.file, it.row))
        unchanged = tally.kept - self.new
        written = Written(new=self.new, unchanged=unchanged, documents=self.new, held=self.held)
        report = Report(tally, written, dry_run=errand.dry_run)
        if not errand.dry_run:
            done.note(report, part=errand.part, purpose=self.purpose, by=errand.by, at=errand.at)
        return report


def _became(answer: Held | HeldBefore) -> str:
    return BECAME.get(answer.state, WAITS) if isinstance(answer, HeldBefore) else WAITS


def scanner_is_silent() -> BundleRefused | None:
    """Why no document can be brought now: a scanner for harmful programs is named, and gives no answer."""
    named = scanner.in_use()
    if named is None or named.answers():
        return None
    says = "The scanner for harmful programs does not answer: no document was looked into. Start it, and import again."
    return refuse("", "scanner_silent", says)
