"""Every file under some folders answered once, whoever does the work and however often it is broken off.

Each is hashed first: bytes that were looked into before are not looked into again, unless the file's other name says
something else to the sieve. Every answer goes into the journal as it comes, and is told from there in the walk's order.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from fileroom.collection.answers import Answer, answer_file, given_up
from fileroom.collection.crews import Crew, OutOfReach
from fileroom.collection.looking import LARGEST, held_by
from fileroom.collection.many import as_done
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep.edition import edition
from fileroom.collection.sweep.journal import Journal, Record
from fileroom.collection.sweep.walking import files_of
from fileroom.screening.alike import alike
from fileroom.screening.opening import scanner

FILES_AT_A_TIME, BYTES_AT_A_TIME = 8, 1 << 20
MOST_OPEN = 50_000  # files met and not told of yet
OFTEN = 500  # files answered from what is known before those are told of
MOST_NAMES = 50  # of one and the same bytes, tried for one that says the same


@dataclass(frozen=True, slots=True)
class Met:
    """A file as the walk met it. `digest`: of its bytes; None of what is not read."""

    path: str
    size: int
    changed_ns: int
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Swept:
    """An answer. `copy_of`: the file whose bytes were looked into, or nothing. `before`: by an earlier run."""

    answer: Answer
    copy_of: str = ""
    before: bool = False


@dataclass(slots=True)
class _Slot:
    """A file's place in the order. `at`: where its answer stands in the journal, once it does."""

    at: int | None = None
    before: bool = False


@dataclass(slots=True)
class _AtWork:
    """A file that is being looked into, and the copies of it that wait for the answer."""

    met: Met
    copies: list[Met] = field(default_factory=list)


def named(roots: Iterable[Path], scope: Scope) -> Record:
    """Which sweep it is, for its journal: of what, on which day of the law, under which exception, by which edition."""
    return {
        "sweep": 1,
        "roots": [os.path.abspath(it) for it in roots],
        "declared": scope.declared,
        "edition": edition(),
        "scanned_at": _scanner(),
        "on": scope.on.isoformat(),
    }


def _scanner() -> str:
    """The address of the scanner for harmful programs; blank where none is in use."""
    named = scanner.in_use()
    return named.address if named else ""


class Sweep:
    """One run of a sweep. The journal may know answers from earlier runs."""

    def __init__(self, roots: Iterable[Path], scope: Scope, journal: Journal) -> None:
        self._roots, self._scope, self._journal = list(roots), scope, journal
        self._slots: deque[_Slot] = deque()
        self._open: dict[str, _Slot] = {}
        self._at_work: dict[str, list[_AtWork]] = {}
        self._again: list[Met] = []
        self._begun_at = journal.end

    def answers(self, crew: Crew) -> Generator[Swept, None, None]:
        """Each file's answer, in the order of the walk. Raises OutOfReach, and OSError of the journal."""
        lists = self._lists()
        while True:
            answer = partial(looked_into, scope=self._scope, by=edition(), scanned_at=_scanner())
            for these, answers in as_done(lists, answer, crew, lost=_lost, held=self._are_many):
                for met, one in zip(these, answers, strict=True):
                    self._note(met, one)
                yield from self._due()
            if not self._again:
                return
            again, self._again = self._again, []
            lists = iter([[met] for met in again])

    def _lists(self) -> Iterator[list[Met]]:
        """The files to look into, some at a time; now and then an empty list, for what is known to be told of."""
        these: list[Met] = []
        size = known = 0
        for path in files_of(self._roots):
            met = self._to_look_into(path)
            if met is not None:
                these, size = [*these, met], size + met.size
            else:
                known += 1
            if len(these) >= FILES_AT_A_TIME or size >= BYTES_AT_A_TIME or known >= OFTEN:
                yield these
                these, size, known = [], 0, 0
        yield these

    def _are_many(self) -> bool:
        return len(self._slots) > MOST_OPEN

    def _to_look_into(self, path: Path) -> Met | None:
        """The file, unless its answer is known or on its way."""
        met, slot = _met(path), _Slot()
        self._slots.append(slot)
        at = self._journal.of_path(met.path)
        if at is not None and _is_same(self._journal.read(at), met) and self._still_serves(at):
            slot.at, slot.before = at, True
            return None
        met = replace(met, digest=_digest(met, path))
        self._open[met.path] = slot
        return None if met.digest and self._is_copy(met, met.digest) else met

    def _is_copy(self, met: Met, digest: str) -> bool:
        """Whether its bytes are looked into already, or are just now; if not, they are from here on."""
        for at in self._journal.of_digest(digest, MOST_NAMES):
            if self._serves(self._journal.read(at)["path"], met.path) and self._still_serves(at):
                self._write(met, copy_of=at)
                return True
        for other in self._at_work.setdefault(digest, []):
            if self._serves(other.met.path, met.path):
                other.copies.append(met)
                return True
        self._at_work[digest].append(_AtWork(met))
        return False

    def _still_serves(self, at: int) -> bool:
        """Whether an answer holds: one of an earlier run, of what could not be looked into just then, does not."""
        if at >= self._begun_at:
            return True
        record = self._journal.read(at)
        if record["copy_of"] is not None:
            return self._still_serves(record["copy_of"])
        return not Answer(record["answer"], missing=record["missing"]).is_of_the_moment

    def _serves(self, known: str, asked: str) -> bool:
        """Whether the answer to the one file is the other's, if their bytes are the same."""
        if known != asked and (held_by(known) or held_by(asked)):
            return False
        one, other = os.path.basename(known), os.path.basename(asked)
        # An exception holds for a form, and a name can say which form it is.
        return one == other or (self._scope.exception is None and alike(one, other))

    def _note(self, met: Met, answer: Answer) -> None:
        """Write an answer down. Raises OutOfReach where a worker does not see what is there."""
        if met.digest and _was_not_opened(answer) and _digest(met, Path(met.path)):
            raise OutOfReach(f"A worker does not see {met.path}. Put its folders back, and give the same command.")
        at = self._write(replace(met, digest=answer.digest), answer=answer)
        if met.digest is None:
            return
        others = self._at_work.pop(met.digest)
        mine = next(it for it in others if it.met.path == met.path)
        if rest := [it for it in others if it is not mine]:
            self._at_work[met.digest] = rest
        for copy in mine.copies:
            if answer.digest == met.digest:
                self._write(copy, copy_of=at)
            elif not self._is_copy(copy, met.digest):  # it was another file by the time it was read
                self._again.append(copy)

    def _write(self, met: Met, *, answer: Answer | None = None, copy_of: int | None = None) -> int:
        """Into the journal, and the file's place in the order knows where."""
        said: dict[str, Any] = {"answer": answer.line, "missing": answer.missing} if answer else {}
        about = {"path": met.path, "size": met.size, "changed_ns": met.changed_ns, "digest": met.digest}
        slot = self._open.pop(met.path)
        slot.at = self._journal.add({**about, "copy_of": copy_of, **said})
        return slot.at

    def _due(self) -> Iterator[Swept]:
        while self._slots and (at := self._slots[0].at) is not None:
            yield self._told(at, self._slots.popleft())

    def _told(self, at: int, slot: _Slot) -> Swept:
        record = self._journal.read(at)
        if record["copy_of"] is None:
            return Swept(Answer(record["answer"], missing=record["missing"]), before=slot.before)
        first = self._journal.read(record["copy_of"])
        own = {"id": record["path"], "path": record["path"], "copy_of": first["path"], "ms": 0.0}
        return Swept(Answer({**first["answer"], **own}), first["path"], slot.before)


def looked_into(met: Met, scope: Scope, by: str, scanned_at: str) -> Answer:
    """The answer for one file. Raises OutOfReach where this is another edition of the program than asks.

    `scanned_at`: where a worker, on whichever machine, finds the scanner for harmful programs that the asker has.
    """
    if by != edition():
        raise OutOfReach("A worker runs another edition of Fileroom. Start the workers from the same copy.")
    scanner.use(scanned_at)
    try:
        return answer_file(Path(met.path), scope)
    except Exception:  # Whatever the sieve trips over: that file is not examined, and the sweep goes on.
        return _lost(met)


def _was_not_opened(answer: Answer) -> bool:
    return answer.digest is None and (answer.missing or answer.line["outcome"] == "unreadable")


def _lost(met: Met) -> Answer:
    return replace(given_up(met.path), digest=met.digest)


def _met(path: Path) -> Met:
    try:
        about = path.lstat()
    except OSError:
        return Met(str(path), -1, -1)
    return Met(str(path), about.st_size, about.st_mtime_ns)


def _is_same(record: Record, met: Met) -> bool:
    return bool(record["size"] == met.size and record["changed_ns"] == met.changed_ns)


def _digest(met: Met, path: Path) -> str | None:
    """Of the bytes of a plain file that is not too large; None of anything else: its answer says why."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or met.size > LARGEST:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
