"""How the notice to one person goes on: a table of states and turns, and no other turn is there."""

from __future__ import annotations

from enum import StrEnum

from django.core.exceptions import ValidationError


class State(StrEnum):
    """How far it is. `to_write`: a letter may go; `by_hand`: a person hands it over; `not_found`: nobody here;
    `to_take_out`: its letter lies printed among others, and may not go any more."""

    TO_WRITE = "to_write"
    BY_HAND = "by_hand"
    NOT_FOUND = "not_found"
    WRITTEN = "written"
    TO_TAKE_OUT = "to_take_out"
    TOLD = "told"
    SPARED = "spared"


class Turn(StrEnum):
    """What happens to it."""

    ISSUE = "issue"
    BAR = "bar"  # an order, or another bar, has come since; or its letter was taken out of a print, or had gone
    STOP = "stop"  # the same, of a letter that is printed: somebody has to take it out
    TELL = "tell"
    SPARE = "spare"
    ASK_AGAIN = "ask_again"  # the law asks now what it did not ask when they were let go; or the file has changed
    COME_BACK = "come_back"  # its letter was posted, and came back
    LOOK_AGAIN = "look_again"  # the same, of a row that is nobody here


class Why(StrEnum):
    """Why no letter goes, and a person hands the notice over."""

    ORDER = "order"
    SHARED = "shared"
    ADDRESS = "address"
    SUBSTITUTE_ADDRESS = "substitute_address"  # in Safe at Home: the Secretary of State's, and no other
    NOBODY = "nobody"
    NOT_SIGNED_FOR = "not_signed_for"
    CHANGED = "changed"  # who is told of this child has changed since the letter was written
    CAME_BACK = "came_back"  # the letter was posted, and came back from the address on file
    MOVED = "moved"  # their address has been filed anew since the letter was written
    PARENT = "parent"  # a list names a parent, and no child's file lets a letter reach them
    AT_WORK = "at_work"
    FORMER_STAFF = "former_staff"
    SUBSTITUTE = "substitute"  # the law grants a substitute in place of everybody's letter


# Of these the notice is one contact's, and their name may stand beside it; of any other, whoever hands it over looks
# first at the file.
OF_A_CONTACT = (Why.SHARED, Why.ADDRESS, Why.MOVED, Why.CAME_BACK)
WAITS = (State.TO_WRITE, State.BY_HAND, State.NOT_FOUND, State.WRITTEN, State.TO_TAKE_OUT)
POSTED = "posted"  # how a notice ended whose letter went
NOBODY = "nobody_"  # how a notice ended of which nobody could be told; its reason follows (incidents.nobody)
TABLE: dict[tuple[State, Turn], State] = {
    (State.TO_WRITE, Turn.ISSUE): State.WRITTEN,
    (State.TO_WRITE, Turn.BAR): State.BY_HAND,
    (State.WRITTEN, Turn.BAR): State.BY_HAND,
    (State.WRITTEN, Turn.STOP): State.TO_TAKE_OUT,
    (State.TO_TAKE_OUT, Turn.BAR): State.BY_HAND,
    (State.WRITTEN, Turn.TELL): State.TOLD,
    (State.BY_HAND, Turn.ISSUE): State.WRITTEN,
    (State.BY_HAND, Turn.TELL): State.TOLD,
    (State.NOT_FOUND, Turn.TELL): State.TOLD,
    (State.TO_WRITE, Turn.SPARE): State.SPARED,
    (State.WRITTEN, Turn.SPARE): State.SPARED,
    (State.BY_HAND, Turn.SPARE): State.SPARED,
    (State.BY_HAND, Turn.ASK_AGAIN): State.TO_WRITE,
    (State.NOT_FOUND, Turn.SPARE): State.SPARED,
    (State.TOLD, Turn.COME_BACK): State.BY_HAND,
    (State.SPARED, Turn.ASK_AGAIN): State.TO_WRITE,
    (State.SPARED, Turn.LOOK_AGAIN): State.NOT_FOUND,
}


def after(state: State, turn: Turn) -> State:
    """The state that follows. Raises ValidationError where this turn is not there."""
    found = TABLE.get((state, turn))
    if found is None:
        raise ValidationError("This is not the next step of this notice. Look at the page again.")
    return found
