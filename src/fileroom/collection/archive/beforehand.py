"""Every document of an archive looked at before the import begins: to read a scan takes seconds, and no lock waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError

from fileroom.collection import gate, opened
from fileroom.collection.archive.bearers import students_of
from fileroom.collection.archive.index import fault_of, fault_of_student, rows_of
from fileroom.collection.checks import checked_document
from fileroom.collection.imports.faults import BundleRefused, Fault
from fileroom.collection.imports.kept_out import NUMBERS, refused
from fileroom.collection.imports.progress import Progress
from fileroom.collection.imports.services import Errand
from fileroom.collection.quarantine.examined import Examined, examined
from fileroom.hosting import district_transaction
from fileroom.screening import Finding, Mode
from fileroom.screening.parts import LIMITS, Outcome

ROWS_AT_ONCE = 500
Key = tuple[bytes, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at one document came to: why it is not filed, and what the law keeps out of it, if anything; or
    by which words it tells of a family's status (`tells`)."""

    held_back: Fault | None = None
    kept_out: Finding | None = None
    examined: Examined | None = None  # as the custodian will decide about it; None of what is filed, or not opened
    tells: frozenset[str] = frozenset()


@dataclass
class Looked:
    """The looks, by what a document holds and what it is called: the same twice is read once."""

    looks: dict[Key, Look] = field(default_factory=dict)

    def at(self, body: bytes, name: str) -> Look | None:
        """The look at this document; None where nobody has looked at it, so that it has changed since."""
        return self.looks.get(_key(body, name))

    def add(self, body: bytes, name: str, on: date) -> None:
        """Look at it by the law of that day, unless somebody has."""
        if (key := _key(body, name)) not in self.looks:
            self.looks[key] = _look(body, name, on)


def look_at(folder: Path, index: Path, errand: Errand, progress: Progress) -> Looked:
    """Look at every document that a row without fault names. What cannot be read is told by the import itself."""
    looked = Looked()
    with suppress(BundleRefused):
        rows = rows_of(index)
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            with district_transaction():
                students = students_of({it.student for it in lot}, by_ssid=lot[0].by_ssid)
            for it in lot:
                progress(1)
                if fault_of(it, folder, errand.on) or fault_of_student(it, students):
                    continue
                path = folder / it.file
                with suppress(OSError, ValidationError):
                    body = path.read_bytes()
                    checked_document(path.name, body)
                    looked.add(body, path.name, errand.on)
    return looked


def _key(body: bytes, name: str) -> Key:
    return sha256(body).digest(), name


def _look(body: bytes, name: str, on: date) -> Look:
    read = opened.read(name, body, LIMITS)
    screened = read.screened if read else None
    found = opened.findings(name, screened)
    if read and read.screened.outcome is Outcome.CLEAN and read.screened.fully_examined and not found:
        return Look(tells=read.tells)
    seen = examined(name, body, read.screened, read.parts, on=on) if read else None
    finding = next(_kept_out(found), None)
    if finding is not None:
        return Look(_named(finding, seen), finding, seen)
    says = screened.says if screened and screened.says else ""
    says = says or "The sieve found something that asks for what the law keeps out."
    outcome = screened.outcome.value if screened else Outcome.REJECTED.value
    told = says if seen is not None and seen.may_be_held else f"Refused: {says}"
    return Look(Fault("file", f"held_back_{outcome}", told), examined=seen)


def _kept_out(found: list[Finding]) -> Iterator[Finding]:
    return (it for it in found if it.mode is Mode.VALUE and it.category in gate.KINDS)


def _named(finding: Finding, seen: Examined | None) -> Fault:
    """What was found; not a word of the value."""
    fault = refused("file", finding)
    where = ", ".join(filter(None, (f"page {finding.page}" if finding.page else "", finding.where)))
    says = fault.says
    if seen is not None and seen.may_be_held:
        found = "a number shaped like a Social Security number" if finding.category in NUMBERS else finding.category
        law = f", which {finding.citation} keeps out of a student's record" if finding.citation else ""
        says = f"There is {found} in it{law}."
    return Fault("file", fault.code, f"{says} It stands at: {where}." if where else says, by_law=fault.by_law)
