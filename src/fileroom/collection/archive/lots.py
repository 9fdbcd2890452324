"""Documents on their way to the shelves: looked at before, filed or held back in lots of so many bytes.

Every import that brings documents goes this way: an archive, transcripts, a packet that another school sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.archive.filing import Ready, file_documents
from fileroom.collection.archive.looking import Look, Looked
from fileroom.collection.batches import ORIGIN
from fileroom.collection.checks import checked_document
from fileroom.collection.imports.faults import BundleRefused, Fault, refuse
from fileroom.collection.imports.services import PURPOSE, Errand
from fileroom.collection.quarantine.holding import Brought, hold
from fileroom.records import contents as shelf
from fileroom.screening.opening import scanner

# Documents wait in memory until so many bytes of them are sealed together.
BYTES_AT_ONCE = 64 * 2**20
Place = tuple[str, int]  # the file, and the row or line in it, that brings a document


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


@dataclass
class Lots:
    """What one import brings. `aside` hears of a document that the law keeps out for what it is, when its lot is filed.

    `new` and `held`: documents filed and held back so far, or that would be where this is a dry run.
    """

    errand: Errand
    looked: Looked
    aside: Callable[[Place, Fault], None]
    new: int = 0
    held: int = 0
    _ready: list[tuple[Place, Ready]] = field(default_factory=list)
    _back: list[Brought] = field(default_factory=list)
    _seen: set[bytes] = field(default_factory=set)
    _waiting: int = 0

    def take(self, place: Place, it: Arrival) -> Fault | None:
        """Have it filed with its lot; or what keeps it out, and then it waits for the custodian where it may."""
        try:
            kind = checked_document(it.name, it.body)
        except ValidationError as error:
            return Fault("file", "not_kept", " ".join(error.messages))
        look = self.looked.at(it.body, it.name)
        if look is None:
            return Fault("file", "changed_while_read", "The file or its row changed while the archive was read.")
        contents = shelf.Contents.document(it.body, kind.media_type)
        if look.held_back:
            self._hold(it, contents, look)
            return look.held_back
        self._ready.append((place, Ready(it.student, it.item, it.dated_on, contents, it.once)))
        self._waits(it.body)
        return None

    def _hold(self, it: Arrival, contents: shelf.Contents, look: Look) -> None:
        """It will wait for the custodian of records. What could not be examined no law keeps out."""
        seen, on = look.examined, self.errand.on
        if seen is None or not seen.may_be_held:
            return
        self.held += 1
        if self.errand.dry_run:
            return
        decision = gate.decide_brought(gate.KINDS[look.kept_out.category], on=on) if look.kept_out else None
        self._back.append(Brought(it.student, it.item, contents, seen, decision, dated_on=it.dated_on))
        self._waits(it.body)

    def _waits(self, body: bytes) -> None:
        self._waiting += len(body)
        if self._waiting > BYTES_AT_ONCE:
            self.file()

    def file(self) -> None:
        """File what is waiting, inside the open transaction."""
        ready, back, errand = self._ready, self._back, self.errand
        self._ready, self._back, self._waiting = [], [], 0
        hold(back, road=ORIGIN, noted={"purpose": PURPOSE}, by=errand.by, at=errand.at)
        if not ready:
            return
        documents = [document for _, document in ready]
        new, refused = file_documents(
            documents, by=errand.by, at=errand.at, on=errand.on, seen=self._seen, dry_run=errand.dry_run
        )
        self.new += new
        for position in refused:
            says = "The law keeps such a record out where a system brings it."
            self.aside(ready[position][0], Fault("item", "not_granted", says))


def scanner_is_silent() -> BundleRefused | None:
    """Why no document can be brought now: a scanner for harmful programs is named, and gives no answer."""
    named = scanner.in_use()
    if named is None or named.answers():
        return None
    says = "The scanner for harmful programs does not answer: no document was looked into. Start it, and import again."
    return refuse("", "scanner_silent", says)
