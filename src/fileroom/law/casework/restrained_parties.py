"""A restrained person brings no challenge, has nothing changed and attaches nothing: each would show the file.
Nor do they, as an employee, settle who is related to the child, or whether it has left, nor have a record destroyed or
judge it disposable."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.restraining_orders import TOUCHES_THE_FILE
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import contact_only, restrained

law = Chapter(__name__)

law.forbids(
    "restrained_party",
    when=TOUCHES_THE_FILE & restrained.holds,
    says="A court order, on file or shown, bars this person from the child's records, and so from having them"
    " changed or destroyed.",
    cites=c.FC_6323_5,
    silent=True,
)

law.forbids(
    "stay_away_without_a_records_clause",
    when=TOUCHES_THE_FILE & contact_only.holds & ~CLEARED_BY_COUNSEL,
    says="An order without a records clause ends no right by itself; counsel looks before a meeting is held.",
    cites=c.FC_6323_5_SCOPE,
    silent=True,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=TOUCHES_THE_FILE & contact_only.holds,
    says="Send it to district counsel the same day; a family is never refused in silence.",
    cites=c.FC_6323_5_SCOPE,
)
