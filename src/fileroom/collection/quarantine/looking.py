"""What was held back, as the custodian may look at it: its text with every value covered. Each look is an entry.

That it was opened is noted as it is opened; what of it is shown, once it is read, and before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from fileroom.collection import opened
from fileroom.collection.batches import ORIGIN
from fileroom.collection.quarantine.examined import found_in
from fileroom.collection.quarantine.gathering import (
    HELD,
    KEPT,
    NOT_SHOWN,
    SHOWN,
    SHOWN_AROUND,
    SHOWN_IN_PART,
    Asked,
    Group,
    gathered,
    noted,
)
from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.contents import Contents
from fileroom.records.models import Quarantined
from fileroom.screening.parts import LIMITS, Part
from fileroom.screening.redacting import Covered, covered, covering

MOST_SHOWN = 6_000  # characters: enough to tell which paper it is
# Of what was found behind them so many places are shown, each with so many characters on either side.
MOST_PLACES, AROUND = 100, 200
MORE_FOUND = "More was found further on than is shown here."
ASKED = Asked(most=1, states=(HELD, KEPT))


@dataclass(frozen=True)
class Page:
    """A part of it: where it stands, and its text, covered."""

    place: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Look:
    """What it says, covered, and of whom it is. `cut`: there is more, of which only what stands around the places is
    shown where something was found. `says`: why not all of it could be read. `outcome`: as its entry has it, how much
    of it was shown."""

    student: str = field(repr=False)
    pages: tuple[Page, ...]
    cut: bool
    says: str
    outcome: str
    entry: UUID

    @property
    def shows_it(self) -> bool:
        """Has who looked been shown what there is to decide about?"""
        return self.outcome in (SHOWN, SHOWN_AROUND)


def look(held_id: UUID, *, by: SignedIn, at: datetime) -> Look | Refused:
    """Open one for the custodian. It is read once more, while no transaction is open. Raises Missing."""
    answer = _opened(held_id, by, at)
    if not isinstance(answer, tuple):
        return _in_vain(answer)
    head, contents = answer
    # An import takes its time to read a document, and what it could read a look shows.
    read = opened.read("", contents.body, LIMITS if head.road == ORIGIN else None)
    seen = _shown(read, head) if read else _Shown(())
    noted_as = _noted(held_id, _how_much(read, seen), head, by, at)
    if not isinstance(noted_as, tuple):
        return _in_vain(noted_as)
    student, outcome, entry = noted_as
    return Look(student, seen.pages, seen.cut, _why_not_all(read, seen), outcome, entry)


@durable_transaction
def _opened(held_id: UUID, by: SignedIn, at: datetime) -> tuple[Quarantined, Contents] | Refused | None:
    group = gathered(held_id, ASKED, by=by, at=at)
    if not isinstance(group, Group):
        return group
    (version,) = group.versions
    event = noted(Act.QUARANTINE_READ_AGAIN, group, 0, by, at)
    return group.head, shelf.open_held(group.head, version, event)


@durable_transaction
def _noted(
    held_id: UUID, outcome: str, opened_as: Quarantined, by: SignedIn, at: datetime
) -> tuple[str, str, UUID] | Refused | None:
    """Note what is about to be shown, and of whom; None where somebody has decided about it meanwhile."""
    group = gathered(held_id, ASKED, by=by, at=at)
    if not isinstance(group, Group):
        return group
    if group.head.found != opened_as.found and outcome != NOT_SHOWN:
        outcome = SHOWN_IN_PART  # it was told anew meanwhile: what is known of it now was not looked for
    event = replace(noted(Act.QUARANTINE_LOOKED_AT, group, 0, by, at), outcome=outcome)
    return group.own.student.name if group.own.student else "", outcome, ledger.write(event)


def _in_vain(answer: Refused | None) -> Refused:
    if answer is None:
        raise Missing
    return answer


@dataclass(frozen=True)
class _Shown:
    """What is shown. `cut`: there is more; `more_found`: and more was found in that than is shown."""

    pages: tuple[Page, ...]
    cut: bool = False
    more_found: bool = False


def _how_much(read: opened.Read | None, seen: _Shown) -> str:
    if read is None or not seen.pages:
        return NOT_SHOWN
    if not read.screened.fully_examined or read.screened.more or seen.more_found:
        return SHOWN_IN_PART
    return SHOWN_AROUND if seen.cut else SHOWN


def _why_not_all(read: opened.Read | None, seen: _Shown) -> str:
    if read is None:
        return "It is of a kind that is not opened."
    more = MORE_FOUND if seen.more_found or read.screened.more else ""
    return " ".join(filter(None, ("" if read.screened.fully_examined else read.screened.says, more)))


def _shown(read: opened.Read, head: Quarantined) -> _Shown:
    """As many of its parts as a person reads, and what stands around what was found behind them. Each is covered whole
    before it is cut: half a number is a number."""
    pages: list[Page] = []
    behind: list[Page] = []
    left, cut = MOST_SHOWN, False
    for part, found in _with_what_was_found(read, head):
        cut = cut or (left <= 0 and bool(part.text.strip()))
        if left <= 0 and (not found or len(behind) > MOST_PLACES):
            continue
        it = covering(part.text, part.kind, title=part.title)
        blank = len(it.text) - len(it.text.lstrip())
        shown = it.text[: blank + left] if left > 0 else ""
        pages += [Page(_place(part), shown.strip())] if shown.strip() else []
        behind += [Page(_place(part), f"… {text} …") for text in _around(it, found, past=len(shown))]
        left -= len(it.text.strip())
    more_found = len(behind) > MOST_PLACES or not _are_there(head, read.parts)
    return _Shown((*pages, *behind[:MOST_PLACES]), cut or left < 0, more_found)


def _with_what_was_found(read: opened.Read, head: Quarantined) -> Iterator[tuple[Part, set[int]]]:
    """Each part, and where in it something is found, or was when it was told what is in it."""
    seen = read.screened
    places: dict[int, set[int]] = {}
    for it, number in zip(seen.findings, seen.parts, strict=True):
        places.setdefault(number, set()).add(it.start)
    for known in found_in(head):
        places.setdefault(known.part, set()).add(known.start)
    return ((part, places.get(number, set())) for number, part in enumerate(read.parts))


def _are_there(head: Quarantined, parts: Sequence[Part]) -> bool:
    """Can all be shown that is known to be in it?"""
    return all(it.part < len(parts) and it.start <= len(parts[it.part].text) for it in found_in(head) if it.part >= 0)


def _around(it: Covered, found: Iterable[int], *, past: int) -> Iterator[str]:
    """What stands around these places, of those that are not shown by then; nothing of it twice."""
    for place in sorted(map(it.at, found)):
        # What stands at the very end of what is shown may be cut there.
        if place >= past - AROUND // 2 and (text := it.text[max(past, place - AROUND) : place + AROUND].strip()):
            yield text
            past = place + AROUND


def _place(part: Part) -> str:
    """A page by its number; any other part by its name, which somebody wrote too."""
    if part.page:
        return f"Page {part.page}"
    place = part.place_of(0) or part.title
    return "" if place == "text" else covered(place)
