"""Every notice: it names nobody but whom it is sent to, and goes to nobody whom an order bars from the child's
records; for whatever it says, it tells where the child goes to school."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action, NoticeKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, notice, restrained

law = Chapter(__name__)

SENDS_NOTICE = action.is_(Action.SEND_NOTICE)
TO_EVERYBODY = notice.to_everybody.holds | notice.kind.is_(NoticeKind.POSTED_GUIDE)

law.forbids(
    "with_others_in_it",
    when=SENDS_NOTICE & notice.names_people.holds,
    says="A notice names no student and no family but the one it is sent to. Take out what tells of others, then send.",
    cites=c.EC_49076,
)

law.forbids(
    "to_a_restrained_party",
    when=SENDS_NOTICE & ~TO_EVERYBODY & restrained.holds,
    says="A court order on file bars this person from the child's records and information.",
    cites=c.FC_6323_5,
    silent=True,
)

law.allows(
    "of_its_own_kind",
    when=SENDS_NOTICE & notice.kind.is_(NoticeKind.OTHER),
    says="A notice for which the law has no checklist may go, in writing.",
    cites=c.EC_48981,
)
