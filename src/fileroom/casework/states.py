"""How a mail stands, and what may become of it: a table of values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from django.core.exceptions import ValidationError


class State(StrEnum):
    """Of a mail. `UNSURE`: it may have gone, or not: the program ended while it was being sent, or a backup was
    restored since it was let go. A person says."""

    GIVEN_UP = "given_up"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"


class Verb(StrEnum):
    """What is done with a mail: by the round, or (the last three) by a person."""

    CLAIM = "claim"
    DELIVER = "deliver"
    FAIL = "fail"
    GIVE_UP = "give_up"
    LAPSE = "lapse"
    LOSE = "lose"
    RELEASE = "release"
    SETTLE = "settle"
    WITHDRAW = "withdraw"
    WITHHOLD = "withhold"


class Why(StrEnum):
    """What kept a mail from going. None of them tells of an order."""

    ADDRESS = "address"  # no address on file, or one that cannot be written to
    BACKUP = "backup"  # a backup was restored since
    BY_LAW = "by_law"  # decided again, it may not go
    CUT_OFF = "cut_off"  # the program ended between handing it over and hearing of it
    GONE = "gone"  # whom it is for is not here any more, or what it stands for is over
    REJECTED = "rejected"  # the mail server takes none for this address
    UNREACHED = "unreached"  # no mail server answered, however often it was tried


NEXT: Mapping[tuple[State, Verb], State] = MappingProxyType(
    {
        (State.WAITING, Verb.CLAIM): State.SENDING,
        (State.WAITING, Verb.LAPSE): State.WITHDRAWN,
        (State.WAITING, Verb.LOSE): State.UNSURE,
        (State.WAITING, Verb.WITHHOLD): State.WITHHELD,
        (State.WAITING, Verb.WITHDRAW): State.WITHDRAWN,
        (State.SENDING, Verb.DELIVER): State.SENT,
        (State.SENDING, Verb.FAIL): State.WAITING,
        (State.SENDING, Verb.GIVE_UP): State.GIVEN_UP,
        (State.SENDING, Verb.LAPSE): State.WITHDRAWN,
        (State.SENDING, Verb.LOSE): State.UNSURE,
        (State.GIVEN_UP, Verb.RELEASE): State.WAITING,
        (State.GIVEN_UP, Verb.WITHDRAW): State.WITHDRAWN,
        (State.UNSURE, Verb.RELEASE): State.WAITING,
        (State.UNSURE, Verb.SETTLE): State.SENT,
        (State.UNSURE, Verb.WITHDRAW): State.WITHDRAWN,
        (State.WITHHELD, Verb.RELEASE): State.WAITING,
        (State.WITHHELD, Verb.WITHDRAW): State.WITHDRAWN,
    }
)
BY_A_PERSON = (Verb.RELEASE, Verb.SETTLE, Verb.WITHDRAW)
FOR_A_PERSON = (State.GIVEN_UP, State.UNSURE, State.WITHHELD)
TRIES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
CUT_OFF_AFTER = timedelta(minutes=5)  # a mail that was claimed so long ago is nobody's any more


def after(state: str, verb: Verb) -> State:
    """What becomes of it. Raises ValidationError where that cannot be done with it now."""
    found = NEXT.get((State(state), verb))
    if found is None:
        raise ValidationError("This has changed meanwhile. Look at it again.")
    return found


def possible(state: str) -> tuple[Verb, ...]:
    """What a person may do with it now."""
    return tuple(verb for verb in BY_A_PERSON if (State(state), verb) in NEXT)
