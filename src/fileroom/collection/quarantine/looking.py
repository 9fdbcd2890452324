"""What was held back, as the custodian may look at it: its text with every value covered. Each look is an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fileroom.collection import opened
from fileroom.collection.batches import ORIGIN
from fileroom.collection.quarantine.gathering import HELD, KEPT, Asked, Group, gathered, noted
from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.contents import Contents
from fileroom.screening.parts import LIMITS, Part
from fileroom.screening.redacting import Covered, covered, covering

MOST_SHOWN = 6_000  # characters: enough to tell which paper it is
# Of what was found behind them so many places are shown, each with so many characters on either side.
MOST_PLACES, AROUND = 20, 200


@dataclass(frozen=True)
class Page:
    """A part of it: where it stands, and its text, covered."""

    place: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Look:
    """What it says, covered, and of whom it is. `cut`: there is more, of which only what stands around the places is
    shown where something was found. `says`: why not all of it could be read."""

    student: str = field(repr=False)
    pages: tuple[Page, ...]
    cut: bool
    says: str
    entry: UUID


def look(held_id: UUID, *, by: SignedIn, at: datetime) -> Look | Refused:
    """Open one for the custodian. It is read once more, while no transaction is open. Raises Missing."""
    answer = _opened(held_id, by, at)
    if answer is None:
        raise Missing
    if isinstance(answer, Refused):
        return answer
    student, road, contents, entry = answer
    # An import takes its time to read a document, and what it could read a look shows.
    read = opened.read("", contents.body, LIMITS if road == ORIGIN else None)
    if read is None:
        return Look(student, (), False, "It is of a kind that is not opened.", entry)
    pages, cut = _shown(read)
    return Look(student, pages, cut, "" if read.screened.fully_examined else read.screened.says, entry)


@durable_transaction
def _opened(held_id: UUID, by: SignedIn, at: datetime) -> tuple[str, str, Contents, UUID] | Refused | None:
    group = gathered(held_id, Asked(most=1, states=(HELD, KEPT)), by=by, at=at)
    if not isinstance(group, Group):
        return group
    (version,) = group.versions
    event = noted(Act.QUARANTINE_LOOKED_AT, group, 0, by, at)
    student = group.own.student.name if group.own.student else ""
    return student, group.head.road, shelf.open_held(group.head, version, event), event.id


def _shown(read: opened.Read) -> tuple[tuple[Page, ...], bool]:
    """As many of its parts as a person reads, and what stands around what was found behind them. Each is covered whole
    before it is cut: half a number is a number."""
    pages: list[Page] = []
    behind: list[Page] = []
    left, cut = MOST_SHOWN, False
    for part, found in _with_what_was_found(read):
        cut = cut or left <= 0
        if left <= 0 and (not found or len(behind) >= MOST_PLACES):
            continue
        it = covering(part.text, part.kind, title=part.title)
        blank = len(it.text) - len(it.text.lstrip())
        shown = it.text[: blank + left] if left > 0 else ""
        pages += [Page(_place(part), shown.strip())] if shown.strip() else []
        behind += [Page(_place(part), f"… {text} …") for text in _around(it, found, past=len(shown))]
        left -= len(it.text.strip())
    return (*pages, *behind[:MOST_PLACES]), cut or left < 0


def _with_what_was_found(read: opened.Read) -> Iterator[tuple[Part, list[int]]]:
    """Each part, and where in it something was found."""
    seen = read.screened
    places: dict[int, list[int]] = {}
    for it, number in zip(seen.findings, seen.parts, strict=True):
        places.setdefault(number, []).append(it.start)
    return ((part, places.get(number, [])) for number, part in enumerate(read.parts))


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
