"""What was answered at the counter, as codes, and the questions that these answers put to the law.

Where an answer is not known the strictest holds: whoever will not say whom they are from, or who is with them, is asked
about as immigration enforcement. Police with whom immigration officers ride are immigration enforcement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fileroom.law.facts import Action, Other, Purpose, Question, Record, RecordKind, Requester, RequesterKind
from fileroom.law.facts import Channel as LawsChannel
from fileroom.programmes.enforcement.papers import Seen, Shown, as_law_sees, by_its_own_word


class Channel(StrEnum):
    """How the request came."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    WRITTEN = "written"


class Asker(StrEnum):
    """Who it is, as they say or as they look."""

    POLICE = "police"
    IMMIGRATION = "immigration"
    CHILD_WELFARE = "child_welfare"
    PROCESS_SERVER = "process_server"
    NOT_SURE = "not_sure"


class Want(StrEnum):
    """What they want."""

    RECORDS = "records"
    STUDENT = "student"
    ENTRY = "entry"
    STAFF = "staff"
    ELSE = "else"


@dataclass(frozen=True)
class Encounter:
    """The answers so far. `joined`: immigration officers are with them, or any part of it is for immigration; `harm`:
    it is about harm to a child at home."""

    channel: Channel
    asker: Asker
    joined: Seen | None = None
    wants: tuple[Want, ...] = ()
    papers: tuple[Shown, ...] = ()
    harm: Seen | None = None

    @property
    def inquiry(self) -> bool:
        """Is it asked about as an inquiry of child welfare?"""
        return is_inquiry(self.asker, self.harm)

    @property
    def strict(self) -> bool:
        """Is it asked about as immigration enforcement?"""
        return self.asker in (Asker.IMMIGRATION, Asker.NOT_SURE) or self.joined in (Seen.YES, Seen.NOT_SEEN)


def is_inquiry(asker: str, harm: str | None) -> bool:
    """Is it an inquiry of child welfare, or may it be one? Police investigate harm to a child too, and the household
    that would be told may be where it was done: what they have not said to be none counts as one. So does what was
    asked of whoever does not say of which agency they are, and is not known; before it is asked no word goes home
    (telling.py)."""
    if asker == Asker.POLICE:
        return harm != Seen.NO
    return asker == Asker.CHILD_WELFARE or (asker == Asker.NOT_SURE and harm in (Seen.YES, Seen.NOT_SEEN))


def tells_of_harm(before: str, said: Encounter) -> bool:
    """Is it said first now that it is about harm to a child at home? What counsel said before, they said without it."""
    return said.inquiry and said.harm is Seen.YES and before != Seen.YES


PURPOSES = {
    Asker.POLICE: Purpose.LAW_ENFORCEMENT,
    Asker.IMMIGRATION: Purpose.IMMIGRATION_ENFORCEMENT,
    Asker.CHILD_WELFARE: Purpose.CHILD_WELFARE_INVESTIGATION,
    Asker.PROCESS_SERVER: Purpose.COURT_PROCESS,
    Asker.NOT_SURE: Purpose.IMMIGRATION_ENFORCEMENT,
}
KINDS = {
    Asker.POLICE: RequesterKind.POLICE,
    Asker.IMMIGRATION: RequesterKind.IMMIGRATION_OFFICER,
    Asker.CHILD_WELFARE: RequesterKind.CHILD_WELFARE_WORKER,
    Asker.PROCESS_SERVER: RequesterKind.PUBLIC,
}
CHANNELS = {
    Channel.IN_PERSON: LawsChannel.IN_PERSON,
    Channel.TELEPHONE: LawsChannel.TELEPHONE,
    Channel.WRITTEN: LawsChannel.WRITTEN,
}
OF_A_STUDENT, OF_THE_DISTRICT = RecordKind.CUMULATIVE_FILE, RecordKind.BUSINESS_RECORD


def questions(said: Encounter, *, on: date) -> Iterator[Question]:
    """What the law is asked: may anything be told, and may they come in. Until it is known what they want, both."""
    wants = set(said.wants)
    if not wants or wants & {Want.RECORDS, Want.STUDENT, Want.ELSE}:
        yield _asked(said, Action.DISCLOSE, OF_A_STUDENT, on)
    if Want.STAFF in wants:
        yield _asked(said, Action.DISCLOSE, OF_THE_DISTRICT, on)
    if said.channel is Channel.IN_PERSON and (not wants or wants & {Want.STUDENT, Want.ENTRY, Want.ELSE}):
        yield _asked(said, Action.ENTER_NONPUBLIC_AREA, None, on)


def of_silence(said: Encounter, *, on: date) -> Iterator[Question]:
    """What the law is asked where a paper says that nobody may be told. It stands by its own word, whatever else was
    seen on it: what a family has been told cannot be taken back."""
    papers = tuple(paper for it in said.papers if (paper := by_its_own_word(it)))
    if papers:
        yield replace(_asked(said, Action.DISCLOSE, OF_A_STUDENT, on), papers=papers)


def _asked(said: Encounter, action: Action, kind: RecordKind | None, on: date) -> Question:
    served = said.asker is Asker.PROCESS_SERVER and not said.strict
    papers = tuple(paper for it in said.papers if (paper := as_law_sees(it, by_a_party=served)))
    return Question(
        on=on,
        action=action,
        purpose=Purpose.CHILD_WELFARE_INVESTIGATION if said.inquiry else PURPOSES[said.asker],
        requester=Requester(kind=KINDS.get(said.asker)),
        record=Record(kind=kind),
        papers=papers,
        other=Other(channel=CHANNELS[said.channel], assists_immigration_enforcement=said.strict),
    )
