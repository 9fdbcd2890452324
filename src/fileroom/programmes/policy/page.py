"""The Board's policy, sentence by sentence, as it stands now. It names offices and nobody else: any employee sees it.

What could point to somebody is told only to those who are designated for the whole district.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from fileroom.duties.states import Asked, Evidence, State
from fileroom.hosting import district_transaction
from fileroom.law.policy import POLICY, Sentence
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models.policy import UNNUMBERED
from fileroom.programmes.policy import counsels_look
from fileroom.programmes.policy.adopted import Adopted, matched
from fileroom.programmes.policy.carried import CARRIED
from fileroom.programmes.policy.evidences import EVIDENCES, gathered
from fileroom.programmes.policy.history import Night, year_of, years

GRAVEST = tuple(State)


@dataclass(frozen=True)
class Shown:
    """One evidence beside a sentence. `evidence` None: it is not in this release, and `by_hand` says who does it."""

    name: str
    evidence: Evidence | None
    by_hand: str
    nights: tuple[Night, ...]

    @property
    def state(self) -> State:
        """How it stands."""
        return self.evidence.state if self.evidence else State.NOT_HERE


@dataclass(frozen=True)
class Row:
    """One sentence. `says`: in the district's own words where it has entered them. `sentence` None: no sentence of the
    law's register has these words. `in_part`: something of it runs, and something is not in this release. `on_paper`:
    how it stands without what is guarded."""

    number: int
    heading: str
    says: str
    sentence: Sentence | None
    shown: tuple[Shown, ...]
    pages: tuple[str, ...]
    state: State
    in_part: bool
    on_paper: State


@dataclass(frozen=True)
class PolicyPage:
    """All of them in order. `number`: of the policy, as the district knows it. `adopted`: the district's own text;
    None: it has entered none, and the law's stands here.

    `absent`: sentences of the register that the district's text has not. `may_report`: whoever looks makes the Board's
    report, by office or by delegation. `looked`: counsel has looked at what of the text is matched with none, or
    lacking; `to_look_at`: the version of which whoever looks is to say so.
    """

    rows: tuple[Row, ...]
    number: str
    adopted: Adopted | None
    absent: tuple[Sentence, ...]
    may_report: bool
    looked: bool = False
    to_look_at: UUID | None = None

    def count(self, state: State) -> int:
        """How many sentences stand so."""
        return sum(row.state is state for row in self.rows)


def policy_page(*, by: SignedIn, asked: Asked) -> PolicyPage:
    """The page for this account. Raises Missing (it is the office's)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        guarded = designator_facts(by.account, asked.on).designated
        page = laid_out(asked, guarded=guarded, may_report=may_act(Programme.POLICY, by=by, at=asked.at))
        return replace(page, to_look_at=counsels_look.to_look_at(by=by, at=asked.at))


def laid_out(
    asked: Asked, *, guarded: bool, may_report: bool, found: Mapping[str, Evidence] | None = None
) -> PolicyPage:
    """The page with what is guarded, or without it. `found`: what was gathered already. Joins a transaction."""
    found = {name: it for name, it in (found or gathered(asked)).items() if guarded or not it.guarded}
    nights, text = years(asked.on), matched(asked.on)
    rows = [_row(it.number, it.heading, it.says, it.sentence, found, nights) for it in text.lines]
    number = text.adopted.number if text.adopted else UNNUMBERED
    return PolicyPage(tuple(rows), number, text.adopted, text.absent, may_report, counsels_look.has_looked(asked.at))


def _row(
    number: int, heading: str, says: str, sentence: Sentence | None,
    found: Mapping[str, Evidence], nights: Mapping[str, tuple[Night, ...]],
) -> Row:  # fmt: skip
    carried = CARRIED[sentence.number] if sentence else None
    if carried is None:
        return Row(number, heading, says, None, (), (), State.ATTENTION, False, State.ATTENTION)
    shown = [
        Shown(name, found.get(name), carried.by_hand.get(name, ""), nights.get(name, ()))
        for name in carried.evidence
        if name in found or name not in EVIDENCES
    ]
    state = worst(it.state for it in shown)
    part = state is State.NOT_HERE and any(it.evidence for it in shown)
    on_paper = worst(it.state for it in shown if not (it.evidence and it.evidence.guarded))
    return Row(number, heading, says, sentence, tuple(shown), carried.pages, state, part, on_paper)


def worst(states: Iterable[State]) -> State:
    """The gravest of them."""
    return min(states, key=GRAVEST.index)


@dataclass(frozen=True)
class EvidencePage:
    """One evidence: what makes it up, the sentences it stands beside, and its year."""

    name: str
    evidence: Evidence
    sentences: tuple[Sentence, ...]
    nights: tuple[Night, ...]


def evidence_page(name: str, *, by: SignedIn, asked: Asked) -> EvidencePage:
    """The page of one. Raises Missing: there is none of that name, or it is not told to this account."""
    if by.account.employee_id is None or name not in EVIDENCES:
        raise Missing
    with district_transaction():
        evidence = EVIDENCES[name](asked)
        if evidence.guarded and not designator_facts(by.account, asked.on).designated:
            raise Missing
        return EvidencePage(name, evidence, _beside(name, POLICY.sentences), year_of(name, asked.on))


def _beside(name: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    return tuple(it for it in sentences if name in CARRIED[it.number].evidence)
