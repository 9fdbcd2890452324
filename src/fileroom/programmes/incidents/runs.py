"""What every letter of one run shares, and the law's word on it: may it go, as it is, today?

The text is looked at by the law's checklist; whether a notice waits, because police ask, by the law's answer on the
breach itself. Each recipient is asked about besides (incidents.ways).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fileroom.law import Decision, Outcome
from fileroom.law.days import district_day
from fileroom.law.facts import NoticeItem
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import notice_words
from fileroom.programmes.incidents.duties import Answers, answers, waited_for_police
from fileroom.programmes.incidents.handling import note
from fileroom.programmes.incidents.known import Known, known_of
from fileroom.programmes.incidents.notice_texts import may_go, texts_now
from fileroom.programmes.incidents.notice_words import WHOSE, items_in
from fileroom.programmes.models import Incident
from fileroom.programmes.settings.services import credit_bureaus

KIND = "breach_notice"


@dataclass(frozen=True)
class Run:
    """What every letter of one run shares. `waited`: police had asked for it; `bureaus`: the credit reporting agencies;
    `said`: the law on the breach; `decision`: the law on the text."""

    row: Incident
    known: Known
    texts: Mapping[str, str]
    items: tuple[NoticeItem, ...]
    waited: bool
    bureaus: str
    head: Letterhead
    by: SignedIn
    role: str
    said: Answers
    decision: Decision
    at: datetime

    def facts(self, whose: str, signer: str, language: str) -> dict[str, str]:
        """What goes to the places of one letter."""
        return notice_words.facts_of(
            self.known, self.texts, whose, waited=self.waited, bureaus=self.bureaus, head=self.head, signer=signer,
            language=language,
        )  # fmt: skip


def run_of(row: Incident, role: str, *, head: Letterhead, by: SignedIn, at: datetime) -> Run:
    """Raises ValidationError where nobody has written the notice's own words yet. Part of the open transaction."""
    known, texts, waited = known_of(row), texts_now(row, by=by, role=role, at=at), waited_for_police(row)
    bureaus = credit_bureaus()
    sample = notice_words.facts_of(
        known, texts, WHOSE["en"]["sample"], waited=waited, bureaus=bureaus, head=head, signer="", language="en"
    )
    items = items_in(KINDS[KIND].filled("en", sample), sample, plain=True)
    said = answers(known, row.noticed_at, at=at)
    decision = may_go(known, items, on=district_day(at))
    return Run(row, known, texts, items, waited, bureaus, head, by, role, said, decision, at)


def not_now(run: Run, part: str, *, text: bool = True) -> Refused | None:
    """Why none goes now: police ask to wait, the law still asks for facts, or (`text`) the text is not yet whole."""
    waits = run.said.police_ask or run.said.breach.outcome is Outcome.NEEDS_MORE
    if not waits and (run.decision.granted or not text):
        return None
    decision = run.said.breach if waits else run.decision
    entry = note(
        Act.INCIDENT_REFUSED, run.row, run.by, run.role, run.at, part=part, decision=decision,
        outcome="police_ask_to_wait" if run.said.police_ask else decision.outcome.value,
    )  # fmt: skip
    return Refused(decision, entry)


def police_ask(row: Incident, *, at: datetime) -> bool:
    """Do police ask to wait with the notice of this incident? Part of the open transaction."""
    return answers(known_of(row), row.noticed_at, at=at).police_ask
