"""The Superintendent's report to the Board: how each sentence of the policy stands, as a paper with a code.

It names nobody, leaves out what could point to somebody, and folds small numbers of what was somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from fileroom.duties.states import Asked, State
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.policy import POLICY
from fileroom.letters import Letterhead, Part
from fileroom.letters.setting import spoken_on
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import DesignatorFacts
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting
from fileroom.programmes.policy.changes import told
from fileroom.programmes.policy.on_paper import EN, on_paper
from fileroom.programmes.policy.page import PolicyPage, Row, Shown, laid_out
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

KIND = "policy_report"
ABOUT = uuid5(NAMESPACE_URL, POLICY.title)
MOST = 24
STATES = {
    State.ATTENTION: "Attention", State.NOT_HERE: "Not in this release", State.RUNNING: "Running",
    State.DUTY: "A person’s duty",
}  # fmt: skip
IN_PART = "In part not in this release"


@dataclass(frozen=True)
class Made:
    """A report that was made."""

    id: UUID
    code: str
    issued_at: datetime


@durable_transaction
def issue_report(once: UUID, *, head: Letterhead, by: SignedIn, asked: Asked) -> UUID:
    """Make the report; its id. `once`: the id it will have; a second press of the same form is the same act, also at
    the same moment. Raises Missing (whoever asks is not designated for the whole district), and FormUsed."""
    who = _designated(by, asked.at)
    Account.objects.select_for_update(no_key=True).get(pk=by.account.id)
    if made := Letter.objects.filter(pk=once).first():
        if (made.kind, made.issued_by) != (KIND, by.account.id):
            raise FormUsed
        return made.id
    page = laid_out(asked, guarded=False, may_report=True)
    draft = Draft(KIND, "en", _facts(page, who), about=ABOUT, parts=tuple(parts(page)), id=once)
    return issuing.issue(draft, head=head, by=by, role=who.role, decision=None, sealed=False, at=asked.at).id


def reports(*, by: SignedIn, at: datetime) -> tuple[Made, ...]:
    """The last ones, the newest first. Raises Missing."""
    with district_transaction():
        _designated(by, at)
        rows = Letter.objects.filter(kind=KIND, about=ABOUT).order_by("-issued_at")[:MOST]
        return tuple(Made(it.id, it.code, it.issued_at) for it in rows)


@durable_transaction
def open_report(letter_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF as it was made; that it was opened is noted. Raises Missing."""
    who = _designated(by, at)
    letter = Letter.objects.filter(pk=letter_id, kind=KIND).first()
    if letter is None:
        raise Missing
    return issuing.open_again(letter, by=by, role=who.role, sealed=False, at=at)


def _designated(by: SignedIn, at: datetime) -> DesignatorFacts:
    who = acting(Programme.POLICY, by=by, at=at)
    if not who.designated:
        raise Missing
    return who


def _facts(page: PolicyPage, who: DesignatorFacts) -> dict[str, str]:
    text = (
        f"in the words adopted on {spoken_on(page.adopted.adopted_on, EN)}"
        if page.adopted
        else "in the words that this program came with"
    )
    counted = {state: str(page.count(state)) for state in State}
    return {
        "policy": page.number, "sentences": str(len(page.rows)), "text": text, "running": counted[State.RUNNING],
        "attention": counted[State.ATTENTION], "duty": counted[State.DUTY], "not_here": counted[State.NOT_HERE],
    }  # fmt: skip


def parts(page: PolicyPage) -> Iterator[Part]:
    """Each sentence with its state, what was counted, and its last year, as they are printed."""
    heading = ""
    for row in page.rows:
        state = IN_PART if row.in_part else STATES[row.state]
        under = row.heading if row.heading != heading else ""
        heading = row.heading
        yield Part(under, str(row.number), row.says, state, tuple(_lines(row, looked=page.looked)))


def _lines(row: Row, *, looked: bool) -> Iterator[str]:
    if row.sentence is None:
        counsel = "counsel has looked at it" if looked else "counsel is to look at it"
        yield f"No sentence that this program knows has these words: {counsel}."
    for shown in row.shown:
        yield _line(shown)
    if row.shown:
        yield told(row.shown, STATES)
    for duty in row.sentence.duties if row.sentence else ():
        yield f"{duty.who} {duty.what}, {duty.how_often}."


def _line(shown: Shown) -> str:
    it = shown.evidence
    if it is None:
        return f"Not in this release. Done by hand: {shown.by_hand}."
    return on_paper(it)
